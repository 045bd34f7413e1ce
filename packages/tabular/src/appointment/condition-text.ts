import type { Issue } from "@lungang/core";
import type { Codec, Problem } from "../values/codec.ts";
import { isProblem, textOf } from "../values/codec.ts";
import { cleanText, splitList } from "../values/text.ts";

/** A condition of a scheme of points, in the words of its document. */
export type ConditionText =
  | { readonly column: string; readonly op: string; readonly value: string | readonly string[] }
  | { readonly postColumn: string; readonly equals: string }
  | { readonly all: readonly ConditionText[] }
  | { readonly any: readonly ConditionText[] };

const OPERATORS: Readonly<Record<string, string>> = {
  "=": "eq",
  为: "eq",
  "!=": "ne",
  "≠": "ne",
  不为: "ne",
  "<": "lt",
  "<=": "le",
  "≤": "le",
  ">": "gt",
  ">=": "ge",
  "≥": "ge",
  含: "has",
};

/** The longer sign first, so that `>=` is not read as `>` and a value that begins with `=`. */
const COMPARISON = /^(.+?)\s*(>=|<=|!=|不为|[=≠≤≥<>]|(?<=\s)(?:为|含)(?=\s))\s*(.+)$/u;

/** What stands before a column of the post in a comparison with one of the person. */
const OF_POST = /^岗位[.．·]/u;

/** A condition in words: `性别=女`, `教龄>=10 且 级别=省级、国家级`, `岗位.乡镇=配偶乡镇`. */
export const condition: Codec<ConditionText> = {
  type: "text",
  expected: {
    zh: "如：教龄>=10 且 性别=女；岗位.乡镇=配偶乡镇",
    en: "comparisons such as column>=10, joined by 且 (and) or 或 (or)",
  },
  read: (cell) => readCondition(textOf(cell)),
  write: (value) => conditionText(value),
};

/** Reads a condition in words; undefined where there is none. */
export function readCondition(words: string): ConditionText | Problem | undefined {
  const text = cleanText(words.normalize("NFKC"));
  return text === "" ? undefined : anyOf(text);
}

/**
 * Returns why a condition in words cannot be read; undefined where it can, or where there is none.
 *
 * @public
 */
export function conditionProblem(
  words: string,
): { readonly problem: Issue["code"]; readonly words: Pick<Issue, "message" | "advice"> } | undefined {
  const read = readCondition(words);
  if (!isProblem(read)) return undefined;
  const { problem, message, advice } = read;
  return { problem, words: { message, advice } };
}

function anyOf(text: string): ConditionText | Problem {
  const parts = joined(text, "或", (part) => joined(part, "且", comparison));
  if (isProblem(parts)) return parts;
  const inner = parts.map((list): ConditionText => (list.length === 1 ? (list[0] as ConditionText) : { all: list }));
  return inner.length === 1 ? (inner[0] as ConditionText) : { any: inner };
}

function joined<T>(text: string, word: string, read: (part: string) => T | Problem): readonly T[] | Problem {
  const values: T[] = [];
  for (const part of text.split(new RegExp(`\\s+${word}\\s+`, "u"))) {
    const value = read(part);
    if (isProblem(value)) return value;
    values.push(value);
  }
  return values;
}

function comparison(text: string): ConditionText | Problem {
  const [, left = "", sign = "", right = ""] = COMPARISON.exec(cleanText(text)) ?? [];
  const op = OPERATORS[sign];
  if (op === undefined) return UNCLEAR;
  if (OF_POST.test(left)) {
    return op === "eq" ? { postColumn: left.replace(OF_POST, ""), equals: right } : UNCLEAR;
  }
  return ofColumn(left, op, splitList(right));
}

/** Several values mean one of them, which only some signs can ask for. */
function ofColumn(column: string, op: string, values: readonly string[]): ConditionText | Problem {
  const [only, second] = values;
  if (only === undefined) return UNCLEAR;
  if (second === undefined) return { column, op, value: only };
  if (op === "eq") return { column, op: "in", value: values };
  return op === "has" ? { column, op, value: values } : UNCLEAR;
}

const UNCLEAR: Problem = {
  problem: "condition-unclear",
  message: { zh: "看不懂条件", en: "The condition cannot be understood" },
  advice: {
    zh: "请写成“列名=值”，可用 = ≠ > >= < <= 和“含”；几个条件之间写“ 且 ”或“ 或 ”，两边留空格",
    en: "Write column=value with = ≠ > >= < <= or 含; put 且 (and) or 或 (or) with spaces between conditions",
  },
};

function conditionText(value: ConditionText): string {
  if ("all" in value) return value.all.map(conditionText).join(" 且 ");
  if ("any" in value) return value.any.map(conditionText).join(" 或 ");
  if ("postColumn" in value) return `岗位.${value.postColumn}=${value.equals}`;
  const sign = Object.keys(OPERATORS).find((key) => OPERATORS[key] === (value.op === "in" ? "eq" : value.op)) ?? "=";
  const right = typeof value.value === "string" ? value.value : value.value.join("、");
  return sign === "含" ? `${value.column} 含 ${right}` : `${value.column}${sign}${right}`;
}

/** Returns the columns that a condition reads, and those of them that hold lists. */
export function columnsRead(value: ConditionText): readonly { readonly column: string; readonly isList: boolean }[] {
  if ("all" in value) return value.all.flatMap(columnsRead);
  if ("any" in value) return value.any.flatMap(columnsRead);
  if ("postColumn" in value) return [{ column: value.equals, isList: false }];
  return [{ column: value.column, isList: value.op === "has" }];
}
