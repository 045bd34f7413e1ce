import type { SourceLocation } from "@lungang/core";
import type { SheetSpec } from "../sheets/spec.ts";
import { EXAMPLE_PREFIXES, NOTE_PREFIX } from "../sheets/spec.ts";
import { foldText } from "../values/text.ts";
import type { CellValue } from "../workbook/book.ts";
import { cellText } from "./header.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, warningAt } from "./issues.ts";
import { endOfTable } from "./second-table.ts";
import type { Table } from "./table.ts";
import { placeIn } from "./table.ts";

/** Returns the rows that hold data; examples, notes, sums and empty rows are left out. */
export function dataRows(table: Table, log: IssueLog): readonly number[] {
  const { sheet, headerRow, spec } = table;
  const rows: number[] = [];
  const examples = examplesOf(spec);
  const end = endOfTable(table, log);
  for (let row = headerRow + 1; row < end; row++) {
    const kind = rowKind(sheet.rows[row] ?? [], examples);
    if (kind === "data") rows.push(row);
    else if (kind !== "empty" && spec.framed !== true) countSkipped(log, kind, placeIn(sheet, row));
  }
  const hidden = rows.filter((row) => sheet.hiddenRows.has(row));
  const [firstHidden] = hidden;
  if (firstHidden !== undefined) {
    log.add(
      warningAt(placeIn(sheet, firstHidden), "hidden-rows", {
        message: {
          zh: `“${spec.zh}”表有 ${hidden.length} 个隐藏行，也已读入`,
          en: `${hidden.length} hidden rows of sheet "${spec.key}" were read as well`,
        },
        advice: { zh: "不需要的行请删除，不要隐藏", en: "Delete rows that do not belong instead of hiding them" },
      }),
    );
  }
  reportMerges(table, new Set(rows), log);
  return rows;
}

type RowKind = "data" | "empty" | "note" | "template" | "example" | "total" | "footer";

/** Words below a table that say who made it, when, and who signed. */
const FOOTER =
  /^(编制|制表|填表|填报|审核|审批|复核|经办|统计|报送|上报|单位负责人|负责人|校长|主管|联系人?|电话|盖章|签字|日期|时间|打印|单位)(人|日期|时间|单位|意见|领导|电话|签字|盖章)*[(（:：]|^prepared\s*by[(（:：]/iu;
/** A line of signatures has few cells; a row of data that begins like one has many. */
const FOOTER_CELLS = 6;
const TOTAL = /^(?:本?页?(?:合计|总计|小计|共计|总数|累计|平均值?)|total)(?:[:：].*)?$|^共\d+[人所名个条]/u;

function rowKind(cells: readonly CellValue[], examples: ReadonlySet<string>): RowKind {
  const filled = cells.map(cellText).filter((text) => text !== "");
  const [first] = filled;
  if (first === undefined) return "empty";
  if (NOTE_PREFIX.test(first)) return "note";
  const folded = foldText(first);
  if (examples.has(folded)) return "template";
  if (EXAMPLE_PREFIXES.some((prefix) => folded.startsWith(prefix))) return "example";
  if (TOTAL.test(folded)) return "total";
  return FOOTER.test(folded) && filled.length <= FOOTER_CELLS ? "footer" : "data";
}

/** First cells of the rows that the template itself shows as examples. */
function examplesOf({ columns }: SheetSpec): ReadonlySet<string> {
  const examples = columns[0]?.examples ?? [];
  const shown = examples.map((example) => foldText(String(example)));
  return new Set(shown.filter((text) => EXAMPLE_PREFIXES.some((prefix) => text.startsWith(prefix))));
}

const SKIPPED = {
  example: {
    code: "example-rows-skipped",
    zh: "示例行",
    en: "example rows",
    advice: { zh: "确是数据的请改编号，不要以“示例”开头", en: "Rename ids that begin with 示例 if they are data" },
  },
  total: {
    code: "total-rows-skipped",
    zh: "合计行",
    en: "rows of sums",
    advice: { zh: "确是合计的不用改", en: "Nothing to do if they are sums" },
  },
  footer: {
    code: "footer-rows-skipped",
    zh: "表尾签注行",
    en: "rows of signatures",
    advice: { zh: "确是签注的不用改", en: "Nothing to do if they are" },
  },
} as const;

function countSkipped(log: IssueLog, kind: Exclude<RowKind, "data" | "empty">, place: SourceLocation): void {
  if (kind === "note" || kind === "template") return;
  const { code, zh, en, advice } = SKIPPED[kind];
  log.count(`${kind}/${place.file ?? ""}/${place.sheet ?? ""}`, (count) =>
    warningAt(place, code, {
      message: { zh: `跳过了 ${count} 个${zh}`, en: `${count} ${en} were skipped` },
      advice,
    }),
  );
}

function reportMerges({ sheet }: Table, rows: ReadonlySet<number>, log: IssueLog): void {
  for (const { top, left, bottom } of sheet.merges) {
    for (let row = top; row <= bottom; row++) {
      if (!rows.has(row)) continue;
      log.add(
        errorAt(placeIn(sheet, top, left), "merged-data", {
          message: { zh: "数据行中有合并单元格", en: "Cells of data rows are merged" },
          advice: { zh: "请取消合并，并在每一行填写", en: "Unmerge them and fill in every row" },
        }),
      );
      break;
    }
  }
}
