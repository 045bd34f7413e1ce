import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Checked, Issue } from "@lungang/core";
import { decodeText } from "@lungang/core";
import { refused, sound } from "../case/together.ts";

/** The text of a file, and the name that issues give. */
export interface TextOfFile {
  readonly text: string;
  readonly file: string;
}

/** Reads a JSON file by its path from a folder: UTF-8, else GB18030 where that makes sense, else refused. */
export async function readText(name: string, folder: string): Promise<Checked<TextOfFile>> {
  try {
    const path = resolve(folder, name);
    // A pipe never ends and a device is no document: neither is opened.
    if (!(await stat(path)).isFile()) return refused(notAFile(name));
    const reading = decodeText(await readFile(path), (text) => /^\s*[[{"]/u.test(text));
    return reading === undefined ? refused(undecodable(name)) : sound({ text: reading.text, file: name });
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

function notAFile(file: string): Issue {
  return {
    code: "file-unreadable",
    severity: "error",
    place: { file },
    message: { zh: "不是普通文件（可能是文件夹、管道或设备）", en: "Not a file: a folder, a pipe or a device" },
    advice: { zh: "请给出一个文件", en: "Name a file" },
  };
}

function undecodable(file: string): Issue {
  return {
    code: "unknown-encoding",
    severity: "error",
    place: { file },
    message: { zh: "文字编码无法识别", en: "The encoding of the text is not known" },
    advice: { zh: "请另存为 UTF-8", en: "Save it as UTF-8" },
  };
}
