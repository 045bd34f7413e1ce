import { copyFile, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, parse, relative } from "node:path";
import type { OutFile } from "../../files/out-file.ts";
import { digestAt, digestOf } from "./record.ts";

/** Folder in which a set of files is got ready beside its place. */
const PENDING = ".lungang-pending";
/** What {@link PENDING} is called when nothing in it is waited for any more. */
const DONE = ".lungang-done";
/** Its presence says that the whole set is there and may take its names. */
const COMMIT = "commit.json";
const FORMAT = "lungang-commit-1";
/** Says which process gets a set ready: what a living one has begun is not taken for what a dead one left. */
const OWNER = "owner.json";

/** Folder that is made and removed to see whether a place can be written. The same name every time: see {@link settle}. */
export const PROBE = ".lungang-probe";

/** One file of a set on its way. */
interface Step {
  readonly name: string;
  /** What is to stand there; absent where nothing is. */
  readonly after?: string;
  /** What stood there; absent where nothing did. */
  readonly before?: string;
}

interface Commit {
  readonly format: typeof FORMAT;
  readonly steps: readonly Step[];
}

/** What became of a set that was interrupted: completed, undone, or there was none. */
export type Settled = "completed" | "undone" | "nothing";

/** Files that are written and files that go with them, all or none. */
export interface FileSet {
  readonly files: readonly OutFile[];
  readonly removed: readonly string[];
}

/**
 * Writes and removes a set of files, all or none, whenever the program ends: until the commit record is there nothing has changed,
 * and after that {@link settle} completes what is left.
 *
 * @throws {Error} of the file system; the folder is as before then
 */
export async function commitFiles(folder: string, set: FileSet): Promise<void> {
  const pending = join(folder, PENDING);
  if (await isOwned(pending)) throw Object.assign(new Error("Somebody is writing here"), { code: "EBUSY" });
  busy.add(pending);
  try {
    await commitHere(folder, set);
  } finally {
    busy.delete(pending);
  }
}

async function commitHere(folder: string, set: FileSet): Promise<void> {
  const pending = join(folder, PENDING);
  let commit: Commit;
  const made = await mkdir(pending, { recursive: true });
  try {
    await writeFile(join(pending, OWNER), JSON.stringify({ process: process.pid }), { flush: true });
    commit = { format: FORMAT, steps: await stage(folder, set) };
    await writeFile(join(pending, `${COMMIT}.part`), JSON.stringify(commit), { flush: true });
    await rename(join(pending, `${COMMIT}.part`), join(pending, COMMIT));
  } catch (error) {
    await rm(made ?? pending, { recursive: true, force: true });
    throw error;
  }
  await carryOut(folder, commit);
}

/** Puts new contents and copies of the old ones into the folder beside. */
async function stage(folder: string, { files, removed }: FileSet): Promise<readonly Step[]> {
  const stageOne = async (name: string, number: number, content?: OutFile["content"]): Promise<Step> => {
    if (content !== undefined) await writeFile(newOf(folder, number), content, { flush: true });
    const before = await digestAt(join(folder, name));
    if (before !== undefined) await copyFile(join(folder, name), oldOf(folder, number));
    return {
      name,
      ...(content === undefined ? {} : { after: digestOf(content) }),
      ...(before === undefined ? {} : { before }),
    };
  };
  // A write that is still under way when another one fails would leave its file behind: all of them are waited for.
  const staged = await Promise.allSettled([
    ...files.map(({ name, content }, number) => stageOne(name, number, content)),
    ...removed.map((name, number) => stageOne(name, files.length + number)),
  ]);
  return staged.map((step) => {
    if (step.status === "rejected") throw step.reason;
    return step.value;
  });
}

function newOf(folder: string, number: number): string {
  return join(folder, PENDING, `${number}.new`);
}

function oldOf(folder: string, number: number): string {
  return join(folder, PENDING, `${number}.old`);
}

/** Completes or undoes what an interrupted command has left in a folder, and removes what it only tried with. */
export async function settle(folder: string): Promise<Settled> {
  if (await isThere(join(folder, PROBE))) await rm(join(folder, PROBE), { recursive: true, force: true });
  const pending = join(folder, PENDING);
  if (await isOwned(pending)) return "nothing";
  const text = await readFile(join(pending, COMMIT), "utf8").catch(() => undefined);
  if (text !== undefined) {
    await carryOut(folder, JSON.parse(text) as Commit);
    return "completed";
  }
  if (await isThere(join(folder, DONE))) await discard(folder);
  if (!(await isThere(pending))) return "nothing";
  await discard(folder);
  return "undone";
}

/** Folders in which this process is getting a set ready. */
const busy = new Set<string>();

/** No set takes as long to write: an older one was left by a program that ended, though its number is in use again. */
const LONGEST_WRITE_MS = 3_600_000;

/** Whether somebody who still runs is getting a set ready here. */
async function isOwned(pending: string): Promise<boolean> {
  if (busy.has(pending)) return true;
  const owner = await ownerOf(pending);
  if (owner === undefined || owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function ownerOf(pending: string): Promise<number | undefined> {
  try {
    const path = join(pending, OWNER);
    const { process: owner } = JSON.parse(await readFile(path, "utf8")) as { readonly process?: unknown };
    if (Date.now() - (await stat(path)).mtimeMs > LONGEST_WRITE_MS) return undefined;
    return typeof owner === "number" && Number.isSafeInteger(owner) && owner > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** Settles the folder of a file that is read, and the one around it: the plan of a year lies in a folder of its own. */
export async function settleAround(path: string): Promise<void> {
  // Where nothing can be written nothing was: what is there is read as it is.
  for (const folder of [dirname(path), dirname(dirname(path))]) await settle(folder).catch(() => "nothing");
}

/** Gives every file of a set its name; where one cannot have it, all get back what stood there. */
async function carryOut(folder: string, { steps }: Commit): Promise<void> {
  try {
    for (const [number, step] of steps.entries()) await place(folder, number, step);
  } catch (error) {
    for (const [number, step] of steps.entries()) await putBack(folder, number, step);
    await discard(folder);
    throw error;
  }
  await discard(folder);
}

/** Removes what was got ready, in one step as far as anybody can see. */
async function discard(folder: string): Promise<void> {
  const done = join(folder, DONE);
  await rm(done, { recursive: true, force: true });
  if (!(await isThere(join(folder, PENDING)))) return;
  await rename(join(folder, PENDING), done);
  await rm(done, { recursive: true, force: true });
}

/** Returns whether a path leads to anything. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
      throw error;
    },
  );
}

async function place(folder: string, number: number, { name, before, after }: Step): Promise<void> {
  const path = join(folder, name);
  const there = await digestAt(path);
  if (after === undefined) {
    // Somebody wrote it while the set was waiting: the work stays.
    if (there === undefined || there === before) await remove(folder, path);
    return;
  }
  if (there === after) return;
  // Somebody wrote it while the set was waiting: the work is kept under a name of its own.
  if (there !== undefined && there !== before) await rename(path, await freeName(path));
  await mkdir(dirname(path), { recursive: true });
  await rename(newOf(folder, number), path);
}

/** Removes a file, and its folder where that is left empty. */
async function remove(folder: string, path: string): Promise<void> {
  await rm(path, { force: true });
  const around = dirname(path);
  if (relative(folder, around) === "") return;
  await rmdir(around).catch((error: NodeJS.ErrnoException) => {
    // What else lies there stays.
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "ENOENT") throw error;
  });
}

async function putBack(folder: string, number: number, { name, before, after }: Step): Promise<void> {
  const path = join(folder, name);
  if ((await digestAt(path)) !== after || before === after) return;
  if (before === undefined) return rm(path, { force: true });
  await mkdir(dirname(path), { recursive: true });
  await rename(oldOf(folder, number), path);
}

/** Returns a path beside another one that no file has: `name-2.xlsx`, `name-3.xlsx`. */
export async function freeName(path: string): Promise<string> {
  const { dir, name, ext } = parse(path);
  for (let number = 2; ; number++) {
    const beside = join(dir, `${name}-${number}${ext}`);
    if (!(await isThere(beside))) return beside;
  }
}
