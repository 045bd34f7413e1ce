import type { Eligibility, Plan } from "@lungang/core";
import { planSheets, writeWorkbook } from "@lungang/tabular";
import type { OutFile } from "./write-all.ts";

export const PLAN_FILE = "plan.json";
export const WORKBOOK_FILE = "轮岗方案.xlsx";
export const PUBLIC_WORKBOOK_FILE = "轮岗方案-公示.xlsx";

/** Returns the files of a plan: JSON, the workbook for the bureau, and the masked one for publication. */
export async function planFiles(plan: Plan, eligibility: Eligibility): Promise<readonly OutFile[]> {
  const { instance } = eligibility.county;
  const title = `${instance.county.name}${instance.planYear}年教师交流轮岗方案`;
  const reasons = reasonsOf(eligibility);
  const internal = planSheets(plan, instance, { public: false, reasons });
  return [
    { name: PLAN_FILE, content: `${JSON.stringify(plan, null, 2)}\n` },
    { name: WORKBOOK_FILE, content: await writeWorkbook(internal, { title }) },
    {
      name: PUBLIC_WORKBOOK_FILE,
      content: await writeWorkbook(planSheets(plan, instance, { public: true }), { title }),
    },
  ];
}

/** Why each person moves, in the words of the policy with its source. */
function reasonsOf({ county, decisions }: Eligibility): ReadonlyMap<string, string> {
  return new Map(
    decisions.map(({ reasons }, person) => [
      county.persons[person]?.id ?? "",
      reasons.map(({ text, source }) => (source === "" ? text.zh : `${text.zh}（${source}）`)).join("；"),
    ]),
  );
}
