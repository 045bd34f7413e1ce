import { indexCounty } from "@lungang/core";
import type { DecidedCounty } from "@lungang/core/policy";
import { decideEligibility, mayMove, pointSheetsOf } from "@lungang/core/policy";
import type { Plan } from "@lungang/core/plan";
import type { CountedScale } from "@lungang/tabular";
import { planSheets, writeWorkbook } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import { planDigest } from "../documents/plan-document.ts";
import type { Language, OutFile } from "./out-file.ts";
import { jsonFile } from "./out-file.ts";

/** Document of a plan. */
export const PLAN_FILE = "plan.json";
/** Workbook for the bureau: the one that people edit. */
export const WORKBOOK_FILE = "轮岗方案.xlsx";
const PUBLIC_WORKBOOK_FILE = "轮岗方案-公示.xlsx";

/**
 * Names of the files that {@link planFiles} returns, known before there is a plan.
 *
 * @public
 */
export const planFileNames: readonly string[] = [PLAN_FILE, WORKBOOK_FILE, PUBLIC_WORKBOOK_FILE];

/**
 * Returns the files of a plan: the document, the workbook for the bureau, and the masked one for publication.
 *
 * @public
 */
export async function planFiles(
  { instance, policy, locks }: PlanningCase,
  plan: Plan,
  language: Language,
): Promise<readonly OutFile[]> {
  const { name } = instance.county;
  const title = {
    zh: `${name}${instance.planYear}年教师交流轮岗方案`,
    en: `Rotation plan of ${name} for ${instance.planYear}`,
  }[language];
  const decided = decideEligibility(indexCounty(instance).county, policy, locks);
  const shown = { reasons: reasonsOf(decided, language), points: pointsOf(decided) };
  const internal = planSheets(plan, instance, { public: false, ...shown, policy, language });
  const published = planSheets(plan, instance, { public: true, policy, language });
  const named = { title, stamp: await planDigest(plan) };
  return [
    jsonFile(PLAN_FILE, plan),
    { name: WORKBOOK_FILE, content: await writeWorkbook(internal, named) },
    { name: PUBLIC_WORKBOOK_FILE, content: await writeWorkbook(published, named) },
  ];
}

/** The points of everybody who may move, by every scale of the policy; recruits are placed and not ranked. */
function pointsOf(eligibility: DecidedCounty): readonly CountedScale[] {
  const people = eligibility.decisions.flatMap(({ standing }, person) =>
    mayMove(standing) && standing !== "recruit" ? [person] : [],
  );
  const sheetsOf = pointSheetsOf(eligibility);
  const counted = people.map((person) => sheetsOf(person));
  return (counted[0] ?? []).map(({ text }, scale) => ({
    text,
    sheets: counted.flatMap((sheets) => sheets[scale]?.sheet ?? []),
  }));
}

/** Why each person moves, in the words of the policy with its source. */
function reasonsOf({ county, decisions }: DecidedCounty, language: Language): ReadonlyMap<string, string> {
  const [open, close, gap] = { zh: ["（", "）", "；"], en: [" (", ")", "; "] }[language] as [string, string, string];
  return new Map(
    decisions.map(({ reasons }, person) => [
      county.persons[person]?.id ?? "",
      reasons
        .map(({ text, source }) => (source === "" ? text[language] : `${text[language]}${open}${source}${close}`))
        .join(gap),
    ]),
  );
}
