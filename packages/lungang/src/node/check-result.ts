import { basename, dirname, join, parse, resolve } from "node:path";
import type { Checked, Issue } from "@lungang/core";
import { writeCheckResult as markProblems } from "@lungang/tabular/node";
import { sound } from "../case/together.ts";
import type { StandingsOf } from "../files/standings-sheet.ts";
import { standingsSheet } from "../files/standings-sheet.ts";
import type { Language } from "../files/out-file.ts";
import type { Folder } from "./open.ts";
import { checkOutput } from "./output/check-output.ts";
import { isThere } from "./output/commit.ts";
import { writeFiles } from "./output/write-files.ts";

/**
 * Where the problems of a county are written, and in which language.
 *
 * @public
 */
export interface CheckResultFile extends Folder {
  readonly language: Language;
  /** Path of the workbook. @defaultValue `检查结果.xlsx` beside the county */
  readonly out?: string;
  /** What the check found about people, on a sheet of its own. @defaultValue left out */
  readonly check?: StandingsOf;
}

const NAMES: Readonly<Record<Language, string>> = { zh: "检查结果.xlsx", en: "problems.xlsx" };

/**
 * Writes a workbook that lists all problems of a county and marks the cells that they name, for the office only. A file
 * that somebody has changed is kept and the next free name taken.
 *
 * @returns the path written; undefined for a JSON file, which has no cells, and where there is nothing to mark
 * @public
 */
export async function writeCheckResult(
  county: string,
  issues: readonly Issue[],
  { language, out, check, folder = "." }: CheckResultFile,
): Promise<Checked<string | undefined>> {
  const source = resolve(folder, county);
  if (source.toLowerCase().endsWith(".json")) return sound(undefined);
  const wanted = out === undefined ? join(dirname(source), NAMES[language]) : resolve(folder, out);
  if (out === undefined && !(await hasToMark(source, wanted, issues))) return sound(undefined);
  const place = await firstWritable(wanted);
  if (!place.ok) return place;
  const sheets = check === undefined ? [] : [standingsSheet(check, language)];
  const content = await markProblems(source, issues, { language, sheets });
  const written = await writeFiles(dirname(place.value), [{ name: basename(place.value), content }]);
  return written.ok ? sound(place.value, written.warnings) : written;
}

/** Whether an issue names a place, or a result of before would go on marking what has been corrected. */
async function hasToMark(source: string, wanted: string, issues: readonly Issue[]): Promise<boolean> {
  const isPlaced = ({ place = {} }: Issue) =>
    place.cell !== undefined || place.line !== undefined || place.sheet !== undefined;
  return issues.some(isPlaced) || ((await isThere(source)) && (await isThere(wanted)));
}

/** Returns the path, or one with a number behind it where somebody has changed or opened what is there. */
async function firstWritable(path: string): Promise<Checked<string>> {
  const { dir, name, ext } = parse(path);
  for (let number = 1; ; number++) {
    const here = number === 1 ? path : join(dir, `${name}-${number}${ext}`);
    const checked = await checkOutput(dir, [basename(here)]);
    if (checked.ok) return sound(here);
    if (!checked.issues.every(({ code }) => code === "changed-by-hand" || code === "file-open")) return checked;
  }
}
