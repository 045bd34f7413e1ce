import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/plan.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import type { ChangesPlace } from "../../src/planner/replan.ts";
import { held, replanCounty, withFewestChanges } from "../../src/planner/replan.ts";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { isSound } from "./answers.ts";
import { bestOfEveryPlan } from "./every-plan.ts";
import type { RandomCase } from "./random-county.ts";
import { randomCase } from "./random-county.ts";
import { cases } from "../../../../scripts/campaign-size.ts";

/** Plans made again after a withdrawal, against trying every plan. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const MOST_PLANS = 7500;

type Given = Pick<RandomCase, "instance" | "policy" | "locks">;

async function firstPlans(count: number): Promise<{ seed: number; given: Given; plan: Plan }[]> {
  const found: { seed: number; given: Given; plan: Plan }[] = [];
  for (let seed = 1; found.length < count; seed++) {
    const drawn = randomCase(seed);
    if (!isSound(drawn)) continue;
    const given = { instance: drawn.instance, policy: drawn.policy, locks: drawn.locks };
    const outcome = await planCounty({ ...given, solver, limits: { relativeGap: 0 } });
    if (outcome.status === "planned" && outcome.plan.moves.length > 1) found.push({ seed, given, plan: outcome.plan });
  }
  return found;
}

let made: ReturnType<typeof firstPlans> | undefined;

/** The same plans for all tests: to make them is most of the time. */
function plans(): ReturnType<typeof firstPlans> {
  made ??= firstPlans(cases(6));
  return made;
}

/** People of the plan who can be held at their school. */
function firstToWithdraw({ moves }: Plan, { locks }: Given): readonly string[] {
  const locked = new Set(locks.map(({ person }) => person));
  return moves.flatMap(({ person, from }) => (from === null || locked.has(person) ? [] : [person])).slice(0, 1);
}

describe("replanCounty", () => {
  test("without a withdrawal changes nobody", async () => {
    for (const { seed, given, plan } of await plans()) {
      const again = await replanCounty({ ...given, solver, baseline: plan });
      expect([seed, again.status === "planned" && again.changes]).toEqual([
        seed,
        { people: 0, bound: 0, proven: true, changed: [] },
      ]);
    }
  });

  const PLACES: readonly ChangesPlace[] = ["first", "afterCompliance", "last"];

  test.each(PLACES)("changes as few others as any plan does, counted %s", async (place) => {
    let compared = 0;
    for (const { seed, given, plan } of await plans()) {
      const withdrawn = firstToWithdraw(plan, given);
      const policy = withFewestChanges(given.policy, { baseline: plan, withdrawn, place });
      const again = { ...given, policy, locks: [...given.locks, ...held(withdrawn)] };
      const best = bestOfEveryPlan({ ...randomCase(seed), ...again }, MOST_PLANS);
      if (best.status === "tooMany") continue;
      const limits = { relativeGap: 0 };
      const outcome = await replanCounty({ ...given, solver, limits, baseline: plan, withdrawn, place });
      expect([seed, outcome.status]).toEqual([seed, best.status]);
      if (outcome.status !== "planned" || best.status !== "planned") continue;
      compared++;
      const found = outcome.plan.levels.filter(({ name }) => name !== "lottery");
      expect([seed, found.map(({ value }) => value)]).toEqual([seed, best.values]);
      const people = best.values[found.findIndex(({ name }) => name === "changes")];
      expect([seed, outcome.changes]).toMatchObject([seed, { people, bound: people, proven: true }]);
      expect([seed, verifyPlan({ ...again, plan: outcome.plan }).ok]).toEqual([seed, true]);
    }
    expect(compared).toBeGreaterThan(2);
  });
});
