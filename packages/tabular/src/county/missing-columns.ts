import type { SourceLocation, Text } from "@lungang/core";
import type { Column, SheetSpec } from "../sheets/spec.ts";
import { errorAt, warningAt } from "./issues.ts";

/** Names that are listed in a message. */
export const MAX_LISTED = 20;

export function missingColumn(spec: SheetSpec, column: Column, place: SourceLocation) {
  return errorAt(place, "missing-column", {
    message: {
      zh: `“${spec.zh}”表缺少“${column.zh}”列`,
      en: `Sheet "${spec.key}" lacks the column "${column.key}"`,
    },
    expected: {
      zh: [column.zh, ...(column.aliases ?? [])].slice(0, MAX_LISTED).join("、"),
      en: column.en ?? column.key,
    },
    advice: { zh: "请补上该列，或把表头改为所列名称之一", en: "Add the column, or give it one of these headers" },
  });
}

/** Whether a value is needed is known only when a condition asks for it. */
export function missingOwn(spec: SheetSpec, { zh, en = zh }: Column, place: SourceLocation) {
  return warningAt(place, "own-column-missing", {
    message: {
      zh: `“${spec.zh}”表没有政策所用的“${zh}”列`,
      en: `Sheet "${spec.key}" has no column "${en}", which the policy declares`,
    },
    expected: { zh, en },
    advice: {
      zh: "请补上该列；该列已有而名称不同或与模板的列同名的，请在政策中用 column 写明表头",
      en: "Add the column, or write its header in the policy under column",
    },
  });
}

export function requiredHeaders({ columns }: SheetSpec): Text {
  const required = columns.filter((column) => column.required);
  return {
    zh: required.map(({ zh }) => zh).join("、"),
    en: required.map(({ key, en = key }) => en).join(", "),
  };
}
