import { stat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import type { MadeFrom, RecordEntry } from "./record.ts";
import { digestAt, readRecord } from "./record.ts";

/** Returns paths as a record has them: from its folder, so that both can be moved together. */
export function fromFolder(folder: string, { county, applications }: MadeFrom): MadeFrom {
  const path = (of: string) => nameIn(resolve(folder), resolve(of));
  return {
    ...(county === undefined ? {} : { county: path(county) }),
    ...(applications === undefined ? {} : { applications: path(applications) }),
  };
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
  const county = only(entries.map((entry) => entry.county));
  const applications = only(entries.map((entry) => entry.applications));
  return { ...(county === undefined ? {} : { county }), ...(applications === undefined ? {} : { applications }) };
}

function isMade({ county, applications }: MadeFrom): boolean {
  return county !== undefined || applications !== undefined;
}

async function existing(folder: string, { county, applications }: MadeFrom): Promise<MadeFrom> {
  const [found, applied] = [await pathOf(folder, county), await pathOf(folder, applications)];
  return {
    ...(found === undefined ? {} : { county: found }),
    ...(applied === undefined ? {} : { applications: applied }),
  };
}

async function pathOf(folder: string, recorded: string | undefined): Promise<string | undefined> {
  if (recorded === undefined) return undefined;
  const path = resolve(folder, recorded);
  return stat(path).then(
    () => path,
    () => undefined,
  );
}
