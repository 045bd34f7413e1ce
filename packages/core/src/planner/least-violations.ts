import type { Eligibility } from "../eligibility/eligibility.ts";
import type { Cell } from "../instance/cells.ts";
import { postName } from "../instance/cells.ts";
import { elasticProgram } from "@lungang/program";
import type { LabelGroup } from "@lungang/program";
import { solveChain } from "@lungang/program";
import type { LeastViolation, PlanRequest } from "../plan/outcome.ts";
import type { Formulation } from "../rules/formulate.ts";
import type { PairBalanceParams } from "../rules/pairBalance/schema.ts";
import { schoolPairs } from "../rules/pairs.ts";
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
  const ids = new Set(rules.map(({ entry }) => entry.id));
  // A rule may be called as a part of the structure is, which has no source.
  const gives = ({ rule, source }: LabelGroup) => source !== "" && ids.has(rule);
  const elastic = elasticProgram(program, gives, violationUnits);
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
    const name = subjectName(eligibility, group, subject);
    const key = JSON.stringify([group.rule, name]);
    const before = found.get(key)?.amount ?? 0;
    found.set(key, { rule: group.rule, source: group.source, subject: name, amount: amount + before });
  }
  return [...found.values()];
}

type Namer = (eligibility: Eligibility, subject: number, part: string) => string | undefined;

const NAMERS: Readonly<Record<string, Namer>> = {
  person: ({ county }, subject) => county.persons[subject]?.id,
  cell: ({ county }, subject) => postName(county.cells[subject] as Cell),
  school: ({ county }, subject) => county.schools[subject]?.id,
  relation: ({ county }, subject) => county.schools[subject]?.id,
  pair: (eligibility, subject, between) =>
    schoolPairs(eligibility, between as PairBalanceParams["between"])[subject]?.id,
};

/** Returns the id of what a label speaks about: a person, post, school or pair; the rule itself otherwise. */
function subjectName(eligibility: Eligibility, group: LabelGroup, subject: number): string {
  const [kind = "", part = ""] = group.subjectKind.split(".");
  return NAMERS[kind]?.(eligibility, subject, part) ?? group.rule;
}
