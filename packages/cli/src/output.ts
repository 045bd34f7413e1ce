import { basename, dirname } from "node:path";
import type { Checked, OutFile, PlanningCase } from "lungang";
import { dateText, decisionDay, wrongDay } from "lungang";
import type { MadeFrom } from "lungang/node";
import { checkOutput, writeFiles } from "lungang/node";
import { pathOf, say, warn } from "./session.ts";
import type { Session } from "./session.ts";

/** Options of every command that writes files. */
export interface OutOptions {
  /** Folder, or file where the command writes one. */
  readonly out?: string;
  /** Replaces also what somebody changed or put there. */
  readonly force?: boolean;
}

/** Options of every command that writes documents to be signed. */
export interface DatedOptions extends OutOptions {
  /** Day of the documents. */
  readonly date?: string;
}

/** Returns how the documents of a command are written, in the language of the session. */
export function documentOptions({ language }: Session, { date }: DatedOptions) {
  return { language, ...(date === undefined ? {} : { date }) };
}

/**
 * Returns the same for the documents of a plan: without a day of the caller they bear the one on which the policy says that
 * plans are decided, which is told.
 */
export function datedOptions(session: Session, options: DatedOptions, planningCase: PlanningCase) {
  const decided = options.date === undefined ? decisionDay(planningCase) : undefined;
  if (decided === undefined) return documentOptions(session, options);
  const day = dateText(decided);
  const told = {
    zh: `文件日期按政策所定的方案确定日：${day.zh}（可用 --date 另定）`,
    en: `The documents bear the day of the decision in the policy: ${day.en} (--date names another)`,
  };
  warn(session, say(session, told));
  return documentOptions(session, { ...options, date: decided });
}

/** Returns whether the day of the documents is one. */
export function readDate({ date }: DatedOptions): Checked<undefined> {
  const wrong = date === undefined ? undefined : wrongDay(date);
  return wrong === undefined ? NOTHING : { ok: false, issues: [{ ...wrong, path: ["--date"] }] };
}

/** Sets of files that take the place of an earlier one of the same name. */
type SetName = "plan" | "years" | "appointment" | "audit";

/** Files that a command writes into a folder. */
export interface FolderFiles {
  readonly set: SetName;
  /** What they were made from, as people name it. */
  readonly madeFrom: MadeFrom;
  /** Files of an earlier set of this name that stay. @defaultValue none */
  readonly beside?: readonly string[];
}

/** Returns whether files can be written into the folder that was asked for; before a long solve. */
export function checkFolder(
  session: Session,
  { out, force = false }: OutOptions,
  { set, names }: Pick<FolderFiles, "set"> & { readonly names: readonly string[] },
): Promise<Checked<undefined>> {
  return out === undefined ? Promise.resolve(NOTHING) : checkOutput(pathOf(session, out), names, { force, set });
}

/** Writes files into the folder that was asked for; nothing where none was. */
export async function writeFolder(
  session: Session,
  { out, force = false }: OutOptions,
  { set, madeFrom, beside = [], make }: FolderFiles & { readonly make: () => Promise<readonly OutFile[]> },
): Promise<Checked<readonly string[]>> {
  if (out === undefined) return { ok: true, value: [], warnings: [] };
  const paths = Object.entries(madeFrom).map(([what, path]) => [what, pathOf(session, path as string)]);
  return writeFiles(pathOf(session, out), await make(), {
    force,
    set,
    beside,
    madeFrom: Object.fromEntries(paths) as MadeFrom,
  });
}

/** Returns whether the file that was asked for can be written; before anything is made. */
export function checkFile(session: Session, { out, force = false }: OutOptions): Promise<Checked<undefined>> {
  if (out === undefined) return Promise.resolve(NOTHING);
  const path = pathOf(session, out);
  return checkOutput(dirname(path), [basename(path)], { force });
}

/** Writes one file to where it was asked for. */
export function writeFile(
  session: Session,
  { out, force = false }: OutOptions & { readonly out: string },
  file: OutFile,
): Promise<Checked<readonly string[]>> {
  const path = pathOf(session, out);
  return writeFiles(dirname(path), [{ ...file, name: basename(path) }], { force });
}

const NOTHING: Checked<undefined> = { ok: true, value: undefined, warnings: [] };
