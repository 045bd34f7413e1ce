import type { Plan } from "@lungang/core/plan";
import { plannedYears } from "@lungang/years";
import { groundOf } from "../years/solve-years.ts";
import type { YearsCase } from "../years/years-case.ts";
import { YEARS_FORMAT } from "../years/years-document.ts";
import type { Language, OutFile } from "./out-file.ts";
import { jsonFile } from "./out-file.ts";
import type { PlanFilesOptions } from "./plan-files.ts";
import { planFileNames, planFiles } from "./plan-files.ts";

/** Name of the file that holds the plans of all years, and from which they are planned again. */
export const YEARS_FILE = "years.json";

/**
 * Names of the files that {@link yearsFiles} returns for a number of years, known before there are plans.
 *
 * @public
 */
export function yearsFileNames(firstYear: number, years: number): readonly string[] {
  const folders = Array.from({ length: years }, (_, year) => String(firstYear + year));
  return [...folders.flatMap((folder) => planFileNames.map((name) => `${folder}/${name}`)), YEARS_FILE];
}

/**
 * Returns the files of plans over years: those of every year in a folder of its own, and one that holds all plans.
 *
 * @public
 */
export async function yearsFiles(
  yearsCase: YearsCase,
  plans: readonly Plan[],
  options: PlanFilesOptions & { readonly language: Language },
): Promise<readonly OutFile[]> {
  const files: OutFile[] = [];
  for (const { plan, instance, policy } of plannedYears(groundOf(yearsCase), plans)) {
    // Who withdrew is held by locks that only the plan knows.
    const made = await planFiles({ instance, policy, locks: plan.basis.locks }, plan, options);
    files.push(...made.map((file) => ({ ...file, name: `${instance.planYear}/${file.name}` })));
  }
  return [...files, jsonFile(YEARS_FILE, { format: YEARS_FORMAT, plans })];
}
