import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { cases, isCampaign } from "../../../../scripts/campaign-size.ts";
import { RULE_NAMES } from "../../src/policy.ts";
import { compareCase } from "./disagreements.ts";
import { UNREAD, readableCase } from "./readable-case.ts";

/**
 * `verifyPlan` against a second reading of the policy language, which was written from the documents alone: plans of the
 * planner and plans that a hand changed, on counties of no sense.
 *
 * `LUNGANG_SEED` sets the first of the counties.
 */
const CASES = cases(24);
const FIRST = Number(process.env["LUNGANG_SEED"] ?? 5001);
/** Rosters that a hand makes of each plan. */
const HANDS = 12;
const BATCH = 12;
/** Rules that only cost something: nothing about them can be broken. */
const NEVER_BROKEN = [
  "balance",
  "nearness",
  "wishes",
  "tenure",
  "fairBurden",
  "stability",
  "batches",
  "changes",
  "evenShortfall",
];

const solver = createHighsSolver();
afterAll(() => solver.close());

const tally = { rosters: 0, clean: 0 };
const breaches = new Map<string, number>();

/** Compares plans of a county and counts what came of it; returns what the two say differently. */
async function tryCase(seed: number): Promise<readonly string[]> {
  const found = await compareCase(readableCase(seed), { solver, hands: HANDS });
  if (found === undefined) return [];
  tally.rosters += found.rosters;
  tally.clean += found.clean;
  for (const [rule, count] of found.breaches) breaches.set(rule, (breaches.get(rule) ?? 0) + count);
  return found.disagreements;
}

test.each(Array.from({ length: Math.ceil(CASES / BATCH) }, (_, batch) => FIRST + batch * BATCH))(
  "verify and the second reading agree on counties %i and after",
  { timeout: 300_000 },
  async (first) => {
    const disagreements: string[] = [];
    const last = Math.min(first + BATCH, FIRST + CASES);
    for (let seed = first; seed < last; seed++) disagreements.push(...(await tryCase(seed)));
    expect(disagreements).toEqual([]);
  },
);

test("most rosters are right in themselves, and rules are broken by some", () => {
  expect(tally.clean / tally.rosters).toBeGreaterThan(0.5);
  const breakable = RULE_NAMES.filter((name) => !NEVER_BROKEN.includes(name) && !UNREAD.has(name));
  const unbroken = breakable.filter((name) => !breaches.has(name));
  // A campaign breaks every rule; a sample breaks many.
  expect(unbroken.length).toBeLessThanOrEqual(isCampaign ? 0 : breakable.length / 2);
});
