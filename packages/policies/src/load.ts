import type { Checked, Issue, Place } from "@lungang/core";
import { LineCounter, isAlias, isMap, isNode, isSeq, parseDocument, visit } from "yaml";
import type { Document, ErrorCode, Node } from "yaml";

/** A policy is a few pages of text; anything longer is a mistake or an attack. */
const MAX_CHARACTERS = 1_000_000;

/** Bytes of the longest policy: a character takes four at most. */
export const MAX_POLICY_BYTES = 4 * MAX_CHARACTERS;
const MAX_ALIASES = 100;

/** A policy file that was read: its data, and where each value stands. */
export interface LoadedPolicy {
  readonly document: unknown;
  /** Returns the line of the value at a path, or of the nearest value above it that exists. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/**
 * Reads the text of a policy in YAML or JSON; every problem carries its line.
 *
 * Duplicate keys, unknown tags, long chains of aliases and files of more than a million characters are refused. The
 * content is not judged here: that is the work of `resolvePolicy`.
 *
 * @param fileName - decides the format: `.json` is JSON, everything else YAML
 */
export function loadPolicyDocument(text: string, fileName: string): Checked<unknown> {
  const loaded = loadPolicyText(text, fileName);
  return loaded.ok ? { ok: true, value: loaded.value.document, warnings: loaded.warnings } : loaded;
}

/** Reads the bytes of a policy file like {@link loadPolicyText}; bytes that are no UTF-8 are refused. */
export function loadPolicyBytes(bytes: Uint8Array, fileName: string): Checked<LoadedPolicy> {
  if (bytes.length > MAX_POLICY_BYTES) return { ok: false, issues: [tooLong(fileName, bytes.length)] };
  try {
    return loadPolicyText(new TextDecoder("utf-8", { fatal: true }).decode(bytes), fileName);
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, issues: [undecodable(fileName)] };
    throw error;
  }
}

/** Reads the text of a policy like {@link loadPolicyDocument}, and keeps where each value stands. */
export function loadPolicyText(text: string, fileName: string): Checked<LoadedPolicy> {
  const refuse = (issues: readonly Issue[]): Checked<LoadedPolicy> => ({ ok: false, issues });
  if (text.length > MAX_CHARACTERS) return refuse([tooLong(fileName, text.length)]);
  const json = fileName.toLowerCase().endsWith(".json");
  const lineCounter = new LineCounter();
  // Tabs before a value are fine in JSON and never inside a JSON string, but YAML refuses some of them.
  const source = withoutMark(json ? text.replace(/^\t+/gmu, (tabs) => " ".repeat(tabs.length)) : text);
  const document = parseDocument(source, {
    lineCounter,
    prettyErrors: false,
    schema: json ? "json" : "core",
    strict: true,
    uniqueKeys: true,
    version: "1.2",
  });
  const problems = firstOfEachLine(
    [...document.errors, ...document.warnings].map((problem) =>
      syntaxIssue(fileName, lineCounter.linePos(problem.pos[0]).line, problem),
    ),
  );
  if (problems.length > 0) return refuse(problems);
  const wrong = contentIssues(document, { fileName, json, source, lineCounter });
  if (wrong.length > 0) return refuse(wrong);
  const placeOf = (path: readonly (string | number)[]) => ({ file: fileName, ...lineOf(document, path, lineCounter) });
  const value = expandAliases(document);
  return value === undefined
    ? refuse([tooManyAliases(fileName, 1)])
    : { ok: true, value: { document: value, placeOf }, warnings: [] };
}

/** One mistake in the indentation brings several errors on the same line. */
function firstOfEachLine(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter((issue, k) => issues.findIndex((other) => other.place?.line === issue.place?.line) === k);
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

function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

interface Content {
  readonly fileName: string;
  readonly json: boolean;
  readonly source: string;
  readonly lineCounter: LineCounter;
}

function contentIssues(document: Document.Parsed, { fileName, json, source, lineCounter }: Content): readonly Issue[] {
  if (!isMap(document.contents)) return [notAMap(fileName)];
  let aliases = 0;
  let last: Node | undefined;
  visit(document, (_key, node) => {
    if (!isAlias(node)) return;
    aliases++;
    last = node;
  });
  if (aliases > MAX_ALIASES) {
    return [tooManyAliases(fileName, lineCounter.linePos(last?.range?.[0] ?? 0).line)];
  }
  return json ? strictJson(fileName, source) : [];
}

/** The YAML reader accepts more than JSON, for example comments; a `.json` file has to be JSON for every other tool. */
function strictJson(fileName: string, source: string): readonly Issue[] {
  try {
    JSON.parse(source);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/u.exec(reason)?.[1];
    const line = at === undefined ? 1 : source.slice(0, Number(at)).split("\n").length;
    return [syntaxIssue(fileName, line, { message: reason })];
  }
}

/** What the common mistakes are called in Chinese; the others keep the words of the reader. */
const CHINESE: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: "缩进不正确",
  BLOCK_AS_IMPLICIT_KEY: "键的写法或缩进不正确",
  DUPLICATE_KEY: "同一层中有重复的键",
  MISSING_CHAR: "缺少标点（如引号、括号或冒号）",
  MULTIPLE_DOCS: "一个文件只能写一个方案",
  MULTILINE_IMPLICIT_KEY: "键不能跨行，可能漏了冒号",
  TAB_AS_INDENT: "请用空格缩进，不要用制表符",
  TAG_RESOLVE_FAILED: "不支持自定义标签",
  UNEXPECTED_TOKEN: "多余或错误的符号",
};

function syntaxIssue(
  file: string,
  line: number,
  problem: { readonly code?: ErrorCode; readonly message: string },
): Issue {
  const chinese = problem.code === undefined ? undefined : CHINESE[problem.code];
  return {
    code: problem.code === "DUPLICATE_KEY" ? "duplicate-key" : "invalid-syntax",
    severity: "error",
    place: { file, line },
    message: {
      zh: `方案文件第${line}行无法读取：${chinese ?? problem.message}`,
      en: `Cannot read line ${line} of the policy: ${problem.message}`,
    },
  };
}

function notAMap(file: string): Issue {
  return {
    code: "invalid-policy",
    severity: "error",
    place: { file, line: 1 },
    message: {
      zh: "方案文件是空的，或不是由“键: 值”组成",
      en: "The policy file is empty or not made of keys and values",
    },
    advice: {
      zh: "可用“lungang policies yulin-notice --json”导出一份作为起点",
      en: 'Start from the output of "lungang policies yulin-notice --json"',
    },
  };
}

function tooLong(file: string, length: number): Issue {
  return {
    code: "file-too-large",
    severity: "error",
    place: { file },
    received: String(length),
    expected: `at most ${MAX_CHARACTERS} characters`,
    message: { zh: "方案文件过大，应为几页文字", en: "The policy file is too long: it should be a few pages" },
  };
}

function undecodable(file: string): Issue {
  return {
    code: "text-undecodable",
    severity: "error",
    place: { file },
    message: { zh: "政策文件不是 UTF-8 编码", en: "The policy file is not encoded as UTF-8" },
    advice: { zh: "请另存为 UTF-8 编码", en: "Save it as UTF-8" },
  };
}

function tooManyAliases(file: string, line: number): Issue {
  return {
    code: "invalid-syntax",
    severity: "error",
    place: { file, line },
    message: { zh: `引用（*）超过${MAX_ALIASES}处`, en: `More than ${MAX_ALIASES} aliases (*)` },
  };
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
