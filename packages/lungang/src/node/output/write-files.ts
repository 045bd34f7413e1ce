import { join } from "node:path";
import type { Checked } from "@lungang/core";
import type { OutFile } from "../../files/out-file.ts";
import { refused, sound } from "../../case/together.ts";
import { commitFiles } from "./commit.ts";
import type { OutputOptions } from "./check-output.ts";
import { checkOutput } from "./check-output.ts";
import { cannotWrite } from "./output-issues.ts";
import { readRecord, recordFile } from "./record.ts";

/**
 * Writes files into a folder, all or none, whenever the program ends: they are got ready beside their places, and a
 * commit record lets the next command complete or undo what was interrupted. Which files were written is on record in
 * the folder (`.lungang-record.json`), so that one that somebody changed is kept.
 *
 * @returns the paths written, or why nothing was
 * @public
 */
export async function writeFiles(
  folder: string,
  files: readonly OutFile[],
  options: OutputOptions = {},
): Promise<Checked<readonly string[]>> {
  const checked = await checkOutput(
    folder,
    files.map(({ name }) => name),
    options,
  );
  if (!checked.ok) return checked;
  try {
    await commitFiles(folder, [...files, recordFile(await readRecord(folder), files)]);
  } catch (error) {
    return refused(cannotWrite(folder, error));
  }
  return sound(
    files.map(({ name }) => join(folder, name)),
    checked.warnings,
  );
}
