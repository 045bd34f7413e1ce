import { subjectOfLabel } from "../formulation/row-subject.ts";
import { subjectKey } from "../subject/rule-subject.ts";
import { elasticProgram } from "@lungang/program";
import type { LabelGroup } from "@lungang/program";
import { solveChain } from "@lungang/program";
import type { LeastViolation, PlanRequest } from "../plan/outcome.ts";
import type { Formulation } from "./formulate.ts";
import type { Prepared } from "./prepare.ts";

/**
 * Lets every rule of the policy give and returns where the least total violation lies, by rule and subject.
 *
 * One unit of every rule weighs the same: this says what stands in the way, not what should give.
 */
export async function leastViolations(
  request: PlanRequest,
  { eligibility, rules }: Prepared,
  { program, violationUnits }: Formulation,
): Promise<readonly LeastViolation[]> {
  const ids = new Set(rules.map(({ id }) => id));
  // A rule may be called as a part of the structure is, which has no source.
  const priceOf = ({ rule, source }: LabelGroup) => (source !== "" && ids.has(rule) ? 1 : 0);
  const elastic = elasticProgram(program, priceOf, violationUnits);
  const chain = await solveChain(elastic.program, {
    solver: request.solver,
    timeSeconds: request.limits?.timeSeconds,
    relativeGap: 0,
    signal: request.signal,
  });
  if (chain.status !== "solved") return [];
  const found = new Map<string, LeastViolation>();
  for (const { column, group, subject } of elastic.slacks) {
    const amount = chain.values[column] as number;
    if (amount <= 0) continue;
    const { rule, source, subjectKind } = group;
    const about = subjectOfLabel({ subjectKind, subject }, eligibility.county);
    const key = `${rule} ${subjectKey(about)}`;
    const before = found.get(key)?.amount ?? 0;
    found.set(key, { rule, source, about, amount: amount + before });
  }
  return [...found.values()];
}
