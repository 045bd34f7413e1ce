import type { Eligibility, Policy } from "@lungang/core/policy";
import type { Plan } from "@lungang/core/plan";
import { planSheets, writeWorkbook } from "@lungang/tabular";
import type { Language } from "./session.ts";
import type { OutFile } from "./write-all.ts";

export const PLAN_FILE = "plan.json";
export const WORKBOOK_FILE = "轮岗方案.xlsx";
export const PUBLIC_WORKBOOK_FILE = "轮岗方案-公示.xlsx";

/** A plan and what it was made from. */
export interface PlannedYear {
  readonly plan: Plan;
  readonly eligibility: Eligibility;
  readonly policy: Policy;
}

/** Returns the files of a plan: JSON, the workbook for the bureau, and the masked one for publication. */
export async function planFiles(
  { plan, eligibility, policy }: PlannedYear,
  language: Language,
): Promise<readonly OutFile[]> {
  const { instance } = eligibility.county;
  const { name } = instance.county;
  const title = {
    zh: `${name}${instance.planYear}年教师交流轮岗方案`,
    en: `Rotation plan of ${name} for ${instance.planYear}`,
  }[language];
  const reasons = reasonsOf(eligibility, language);
  const internal = planSheets(plan, instance, { public: false, reasons, policy, language });
  return [
    { name: PLAN_FILE, content: `${JSON.stringify(plan, null, 2)}\n` },
    { name: WORKBOOK_FILE, content: await writeWorkbook(internal, { title }) },
    {
      name: PUBLIC_WORKBOOK_FILE,
      content: await writeWorkbook(planSheets(plan, instance, { public: true, policy, language }), { title }),
    },
  ];
}

/** Why each person moves, in the words of the policy with its source. */
function reasonsOf({ county, decisions }: Eligibility, language: Language): ReadonlyMap<string, string> {
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
