import { stat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import type { MadeFrom, RecordEntry } from "./record.ts";
import { digestAt, readRecord } from "./record.ts";

/** What files can be made from. */
const KINDS = ["county", "applications", "plan"] as const satisfies readonly (keyof MadeFrom)[];

/** Returns paths as a record has them: from its folder, so that both can be moved together. */
export function fromFolder(folder: string, made: MadeFrom): MadeFrom {
  return madeOf((kind) => {
    const path = made[kind];
    return path === undefined ? undefined : nameIn(resolve(folder), resolve(path));
  });
}

function madeOf(pathOfKind: (kind: keyof MadeFrom) => string | undefined): MadeFrom {
  const found = KINDS.map((kind) => [kind, pathOfKind(kind)] as const);
  return Object.fromEntries(found.filter(([, path]) => path !== undefined)) as MadeFrom;
}

/**
 * Returns what a file was made from, as the record of its folder says, or of the one around it: the plan of a year lies in
 * a folder of its own. A file that is not on record is taken for an edited copy of what lies beside it.
 *
 * @returns paths that lead to something; nothing where no record says anything
 */
export async function madeFrom(file: string): Promise<MadeFrom> {
  const path = resolve(file);
  for (const folder of recordFolders(path)) {
    const record = await readRecord(folder);
    const found = record[nameIn(folder, path)] ?? (dirname(path) === folder ? commonTo(Object.values(record)) : {});
    if (isMade(found)) return existing(folder, found);
  }
  return {};
}

/** Returns whether somebody has changed a file since it was written; nothing is known of one that is on no record. */
export async function writtenState(file: string): Promise<"asWritten" | "changed" | "unknown" | "absent"> {
  const path = resolve(file);
  const digest = await digestAt(path);
  if (digest === undefined) return "absent";
  for (const folder of recordFolders(path)) {
    const entry = (await readRecord(folder))[nameIn(folder, path)];
    if (entry !== undefined) return entry.sha256 === digest ? "asWritten" : "changed";
  }
  return "unknown";
}

function recordFolders(path: string): readonly string[] {
  return [dirname(path), dirname(dirname(path))];
}

function nameIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

/** Returns what all files of a folder were made from that were made from anything. */
function commonTo(entries: readonly RecordEntry[]): MadeFrom {
  const only = (paths: readonly (string | undefined)[]) => {
    const [path, ...others] = new Set(paths.filter((one) => one !== undefined));
    return others.length > 0 ? undefined : path;
  };
  return madeOf((kind) => only(entries.map((entry) => entry[kind])));
}

function isMade(made: MadeFrom): boolean {
  return KINDS.some((kind) => made[kind] !== undefined);
}

async function existing(folder: string, made: MadeFrom): Promise<MadeFrom> {
  const there = new Map(
    await Promise.all(KINDS.map(async (kind) => [kind, await pathOf(folder, made[kind])] as const)),
  );
  return madeOf((kind) => there.get(kind));
}

async function pathOf(folder: string, recorded: string | undefined): Promise<string | undefined> {
  if (recorded === undefined) return undefined;
  const path = resolve(folder, recorded);
  return stat(path).then(
    () => path,
    () => undefined,
  );
}
