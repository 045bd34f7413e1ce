import type { z } from "zod";
import { codeAmong } from "../instance/words-among.ts";

/**
 * Reads data by a schema; where it asks for one of some codes and the data have the word for one, the code is read.
 *
 * @returns what the schema returns, and the data that were read
 */
export function parseWords<T>(schema: z.ZodType<T>, data: unknown): z.ZodSafeParseResult<T> {
  const first = schema.safeParse(data);
  if (first.success) return first;
  const read = first.error.issues.reduce(withCode, data);
  return read === data ? first : schema.safeParse(read);
}

function withCode(data: unknown, issue: z.core.$ZodIssue): unknown {
  if (issue.code !== "invalid_value") return data;
  const codes = issue.values.filter((value) => typeof value === "string");
  return changedAt(data, issue.path, (word) => (typeof word === "string" ? (codeAmong(word, codes) ?? word) : word));
}

/** Returns data with another value at a path; what is not on the way is shared. */
function changedAt(data: unknown, path: readonly PropertyKey[], change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(data);
  if (data === null || typeof data !== "object") return data;
  const before = (data as Readonly<Record<PropertyKey, unknown>>)[key];
  const after = changedAt(before, rest, change);
  if (after === before) return data;
  return Array.isArray(data) ? data.with(Number(key), after) : { ...data, [key]: after };
}
