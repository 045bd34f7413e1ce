import { foldHeader } from "../county/header.ts";
import { countySheet } from "./county-sheet.ts";
import { personSheet } from "./person-sheet.ts";
import { DECISION_SHEETS } from "./decision-sheets.ts";
import { groupSheet, postSheet } from "./post-sheets.ts";
import { recordSheets } from "./record-sheets.ts";
import { schoolSheet } from "./school-sheet.ts";
import type { SheetSpec } from "./spec.ts";
import { travelSheet } from "./travel-sheet.ts";

/** Sheets that belong together in one workbook, found by their names. */
export interface SheetSet {
  /** In the order of the template. */
  readonly specs: readonly SheetSpec[];
  /** Returns what a sheet or file with a name holds; undefined for names that are not known. */
  readonly named: (name: string) => SheetSpec | undefined;
  /** Returns what a sheet seems to hold whose name is that of a copy: `状态 - 副本`, `交流经历(1)`. */
  readonly copyNamed: (name: string) => SheetSpec | undefined;
}

/** Puts sheets together as those of one workbook. */
export function sheetSet(specs: readonly SheetSpec[]): SheetSet {
  const byName = new Map(
    specs.flatMap((spec) =>
      [spec.key, spec.zh, spec.en ?? spec.key, ...spec.aliases].map((name): [string, SheetSpec] => [
        foldHeader(name),
        spec,
      ]),
    ),
  );
  const named = (name: string) => byName.get(foldHeader(name).replace(/^\d+/, ""));
  return { specs, named, copyNamed: (name) => copyNamed(name, named) };
}

/** All sheets of a county that hold data, in the order of the template. */
export const SHEETS: readonly SheetSpec[] = [
  countySheet,
  schoolSheet,
  postSheet,
  personSheet,
  groupSheet,
  ...recordSheets,
  travelSheet,
];

/** The sheets of a county, those of its policy and of decisions already taken among them. */
export const COUNTY_SHEETS: SheetSet = sheetSet([...SHEETS, ...DECISION_SHEETS]);

/** What copying, downloading and saving again put behind a name. */
const COPY_MARK =
  /[\s_.·—-]*(?:[(（[【]?\s*(?:\d+|副本|复件|拷贝|备份|copy(?: of)?|最终版?|定稿|终稿|新|旧|修改(?:版|后)?|v\d+(?:\.\d+)?|\d{4,8})\s*[)）\]】]?)$/iu;
const COPY_PREFIX = /^(?:复件|副本|copy of|新建|备份)[\s_-]*/iu;

function copyNamed(name: string, named: SheetSet["named"]): SheetSpec | undefined {
  let rest = name.replace(COPY_PREFIX, "");
  for (let shorter = rest.replace(COPY_MARK, ""); shorter !== rest; shorter = rest.replace(COPY_MARK, ""))
    rest = shorter;
  return rest === name ? undefined : named(rest);
}
