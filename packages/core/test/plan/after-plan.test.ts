import type { Plan } from "../../src/plan/plan.ts";
import type { PlanOutcome, PlanRequest } from "../../src/plan/outcome.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import type { Solver } from "@lungang/program";
import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { Draws } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import { isSound } from "./answers.ts";
import { oneOf } from "./draw.ts";
import type { RandomCase } from "./random-county.ts";
import { randomCase } from "./random-county.ts";
import { cases } from "../../../../scripts/campaign-size.ts";

/** A plan made after another one says the same as if it were the first. */

const highs = createHighsSolver();
const network = createNetworkSolver({ finisher: createHighsSolver(), fewColumns: 0, siftFrom: 0 });

afterAll(() => Promise.all([highs.close(), network.close()]));

type Case = Pick<RandomCase, "instance" | "policy" | "locks">;

/** What somebody who asks "what if" changes, one thing at a time. */
const CHANGES: readonly ((given: RandomCase, draws: Draws) => Case)[] = [
  (given) => given,
  (given, draws) => {
    // Every policy has these two; without an entry of its own it gets the usual ones.
    const own = given.policy.rules.filter(({ rule }) => rule !== "total" && rule !== "mustMove");
    const out = oneOf(draws, own.length > 0 ? own : given.policy.rules);
    return { ...given, policy: { ...given.policy, rules: given.policy.rules.filter((rule) => rule !== out) } };
  },
  (given, draws) => changed(given, { candidates: { ...given.policy.candidates, limit: draws.integer(1, 3) } }),
  (given, draws) =>
    changed(given, { candidates: { ...given.policy.candidates, radiusMetres: draws.integer(500, 9000) } }),
  (given) => changed(given, { levels: [...given.policy.levels].reverse() }),
  (given) => {
    const { eligibility } = given.policy;
    return changed(given, { eligibility: { ...eligibility, exemptions: [] } });
  },
  (given, draws) => {
    const { id } = oneOf(draws, given.instance.persons);
    // A decision that contradicts an earlier one is refused before anything is planned.
    const others = given.locks.filter(({ person }) => person !== id);
    return { ...given, locks: [...others, { person: id, stay: true, reason: "family" }] };
  },
];

function changed(given: RandomCase, parts: Partial<Policy>): Case {
  return { ...given, policy: { ...given.policy, ...parts } };
}

function request({ instance, policy, locks }: Case, solver: Solver): PlanRequest {
  return { instance, policy, locks, solver, limits: { relativeGap: 0 } };
}

const levelsOf = ({ levels }: Pick<Plan, "levels">) =>
  levels.map(({ name, value, dualBound }) => [name, value, dualBound]);

/** What does not depend on which of several equal plans was found. */
function gist(outcome: PlanOutcome) {
  switch (outcome.status) {
    case "planned":
      return { status: outcome.status, levels: levelsOf(outcome.plan), warnings: outcome.warnings };
    case "infeasible": {
      const least = outcome.leastViolations.reduce((sum, { amount }) => sum + amount, 0);
      return { status: outcome.status, least, warnings: outcome.warnings };
    }
    case "stopped":
      return { status: outcome.status };
    case "invalid":
      return { status: outcome.status, issues: outcome.issues };
  }
}

const caseCount = cases(13);

describe.each([
  ["highs", highs, 3060],
  ["network", network, 4080],
])("a plan made with %s after another", (_name, solver, first) => {
  test("has the values, bounds and issues that it has alone", async () => {
    const seen: Record<string, number> = {};
    for (let seed = first; seed < first + caseCount; seed++) {
      const given = randomCase(seed);
      if (!isSound(given)) continue;
      const before = await planCounty(request(given, solver));
      if (before.status !== "planned") continue;
      const draws = new Draws(seed);
      for (const [number, change] of CHANGES.entries()) {
        const now = change(given, draws);
        const alone = await planCounty(request(now, solver));
        const after = await planCounty({ ...request(now, solver), after: before.memory });
        expect([seed, number, gist(after)]).toEqual([seed, number, gist(alone)]);
        seen[after.status] = (seen[after.status] ?? 0) + 1;
        if (after.status !== "planned" || alone.status !== "planned") continue;
        const { policy, locks } = now;
        expect([seed, number, verifyPlan({ instance: given.instance, policy, locks, plan: after.plan }).ok]).toEqual([
          seed,
          number,
          true,
        ]);
        expect(after.plan.manifest).toEqual(alone.plan.manifest);
        // A plan that says it comes again has to be the one that comes without the earlier plan.
        const comesAgain = after.plan.termination.reproducible;
        const movesOf = ({ plan }: typeof alone) => (comesAgain ? plan.moves : []);
        expect([seed, number, movesOf(after)]).toEqual([seed, number, movesOf(alone)]);
        if (comesAgain) seen["again"] = (seen["again"] ?? 0) + 1;
      }
    }
    expect(seen["planned"]).toBeGreaterThan(caseCount);
    expect(seen["again"]).toBeGreaterThan(caseCount / 4);
    expect(seen["infeasible"]).toBeGreaterThan(0);
  });
});

test("a memory of another county is of no use and does no harm", async () => {
  const drawn = Array.from({ length: 20 }, (_, k) => randomCase(3000 + k)).filter(isSound);
  const outcomes = await Promise.all(drawn.map((given) => planCounty(request(given, highs))));
  const memory = outcomes.flatMap((outcome) => (outcome.status === "planned" ? [outcome.memory] : []))[0];
  if (memory === undefined) throw new Error("wanted a plan");
  for (const [number, given] of drawn.entries()) {
    const after = await planCounty({ ...request(given, highs), after: memory });
    expect(gist(after)).toEqual(gist(outcomes[number] as PlanOutcome));
  }
});

test("a plan after another says that it comes again only where it is proven the only one", async () => {
  const given = Array.from({ length: 60 }, (_, k) => randomCase(3000 + k)).filter(isSound);
  const told: (boolean | undefined)[][] = [];
  for (const limits of [{ relativeGap: 0 }, { relativeGap: 0, proveUnique: false }]) {
    for (const one of given) {
      const alone = await planCounty({ ...request(one, highs), limits });
      if (alone.status !== "planned" || alone.plan.moves.length === 0) continue;
      const after = await planCounty({ ...request(one, highs), limits, after: alone.memory });
      const again = [alone, after].map(
        (outcome) => outcome.status === "planned" && outcome.plan.termination.reproducible,
      );
      told.push([limits.proveUnique, ...again]);
    }
  }
  expect(
    told.filter(([proven]) => proven === false).every(([, alone, after]) => alone === true && after === false),
  ).toBe(true);
  expect(told.some(([proven, alone, after]) => proven === undefined && alone === true && after === true)).toBe(true);
  expect(told.length).toBeGreaterThan(10);
});
