import { cleanId } from "../values/text.ts";
import type { SheetData } from "../workbook/book.ts";
import { errorAt } from "./issues.ts";
import type { Issue } from "@lungang/core";
import type { ReadContext } from "./cells.ts";
import { BAD, readCell } from "./cells.ts";
import type { RowRecord } from "./rows.ts";
import { readRows } from "./rows.ts";
import { travelSheet } from "../sheets/travel-sheet.ts";
import type { Column } from "../sheets/spec.ts";
import { cellText, columnKeyOf, findHeaderRow } from "./header.ts";
import type { Table } from "./table.ts";
import { dataRows } from "./data-rows.ts";
import { findTable, placeIn } from "./table.ts";

/** Distances by person and school, in the shape of the instance. */
export interface TravelMatrix {
  readonly persons: readonly string[];
  readonly schools: readonly string[];
  readonly metres: readonly (readonly (number | null)[])[];
}

/** Reads distances: one pair a row, or one person a row with one column a school. */
export function readTravel(sheet: SheetData, context: ReadContext): TravelMatrix | undefined {
  return findHeaderRow(travelSheet, sheet.rows) === undefined ? readWide(sheet, context) : readLong(sheet, context);
}

interface Pair {
  readonly person: string;
  readonly school: string;
  readonly metres?: number;
  readonly kilometres?: number;
}

const METRES_PER_KILOMETRE = 1000;

function readLong(sheet: SheetData, context: ReadContext): TravelMatrix | undefined {
  const table = findTable(travelSheet, sheet, context.log);
  if (table === undefined) return undefined;
  if (!table.columns.has("metres") && !table.columns.has("kilometres")) {
    context.log.add(noDistance(table));
    return undefined;
  }
  const records = readRows(table, context).filter((record) => record.bad.size === 0);
  const pairs = records.map(({ value }) => value as unknown as Pair);
  const persons = [...new Set(pairs.map((pair) => pair.person))];
  const schools = [...new Set(pairs.map((pair) => pair.school))];
  const columnOf = new Map(schools.map((id, index) => [id, index]));
  const rows = new Map(persons.map((id) => [id, schools.map((): number | null => null)]));
  pairs.forEach(({ person, school, metres, kilometres }, index) => {
    const row = rows.get(person);
    const column = columnOf.get(school);
    const distance = metres ?? (kilometres === undefined ? null : Math.round(kilometres * METRES_PER_KILOMETRE));
    if (row === undefined || column === undefined || distance === null) return;
    const before = row[column] ?? null;
    if (before !== null && before !== distance) context.log.add(pairTwice(records[index] as RowRecord));
    row[column] = distance;
  });
  return { persons, schools, metres: [...rows.values()] };
}

function noDistance({ sheet, headerRow }: Table): Issue {
  return errorAt(placeIn(sheet, headerRow), "missing-column", {
    message: {
      zh: "“里程”表缺少“里程（米）”或“里程（公里）”列",
      en: 'The sheet "travel" lacks "metres" or "kilometres"',
    },
    expected: { zh: "里程（米）、里程（公里）", en: "metres, kilometres" },
    advice: { zh: "请补上其中一列，表头写明单位", en: "Add one of them, with its unit in the header" },
  });
}

function pairTwice({ table, row }: RowRecord): Issue {
  return errorAt(placeIn(table.sheet, row, table.columns.get("school")), "pair-twice", {
    message: { zh: "同一人到同一所学校的里程写了两个", en: "Two distances are given of one person and one school" },
    advice: { zh: "请只保留一行", en: "Keep one row" },
  });
}

const [personColumn, , , metresColumn] = travelSheet.columns as readonly [Column, Column, Column, Column];

function readWide(sheet: SheetData, context: ReadContext): TravelMatrix | undefined {
  const headerRow = sheet.rows.findIndex((row) => columnKeyOf(travelSheet, cellText(row[0])) === "person");
  if (headerRow < 0) {
    findTable(travelSheet, sheet, context.log);
    return undefined;
  }
  const header = sheet.rows[headerRow] ?? [];
  const schools = header.slice(1).map((cell, index) => {
    const found = context.references.school(cleanId(cellText(cell)));
    if (found === undefined || found === "") {
      context.log.add(
        errorAt(placeIn(sheet, headerRow, index + 1), "ambiguous-name", {
          message: { zh: "列头不能确定是哪一所学校", en: "The header does not name one school" },
          advice: { zh: "请填学校编号", en: "Give the id of the school" },
        }),
      );
    }
    return found ?? "";
  });
  const table = { spec: travelSheet, sheet, headerRow, columns: new Map([["person", 0]]) };
  const persons: string[] = [];
  const metres: (number | null)[][] = [];
  for (const row of dataRows(table, context.log)) {
    const person = readCell({ sheet, row, index: 0, column: personColumn }, context);
    const distance = { ...metresColumn, required: false };
    const line = schools.map((_school, at) => {
      const read = readCell({ sheet, row, index: at + 1, column: distance }, context);
      return typeof read === "number" ? read : null;
    });
    if (person === BAD || typeof person !== "string") continue;
    persons.push(person);
    metres.push(line);
  }
  return { persons, schools, metres };
}
