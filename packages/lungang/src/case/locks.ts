import type { Checked, Issue, Lock } from "@lungang/core";
import { locksSchema } from "@lungang/core";
import { parseJson } from "../documents/json-text.ts";

/**
 * Where decisions already taken come from: a list in memory, or the text of a JSON file.
 *
 * @public
 */
export type LocksSource =
  { readonly document: unknown; readonly file?: string } | { readonly text: string; readonly file: string };

const EXPECTED = '{"person": "...", "school" | "post" | "forbid": "..." | "stay": true, "reason": "..."}';

/**
 * Reads decisions already taken; one that cannot be read refuses all of them.
 *
 * @public
 */
export function readLocks(source: LocksSource): Checked<readonly Lock[]> {
  if ("text" in source) {
    const data = parseJson(source.text, source.file);
    return data.ok ? readLocks({ document: data.value, file: source.file }) : data;
  }
  const parsed = locksSchema.safeParse(source.document);
  if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
  return { ok: false, issues: parsed.error.issues.map(({ path }) => invalidLock(path, source.file)) };
}

function invalidLock(path: readonly PropertyKey[], file: string | undefined): Issue {
  const number = Number(path[0] ?? 0) + 1;
  return {
    code: "invalid-lock",
    severity: "error",
    ...(file === undefined ? {} : { place: { file } }),
    path: path.map((key) => (typeof key === "symbol" ? String(key) : key)),
    message: { zh: `第 ${number} 条锁定无法识别`, en: `Cannot read lock number ${number}` },
    expected: EXPECTED,
    advice: { zh: "每条锁定写明一人、一种决定和理由", en: "Each lock names one person, one decision and a reason" },
  };
}
