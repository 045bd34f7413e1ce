import type { z } from "zod";
import type { Issue, Text } from "./issue.ts";
import type { IssueCode } from "./issue-codes.ts";
import { nearestWord } from "./nearest-word.ts";

type SchemaIssue = z.core.$ZodIssue;

/**
 * How what a schema found is told.
 *
 * @public
 */
export interface ShapeOptions {
  /** Code of what is wrong with a value. @defaultValue "missing-value" or "invalid-value" */
  readonly code?: IssueCode;
  /** The data that were read: values are then repeated. Left out where they may hold what no log may show. */
  readonly data?: unknown;
  /** Path under which the data stand in their document. @defaultValue at its root */
  readonly under?: readonly (string | number)[];
}

/**
 * Turns what the schema library found into issues in our words, with place and what to do.
 *
 * @public
 */
export function shapeIssues(error: z.ZodError, options: ShapeOptions = {}): readonly Issue[] {
  return error.issues.map((issue) => shapeIssue(issue, options));
}

function shapeIssue(issue: SchemaIssue, options: ShapeOptions): Issue {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const place = [...(options.under ?? []), ...path];
  const where = place.join(".");
  const given = valueAt(options.data, path);
  const { message, advice, expected } = wordsOf(issue, typeof given === "string" ? given : undefined);
  const received = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : receivedText(given);
  return {
    code: codeOf(issue, options.code),
    severity: "error",
    message: {
      zh: `“${where || "文档"}”的值不符合要求：${message.zh}`,
      en: `Cannot read "${where || "document"}": ${message.en}`,
    },
    advice: advice ?? { zh: "请改正该值", en: "Correct the value" },
    path: place,
    ...(received === undefined ? {} : { received }),
    ...(expected === undefined ? {} : { expected }),
  };
}

function codeOf(issue: SchemaIssue, code: IssueCode | undefined): IssueCode {
  if (issue.code === "unrecognized_keys") return "unknown-key";
  return code ?? (isMissing(issue) ? "missing-value" : "invalid-value");
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === "object"
        ? (value as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    data,
  );
}

/** A value in a message: short, and nothing of what a whole record holds. */
function receivedText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value)) return `[${value.length}]`;
  return typeof value === "object" ? "{…}" : JSON.stringify(value).slice(0, 40);
}

interface Words {
  readonly message: Text;
  readonly advice?: Text;
  readonly expected?: string;
}

/** What a value is called that JSON can hold. */
const TYPES: Readonly<Record<string, Text>> = {
  string: { zh: "文字（加双引号）", en: "text in quotes" },
  number: { zh: "数字（不加引号）", en: "a number without quotes" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "由键和值组成的一项", en: "an object with keys" },
};

function wordsOf(issue: SchemaIssue, given?: string): Words {
  if (issue.code === "invalid_type") return isMissing(issue) ? MISSING : wrongType(issue.expected);
  if (issue.code === "unrecognized_keys") return unknownKeys(issue.keys);
  return issue.code === "invalid_union" ? unionWords(issue.errors) : valueWords(issue, given);
}

function valueWords(issue: SchemaIssue, given: string | undefined): Words {
  if (issue.code === "invalid_value") return oneOf(issue.values.map(String), given);
  if (issue.code === "too_small") {
    return bound(`≥ ${String(issue.minimum)}`, { zh: "过小或过短", en: "too small or too short" });
  }
  if (issue.code !== "too_big") return otherWords(issue);
  return bound(`≤ ${String(issue.maximum)}`, { zh: "过大或过长", en: "too large or too long" });
}

/** The library says in its sentence only that nothing was given. */
function isMissing({ code, message, input }: SchemaIssue): boolean {
  return code === "invalid_type" && input === undefined && message.endsWith("received undefined");
}

const MISSING: Words = {
  message: { zh: "缺少这一项", en: "it is missing" },
  advice: { zh: "请补上这一项", en: "Add it" },
};

function wrongType(type: string): Words {
  const name = TYPES[type] ?? { zh: type, en: type };
  return { message: { zh: `应为${name.zh}`, en: `it should be ${name.en}` } };
}

function unknownKeys(keys: readonly string[]): Words {
  const names = keys.slice(0, 10).join("、");
  return {
    message: { zh: `有不认识的键 ${names}`, en: `it has unknown keys ${keys.slice(0, 10).join(", ")}` },
    advice: { zh: "请核对键名的拼写，或删去", en: "Check the spelling of the keys, or delete them" },
  };
}

function oneOf(values: readonly string[], given: string | undefined): Words {
  const near = given === undefined ? undefined : nearestWord(given, values);
  return {
    message: { zh: "不是可选的值", en: "it is none of the values offered" },
    advice:
      near === undefined
        ? { zh: "请从可选的值中选择", en: "Choose one of the expected values" }
        : { zh: `是否应为“${near}”？`, en: `Did you mean "${near}"?` },
    expected: values.slice(0, 30).join(", "),
  };
}

function bound(expected: string, message: Text): Words {
  return { message, advice: { zh: `应为 ${expected}`, en: `It should be ${expected}` }, expected };
}

/** Of several shapes the one that fits best says most: the one with the fewest faults. */
function unionWords(errors: readonly (readonly SchemaIssue[])[]): Words {
  const [best] = [...errors].sort((a, b) => a.length - b.length);
  const [first] = best ?? [];
  return first === undefined || first.code === "invalid_union"
    ? { message: { zh: "不是任何一种允许的写法", en: "it has none of the shapes allowed" } }
    : wordsOf(first);
}

/** Sentences of our own schemas, in Chinese. */
const OWN_SENTENCES: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/must be a date/i, "应为存在的日期，写成 2024-09-01 的形式"],
  [/control characters|must match pattern/i, "不能含有控制字符"],
  [/must be a share/i, "应为比例，写成 8%、0.08 或 1/12 的形式"],
  [/must be a month and day/i, "应为月和日，写成 08-31 的形式"],
];

function otherWords({ message }: SchemaIssue): Words {
  const known = OWN_SENTENCES.find(([english]) => english.test(message));
  return { message: { zh: known?.[1] ?? message, en: message } };
}
