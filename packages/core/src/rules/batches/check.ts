import type { Person } from "../../instance/person.ts";
import { ageAtCutoff } from "../../policy/facts.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure } from "../../recount/rule-check.ts";
import type { BatchesParams } from "./schema.ts";

/** Returns the points of people who are due and stay, although an age limit comes within the years. */
function waiting({ years }: BatchesParams, { eligibility, moves }: PlanFacts): number {
  const { county, decisions, policy, context } = eligibility;
  const gone = new Set(moves.map(({ person }) => person));
  const groups = new Map(policy.eligibility.due.map((group) => [group.id, group]));
  let points = 0;
  decisions.forEach(({ standing, reasons }, index) => {
    if (standing !== "due" || gone.has(index)) return;
    const person = county.persons[index] as Person;
    const limits = reasons.flatMap(({ code, rule }) => (code === "due" ? [groups.get(rule)?.age] : []));
    const lastAge = limits.map((limit) =>
      limit === undefined ? Infinity : limit[person.sex] - (limit.inclusive ? 0 : 1),
    );
    points += Math.max(0, years - Math.max(0, ...lastAge.map((age) => age - ageAtCutoff(person, context.cutoff))));
  });
  return points;
}

/** Recomputes how urgent the moves are that the plan puts off. */
export const batchesCheck: RuleCheck<BatchesParams> = {
  check: (params, entry, facts) => ({
    measures: [pricedMeasure(entry, "points", waiting(params, facts))],
    violations: [],
  }),
  levelValue: (params, facts) => params.weight * waiting(params, facts),
};
