import type { ElasticProgram, LabelGroup, LinearProgram } from "@lungang/program";
import { ROW_SIDE, elasticProgram, labelOf, solveChain } from "@lungang/program";
import { subjectOfLabel } from "../formulation/row-subject.ts";
import type { PlanRequest } from "../plan/outcome.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import type { FormulatedCounty } from "./formulate-county.ts";

/**
 * Whether the hard rules of a program can hold together.
 *
 * @public
 */
export interface Standing {
  /** Undefined where a limit left that open. */
  readonly canHold: boolean | undefined;
  /** Where they cannot: what gives and what has a price, the weightiest first; a place to look first and no proof. */
  readonly against: readonly { readonly rule: string; readonly about: RuleSubject }[];
}

/** A bound above 0 proves that something has to give: how much is not asked. */
const ANY_BOUND = 0.99;

/**
 * Returns the elastic form of a county's program, in which entries of the policy may give.
 *
 * @param isFree - whether an entry may give
 */
export function elasticCounty(
  { formulation }: FormulatedCounty,
  isFree: (rule: string) => boolean,
  program: LinearProgram = formulation.program,
): ElasticProgram {
  // A rule may be called as a part of the structure is, which has no source.
  return elasticProgram(program, ({ rule, source }) => (source !== "" && isFree(rule) ? 1 : 0), {
    units: formulation.violationUnits,
    free: formulation.givingRows,
  });
}

/**
 * Asks whether the hard rules of a county can hold together, by what they have to give at the least: a program with costs is
 * answered by its prices, where one without any is searched.
 *
 * @param program - in place of the county's: the same with other bounds
 * @public
 */
export async function canHold(
  formulated: FormulatedCounty,
  { solver, limits, signal }: Pick<PlanRequest, "solver" | "limits" | "signal">,
  program: LinearProgram = formulated.formulation.program,
): Promise<Standing> {
  const { eligibility, rules } = formulated.prepared;
  const ids = new Set(rules.map(({ id }) => id));
  const elastic = elasticCounty(formulated, (rule) => ids.has(rule), program);
  const chain = await solveChain(elastic.program, {
    solver,
    timeSeconds: limits?.timeSeconds,
    nodes: limits?.nodes,
    relativeGap: ANY_BOUND,
    proveUnique: false,
    signal,
  });
  if (chain.status === "infeasible") return { canHold: false, against: [] };
  if (chain.status === "stopped") return { canHold: undefined, against: [] };
  const given = elastic.slacks.filter(({ column }) => chain.values[column] !== 0);
  if (given.length === 0) return { canHold: true, against: [] };
  const [level] = chain.levels;
  if (level === undefined || level.dualBound <= 0) return { canHold: undefined, against: [] };
  const labels = [
    ...given.map(({ group, subject }) => ({ ...group, subject })),
    ...pricedLabels(elastic.program, { prices: chain.prices[0]?.rows, ids }),
  ];
  return {
    canHold: false,
    against: labels.map((label) => ({ rule: label.rule, about: subjectOfLabel(label, eligibility.county) })),
  };
}

type SubjectOfGroup = LabelGroup & { readonly subject: number };

/** Returns the labels of the rules' rows that have a price, by what their bounds add to what is proven, most first. */
function pricedLabels(
  { rowCount, rowKinds, rowLabels, rowLower, rowUpper }: LinearProgram,
  { prices, ids }: { readonly prices: Float64Array | undefined; readonly ids: ReadonlySet<string> },
): readonly SubjectOfGroup[] {
  const found: { readonly label: SubjectOfGroup; readonly adds: number }[] = [];
  if (prices === undefined) return [];
  for (let row = 0; row < rowCount; row++) {
    const group = labelOf(rowLabels, row);
    const price = prices[row] as number;
    const isRule = rowKinds[row] === ROW_SIDE && group.source !== "" && ids.has(group.rule);
    if (!isRule || Math.abs(price) <= LEAST_PRICE) continue;
    const adds = price * ((price > 0 ? rowLower[row] : rowUpper[row]) as number);
    found.push({ label: { ...group, subject: rowLabels.subjectOf[row] as number }, adds });
  }
  return found.sort((a, b) => b.adds - a.adds).map(({ label }) => label);
}

/** Prices below this are noise of the solver. */
const LEAST_PRICE = 1e-6;
