import type { Checked } from "@lungang/core";
import { readJsonText } from "@lungang/core";
import type { PlaceOf } from "./lock-places.ts";

/** The text of a JSON file, and the name that issues give. */
export interface JsonText {
  readonly text: string;
  readonly file: string;
}

/** Reads a document from its text: whatever is said about it has the line of its path. */
export function readJsonDocument<T>(
  { text, file }: JsonText,
  read: (document: unknown, placeOf: PlaceOf) => Checked<T>,
): Checked<T> {
  const data = readJsonText(text, file);
  if (!data.ok) return data;
  const { value, place, lineOf } = data.value;
  const found = read(value, (path) => ({ file, line: lineOf(path) }));
  return found.ok ? { ...found, warnings: place(found.warnings) } : { ok: false, issues: place(found.issues) };
}
