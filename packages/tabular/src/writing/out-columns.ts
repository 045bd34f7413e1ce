import type { OutColumn } from "../workbook/write-xlsx.ts";
import type { Column } from "../sheets/spec.ts";

const MAX_LIST_CHARS = 250;

/** Returns a column as it is written: header, format, drop-down list and, where asked for, a comment. */
export function outColumn(column: Column, { commented }: { readonly commented: boolean }): OutColumn {
  const { codec, zh, width, required, note } = column;
  const fits = codec.choices !== undefined && codec.choices.join(",").length <= MAX_LIST_CHARS;
  return {
    header: zh,
    type: codec.type,
    ...(width === undefined ? {} : { width }),
    ...(required === undefined ? {} : { required }),
    ...(fits ? { choices: codec.choices } : {}),
    ...(commented ? { comment: `${note}\n应填：${codec.expected}\n（${column.key}）` } : {}),
  };
}
