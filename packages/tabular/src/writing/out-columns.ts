import type { OutColumn } from "../workbook/out-sheet.ts";
import type { Column } from "../sheets/spec.ts";

/** Spreadsheets take 255 characters of a list that stands in the cell itself. */
const MAX_LIST_CHARS = 250;

/** How a column of a workbook to fill in is shown. */
export interface Shown {
  readonly commented: boolean;
  /** Formula of the cells that hold what a column offers; undefined where the workbook has no such list. */
  readonly listOf?: (column: Column) => string | undefined;
}

/** Returns a column as it is written: header, format, drop-down list and, where asked for, a comment. */
export function outColumn(column: Column, { commented, listOf }: Shown): OutColumn {
  const { codec, zh, width, required, note, monthly, hidden } = column;
  return {
    header: zh,
    type: monthly === true ? "month" : codec.type,
    ...(width === undefined ? {} : { width }),
    ...(required === undefined ? {} : { required }),
    ...(hidden === undefined ? {} : { hidden }),
    ...offered(column, listOf?.(column)),
    ...(commented ? { comment: `${note}\n应填：${codec.expected.zh}\n（${column.key}）` } : {}),
  };
}

/** What the drop-down list of a column offers: words in the cell where they fit, else those of a list. */
function offered({ codec }: Column, formula: string | undefined): Partial<OutColumn> {
  const { choices, offers } = codec;
  if (choices !== undefined && fitsCell(choices)) return { choices };
  const isOpen = choices === undefined;
  if (formula !== undefined) return { choicesFrom: formula, isOpen };
  return typeof offers === "object" && fitsCell(offers) ? { choices: offers, isOpen } : {};
}

/** Whether words may stand in the cell itself. */
export function fitsCell(words: readonly string[]): boolean {
  return words.join(",").length <= MAX_LIST_CHARS;
}
