import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { planCounty } from "../src/index.ts";
import { verifyPlan } from "../src/planner/verify-plan.ts";
import { CORRUPTIONS } from "./corruptions.ts";
import type { HandPlan } from "./hand-plan.ts";
import { handPlan } from "./hand-plan.ts";
import { randomCounty } from "./random-county.ts";
import { MOVES, instance, policy } from "./verify-county.ts";
import { cases } from "../../../scripts/campaign-size.ts";

/** Plans of the planner, checked by what knows nothing of the program: the two have to agree on every figure. */

const SEEDS = Array.from({ length: cases(12) }, (_, seed) => seed);

const solver = createHighsSolver();

afterAll(() => solver.close());

async function planned(seed: number): Promise<HandPlan | undefined> {
  const county = randomCounty(seed);
  const outcome = await planCounty({ ...county, solver });
  expect(["planned", "infeasible"]).toContain(outcome.status);
  return outcome.status === "planned" ? { ...county, plan: outcome.plan } : undefined;
}

describe("verifyPlan and planCounty", () => {
  test("agree on most of the random counties, and the rest is infeasible", { timeout: 300_000 }, async () => {
    let plans = 0;
    for (const seed of SEEDS) {
      const hand = await planned(seed);
      if (hand === undefined) continue;
      plans++;
      const report = verifyPlan(hand);
      expect([seed, report.violations.filter(({ strength }) => strength === "hard")]).toEqual([seed, []]);
      expect(report).toMatchObject({ ok: true, issues: [] });
      for (const [name, corrupt] of Object.entries(CORRUPTIONS)) {
        const spoiled = corrupt(hand, (bound) => seed % bound);
        if (spoiled === undefined) continue;
        const broken = verifyPlan({ ...hand, plan: spoiled.plan }).violations.map(({ rule }) => rule);
        expect([seed, name, broken]).toEqual([seed, name, expect.arrayContaining([spoiled.rule])]);
      }
    }
    expect(plans).toBeGreaterThan(SEEDS.length / 2);
  });

  test("the planner finds nothing worse than a plan made by hand", async () => {
    const outcome = await planCounty({ instance, policy, solver });
    const byHand = handPlan({ instance, policy, moves: MOVES }).plan.levels.map(({ value }) => value);
    const values = outcome.status === "planned" ? outcome.plan.levels.map(({ value }) => value) : [];
    const first = values.findIndex((value, level) => value !== byHand[level]);
    expect(values.length).toBeGreaterThanOrEqual(byHand.length);
    expect(values[first] ?? 0).toBeLessThan(byHand[first] ?? 1);
  });
});
