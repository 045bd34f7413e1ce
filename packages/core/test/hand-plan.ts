import { checkOf } from "../src/planner/rule-checks.ts";
import { basisOf, indexCounty } from "../src/index.ts";
import { planSchema } from "../src/plan.ts";
import type { Instance, Lock } from "../src/index.ts";
import type { Plan, PlanMove, PlanReturn, PlanStay } from "../src/plan.ts";
import type { Policy } from "../src/policy.ts";
import { decideEligibility } from "../src/eligibility/eligibility.ts";
import { indicatorsOf } from "../src/indicators/indicators.ts";
import type { PlanFacts } from "../src/recount/facts.ts";
import { planFigures, planLevelValue } from "../src/verify/figures.ts";
import { recountPlan } from "../src/verify/recount.ts";
import { completeMoves, expectedReturns } from "../src/verify/roster.ts";
import type { RosterMove } from "../src/verify/roster.ts";

/** A plan written by hand, with everything that it takes to verify it. */
export interface HandPlan {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks: readonly Lock[];
  readonly plan: Plan;
}

/** What a hand-made plan is made from; a move says who goes to which post, the rest follows. */
export interface HandMade {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly moves: readonly RosterMove[];
  readonly returns?: readonly PlanReturn[];
  readonly locks?: readonly Lock[];
}

/** Returns the facts of a hand-made plan. */
export function factsOf({ instance, policy, moves, returns, locks = [] }: HandMade): PlanFacts {
  const eligibility = decideEligibility(indexCounty(instance).county, policy, locks);
  const lines = {
    moves: completeMoves(moves, eligibility),
    returns: [...(returns ?? expectedReturns(eligibility))],
  };
  return recountPlan({ eligibility, rules: policy.rules, checkOf }, lines).facts;
}

/** Returns the whole plan with figures that fit its lines, whatever the lines are. */
export function handPlan(made: HandMade): HandPlan {
  const { instance, policy, locks = [] } = made;
  const { county } = indexCounty(instance);
  const eligibility = decideEligibility(county, policy, locks);
  const moves: PlanMove[] = completeMoves(made.moves, eligibility);
  const returns = [...(made.returns ?? expectedReturns(eligibility))];
  const { facts } = recountPlan({ eligibility, rules: policy.rules, checkOf }, { moves, returns });
  const figures = planFigures(facts);
  const plan = planSchema.parse({
    format: "lungang-plan-2",
    termination: { reason: "optimal", primalBound: 0, dualBound: 0, relativeGap: 0, reproducible: true },
    moves,
    returns,
    stays: staysOf(facts),
    ...figures,
    levels: policy.levels.map(({ name, unit }) => ({
      name,
      unit,
      value: planLevelValue(name, facts, figures.violations),
      dualBound: null,
      relativeGap: null,
      reason: "optimal",
    })),
    indicators: indicatorsOf(facts),
    manifest: {
      instance: { county: instance.county.id, planYear: instance.planYear },
      policy: { id: policy.id, version: policy.version },
      seed: "1",
      solver: "hand",
      versions: {},
      hashes: { instance: "", policy: "", locks: "" },
      limits: {},
      overrides: [],
    },
    basis: basisOf({ policy, locks }),
  });
  return { instance, policy, locks, plan };
}

const STAYING: Readonly<Record<string, PlanStay["reason"]>> = {
  exempt: "exempt",
  held: "locked",
  running: "running",
  notDue: "notDue",
};

function staysOf({ eligibility, moves, returns }: PlanFacts): PlanStay[] {
  const gone = new Set([...moves, ...returns].map(({ person }) => person));
  const { county, decisions } = eligibility;
  return county.persons.flatMap(({ id }, index): PlanStay[] => {
    const standing = decisions[index]?.standing ?? "";
    if (gone.has(index) || standing === "outOfScope") return [];
    const school = county.schools[county.works[index] as number]?.id ?? null;
    return [{ person: id, school, reason: STAYING[standing] ?? "notChosen" }];
  });
}
