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

/** What is read in place of a value that does not fit, so that the rest can be checked as well. */
export interface StandIn {
  /** Where it stands: the value that does not fit, or one that holds it. */
  readonly path: Path;
  /** Left out where it is undefined. */
  readonly value?: unknown;
}

/** How data are read of which not everything fits. */
export interface FitOptions {
  /** Places whose value nobody has given; that is told elsewhere. @defaultValue none */
  readonly open?: readonly Path[];
  /** Returns what is read in place of a value that does not fit; undefined where its entry of a list is left out. */
  readonly standIn: (path: Path) => StandIn | undefined;
}

/** A value whose stand-in does not fit either may have one that holds it; more than this are a fault of ours. */
const MOST_ROUNDS = 4;

/**
 * Reads data by a schema; entries of lists that do not fit are left out, keys that are not known too, and other values
 * are replaced, so that the rest can be checked as well.
 */
export function readWhatFits<T>(schema: z.ZodType<T>, data: unknown, { open = [], standIn }: FitOptions): Fitting<T> {
  const closed = (issues: readonly Issue[]) =>
    issues.filter(({ path = [] }) => !open.some((place) => isIn(path, place)));
  const first = parseWords(schema, data);
  if (first.success) return { value: first.data, issues: [], inDocument: closed };
  const issues = shapeIssues(first.error, { code: "invalid-policy", data, schema });
  const entries = first.error.issues.filter(({ code, path }) => code !== UNKNOWN && standIn(plain(path)) === undefined);
  const bad = new Set(entries.map(({ path }) => entryKey(path)));
  const rest = leaveOut(withStandIns(data, first.error, standIn), [], bad);
  let { value } = rest;
  let read = parseWords(schema, value);
  for (let round = 0; !read.success && round < MOST_ROUNDS; round++) {
    value = withStandIns(value, read.error, standIn);
    read = parseWords(schema, value);
  }
  return {
    value: read.success ? read.data : undefined,
    issues: closed(issues),
    inDocument: (found) => closed(found.map((issue) => placed(issue, rest.kept))),
  };
}

/** Whether a path leads to a place or into it. */
function isIn(path: Path, place: Path): boolean {
  return path.length >= place.length && place.every((key, at) => path[at] === key);
}

const UNKNOWN = "unrecognized_keys";
const NONE = "";

function plain(path: readonly PropertyKey[]): Path {
  return path.map((key) => (typeof key === "symbol" ? String(key) : key));
}

/** Returns the place of the outermost entry of a list that a path leads through. */
function entryKey(path: readonly PropertyKey[]): string {
  const at = path.findIndex((key) => typeof key === "number");
  return at < 0 ? NONE : JSON.stringify(path.slice(0, at + 1));
}

/** Returns data without the keys that the schema does not know, and with stand-ins where there are some. */
function withStandIns(data: unknown, { issues }: z.core.$ZodError, standIn: FitOptions["standIn"]): unknown {
  return issues.reduce<unknown>((before, issue) => {
    const path = plain(issue.path);
    if (issue.code !== UNKNOWN) return replaced(before, standIn(path));
    return issue.keys.reduce((value, key) => replaced(value, { path: [...path, key] }), before);
  }, data);
}

/** Returns data with another value at a place; what is not on the way is shared. */
function replaced(data: unknown, standIn: StandIn | undefined): unknown {
  if (standIn === undefined) return data;
  const [key, ...rest] = standIn.path;
  if (key === undefined) return standIn.value;
  const fields = isRecord(data) ? data : {};
  if (Array.isArray(data)) return data.with(Number(key), replaced(data[Number(key)], { ...standIn, path: rest }));
  const { [key]: before, ...others } = fields;
  const after = replaced(before, { ...standIn, path: rest });
  return after === undefined ? others : { ...fields, [key]: after };
}

function isRecord(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
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
