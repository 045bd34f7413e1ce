import type { ReportSectionName } from "@lungang/core/policy";
import { publishedName } from "@lungang/core/plan";
import { CATALOGUE } from "./catalogue.ts";
import { citedBy } from "./cited.ts";
import { SMALLEST_COUNT, tableFor } from "./privacy.ts";
import type { Report } from "./report.ts";
import type { ReportRequest } from "./source.ts";
import { sourceOf } from "./source.ts";
import type { ReportDefinition } from "./spec.ts";
import { text } from "./text.ts";

/**
 * Ids of all reports in order.
 *
 * @public
 */
export const REPORT_IDS: readonly string[] = CATALOGUE.map(({ id }) => id);

/**
 * Makes the reports of one plan as data.
 *
 * The public version masks names, leaves out ids, birth dates, statuses and reasons, and holds back counts that could
 * give somebody away; a report of which it shows no table is none of it. What the data do not hold is named in `missing` and
 * never invented.
 *
 * @throws {RangeError} if a report is asked for that does not exist
 * @public
 */
export function buildReports(request: ReportRequest): readonly Report[] {
  const { policy, audience } = request;
  const least = policy.reports?.smallestCount ?? SMALLEST_COUNT;
  const source = sourceOf(request);
  const cited = citedBy(policy);
  const nameOf = publishedName(policy);
  const placeOfName = new Map(request.instance.schools.map(({ id }) => [source.schoolName(id), source.placeOf(id)]));
  return chosen(request.reports ?? policy.reports?.select).flatMap((definition): readonly Report[] => {
    const { id, title, sources } = definition;
    const { tables, notes = [], missing = [] } = definition.build(source);
    // What is left of several tables is not all that the title of the report promises.
    const heading = tables.length === 1 ? { heading: title } : {};
    const shown = tables.flatMap((spec) => {
      const table = tableFor(spec, { audience, least, placeOfName, nameOf });
      return table === undefined ? [] : [{ ...table, ...heading }];
    });
    if (audience === "public" && shown.length === 0) return [];
    const remark = audience === "public" ? [publicNote(least, policy)] : [];
    return [
      {
        id,
        title,
        sources: sources.filter((rule) => cited.has(rule)),
        audience,
        tables: shown,
        notes: [...notes, ...remark],
        missing,
      },
    ];
  });
}

function chosen(ids: readonly string[] | undefined): readonly ReportDefinition[] {
  if (ids === undefined) return CATALOGUE;
  const unknown = ids.find((id) => !REPORT_IDS.includes(id));
  if (unknown !== undefined) {
    throw new RangeError(`Cannot build report "${unknown}": the reports are ${REPORT_IDS.join(", ")}`);
  }
  return CATALOGUE.filter(({ id }) => ids.includes(id));
}

function publicNote(least: number, { publication }: ReportRequest["policy"]) {
  const names =
    publication?.names === "full"
      ? text("姓名按政策规定全名公布", "names are in full, as the policy says")
      : text("姓名已隐去", "names are masked");
  return text(
    `公开版本：${names.zh}，不含编号、出生日期和个人情形；少于${least}人的统计及可据以推算的统计以*代替`,
    `Public version: ${names.en}, ids, birth dates and personal circumstances left out; * stands for counts below ${least} and those from which they would follow`,
  );
}

/**
 * Returns which sections of a policy the reports read: the others need no answer from the authority.
 *
 * @public
 */
export function policySectionsOf(ids: readonly string[] = REPORT_IDS): readonly ReportSectionName[] {
  return ids.includes("R19") ? ["benefits", "reports"] : ["reports"];
}
