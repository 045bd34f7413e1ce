import { dateText } from "@lungang/core/plan";
import { dueDates } from "@lungang/procedure";
import type { Source } from "../source.ts";
import type { RowSpec, TableSpec } from "../spec.ts";
import { column, tableOf } from "../spec.ts";
import { text } from "../text.ts";

const DUTIES = [
  column("duty", ["事项", "What"]),
  column("source", ["依据", "Rule"]),
  column("by", ["时限", "By"]),
  column("state", ["办理方式", "How"]),
];

const TO_DO = text("由主管部门办理", "done by the authority");
const NOT_PLANNED = text("未纳入本方案，另行办理", "not part of this plan");

/** What the policy asks the authority to do beside the moves, and what of it no plan contains; no table where it asks nothing. */
export function duties({ policy, county }: Source): readonly TableSpec[] {
  const { due = [], later = [] } = policy.reports ?? {};
  const rows: readonly RowSpec[] = [
    ...dueDates(due, county.instance.planYear).map(({ text: duty, source, by }) => ({
      duty,
      source,
      by: by === undefined ? "" : dateText(by),
      state: TO_DO,
    })),
    ...later.map(({ text: duty, source }) => ({ duty, source, by: "", state: NOT_PLANNED })),
  ];
  if (rows.length === 0) return [];
  return [
    tableOf({ id: "duties", title: ["政策要求办理的事项", "What the policy asks to be done"], columns: DUTIES }, rows),
  ];
}

/** What the policy asks to be sent, and by when. */
export function dueNotes({ policy, county }: Source, rule: string) {
  return dueDates(policy.reports?.due ?? [], county.instance.planYear)
    .filter(({ source }) => source === rule)
    .map(({ text: due, by }) =>
      by === undefined ? due : text(`${due.zh}（${dateText(by).zh}前）`, `${due.en} (by ${by})`),
    );
}
