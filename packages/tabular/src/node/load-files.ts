import { open, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Checked, Issue } from "@lungang/core";
import type { NamedFile } from "../county/source.ts";
import { isCountyFile } from "../county/source.ts";
import type { FileIssueCode } from "../workbook/file-issues.ts";
import { fileIssue } from "../workbook/file-issues.ts";
import { MAX_FILE_BYTES } from "../workbook/preflight.ts";

/** Files that were loaded, and the names of those of the same folder that were not. */
export interface LoadedFiles {
  readonly files: readonly NamedFile[];
  readonly unread: readonly string[];
}

/** Loads a file, or the files of a folder that may hold sheets of a county. */
export async function loadFiles(path: string): Promise<Checked<LoadedFiles>> {
  const found = await kindOf(path);
  if (found === "folder") return loadFolder(path);
  if (found !== "file") return refused(found, basename(path));
  const file = await loadFile(path);
  return "code" in file ? failed([file]) : loaded([file], []);
}

function loaded(files: readonly NamedFile[], unread: readonly string[]): Checked<LoadedFiles> {
  return { ok: true, value: { files, unread }, warnings: [] };
}

function failed(issues: readonly Issue[]): Checked<LoadedFiles> {
  return { ok: false, issues };
}

function refused(code: FileIssueCode, file: string): Checked<LoadedFiles> {
  return failed([fileIssue(code, { file })]);
}

async function kindOf(path: string): Promise<"folder" | "file" | FileIssueCode> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return "folder";
    // A pipe or a device may never end.
    return found.isFile() ? "file" : "not-a-file";
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): FileIssueCode {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR" ? "file-not-found" : "file-unreadable";
}

async function loadFolder(folder: string): Promise<Checked<LoadedFiles>> {
  const names = await readdir(folder).catch(codeOf);
  if (typeof names === "string") return refused(names, basename(folder));
  const wanted = names.filter(isCountyFile).sort();
  const read = await Promise.all(wanted.map((name) => loadFile(join(folder, name))));
  const issues = read.filter((file) => "code" in file);
  const unread = names.filter((name) => !isCountyFile(name)).sort();
  return issues.length > 0
    ? failed(issues)
    : loaded(
        read.filter((file) => "bytes" in file),
        unread,
      );
}

/** Loads a regular file; no more is read than the limit and one byte, whatever the file does meanwhile. */
async function loadFile(path: string): Promise<NamedFile | Issue> {
  const name = basename(path);
  const kind = await kindOf(path);
  if (kind === "folder") return fileIssue("not-a-file", { file: name });
  if (kind !== "file") return fileIssue(kind, { file: name });
  try {
    const bytes = await readAtMost(path, MAX_FILE_BYTES + 1);
    return bytes.length > MAX_FILE_BYTES ? fileIssue("file-too-large", { file: name }) : { name, bytes };
  } catch (error) {
    return fileIssue(codeOf(error), { file: name });
  }
}

async function readAtMost(path: string, limit: number): Promise<Uint8Array> {
  const handle = await open(path, "r");
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of handle.createReadStream({ end: limit - 1, autoClose: false })) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
    }
    return Buffer.concat(chunks, length);
  } finally {
    await handle.close();
  }
}
