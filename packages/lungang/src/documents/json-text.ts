import type { Checked } from "@lungang/core";

/** Reads the text of a JSON file; what is wrong with it is an issue with its line. */
export function parseJson(text: string, file: string): Checked<unknown> {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/u, "")) as unknown, warnings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/u.exec(reason)?.[1];
    const line = at === undefined ? 1 : text.slice(0, Number(at)).split("\n").length;
    const message = { zh: "文件不是正确的 JSON", en: "The file is not valid JSON" };
    const received = reason.slice(0, 120);
    return {
      ok: false,
      issues: [{ code: "invalid-syntax", severity: "error", place: { file, line }, message, received }],
    };
  }
}
