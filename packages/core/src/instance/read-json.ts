import { decodeText } from "./decode-text.ts";
import type { Checked, Issue, Text } from "./issue.ts";
import type { JsonFault, JsonFaultKind } from "./json-scan.ts";
import { scanJson } from "./json-scan.ts";

/**
 * A JSON file that was read: its data, and where its values stand.
 *
 * @public
 */
export interface JsonFile {
  readonly value: unknown;
  /** Returns issues with the line of the value at their path, or of the nearest value above it. */
  readonly place: (issues: readonly Issue[]) => readonly Issue[];
  /** Returns the line of the value at a path, or of the nearest value above it. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/**
 * Reads the bytes of a JSON file as strictly as a workbook: UTF-8 or GB18030, no key twice, no number that loses digits.
 *
 * @param file - its name, for messages
 * @public
 */
export function readJsonFile(bytes: Uint8Array, file: string): Checked<JsonFile> {
  const reading = decodeText(bytes, (text) => /^\s*[[{"]/u.test(text));
  if (reading === undefined) return { ok: false, issues: [undecodable(file)] };
  return readJsonText(reading.text, file);
}

/**
 * Reads the text of a JSON file like {@link readJsonFile}.
 *
 * @public
 */
export function readJsonText(given: string, file: string): Checked<JsonFile> {
  const text = given.replace(/^\uFEFF/u, "");
  const faults = scanJson(text);
  const lineAt = lineFinder(text);
  const issues = faults.map((fault) => faultIssue(fault, { file, line: lineAt(fault.at), text }));
  if (issues.length > 0) return { ok: false, issues };
  const value = JSON.parse(text) as unknown;
  const place = (found: readonly Issue[]) => placeIssues(found, text, file);
  const lineOf = (path: readonly (string | number)[]) => linesOf([path], text)[0] ?? 1;
  return { ok: true, value: { value, place, lineOf }, warnings: [] };
}

/** Paths that are looked for, by their first key and the ones after it. */
interface Branch {
  readonly branches: Map<string, Branch>;
  at: number;
}

function placeIssues(issues: readonly Issue[], text: string, file: string): readonly Issue[] {
  const lost = issues.filter(isLost);
  const lines = linesOf(
    lost.map(({ path = [] }) => path),
    text,
  );
  const placed = new Map(lost.map((issue, index) => [issue, lines[index] ?? 1]));
  return issues.map((issue) => {
    const line = placed.get(issue);
    return line === undefined ? inFile(issue, file) : { ...issue, place: { ...issue.place, file, line } };
  });
}

/** Returns the lines of values by their paths, in one pass over the text. */
function linesOf(paths: readonly (readonly (string | number)[])[], text: string): readonly number[] {
  if (paths.length === 0) return [];
  const root: Branch = { branches: new Map(), at: 0 };
  for (const path of paths) plant(root, path);
  scanJson(text, (path, at) => {
    const branch = follow(root, path);
    if (branch !== undefined) branch.at = at;
  });
  const lineAt = lineFinder(text);
  return paths.map((path) => lineAt(nearest(root, path)));
}

function isLost(issue: Issue): boolean {
  return issue.place?.line === undefined && issue.path !== undefined;
}

function inFile(issue: Issue, file: string): Issue {
  return issue.place?.file === undefined ? { ...issue, place: { ...issue.place, file } } : issue;
}

function plant(root: Branch, path: readonly (string | number)[]): void {
  let branch = root;
  for (const key of path) {
    const next = branch.branches.get(String(key)) ?? { branches: new Map<string, Branch>(), at: -1 };
    branch.branches.set(String(key), next);
    branch = next;
  }
}

function follow(root: Branch, path: readonly (string | number)[]): Branch | undefined {
  let branch: Branch | undefined = root;
  for (const key of path) {
    branch = branch.branches.get(String(key));
    if (branch === undefined) return undefined;
  }
  return branch;
}

/** Returns where the value of a path stands, or the nearest value above it that the text has. */
function nearest(root: Branch, path: readonly (string | number)[]): number {
  let branch: Branch | undefined = root;
  let { at } = root;
  for (const key of path) {
    branch = branch?.branches.get(String(key));
    if (branch === undefined || branch.at < 0) break;
    ({ at } = branch);
  }
  return at;
}

/** Returns a function that gives the line of a position, counted from 1. */
function lineFinder(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

const FAULTS: Readonly<Record<JsonFaultKind, { readonly message: Text; readonly advice: Text }>> = {
  empty: {
    message: { zh: "文件是空的", en: "The file is empty" },
    advice: { zh: "请核对是否选错了文件", en: "Check whether this is the file that was meant" },
  },
  "key-expected": {
    message: { zh: "此处应为带双引号的键名", en: "A key in double quotes is expected here" },
    advice: { zh: "键名要加英文双引号", en: "Put keys in double quotes" },
  },
  "colon-expected": {
    message: { zh: "键名之后缺少冒号", en: "The colon after a key is missing" },
    advice: { zh: "请在键名和值之间加英文冒号", en: "Put a colon between key and value" },
  },
  "comma-expected": {
    message: { zh: "缺少逗号，或括号没有配对", en: "A comma is missing, or brackets do not match" },
    advice: { zh: "请检查此处之前的逗号和括号", en: "Check commas and brackets before this place" },
  },
  "comma-too-many": {
    message: { zh: "最后一项之后多了逗号", en: "There is a comma after the last entry" },
    advice: { zh: "请删去这个逗号", en: "Delete the comma" },
  },
  "value-expected": {
    message: {
      zh: "此处应为值：文字加双引号，数字不加前导 0，其余只能是 true、false、null",
      en: "A value is expected: text in double quotes, a number without leading zeros, true, false or null",
    },
    advice: { zh: "请检查此处的引号、数字和拼写", en: "Check quotes, numbers and spelling here" },
  },
  "string-not-closed": {
    message: { zh: "双引号没有配对", en: "The double quotes do not match" },
    advice: { zh: "请补上结尾的双引号", en: "Add the closing double quote" },
  },
  "bad-escape": {
    message: { zh: "反斜杠之后的字符不对", en: "What follows the backslash is no escape" },
    advice: { zh: "反斜杠本身请写成 \\\\", en: "Write a backslash as \\\\" },
  },
  "control-character": {
    message: { zh: "引号之内有换行或制表符", en: "There is a line break or a tab inside quotes" },
    advice: { zh: "换行请写成 \\n，制表符请写成 \\t", en: "Write \\n for a line break and \\t for a tab" },
  },
  "chinese-punctuation": {
    message: { zh: "用了中文标点", en: "There is a Chinese punctuation mark" },
    advice: {
      zh: "引号、冒号、逗号和括号请用英文标点",
      en: "Use the ASCII marks for quotes, colons, commas and brackets",
    },
  },
  "too-deep": {
    message: { zh: "嵌套层数过多", en: "The values are nested too deeply" },
    advice: { zh: "请减少嵌套", en: "Nest less" },
  },
  "text-behind": {
    message: { zh: "文件末尾有多余的内容", en: "There is more behind the end of the document" },
    advice: { zh: "一个文件只能有一份内容，请删去多余部分", en: "Keep one document in a file" },
  },
  "key-twice": {
    message: { zh: "同一层中同一个键写了两次，只会有一个生效", en: "A key is given twice; only one would count" },
    advice: { zh: "请只保留一个", en: "Keep one of them" },
  },
  "digits-lost": {
    message: { zh: "数字过大，末尾的数字会丢失", en: "The number is too large to be kept exactly" },
    advice: { zh: "编号请加双引号写成文字；数量请核对", en: "Put ids in quotes; check quantities" },
  },
};

const SHOWN_CHARS = 20;

interface FaultPlace {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

function faultIssue({ kind, at, subject }: JsonFault, { file, line, text }: FaultPlace): Issue {
  const { message, advice } = FAULTS[kind];
  const received = subject ?? text.slice(at, at + SHOWN_CHARS).split("\n")[0] ?? "";
  const code = kind === "key-twice" ? "duplicate-key" : kind === "digits-lost" ? "digits-lost" : "invalid-syntax";
  return {
    code,
    severity: "error",
    place: { file, line },
    message: { zh: `第 ${line} 行：${message.zh}`, en: `Line ${line}: ${message.en}` },
    advice,
    ...(received === "" ? {} : { received }),
  };
}

function undecodable(file: string): Issue {
  return {
    code: "text-undecodable",
    severity: "error",
    place: { file },
    message: { zh: "文件不是 UTF-8 编码的文本", en: "The file is no text encoded as UTF-8" },
    advice: {
      zh: "请用记事本打开，“另存为”时编码选 UTF-8",
      en: "Open it in an editor and save it with the encoding UTF-8",
    },
  };
}
