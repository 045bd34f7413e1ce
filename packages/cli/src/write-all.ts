import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Name and contents of a file to write. */
export interface OutFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes files into a folder, all or none: each goes beside its place first, and only when every one is there do they
 * take their names.
 *
 * @returns the paths written
 */
export async function writeAll(folder: string, files: readonly OutFile[]): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const mark = `.${randomUUID()}.tmp`;
  const temporary = files.map(({ name }) => join(folder, `${name}${mark}`));
  const final = files.map(({ name }) => join(folder, name));
  try {
    await Promise.all(files.map(({ content }, k) => writeFile(temporary[k] as string, content, { flush: true })));
    for (let k = 0; k < files.length; k++) await rename(temporary[k] as string, final[k] as string);
  } catch (error) {
    await Promise.all(temporary.map((path) => rm(path, { force: true })));
    throw error;
  }
  return final;
}
