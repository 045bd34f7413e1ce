import { foldHeader } from "../county/header.ts";
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

/** What copying, downloading and saving again put behind a name. */
const COPY_MARK =
  /[\s_.·—-]*(?:[(（[【]?\s*(?:\d+|副本|复件|拷贝|备份|copy(?: of)?|最终版?|定稿|终稿|新|旧|修改(?:版|后)?|v\d+(?:\.\d+)?|\d{4,8})\s*[)）\]】]?)$/iu;
const COPY_PREFIX = /^(?:复件|副本|copy of|新建|备份)[\s_-]*/iu;

/** Returns what a sheet seems to hold whose name is that of a copy: `状态 - 副本`, `交流经历(1)`. */
export function specOfCopy(name: string): SheetSpec | undefined {
  let rest = name.replace(COPY_PREFIX, "");
  for (let shorter = rest.replace(COPY_MARK, ""); shorter !== rest; shorter = rest.replace(COPY_MARK, ""))
    rest = shorter;
  return rest === name ? undefined : specOfSheet(rest);
}

/** Returns what a sheet or file with a name holds; undefined for names that are not known. */
export function specOfSheet(name: string): SheetSpec | undefined {
  return SPEC_BY_NAME.get(foldHeader(name).replace(/^\d+/, ""));
}
