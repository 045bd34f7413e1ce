import type { Checked, Issue, SourceLocation } from "@lungang/core";
import { LineCounter, isAlias, isCollection, isMap, isNode, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Document, Scalar, YAMLParseError, YAMLWarning } from "yaml";
import { MAX_ALIASES, MAX_DEPTH, digitsLost, notAMap, syntaxIssue, tooDeep, tooManyAliases } from "./policy-issues.ts";

/**
 * A policy file that was read: its data, and where each value stands.
 *
 * @public
 */
export interface LoadedPolicy {
  readonly document: unknown;
  /** Returns the line of the value at a path, or of the nearest value above it that exists. */
  readonly placeOf: (path: readonly (string | number)[]) => SourceLocation;
}

/** Reads a policy in YAML; every problem carries its line. */
export function loadYaml(source: string, file: string): Checked<LoadedPolicy> {
  try {
    return readYaml(source, file);
  } catch (error) {
    // The library calls itself for every level, and a file may have more levels than there is room for calls.
    if (error instanceof RangeError) return { ok: false, issues: [tooDeep(file, 1)] };
    throw error;
  }
}

function readYaml(source: string, file: string): Checked<LoadedPolicy> {
  const lineCounter = new LineCounter();
  const options = { lineCounter, prettyErrors: false, strict: true, uniqueKeys: true, version: "1.2" } as const;
  const document = parseDocument(source, { ...options, schema: "core" });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const lines = source.split(/\r?\n/u);
  const problems = [...document.errors, ...document.warnings].map((problem) => {
    const opened = openedAt(document, problem);
    const [found] = problem.pos;
    const line = lineAt(opened ?? found);
    const code = opened === undefined ? problem.code : "MISSING_CHAR";
    return syntaxIssue({ file, line }, { code, text: lines[line - 1] ?? "" });
  });
  if (problems.length > 0) return { ok: false, issues: firstOfEachLine(problems) };
  const wrong = isMap(document.contents) ? contentIssues(document, file, lineAt) : [notAMap(file)];
  if (wrong.length > 0) return { ok: false, issues: wrong };
  const value = expandAliases(document);
  if (value === undefined) return { ok: false, issues: [tooManyAliases(file, 1)] };
  const placeOf = (path: readonly (string | number)[]): SourceLocation => ({
    file,
    ...lineOf(document, path, lineCounter),
  });
  return { ok: true, value: { document: value, placeOf }, warnings: [] };
}

/** Where a quote or bracket that is not closed was opened; the library finds it missing where the text goes on. */
function openedAt(document: Document.Parsed, { code, pos: [found] }: YAMLParseError | YAMLWarning): number | undefined {
  if (code !== "MISSING_CHAR" && code !== "BAD_INDENT") return undefined;
  let opened: number | undefined;
  visit(document, {
    Node: (_key, node) => {
      const [from = found, to = from] = node.range ?? [];
      const isClosable = isScalar(node) ? node.type?.startsWith("QUOTE") : isCollection(node) && node.flow === true;
      if (isClosable !== true || from >= found || to < found) return undefined;
      opened = from;
      return visit.BREAK;
    },
  });
  return opened;
}

/** One mistake in the indentation brings several errors on the same line. */
function firstOfEachLine(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<number | undefined>();
  return issues.filter(({ place }) => !seen.has(place?.line) && seen.add(place?.line));
}

/** Returns the data of a document, or undefined where few aliases would unfold into very much. */
function expandAliases(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Finds the first thing that the grammar allows and we do not: many aliases, deep nesting, numbers that lose digits. */
function contentIssues(document: Document.Parsed, file: string, lineAt: (offset: number) => number): readonly Issue[] {
  const issues: Issue[] = [];
  let aliases = 0;
  visit(document, (_key, node, path) => {
    if (isAlias(node)) aliases++;
    const line = lineAt(startOf(node) ?? 0);
    if (aliases > MAX_ALIASES) issues.push(tooManyAliases(file, line));
    // Every level is a pair and a value in the path of the library.
    else if (path.length > 2 * MAX_DEPTH) issues.push(tooDeep(file, line));
    else if (isAlias(node) && node.resolve(document) === undefined)
      issues.push(syntaxIssue({ file, line }, { code: "BAD_ALIAS", text: "" }));
    else if (isInexactNumber(node)) issues.push(digitsLost(file, line, node.source ?? ""));
    return issues.length > 0 ? visit.BREAK : undefined;
  });
  return issues;
}

function isInexactNumber(node: unknown): node is Scalar {
  return isScalar(node) && isInexact(node.value);
}

function isInexact(value: unknown): boolean {
  return typeof value === "number" && !(Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value));
}

function lineOf(document: Document.Parsed, path: readonly (string | number)[], lineCounter: LineCounter) {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const key of path) {
    const found = childOf(node, key);
    if (found === undefined) break;
    node = found.value;
    offset = found.offset ?? offset;
  }
  return offset === undefined ? {} : { line: lineCounter.linePos(offset).line };
}

function childOf(node: unknown, key: string | number) {
  if (isSeq(node)) {
    const value = node.items[Number(key)];
    return value === undefined ? undefined : { value, offset: startOf(value) };
  }
  const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(key)) : undefined;
  return pair === undefined ? undefined : { value: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
