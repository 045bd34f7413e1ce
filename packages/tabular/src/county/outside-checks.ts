import type { IssueLog } from "./issues.ts";
import { shortText, warningAt } from "./issues.ts";
import type { RowRecord } from "./rows.ts";
import { placeIn } from "./table.ts";

/** What history and family may name that is in no sheet: a place outside the county, or a slip of the pen. */
interface Outside {
  readonly records: readonly RowRecord[];
  readonly keys: readonly string[];
  readonly known: ReadonlySet<unknown>;
  readonly zh: string;
  readonly en: string;
}

/** Says once a column how many references lead outside the county; they are read as they stand. */
export function checkOutside({ records, keys, known, zh, en }: Outside, log: IssueLog): void {
  for (const record of records) {
    for (const key of keys) {
      const found = record.value[key];
      if (found === undefined || record.bad.has(key) || known.has(found)) continue;
      const { table, row } = record;
      const place = placeIn(table.sheet, row, table.columns.get(key));
      log.count(`outside-reference/${table.sheet.file ?? ""}/${table.spec.key}/${key}`, (count) =>
        warningAt(place, "outside-reference", {
          message: {
            zh: `${count} 处${zh}，按县外处理，如此处的“${shortText(found)}”`,
            en: `${count} ${en} and are taken to lie outside the county, such as "${shortText(found)}" here`,
          },
          received: shortText(found),
          advice: {
            zh: "确在县外的不用改；写错的请改为表中的编号或名称",
            en: "Correct those that are slips; others may stay",
          },
        }),
      );
    }
  }
}
