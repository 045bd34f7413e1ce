import type { Plan } from "@lungang/core/plan";
import { officialSheets, writeWorkbook } from "@lungang/tabular";
import { plannedYears, yearAfter } from "@lungang/years";
import type { PlanningCase } from "../case/planning-case.ts";
import { groundOf } from "../years/solve-years.ts";
import type { PlanOfCase } from "../explain/reasons-of-plan.ts";
import type { YearsCase } from "../years/years-case.ts";
import { YEARS_FORMAT } from "../years/years-document.ts";
import { officialDocument } from "./official-document.ts";
import type { Language, OutFile } from "./out-file.ts";
import { jsonFile } from "./out-file.ts";
import type { PlanFilesOptions } from "./plan-files.ts";
import { planFileNames, planFiles } from "./plan-files.ts";
import type { VerifiedYears } from "./years-sheets.ts";
import { yearsSheets, yearsTitle } from "./years-sheets.ts";

/** Name of the file that holds the plans of all years, and from which they are planned again. */
export const YEARS_FILE = "years.json";

/** Workbook that shows all years at once. */
const OVERVIEW_FILE = "多年总览.xlsx";

/**
 * Names of the files that {@link yearsFiles} returns for a number of years, known before there are plans.
 *
 * @public
 */
export function yearsFileNames(firstYear: number, years: number): readonly string[] {
  const folders = Array.from({ length: years }, (_, year) => String(firstYear + year));
  const ofYears = folders.flatMap((folder) => planFileNames.map((name) => `${folder}/${name}`));
  return [...ofYears, OVERVIEW_FILE, YEARS_FILE];
}

/**
 * What the files of plans over years say beside the plans.
 *
 * @public
 */
export interface YearsFilesOptions extends Pick<PlanFilesOptions, "date"> {
  readonly language: Language;
  /** What the verification over all years found, from the outcome. @defaultValue nothing is told of it */
  readonly verified?: VerifiedYears;
  /** Why everybody goes or stays, by year. @defaultValue without what another place would cost */
  readonly people?: readonly PlanFilesOptions["people"][];
  /** Called before the files of a year are made: they take a while. */
  readonly onYear?: (planYear: number) => void | Promise<void>;
}

/**
 * Returns the plans of several years, each with the case of its year: the county as the years before leave it, and the locks
 * by which who withdrew stays.
 *
 * @public
 */
export function casesOfYears(yearsCase: YearsCase, plans: readonly Plan[]): readonly PlanOfCase[] {
  return plannedYears(groundOf(yearsCase), plans).map(({ plan, instance, policy }) => ({
    planningCase: { instance, policy, locks: plan.basis.locks },
    plan,
  }));
}

/**
 * Returns the case of the year after some planned ones, as their plans leave the county: of the year that has no plan.
 *
 * @public
 */
export function caseOfYearAfter(yearsCase: YearsCase, plans: readonly Plan[]): PlanningCase {
  return yearAfter(groundOf(yearsCase), plans);
}

/**
 * Returns the files of plans over years: those of every year in a folder of its own, a workbook that shows all years at once
 * (who goes when, heads of schools, what is open), and a document that holds all plans.
 *
 * @public
 */
export async function yearsFiles(
  yearsCase: YearsCase,
  plans: readonly Plan[],
  { verified, people: told = [], onYear, ...options }: YearsFilesOptions,
): Promise<readonly OutFile[]> {
  const files: OutFile[] = [];
  const years = plannedYears(groundOf(yearsCase), plans);
  for (const [at, { planningCase, plan }] of casesOfYears(yearsCase, plans).entries()) {
    const people = told[at];
    await onYear?.(planningCase.instance.planYear);
    const made = await planFiles(planningCase, plan, { ...options, ...(people === undefined ? {} : { people }) });
    files.push(...made.map((file) => ({ ...file, name: `${planningCase.instance.planYear}/${file.name}` })));
  }
  const named = yearsTitle(plans, yearsCase.instance.county.name, options.language);
  // The school year of a document is one; the titles say which years these are.
  const { year: _first, ...document } = officialDocument(yearsCase.instance, options);
  const overview = officialSheets(yearsSheets(years, { ...options, verified }), { ...document, ...named });
  const { title } = named;
  return [
    ...files,
    { name: OVERVIEW_FILE, content: await writeWorkbook(overview, { title }) },
    jsonFile(YEARS_FILE, { format: YEARS_FORMAT, plans }),
  ];
}
