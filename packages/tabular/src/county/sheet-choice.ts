import type { Book, SheetData } from "../workbook/book.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, warningAt } from "./issues.ts";
import { SHEETS, specOfSheet } from "../sheets/sheets.ts";
import type { SheetKey, SheetSpec } from "../sheets/spec.ts";
import { cellText, placeIn } from "./table.ts";

/** Names of sheets that hold no data. */
const IGNORED = /^(说明|填表说明|填写说明|readme|notes?|instructions)$/i;

/** Tells the sheets of a book apart by name and reports those missing, doubled, hidden or unknown. */
export function chooseSheets(book: Book, log: IssueLog): ReadonlyMap<SheetKey, SheetData> {
  const chosen = new Map<SheetKey, SheetData>();
  for (const sheet of book.sheets) {
    const spec = specOfSheet(sheet.name);
    if (spec === undefined) reportUnknown(sheet, log);
    else if (isEmpty(sheet)) continue;
    else if (chosen.has(spec.key)) reportDouble(spec, sheet, log);
    else {
      chosen.set(spec.key, sheet);
      if (sheet.hidden) reportHidden(sheet, log);
    }
  }
  const [first] = book.sheets;
  for (const spec of SHEETS) {
    if (spec.required && !chosen.has(spec.key)) reportMissing(spec, first, { log, book });
  }
  return chosen;
}

function isEmpty(sheet: SheetData): boolean {
  return sheet.rows.every((row) => row.every((cell) => cellText(cell) === ""));
}

function reportUnknown(sheet: SheetData, log: IssueLog): void {
  if (IGNORED.test(cellText(sheet.name)) || isEmpty(sheet)) return;
  log.add(
    warningAt(placeIn(sheet), "unknown-sheet", {
      message: { zh: `工作表“${sheet.name}”未识别，已忽略`, en: `The sheet "${sheet.name}" is unknown and ignored` },
      received: sheet.name,
    }),
  );
}

function reportDouble(spec: SheetSpec, sheet: SheetData, log: IssueLog): void {
  log.add(
    errorAt(placeIn(sheet), "duplicate-sheet", {
      message: { zh: `有两张表都是“${spec.zh}”`, en: `Two sheets hold "${spec.key}"` },
      received: sheet.name,
      advice: { zh: "请合并，或删除其中一张", en: "Join them or delete one" },
    }),
  );
}

function reportHidden(sheet: SheetData, log: IssueLog): void {
  log.add(
    warningAt(placeIn(sheet), "hidden-sheet", {
      message: {
        zh: `工作表“${sheet.name}”是隐藏的，也已读入`,
        en: `The hidden sheet "${sheet.name}" was read as well`,
      },
      advice: { zh: "不需要的工作表请删除", en: "Delete sheets that do not belong" },
    }),
  );
}

function reportMissing(
  spec: SheetSpec,
  first: SheetData | undefined,
  { log, book }: { log: IssueLog; book: Book },
): void {
  const file = first?.file === undefined || first.lines !== undefined ? {} : { file: first.file };
  log.add(
    errorAt(file, "missing-sheet", {
      message: { zh: `缺少“${spec.zh}”表`, en: `The sheet "${spec.key}" is missing` },
      expected: `${spec.zh} (${spec.key})`,
      received: book.sheets
        .map((sheet) => sheet.name)
        .join("、")
        .slice(0, 200),
      advice: { zh: "请按模板命名工作表或文件", en: "Name sheets or files as in the template" },
    }),
  );
}
