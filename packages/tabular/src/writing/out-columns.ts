import type { OutColumn } from "../workbook/out-sheet.ts";
import type { Column } from "../sheets/spec.ts";

const MAX_LIST_CHARS = 250;

/** Returns a column as it is written: header, format, drop-down list and, where asked for, a comment. */
export function outColumn(column: Column, { commented }: { readonly commented: boolean }): OutColumn {
  const { codec, zh, width, required, note, monthly, hidden } = column;
  const fits = codec.choices !== undefined && codec.choices.join(",").length <= MAX_LIST_CHARS;
  return {
    header: zh,
    type: monthly === true ? "month" : codec.type,
    ...(width === undefined ? {} : { width }),
    ...(required === undefined ? {} : { required }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(fits ? { choices: codec.choices } : {}),
    ...(commented ? { comment: `${note}\n应填：${codec.expected}\n（${column.key}）` } : {}),
  };
}
