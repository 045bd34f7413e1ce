import { join } from "node:path";
import type { Checked } from "@lungang/core";
import type { OutFile } from "../../files/out-file.ts";
import { refused, sound } from "../../case/together.ts";
import { commitFiles } from "./commit.ts";
import type { OutputOptions } from "./check-output.ts";
import { checkOutput, leftoversOf } from "./check-output.ts";
import { fromFolder } from "./made-from.ts";
import { cannotWrite } from "./output-issues.ts";
import type { MadeFrom } from "./record.ts";
import { readRecord, recordFile } from "./record.ts";

/**
 * How files are written, and what is put on record about them.
 *
 * @public
 */
export interface WriteOptions extends OutputOptions {
  /** What the files were made from: later commands find it again. @defaultValue nothing is on record */
  readonly madeFrom?: MadeFrom;
}

/**
 * Writes files into a folder, all or none, whenever the program ends: they are got ready beside their places, and a
 * commit record lets the next command complete or undo what was interrupted. Which files were written is on record in
 * the folder (`.lungang-record.json`), so that one that somebody changed is kept, and what they were made from is found.
 *
 * @returns the paths written, or why nothing was
 * @public
 */
export async function writeFiles(
  folder: string,
  files: readonly OutFile[],
  { madeFrom = {}, ...options }: WriteOptions = {},
): Promise<Checked<readonly string[]>> {
  const names = files.map(({ name }) => name);
  const checked = await checkOutput(folder, names, options);
  if (!checked.ok) return checked;
  try {
    const removed = await leftoversOf(folder, names, options);
    const { set } = options;
    const details = { ...(set === undefined ? {} : { set }), ...fromFolder(folder, madeFrom) };
    const record = recordFile(await readRecord(folder), { files, removed, details });
    await commitFiles(folder, { files: [...files, record], removed });
  } catch (error) {
    return refused(cannotWrite(folder, error));
  }
  return sound(
    files.map(({ name }) => join(folder, name)),
    checked.warnings,
  );
}
