import { mayMove } from "../../eligibility/decision.ts";
import type { Decision } from "../../eligibility/decision.ts";
import { pointCounters } from "../../policy/policy-attributes.ts";
import type { PlanFacts, RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure } from "../../recount/rule-check.ts";
import { moveTest } from "../../recount/tally.ts";
import type { PointsSumParams } from "./schema.ts";

/** Returns the points that are kept small, in ten-thousandths. */
function units(params: PointsSumParams, facts: PlanFacts): number {
  const { context, policy, decisions } = facts.eligibility;
  const counter = pointCounters(policy).get(params.points);
  const pointsOf = (person: number): number => counter?.ofPerson(context, person).total ?? 0;
  const ranked = (person: number): boolean => {
    const { standing } = decisions[person] as Decision;
    return mayMove(standing) && standing !== "recruit";
  };
  const moved = facts.moves
    .filter(moveTest(params.moves, facts))
    .flatMap(({ person }) => (ranked(person) ? [person] : []));
  const ofMovers = moved.reduce((sum, person) => sum + pointsOf(person), 0);
  if (params.of === "movers") return ofMovers;
  const all = decisions.reduce((sum, _decision, person) => sum + (ranked(person) ? pointsOf(person) : 0), 0);
  return all - ofMovers;
}

/** Recounts the points of who moves or stays. */
export const pointsSumCheck: RuleCheck<PointsSumParams> = {
  check: (params, entry, facts) => ({
    measures: [pricedMeasure(entry, "points/10000", units(params, facts))],
    violations: [],
  }),
  levelValue: (params, facts) => params.weight * units(params, facts),
};
