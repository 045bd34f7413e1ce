import { isHard } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
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
    for (let seed = 1; sizes.length < cases(8); seed++) {
      const given = randomCase(seed);
      const { instance, policy, locks } = given;
      if (!isSound(given) || bestOfEveryPlan(given, MOST_PLANS).status !== "infeasible") continue;
      const found = await conflictOf({ instance, policy, locks, solver });
      if (found === undefined) throw new Error(`seed ${seed} has a plan`);
      const entries = given.policy.rules.filter((rule) => isHard(rule)).map(({ id }) => id);
      const statusOf = (kept: readonly string[]) =>
        bestOfEveryPlan(given, MOST_PLANS, { without: new Set(entries.filter((id) => !kept.includes(id))) }).status;
      expect([seed, found.minimal, statusOf(found.rules)]).toEqual([seed, "yes", "infeasible"]);
      for (const rule of found.rules)
        expect([seed, rule, statusOf(found.rules.filter((id) => id !== rule))]).toEqual([seed, rule, "planned"]);
      for (const { rule, verified } of found.repairs) expect([seed, rule, verified]).toEqual([seed, rule, true]);
      sizes.push(found.rules.length);
    }
    expect(Math.max(...sizes)).toBeGreaterThan(0);
  },
);

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
