import type { FormCode } from "@lungang/core";
import { NONE, addMonths } from "@lungang/core";
import type { BenefitEntry } from "@lungang/core/policy";
import type { BenefitContext } from "./context.ts";
import { NO_EXCHANGE, exchangeOf, peopleOf, personAt, termMonths } from "./context.ts";

const MONTHS_OF_YEAR = 12;

/**
 * Money for one person; an amount that the policy does not state is null and never 0.
 *
 * @public
 */
export interface AllowanceFinding {
  readonly entry: BenefitEntry;
  readonly person: number;
  /** Times the ordinary rate. */
  readonly factor: number;
  /** Yuan a month, with the factor. */
  readonly monthlyYuan: number | null;
  readonly onceYuan: number | null;
  /** Months of the exchange, or of a year for people who stay. */
  readonly months: number;
  readonly totalYuan: number | null;
}

/** Returns who gets an allowance and how much it comes to. */
export function allowances(entry: BenefitEntry, context: BenefitContext): readonly AllowanceFinding[] {
  const factor = entry.factor ?? 1;
  return peopleOf(entry, context)
    .filter((person) => !entry.movers || exchangeOf(context, person) !== undefined)
    .map((person) => {
      const move = exchangeOf(context, person);
      const months = move === undefined ? MONTHS_OF_YEAR : termMonths(move, context);
      const monthlyYuan = entry.monthlyYuan === undefined ? null : entry.monthlyYuan * factor;
      const onceYuan = entry.onceYuan ?? null;
      const known = monthlyYuan !== null || onceYuan !== null;
      const totalYuan = known ? (monthlyYuan ?? 0) * months + (onceYuan ?? 0) : null;
      return { entry, person, factor, monthlyYuan, onceYuan, months, totalYuan };
    });
}

/**
 * Which school's pay and treatment hold for somebody on an exchange.
 *
 * @public
 */
export interface PayFinding {
  readonly entry: BenefitEntry;
  readonly person: number;
  readonly rule: "host" | "home" | "post";
  /** School whose pay holds; with `post` that of the post filled. */
  readonly school: number;
}

/** Returns the pay of everybody who works away from home under the plan (CX-03, HL-21, XC-23). */
export function payOf(entry: BenefitEntry, context: BenefitContext): readonly PayFinding[] {
  const { worksAfter, eligibility } = context;
  const { home } = eligibility.county;
  const rule = entry.payRule ?? "host";
  return peopleOf(entry, context)
    .filter((person) => (home[person] as number) !== NONE && home[person] !== worksAfter[person])
    .map((person) => {
      const own = home[person] as number;
      const school = rule === "home" ? own : (worksAfter[person] as number);
      return { entry, person, rule, school };
    });
}

/** Returns whom awards and promotion prefer: movers (YL-31, GP-05), or those whose exchange was assessed (BQ-19, BN-17). */
export function preferredPeople(entry: BenefitEntry, context: BenefitContext): readonly number[] {
  const isMeant = (person: number) => {
    if (entry.served) return hasServed(entry, context, person);
    return !entry.movers || isOfForms(entry, exchangeOf(context, person)?.form);
  };
  return peopleOf(entry, context).filter(isMeant);
}

/** Returns whether an exchange in one of the forms that count runs, or has ended within a year before the cut-off. */
function hasServed(entry: BenefitEntry, context: BenefitContext, person: number): boolean {
  const { start, cutoff } = context.eligibility.context;
  const yearBefore = addMonths(cutoff, -MONTHS_OF_YEAR);
  return personAt(context, person).exchanges.some(
    (record) => isOfForms(entry, record.form) && record.start < start && record.end > yearBefore,
  );
}

function isOfForms({ forms }: BenefitEntry, form: FormCode | undefined): boolean {
  return form !== undefined && !NO_EXCHANGE.has(form) && (forms === undefined || forms.includes(form));
}
