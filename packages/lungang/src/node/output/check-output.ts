import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Checked, Issue } from "@lungang/core";
import { refused, sound } from "../../case/together.ts";
import { PROBE, isThere, settle } from "./commit.ts";
import {
  cannotWrite,
  changedByHand,
  changedLeftover,
  leftoverText,
  noFile,
  noFolder,
  openElsewhere,
  settledText,
} from "./output-issues.ts";
import { digestAt, readRecord } from "./record.ts";

/**
 * How files are written where some are already.
 *
 * @public
 */
export interface OutputOptions {
  /** Replaces also what somebody else wrote or changed. @defaultValue false */
  readonly force?: boolean;
  /**
   * Name of the set that the files are: what an earlier set of this name has left in the folder beside them is removed
   * with it, and that is said. @defaultValue nothing is removed
   */
  readonly set?: string;
  /** Files of the set that stay beside the new ones. @defaultValue none */
  readonly beside?: readonly string[];
}

/**
 * Returns whether files can be written into a folder, without writing them: before a long solve. A file that somebody
 * else wrote, or changed after it was written, is kept unless `force` is set.
 *
 * @public
 */
export async function checkOutput(
  folder: string,
  names: readonly string[],
  options: OutputOptions = {},
): Promise<Checked<undefined>> {
  try {
    const found = await stat(folder).catch(missing);
    if (found !== undefined && !found.isDirectory()) return refused(noFolder(folder));
    await probe(folder);
    if (found === undefined) return sound(undefined);
    const settled = await settle(folder);
    const leftovers = await leftoversOf(folder, names, options);
    const issues = await conflicts(folder, { names, leftovers }, options);
    if (issues.length > 0) return refused(...issues);
    return sound(undefined, [
      ...(settled === "nothing" ? [] : [settledText(folder, settled)]),
      ...(leftovers.length === 0 ? [] : [leftoverText(folder, leftovers)]),
    ]);
  } catch (error) {
    return refused(cannotWrite(folder, error));
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}

/** Makes a folder in the nearest one that exists and removes it again: rights alone do not tell what can be written. */
async function probe(folder: string): Promise<void> {
  let nearest = resolve(folder);
  for (;;) {
    const found = await stat(nearest).catch(missing);
    if (found !== undefined) break;
    nearest = dirname(nearest);
  }
  const made = join(nearest, PROBE);
  await rm(made, { recursive: true, force: true });
  // Another command may be asking the same question here. (A recursive mkdir below /proc does not end.)
  await mkdir(made).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(made, { recursive: true, force: true });
}

/** Returns the files of an earlier set that are still there and have no place in the new one. */
export async function leftoversOf(
  folder: string,
  names: readonly string[],
  { set, beside = [] }: OutputOptions,
): Promise<readonly string[]> {
  if (set === undefined) return [];
  const record = await readRecord(folder);
  const old = Object.keys(record).filter((name) => record[name]?.set === set && ![...names, ...beside].includes(name));
  const there = await Promise.all(old.map((name) => isThere(join(folder, name))));
  return old.filter((_name, at) => there[at]);
}

interface Touched {
  readonly names: readonly string[];
  readonly leftovers: readonly string[];
}

async function conflicts(
  folder: string,
  { names, leftovers }: Touched,
  { force = false }: OutputOptions,
): Promise<readonly Issue[]> {
  const record = await readRecord(folder);
  const issues: Issue[] = [];
  for (const name of [...names, ...leftovers]) {
    const path = join(folder, name);
    const found = await stat(path).catch(missing);
    if (found === undefined) continue;
    if (!found.isFile()) issues.push(noFile(path));
    else if (await isOpen(path)) issues.push(openElsewhere(path));
    else if (!force && (await digestAt(path)) !== record[name]?.sha256)
      issues.push(leftovers.includes(name) ? changedLeftover(path) : changedByHand(path));
  }
  return issues;
}

/** Spreadsheet programs leave a file beside one that they hold open. */
async function isOpen(path: string): Promise<boolean> {
  const name = basename(path);
  const beside = await readdir(dirname(path));
  // Excel leaves out the first two letters of a long name.
  return [`.~lock.${name}#`, `~$${name}`, `~$${name.slice(2)}`].some((mark) => beside.includes(mark));
}
