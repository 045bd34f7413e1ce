import type { Checked, Instance, Issue, Lock } from "@lungang/core";
import type { Policy, Settings } from "@lungang/core/policy";
import { readSources } from "../case/case-sources.ts";
import type { CaseParts, CaseRequest } from "../case/planning-case.ts";
import { assembleCase } from "../case/planning-case.ts";
import { refused, sound } from "../case/together.ts";

/**
 * What years are planned from.
 *
 * @public
 */
export interface YearsCase {
  readonly instance: Instance;
  /** One policy a year. */
  readonly policies: readonly Policy[];
  readonly years: number;
  /** Decisions of the first year. */
  readonly locks: readonly Lock[];
}

/** How many years, and what changes from year to year. */
export interface YearsSpan {
  /** Number of years, from 1 to {@link MOST_YEARS}. */
  readonly years: number;
  /** Settings of each year over those of all years; the last entry holds for the years after it. @defaultValue none */
  readonly yearly?: readonly Settings[];
}

/**
 * What a case over years is opened from.
 *
 * @public
 */
export interface YearsCaseRequest extends Omit<CaseRequest, "withReports">, YearsSpan {}

/**
 * Most years of one plan.
 *
 * @public
 */
export const MOST_YEARS = 6;

/**
 * Opens a case over years; the problems of all sources come at once, those of a policy from the first year that has any.
 *
 * @public
 */
export async function openYearsCase({ years, yearly = [], ...sources }: YearsCaseRequest): Promise<Checked<YearsCase>> {
  return assembleYears({ years, yearly, ...(await readSources(sources)) });
}

/** Puts a case over years together from parts that were read. */
export function assembleYears({ years, yearly = [], ...parts }: CaseParts & YearsSpan): Checked<YearsCase> {
  if (!Number.isInteger(years) || years < 1 || years > MOST_YEARS) return refused(wrongSpan(years));
  const policies: Policy[] = [];
  const warnings: Issue[] = [];
  let instance: Instance | undefined;
  let locks: readonly Lock[] = [];
  for (let year = 0; year < years; year++) {
    const settings = { ...parts.settings, ...yearly[Math.min(year, yearly.length - 1)] };
    const opened = assembleCase({ ...parts, settings });
    // What is wrong in one year is wrong in all of them, or is a value of that year.
    if (!opened.ok) return opened;
    ({ instance, locks } = opened.value);
    policies.push(opened.value.policy);
    if (year === 0) warnings.push(...opened.warnings);
  }
  return sound({ instance: instance as Instance, policies, years, locks }, warnings);
}

function wrongSpan(years: number): Issue {
  return {
    code: "invalid-years",
    severity: "error",
    path: ["years"],
    received: String(years),
    expected: `1 - ${MOST_YEARS}`,
    message: { zh: "年数不正确", en: "The number of years is wrong" },
  };
}
