import type { RowRecord } from "../county/rows.ts";
import { columnKeyOf } from "../county/header.ts";
import type { IssueLog } from "../county/issues.ts";
import { errorAt } from "../county/issues.ts";
import type { Table } from "../county/table.ts";
import { placeIn } from "../county/table.ts";
import { appointmentPeopleSheet } from "../sheets/appointment-main-sheets.ts";
import type { Column, SheetSpec } from "../sheets/spec.ts";
import type { FactValue } from "../values/fact.ts";
import { fact } from "../values/fact.ts";
import type { FactColumn } from "./item-rows.ts";

const PREFIX = "fact ";

/** Returns the key under which the value of a free column is read. */
function keyOf(column: string): string {
  return PREFIX + column.replaceAll(".", "_");
}

/** Returns the sheet of people with the free columns that this workbook asks for. */
export function peopleSheetWith(facts: readonly FactColumn[]): SheetSpec {
  const free = facts.filter(({ column }) => columnKeyOf(appointmentPeopleSheet, column) === undefined);
  return {
    ...appointmentPeopleSheet,
    columns: [
      ...appointmentPeopleSheet.columns,
      ...free.map(({ column, isList }): Column => ({
        key: keyOf(column),
        zh: column,
        codec: fact(isList),
        // What counts for points may be health, discipline or a birth date.
        sensitive: true,
        note: "计分或同分比较用",
      })),
    ],
  };
}

/** Says which free columns the sheet of people lacks: one problem a column and not one a person. */
export function reportMissingFacts({ sheet, headerRow, columns }: Table, facts: readonly FactColumn[], log: IssueLog) {
  for (const { column } of facts) {
    if (columns.has(factKey(column))) continue;
    log.add(
      errorAt(placeIn(sheet, headerRow), "missing-column", {
        message: {
          zh: `“人员”表缺少计分或同分比较所用的“${column}”列`,
          en: `The sheet "people" lacks the column "${column}", which points or ties need`,
        },
        expected: column,
        advice: { zh: "请补上该列，或改正“计分项”“参数”中的列名", en: "Add it, or correct its name where it is used" },
      }),
    );
  }
}

/** Returns the key of a column, whether it is one of ours or a free one. */
export function factKey(column: string): string {
  return columnKeyOf(appointmentPeopleSheet, column) ?? keyOf(column);
}

/** Returns the free values of a person by column. */
export function factsOf({ value }: RowRecord, facts: readonly FactColumn[]): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    facts.flatMap(({ column }) => {
      const found = value[factKey(column)] as FactValue | undefined;
      return found === undefined ? [] : [[column, found]];
    }),
  );
}
