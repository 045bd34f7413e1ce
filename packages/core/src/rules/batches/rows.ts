import type { Decision } from "../../eligibility/decision.ts";
import type { Person } from "../../instance/person.ts";
import { ageAtCutoff } from "../../policy/facts.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { RowsContext } from "../../formulation/context.ts";
import type { BatchesParams } from "./schema.ts";

/** Prices due people who stay by how soon their age limit comes: costs on the arcs of leaving, no rows. */
export function addBatchesRows(params: BatchesParams, _entry: RuleTerms, context: RowsContext): void {
  const { eligibility, network, builder, levels } = context;
  const level = levels.get(params.level);
  if (level === undefined) return;
  eligibility.decisions.forEach((decision, person) => {
    if (decision.standing !== "due") return;
    const urgency = params.weight * Math.max(0, params.years - yearsLeft(context, decision, person));
    builder.addOffset(level, urgency);
    const leave = network.leave[person] as number;
    if (leave !== ABSENT) builder.addCost(level, leave, -urgency);
  });
}

/** Returns how many more years a person stays within the age limit; the widest of the groups that hold counts. */
export function yearsLeft(
  { eligibility }: Pick<RowsContext, "eligibility">,
  { reasons }: Decision,
  index: number,
): number {
  const { policy, county, context } = eligibility;
  const person = county.persons[index] as Person;
  const age = ageAtCutoff(person, context.cutoff);
  let left = 0;
  for (const { id, age: limit } of policy.eligibility.due) {
    if (!reasons.some(({ code, rule }) => code === "due" && rule === id)) continue;
    left = Math.max(left, limit === undefined ? Infinity : limit[person.sex] - age - (limit.inclusive ? 0 : 1));
  }
  return left;
}
