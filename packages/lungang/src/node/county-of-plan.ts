import { dirname, join, resolve } from "node:path";
import type { Checked, Instance } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { CountyOptions } from "../case/county.ts";
import { sound } from "../case/together.ts";
import { YEARS_FILE } from "../files/years-files.ts";
import { countyOfYear } from "../years/county-of-year.ts";
import type { Folder } from "./open.ts";
import { openCounty, readYearsFile } from "./open.ts";
import { isThere } from "./output/commit.ts";

/**
 * What a county is opened for: the plan that is read by it, and the file that holds the plan or was made from it.
 *
 * @public
 */
export interface ForPlan extends Folder, CountyOptions {
  readonly plan: Plan | undefined;
  readonly file: string;
}

/**
 * Opens the county that a plan is read by. Where the plan is one of a later year, the county is carried forward by the
 * plans of all years that lie beside the folder of the plan, which is said; where they do not, that is said.
 *
 * @public
 */
export async function openCountyFor(
  path: string,
  { plan, file, folder = ".", policy = plan?.basis.policy }: ForPlan,
): Promise<Checked<Instance>> {
  const county = await openCounty(path, { folder, policy });
  if (!county.ok || plan === undefined) return county;
  const { planYear } = plan.manifest.instance;
  if (county.value.planYear >= planYear) return county;
  const years = join(dirname(dirname(resolve(folder, file))), YEARS_FILE);
  const plans = (await isThere(years)) ? await readYearsFile(years) : sound<readonly Plan[]>([]);
  if (!plans.ok) return plans;
  const found = countyOfYear(county.value, plans.value, planYear);
  return found.ok ? sound(found.value, [...county.warnings, ...plans.warnings, ...found.warnings]) : found;
}
