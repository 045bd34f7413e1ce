import { foldHeader } from "../county/table.ts";
import { countySheet } from "./county-sheet.ts";
import { personSheet } from "./person-sheet.ts";
import { groupSheet, postSheet } from "./post-sheets.ts";
import { recordSheets } from "./record-sheets.ts";
import { schoolSheet } from "./school-sheet.ts";
import type { SheetSpec } from "./spec.ts";
import { travelSheet } from "./travel-sheet.ts";

/** All sheets in the order of the template. */
export const SHEETS: readonly SheetSpec[] = [
  countySheet,
  schoolSheet,
  postSheet,
  personSheet,
  groupSheet,
  ...recordSheets,
  travelSheet,
];

const SPEC_BY_NAME: ReadonlyMap<string, SheetSpec> = new Map(
  SHEETS.flatMap((spec) =>
    [spec.key, spec.zh, ...spec.aliases].map((name): [string, SheetSpec] => [foldHeader(name), spec]),
  ),
);

/** Returns what a sheet or file with a name holds; undefined for names that are not known. */
export function specOfSheet(name: string): SheetSpec | undefined {
  return SPEC_BY_NAME.get(foldHeader(name).replace(/^\d+/, ""));
}
