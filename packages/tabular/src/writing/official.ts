import { dateText } from "@lungang/core/plan";
import type { Language } from "../values/codec.ts";
import { purposeOf } from "./sheet-purposes.ts";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";

/**
 * What all sheets of an official document have in common.
 *
 * @public
 */
export interface OfficialDocument {
  /** What the document is called, such as `清水县2026年教师交流轮岗方案`. */
  readonly title: string;
  /** What the title of every sheet begins with: whose it is and for which year. */
  readonly prefix: string;
  /** Who makes and seals it; left open to be written by hand where it is not known. */
  readonly unit?: string;
  /** First year of the school year. @defaultValue the title says it */
  readonly year?: number;
  /** Day of the document, `YYYY-MM-DD`; left open to be written by hand where it is not given. */
  readonly date?: string;
  readonly language: Language;
}

const WORDS = {
  zh: {
    contents: "目录",
    annex: (number: number) => `附件${number}`,
    columns: ["附件", "名称", "行数", "说明"],
    line: ({ unit = "　　　　　　　　" }: OfficialDocument) => `编制单位：${unit}`,
    year: (year: number) => `　　学年：${year}—${year + 1}学年`,
    apart: "另附",
    hidden: "已隐藏，不打印；右键点击工作表标签，选“取消隐藏”后查看",
    empty: (names: readonly string[]) => `注：下列各表本次没有内容，未单列：${names.join("、")}。`,
    sign: ({ unit = "　　　　　　　　" }: OfficialDocument, day: string) =>
      `编制单位（盖章）：${unit}　　负责人（签字）：　　　　　　经办人（签字）：　　　　　　日期：${day}`,
    open: "　　　　年　　月　　日",
  },
  en: {
    contents: "Contents",
    annex: (number: number) => `Annex ${number}`,
    columns: ["Annex", "Name", "Rows", "About"],
    line: ({ unit = "____________" }: OfficialDocument) => `Made by: ${unit}`,
    year: (year: number) => `; school year ${year}/${year + 1}`,
    apart: "Apart",
    hidden: 'hidden and not printed; a right click on a tab and "Unhide" shows it',
    empty: (names: readonly string[]) => `Note: these have nothing to list and no sheet: ${names.join(", ")}.`,
    sign: ({ unit = "____________" }: OfficialDocument, day: string) =>
      `Prepared by (seal): ${unit}      Head (signature): ____________      Clerk (signature): ____________      Date: ${day}`,
    open: "____________",
  },
} as const;

/**
 * Returns the sheets of an official document: contents first, then every sheet that has rows as a numbered annex with
 * title, unit, year, and a line to sign, seal and date. What has no rows is named in the contents and left out; what is hidden
 * stands in the contents without a number.
 *
 * Names of sheets stay as they are: a sheet that is read back is found by its name.
 *
 * @public
 */
export function officialSheets(sheets: readonly OutSheet[], document: OfficialDocument): readonly OutSheet[] {
  const words = WORDS[document.language];
  const isShown = ({ rows, always = false }: OutSheet) => rows.length > 0 || always;
  const filled = sheets.filter(isShown);
  const empty = sheets.filter((sheet) => !isShown(sheet)).map(({ name, heading }) => heading ?? name);
  const isPrinted = ({ hidden }: OutSheet) => hidden !== true;
  const annexOf = (sheet: OutSheet) =>
    isPrinted(sheet) ? words.annex(filled.filter(isPrinted).indexOf(sheet) + 1) : words.apart;
  const aboutOf = ({ name, about }: OutSheet) => about ?? purposeOf(name)?.[document.language] ?? "";
  const annexes = filled.map((sheet) => framed(sheet, annexOf(sheet), document));
  const contents: OutSheet = {
    name: words.contents,
    columns: words.columns.map((header, at) => ({
      header,
      width: CONTENTS_WIDTHS[at] ?? 12,
      ...(at === 2 ? ({ type: "integer" } as const) : {}),
    })),
    rows: filled.map((sheet): readonly OutValue[] => [
      annexOf(sheet),
      sheet.heading ?? sheet.name,
      sheet.rows.length,
      isPrinted(sheet) ? aboutOf(sheet) : words.hidden,
    ]),
    ...(empty.length === 0 ? {} : { notes: [words.empty(empty)] }),
    heading: document.title,
  };
  return [framed(contents, "", { ...document, prefix: "" }), ...annexes];
}

const CONTENTS_WIDTHS = [12, 46, 10, 60];

function framed(sheet: OutSheet, annex: string, document: OfficialDocument): OutSheet {
  const { title = [], notes = [], heading = sheet.name, ...rest } = sheet;
  const words = WORDS[document.language];
  const { year } = document;
  // What stands above a table that has no frame is a remark on one that has.
  const closing = [...title, ...notes, words.sign(document, dayOf(document))];
  const line = `${words.line(document)}${year === undefined ? "" : words.year(year)}`;
  return {
    ...rest,
    columns: signable(rest.columns),
    frame: { annex, title: `${document.prefix}${heading}`, line, closing },
  };
}

/** The line to sign, seal and date needs room: in a table of few columns each of them is wider by the same share. */
function signable(columns: OutSheet["columns"]): OutSheet["columns"] {
  const shown = columns.filter(({ hidden }) => hidden !== true);
  const total = shown.reduce((sum, { width = DEFAULT_WIDTH }) => sum + width, 0);
  if (total >= LEAST_WIDTH) return columns;
  return columns.map((column) => ({
    ...column,
    width: Math.round(((column.width ?? DEFAULT_WIDTH) * LEAST_WIDTH) / total),
  }));
}

/** Widths in characters: of a column that says nothing, and of a line with unit, two signatures and a day. */
const DEFAULT_WIDTH = 12;
const LEAST_WIDTH = 100;

/** The day in full, or room to write it. */
function dayOf({ date, language }: OfficialDocument): string {
  return date === undefined ? WORDS[language].open : dateText(date)[language];
}
