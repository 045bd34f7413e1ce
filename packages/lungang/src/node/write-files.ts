import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutFile } from "../files/out-file.ts";

/**
 * Writes files into a folder, all or none: each goes beside its place first, and only when every one is there do they
 * take their names.
 *
 * @returns the paths written
 * @throws {Error} if a file cannot be written
 * @public
 */
export async function writeFiles(folder: string, files: readonly OutFile[]): Promise<readonly string[]> {
  const final = files.map(({ name }) => join(folder, name));
  for (const place of new Set([folder, ...final.map((path) => dirname(path))])) await mkdir(place, { recursive: true });
  const mark = `.${randomUUID()}.tmp`;
  const temporary = final.map((path) => `${path}${mark}`);
  try {
    // A write that is still under way when another one fails would leave its file behind: all of them are waited for.
    const written = await Promise.allSettled(
      files.map(({ content }, k) => writeFile(temporary[k] as string, content, { flush: true })),
    );
    for (const one of written) if (one.status === "rejected") throw one.reason;
    for (let k = 0; k < files.length; k++) await rename(temporary[k] as string, final[k] as string);
  } catch (error) {
    await Promise.allSettled(temporary.map((path) => rm(path, { force: true })));
    throw error;
  }
  return final;
}
