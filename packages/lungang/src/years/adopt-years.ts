import type { Checked, Instance, Issue } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Roster } from "@lungang/tabular";
import { plannedYears } from "@lungang/years";
import type { PlanningCase } from "../case/planning-case.ts";
import type { VerifyOutcome } from "../outcome/verify-outcome.ts";
import { adoptRoster } from "../roster/adopt.ts";
import type { RosterChange } from "../roster/changes.ts";
import { groundOf } from "./solve-years.ts";
import type { YearsCase } from "./years-case.ts";

/** What people changed in the workbook of a year. */
export interface YearChanges {
  readonly planYear: number;
  readonly changes: readonly RosterChange[];
}

/**
 * What came of adopting the workbooks of years: `adopted` with the plans to plan again from, `broken` with the first year
 * that breaks a rule, `invalid` where a line cannot be read.
 *
 * @public
 */
export type AdoptYearsOutcome =
  | {
      readonly status: "adopted";
      readonly plans: readonly Plan[];
      /** Years from the first up to the last that was edited; the plans after them are as they were. */
      readonly edited: number;
      readonly years: readonly YearChanges[];
      readonly issues: readonly Issue[];
    }
  | {
      readonly status: "broken";
      readonly planYear: number;
      readonly planningCase: PlanningCase;
      readonly years: readonly YearChanges[];
      readonly verified: VerifyOutcome;
      readonly issues: readonly Issue[];
    }
  | { readonly status: "invalid"; readonly issues: readonly Issue[] };

/**
 * Returns the roster of a year that people edited, undefined where nobody did.
 *
 * @param county - as the years before leave it
 * @public
 */
export type ReadEditedYear = (county: Instance, plan: Plan) => Promise<Checked<Roster | undefined>>;

/**
 * Takes over what people edited in the workbooks of planned years: each is verified on the county that the years before
 * leave behind, with their edits. Plans of later years may no longer fit then; they still say where people were to go.
 *
 * @public
 */
export async function adoptYears(
  yearsCase: YearsCase,
  plans: readonly Plan[],
  readEdited: ReadEditedYear,
): Promise<AdoptYearsOutcome> {
  const adopted: Plan[] = [];
  const years: YearChanges[] = [];
  const issues: Issue[] = [];
  let edited = 0;
  for (const [year, plan] of plans.entries()) {
    const planningCase = caseOfYear(yearsCase, [...adopted, plan], year);
    const { planYear } = planningCase.instance;
    const roster = await readEdited(planningCase.instance, plan);
    if (!roster.ok) return { status: "invalid", issues: roster.issues };
    if (roster.value === undefined) {
      adopted.push(plan);
      continue;
    }
    const outcome = await adoptRoster(planningCase, roster.value, plan);
    if (outcome.status === "invalid") return outcome;
    issues.push(...roster.warnings, ...outcome.issues);
    years.push({ planYear, changes: outcome.changes });
    if (outcome.status === "broken")
      return { status: "broken", planYear, planningCase, years, verified: outcome.verified, issues };
    adopted.push(outcome.plan);
    edited = year + 1;
  }
  return { status: "adopted", plans: adopted, edited, years, issues };
}

/** Returns what a year is verified by; who withdrew is held by locks that only its plan knows. */
function caseOfYear(yearsCase: YearsCase, plans: readonly Plan[], year: number): PlanningCase {
  const planned = plannedYears(groundOf(yearsCase), plans)[year];
  if (planned === undefined) throw new RangeError(`There is no year ${year}`);
  return { instance: planned.instance, policy: planned.policy, locks: planned.plan.basis.locks };
}
