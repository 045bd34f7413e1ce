import { officialSheets, writeWorkbook } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import type { NoPlan } from "./no-plan-sheets.ts";
import { noPlanSheets } from "./no-plan-sheets.ts";
import { officialDocument } from "./official-document.ts";
import type { Language, OutFile } from "./out-file.ts";
import type { PlanFilesOptions } from "./plan-files.ts";

/**
 * Name of the workbook that {@link noPlanFile} returns: nobody takes it for a plan.
 *
 * @public
 */
export const NO_PLAN_FILE = "无方案说明.xlsx";

/**
 * Returns the workbook that says why a case has no plan: which rules cannot hold together and where, what helps and by how
 * much at the least, how far quotas and shares can be raised, and under which values of the policy.
 *
 * @public
 */
export async function noPlanFile(
  planningCase: PlanningCase,
  found: NoPlan,
  options: Pick<PlanFilesOptions, "date"> & { readonly language: Language },
): Promise<OutFile> {
  const { name: county } = planningCase.instance.county;
  const year = planningCase.instance.planYear;
  const title = {
    zh: `${county}${year}年教师交流轮岗没有可行方案的说明`,
    en: `Why ${county} has no rotation plan for ${year}`,
  }[options.language];
  const document = { ...officialDocument(planningCase.instance, options), title };
  const sheets = officialSheets(noPlanSheets(planningCase, found, options.language), document);
  return { name: NO_PLAN_FILE, content: await writeWorkbook(sheets, { title }) };
}
