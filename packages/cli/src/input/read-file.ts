import { readFile } from "node:fs/promises";
import type { Checked, Issue } from "@lungang/core";

/** Reads a JSON file; what is wrong with it is an issue with its line. */
export async function readJson(path: string, shown: string): Promise<Checked<unknown>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return { ok: false, issues: [unreadable(shown, error)] };
  }
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/u, "")) as unknown, warnings: [] };
  } catch (error) {
    return { ok: false, issues: [notJson(shown, text, error)] };
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

function notJson(file: string, text: string, error: unknown): Issue {
  const reason = error instanceof Error ? error.message : String(error);
  const at = /position (\d+)/u.exec(reason)?.[1];
  const line = at === undefined ? 1 : text.slice(0, Number(at)).split("\n").length;
  return {
    code: "invalid-syntax",
    severity: "error",
    place: { file, line },
    message: { zh: "文件不是正确的 JSON", en: "The file is not valid JSON" },
    received: reason.slice(0, 120),
  };
}

/** Returns issues that name the file they came from. */
export function inFile(issues: readonly Issue[], file: string): readonly Issue[] {
  return issues.map((issue) =>
    issue.place?.file === undefined ? { ...issue, place: { ...issue.place, file } } : issue,
  );
}
