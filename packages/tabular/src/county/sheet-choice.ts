import type { SourceLocation } from "@lungang/core";
import type { Book, SheetData } from "../workbook/book.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, warningAt } from "./issues.ts";
import type { SheetSet } from "../sheets/sheets.ts";
import type { SheetKey, SheetSpec } from "../sheets/spec.ts";
import { cellText, likeness } from "./header.ts";
import { placeIn, placeOfBook } from "./table.ts";

/** Names of sheets that hold no data. */
const IGNORED = /^(说明|选项|填表说明|填写说明|readme|notes?|instructions)$/i;

/** Files that systems and programs leave behind; nobody means them to be read. */
const LEFT_BEHIND = /^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/** Tells the sheets of a book apart by name and reports those missing, doubled, hidden or not read. */
export function chooseSheets(
  book: Book,
  { sheets, log }: { readonly sheets: SheetSet; readonly log: IssueLog },
): ReadonlyMap<SheetKey, SheetData> {
  const filled = book.sheets.filter((sheet) => !isEmpty(sheet));
  const chosen = new Map<SheetKey, SheetData>();
  for (const sheet of filled) choose(sheet, { sheets, chosen, log });
  const missing = sheets.specs.filter(({ key }) => !chosen.has(key));
  const missingLike = (sheet: SheetData) => likeliest(sheet, missing);
  for (const sheet of filled) {
    const isRead = sheets.named(sheet.name) !== undefined;
    if (!isRead) reportUnread(sheet.name, placeIn(sheet), { sheets, chosen, log, meant: missingLike(sheet) });
  }
  reportFiles(book.unread ?? [], { sheets, chosen, log });
  for (const spec of sheets.specs) if (spec.required && !chosen.has(spec.key)) reportMissing(spec, { log, book });
  return chosen;
}

function choose(
  sheet: SheetData,
  { sheets, chosen, log }: Omit<Choice, "chosen"> & { readonly chosen: Map<SheetKey, SheetData> },
): void {
  const spec = sheets.named(sheet.name);
  if (spec === undefined) return;
  if (chosen.has(spec.key)) return reportDouble(spec, sheet, log);
  chosen.set(spec.key, sheet);
  if (sheet.hidden) reportHidden(sheet, log);
}

/** Fewer headings than this may be those of any table. */
const LEAST_LIKENESS = 4;

/** Returns the sheet, of those not found, whose headings a sheet of another name has. */
function likeliest({ rows }: SheetData, missing: readonly SheetSpec[]): SheetSpec | undefined {
  const counted = missing.map((spec) => ({ spec, count: likeness(spec, rows) }));
  // Of two that are alike the one that must be there is meant.
  const [best] = counted.sort((a, b) => b.count - a.count || Number(b.spec.required) - Number(a.spec.required));
  return best === undefined || best.count < LEAST_LIKENESS ? undefined : best.spec;
}

interface Choice {
  readonly sheets: SheetSet;
  readonly chosen: ReadonlyMap<SheetKey, SheetData>;
  readonly log: IssueLog;
  /** What the headings of a sheet say that it is. */
  readonly meant?: SheetSpec | undefined;
}

/** Names a sheet that is not read; where it seems to be one that is missing, it may not be left out in passing. */
function reportUnread(name: string, place: SourceLocation, { sheets, chosen, log, meant: like }: Choice): void {
  if (IGNORED.test(cellText(name))) return;
  const copied = sheets.copyNamed(name);
  const meant = copied ?? like;
  if (meant === undefined) {
    log.add(
      warningAt(place, "unknown-sheet", {
        message: { zh: `“${name}”未识别，未读入`, en: `"${name}" is unknown and not read` },
        received: name,
        advice: {
          zh: "需要读入的请按模板命名；不需要的可以删除",
          en: "Name it as in the template if it is needed; delete it otherwise",
        },
      }),
    );
    return;
  }
  const details = {
    message: { zh: `“${name}”未读入，像是“${meant.zh}”表`, en: `"${name}" is not read; it looks like "${meant.key}"` },
    received: name,
    expected: { zh: meant.zh, en: meant.en ?? meant.key },
    advice: {
      zh: `要读入请改名为“${meant.zh}”；不要读入请移走或删除`,
      en: `Rename it to "${meant.zh}" to have it read; remove it otherwise`,
    },
  };
  // What need not be there may have been kept for itself under a name of its own.
  const mayStay = chosen.has(meant.key) || (copied === undefined && !meant.required);
  log.add(mayStay ? warningAt(place, "copy-not-read", details) : errorAt(place, "copy-not-read", details));
}

/** Names the files of the folder that are not read: copies of sheets one by one, all others in one line. */
function reportFiles(names: readonly string[], choice: Choice): void {
  const others: string[] = [];
  for (const file of names) {
    const stem = file.replace(/\.[^.]*$/, "");
    if (LEFT_BEHIND.test(file) || IGNORED.test(cellText(stem))) continue;
    if (/\.(csv|tsv|txt)$/i.test(file) && choice.sheets.copyNamed(stem) !== undefined)
      reportUnread(stem, { file }, choice);
    else others.push(file);
  }
  const [file] = others;
  if (file === undefined) return;
  choice.log.add(
    warningAt({ file }, "files-not-read", {
      message: {
        zh: `文件夹中有 ${others.length} 个文件未读入：${others.slice(0, 20).join("、")}`,
        en: `${others.length} files of the folder are not read: ${others.slice(0, 20).join(", ")}`,
      },
      received: others.slice(0, 20).join("、"),
      advice: {
        zh: "只读入按模板命名的 CSV 文件；工作簿请单独给出其路径",
        en: "Only CSV files named as in the template are read; give the path of a workbook itself",
      },
    }),
  );
}

function isEmpty(sheet: SheetData): boolean {
  return sheet.rows.every((row) => row.every((cell) => cellText(cell) === ""));
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

function reportMissing(spec: SheetSpec, { log, book }: { readonly log: IssueLog; readonly book: Book }): void {
  log.add(
    errorAt(placeOfBook(book), "missing-sheet", {
      message: { zh: `缺少“${spec.zh}”表`, en: `The sheet "${spec.key}" is missing` },
      expected: { zh: spec.zh, en: spec.en ?? spec.key },
      received: book.sheets
        .map((sheet) => sheet.name)
        .join("、")
        .slice(0, 200),
      advice: { zh: "请按模板命名工作表或文件", en: "Name sheets or files as in the template" },
    }),
  );
}
