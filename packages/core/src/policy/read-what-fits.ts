import type { z } from "zod";
import type { Issue } from "../instance/issue.ts";
import { shapeIssues } from "../instance/shape-issues.ts";
import { parseWords } from "./schema-words.ts";

type Path = readonly (string | number)[];

/** What of some data fits a schema, and what does not. */
export interface Fitting<T> {
  /** Without the entries of lists that do not fit; undefined where something else does not. */
  readonly value: T | undefined;
  readonly issues: readonly Issue[];
  /** Returns issues about the value as issues about the data, whose lists may be longer. */
  readonly inDocument: (issues: readonly Issue[]) => readonly Issue[];
}

/**
 * Reads data by a schema; entries of lists that do not fit are left out, so that the others can be checked as well.
 *
 * @param open - places whose value nobody has given; that is told elsewhere
 */
export function readWhatFits<T>(schema: z.ZodType<T>, data: unknown, open: readonly Path[] = []): Fitting<T> {
  const closed = (issues: readonly Issue[]) =>
    issues.filter(({ path = [] }) => !open.some((place) => isIn(path, place)));
  const all = parseWords(schema, data);
  if (all.success) return { value: all.data, issues: [], inDocument: closed };
  const found = shapeIssues(all.error, { code: "invalid-policy", data });
  const bad = new Set(found.map(({ path = [] }) => JSON.stringify(entryOf(path))));
  const rest = leaveOut(data, [], bad);
  const fitting = bad.has(WHOLE) ? undefined : parseWords(schema, rest.value);
  return {
    value: fitting?.success === true ? fitting.data : undefined,
    issues: closed(found),
    inDocument: (issues) => closed(issues.map((issue) => placed(issue, rest.kept))),
  };
}

/** Whether a path leads to a place or into it; a list of shapes that none fits is told at what holds the place. */
function isIn(path: Path, place: Path): boolean {
  return path.length > 1 && path.every((key, at) => at >= place.length || place[at] === key);
}

const WHOLE = "[]";

/** Returns the path of the outermost entry of a list that a path leads through; empty where there is none. */
function entryOf(path: Path): Path {
  const at = path.findIndex((key) => typeof key === "number");
  return at < 0 ? [] : path.slice(0, at + 1);
}

/** Positions in the data of the entries that are kept, by the path of their list. */
type Kept = ReadonlyMap<string, readonly number[]>;

function leaveOut(value: unknown, path: Path, bad: ReadonlySet<string>): { value: unknown; kept: Kept } {
  if (Array.isArray(value)) {
    const indices = value.flatMap((_entry, k) => (bad.has(JSON.stringify([...path, k])) ? [] : [k]));
    return { value: indices.map((k) => value[k] as unknown), kept: new Map([[JSON.stringify(path), indices]]) };
  }
  if (value === null || typeof value !== "object") return { value, kept: new Map() };
  const fields = Object.entries(value).map(([key, field]) => ({ key, ...leaveOut(field, [...path, key], bad) }));
  return {
    value: Object.fromEntries(fields.map((field) => [field.key, field.value])),
    kept: new Map(fields.flatMap((field) => [...field.kept])),
  };
}

/** Returns an issue about what was left as one about the data. */
function placed(issue: Issue, kept: Kept): Issue {
  const before: (string | number)[] = [];
  for (const key of issue.path ?? [])
    before.push(typeof key === "number" ? (kept.get(JSON.stringify(before))?.[key] ?? key) : key);
  return { ...issue, path: before };
}
