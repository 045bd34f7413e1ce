import { planCounty } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { afterAll, expect, test } from "vitest";
import { cases, isCampaign } from "../../../scripts/campaign-size.ts";
import type { WhyPerson } from "../src/index.ts";
import { whyEverybodyAtLeast, whyPerson } from "../src/index.ts";
import { madeUpCounty } from "./made-up-county.ts";

/**
 * Bounds against exact answers in a made-up county. `npm run campaign -- 50 packages/explain/test/made-up-bounds` asks about
 * 200 people at 60 schools, every fourth of them once more with HiGHS alone, and prints what it counts.
 */

const SCHOOLS = isCampaign ? 60 : 8;
const PEOPLE = cases(4);
const SECOND = 4;

const highs = createHighsSolver();
const network = createNetworkSolver({ finisher: createHighsSolver() });

afterAll(() => Promise.all([highs.close(), network.close()]));

test(
  "no bound exceeds the exact price, level by level, and another backend finds the same",
  { timeout: 3_600_000 },
  async () => {
    const request = { ...madeUpCounty(SCHOOLS), solver: network, limits: { relativeGap: 0 } };
    const outcome = await planCounty(request);
    if (outcome.status !== "planned") throw new Error(outcome.status);
    const order = outcome.plan.levels.map(({ name }) => name);
    const all = await whyEverybodyAtLeast({ request, outcome });
    const asked = all.filter(({ alternative }) => alternative !== null && alternative.answer !== "onlyPlace");
    const counts = { asked: 0, bounds: 0, sameLevel: 0, exact: 0, ties: 0, plans: 0, impossible: 0, confirmed: 0 };
    const wrong: unknown[] = [];
    for (let k = 0; k < Math.min(PEOPLE, asked.length); k++) {
      const { person, alternative: bound = null } = asked[Math.floor(((k + 0.5) * asked.length) / PEOPLE)] ?? {};
      if (person === undefined) continue;
      const { alternative: exact } = await whyPerson({ request, outcome }, person);
      counts.asked++;
      if (exact?.answer === "tie") counts.ties++;
      if (exact?.answer === "tie" || exact?.answer === "price") counts.plans++;
      if (exact?.answer === "impossible") counts.impossible++;
      if (bound?.answer === "atLeast") {
        counts.bounds++;
        const found = leadOf(exact, order);
        const named = { level: order.indexOf(bound.level), by: bound.by };
        if (named.level < found.level || (named.level === found.level && named.by > found.by))
          wrong.push({ person, bound, exact });
        if (named.level === found.level) counts.sameLevel++;
        if (named.level === found.level && named.by === found.by) counts.exact++;
      }
      if (isCampaign && counts.asked % 8 === 0) process.stdout.write(`${JSON.stringify(counts)}\n`);
      if (k % SECOND !== 0) continue;
      const { alternative: again } = await whyPerson({ request: { ...request, solver: highs }, outcome }, person);
      counts.confirmed++;
      expect([person, leadOf(again, order)]).toEqual([person, leadOf(exact, order)]);
    }
    if (isCampaign) process.stdout.write(`${JSON.stringify({ schools: SCHOOLS, people: all.length, ...counts })}\n`);
    expect(wrong).toEqual([]);
    expect(counts.bounds).toBeGreaterThan(0);
    expect(counts.sameLevel / counts.bounds).toBeGreaterThan(isCampaign ? 0.4 : 0);
  },
);

/**
 * The level that an exact answer names and the amount: after all levels where only the lot differs, before where nothing is
 * possible.
 */
function leadOf(
  answer: WhyPerson["alternative"],
  order: readonly string[],
): { readonly level: number; readonly by: number } {
  if (answer?.answer === "tie") return { level: order.length, by: 0 };
  if (answer?.answer !== "price") return { level: -1, by: 0 };
  const { level, after, before } = answer.price.lead;
  return { level: order.indexOf(level), by: after - before };
}
