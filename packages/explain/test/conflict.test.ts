import { programOf } from "@lungang/core";
import type { RuleSubject } from "@lungang/core/plan";
import { subjectKey } from "@lungang/core/plan";
import { isHard } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { cases, isCampaign } from "../../../scripts/campaign-size.ts";
import { isSound } from "../../core/test/plan/answers.ts";
import { bestOfEveryPlan } from "../../core/test/plan/every-plan.ts";
import { randomCase } from "../../core/test/plan/random-county.ts";
import { conflictOf } from "../src/index.ts";
import { smallestConflict } from "../src/smallest-conflict.ts";

const solver = createHighsSolver();

afterAll(() => solver.close());

const MOST_PLANS = 4000;

test(
  "a conflict is infeasible, with each entry less it is not, and a repair breaks nothing else",
  { timeout: 600_000 },
  async () => {
    const sizes: number[] = [];
    const counts = { repairs: 0, gives: 0, withUnit: 0, places: 0, atPlaces: 0 };
    for (let seed = 1; sizes.length < cases(8); seed++) {
      const given = randomCase(seed);
      const { instance, policy, locks } = given;
      if (!isSound(given) || !programOf(instance, policy, { locks }).ok) continue;
      if (bestOfEveryPlan(given, MOST_PLANS).status !== "infeasible") continue;
      const found = await conflictOf({ instance, policy, locks, solver });
      if (found === undefined) throw new Error(`seed ${seed} has a plan`);
      const entries = given.policy.rules.filter((rule) => isHard(rule)).map(({ id }) => id);
      const statusOf = (kept: readonly string[]) =>
        bestOfEveryPlan(given, MOST_PLANS, { without: new Set(entries.filter((id) => !kept.includes(id))) }).status;
      expect([seed, found.minimal, statusOf(found.rules)]).toEqual([seed, "yes", "infeasible"]);
      for (const rule of found.rules)
        expect([seed, rule, statusOf(found.rules.filter((id) => id !== rule))]).toEqual([seed, rule, "planned"]);
      const places = found.at?.places ?? [];
      const statusAt = (kept: typeof places) => {
        const keys = new Set(kept.map(keyOf));
        const told = new Set(places.map(({ rule }) => rule));
        return bestOfEveryPlan(given, MOST_PLANS, {
          without: new Set(entries.filter((id) => !found.rules.includes(id))),
          ignores: (violation) => told.has(violation.rule) && !keys.has(keyOf(violation)),
        }).status;
      };
      expect([seed, places, places.length === 0 ? "infeasible" : statusAt(places)]).toEqual([
        seed,
        places,
        "infeasible",
      ]);
      for (const place of places) {
        const rest = places.filter((each) => each !== place);
        expect([seed, place, found.at?.minimal, statusAt(rest)]).toEqual([seed, place, "yes", "planned"]);
      }
      for (const { rule, verified } of found.repairs) expect([seed, rule, verified]).toEqual([seed, rule, true]);
      const gives = found.repairs.flatMap((repair) => repair.gives);
      counts.gives += gives.length;
      counts.withUnit += gives.filter(({ unit }) => unit !== undefined).length;
      sizes.push(found.rules.length);
      counts.repairs += found.repairs.length;
      counts.places += places.length;
      if (places.some(({ about }) => about.kind !== "county")) counts.atPlaces++;
    }
    if (isCampaign)
      process.stdout.write(`${JSON.stringify({ cases: sizes.length, sizes: tally(sizes), ...counts })}\n`);
    expect(counts.withUnit).toBeGreaterThan(0.9 * counts.gives);
    expect(Math.max(...sizes)).toBeGreaterThan(0);
  },
);

const keyOf = ({ rule, about }: { readonly rule: string; readonly about: RuleSubject }) =>
  `${rule} ${subjectKey(about)}`;

function tally(numbers: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}

test("a county with a plan has no conflict", async () => {
  for (let seed = 1, tried = 0; tried < 3; seed++) {
    const given = randomCase(seed);
    const { instance, policy, locks } = given;
    if (!isSound(given) || bestOfEveryPlan(given, MOST_PLANS).status !== "planned") continue;
    tried++;
    await expect(conflictOf({ instance, policy, locks, solver })).resolves.toBeUndefined();
  }
});

test("a verdict that a limit left open never drops a member", async () => {
  const members = ["a", "b", "c", "d"];
  const exact = async (kept: ReadonlySet<string>) => !(kept.has("b") && kept.has("d"));
  await expect(smallestConflict(members, exact)).resolves.toEqual({ members: ["b", "d"], minimal: true });
  const open = async (kept: ReadonlySet<string>) => (kept.size === members.length ? false : undefined);
  await expect(smallestConflict(members, open)).resolves.toEqual({ members, minimal: false });
  await expect(smallestConflict(members, async () => true)).resolves.toBeUndefined();
  await expect(smallestConflict(members, async () => false)).resolves.toEqual({ members: [], minimal: true });
});
