import { subjectOfLabel } from "../formulation/row-subject.ts";
import { subjectKey } from "../subject/rule-subject.ts";
import { solveChain } from "@lungang/program";
import type { LeastViolation, PlanRequest } from "../plan/outcome.ts";
import type { Roster } from "../plan/decode.ts";
import type { Violation } from "../plan/plan.ts";
import { planFigures } from "../verify/figures.ts";
import { recountPlan } from "../verify/recount.ts";
import { elasticCounty } from "./can-hold.ts";
import type { FormulatedCounty } from "./formulate-county.ts";
import { rosterAt } from "./formulate-county.ts";
import { checkOf } from "./rule-checks.ts";

/**
 * What is asked of rules that may give.
 *
 * @public
 */
export interface GiveOptions extends Pick<PlanRequest, "solver" | "limits" | "signal"> {
  /** Entries of the policy that may give. @defaultValue all */
  readonly entries?: readonly string[];
}

/**
 * What gives at the least, and a roster under which it does.
 *
 * @public
 */
export interface Given {
  readonly violations: readonly LeastViolation[];
  readonly roster: Roster;
}

/**
 * Lets rules of the policy give and returns where the least total violation lies, by rule and subject; undefined where
 * a limit stopped the solve, or the rest alone cannot be met.
 *
 * One unit of every rule weighs the same: this says what stands in the way, not what should give.
 *
 * @public
 */
export async function leastViolations(
  formulated: FormulatedCounty,
  { solver, limits, signal, entries }: GiveOptions,
): Promise<Given | undefined> {
  const { eligibility, rules } = formulated.prepared;
  const ids = new Set(entries ?? rules.map(({ id }) => id));
  const elastic = elasticCounty(formulated, (rule) => ids.has(rule));
  const chain = await solveChain(elastic.program, {
    solver,
    timeSeconds: limits?.timeSeconds,
    relativeGap: 0,
    proveUnique: false,
    signal,
  });
  if (chain.status !== "solved") return undefined;
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
  const roster = rosterAt(formulated, chain.values);
  const { facts } = recountPlan({ ...formulated.prepared, checkOf }, roster);
  const recounted = planFigures(facts).violations;
  return { violations: [...found.values()].map((each) => ({ ...each, ...unitOf(each, recounted) })), roster };
}

/** Returns the unit in which the check finds that a rule misses the same amount at the same place. */
function unitOf({ rule, about, amount }: LeastViolation, recounted: readonly Violation[]): { readonly unit?: string } {
  const place = subjectKey(about);
  const same = recounted.find((one) => one.rule === rule && one.amount === amount && subjectKey(one.about) === place);
  return same === undefined ? {} : { unit: same.unit };
}
