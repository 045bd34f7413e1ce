import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Checked, Issue } from "@lungang/core";
import { refused, sound } from "../case/together.ts";

/** The text of a file, and the name that issues give. */
export interface TextOfFile {
  readonly text: string;
  readonly file: string;
}

/** Reads a text file by its path from a folder. */
export async function readText(name: string, folder: string): Promise<Checked<TextOfFile>> {
  try {
    return sound({ text: await readFile(resolve(folder, name), "utf8"), file: name });
  } catch (error) {
    return refused(unreadable(name, error));
  }
}

function unreadable(file: string, error: unknown): Issue {
  const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
  return {
    code: missing ? "file-not-found" : "file-unreadable",
    severity: "error",
    place: { file },
    message: missing
      ? { zh: "找不到文件", en: "Cannot find the file" }
      : { zh: "文件无法读取", en: "Cannot open the file" },
    advice: { zh: "请核对路径和读取权限", en: "Check the path and its permissions" },
  };
}
