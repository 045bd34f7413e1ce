import type { z } from "zod";
import type { Issue, Text } from "./issue.ts";
import type { IssueCode } from "./issue-codes.ts";
import { didYouMean, nearestWord } from "./nearest-word.ts";
import { wordAmong } from "./words-among.ts";
import { keysAt } from "./schema-keys.ts";

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
  /** The schema that found it: the keys that it knows are then told where one is not. */
  readonly schema?: z.core.$ZodType;
  /** Path under which the data stand in their document. @defaultValue at its root */
  readonly under?: readonly (string | number)[];
}

/**
 * Turns what the schema library found into issues in our words, with place and what to do.
 *
 * @public
 */
export function shapeIssues(error: z.ZodError, options: ShapeOptions = {}): readonly Issue[] {
  return error.issues.flatMap(withinShape).map((issue) => shapeIssue(issue, options));
}

/**
 * Keys that are not known are told one by one. Of several shapes the one that was meant has the fewest faults at its own
 * keys: what is wrong in it is told.
 */
function withinShape(issue: SchemaIssue): readonly SchemaIssue[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ ...issue, keys: [key] }));
  if (issue.code !== "invalid_union") return [issue];
  if (issue.errors.every(isWrongType)) return [issue];
  const [best] = [...issue.errors].sort((a, b) => faultsOf(a) - faultsOf(b) || a.length - b.length);
  if (best === undefined) return [issue];
  return best.flatMap((inner) => withinShape({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isWrongType(shape: readonly SchemaIssue[]): boolean {
  const [first, ...others] = shape;
  return first?.code === "invalid_type" && first.path.length === 0 && others.length === 0;
}

function faultsOf(shape: readonly SchemaIssue[]): number {
  const own = shape.map((issue) => {
    if (issue.code === "unrecognized_keys") return issue.path.length === 0 ? issue.keys.length : 0;
    return issue.path.length < 2 && isMissing(issue) ? 1 : issue.path.length === 0 ? 10 : 0;
  });
  return own.reduce((sum, faults) => sum + faults, 0);
}

function shapeIssue(issue: SchemaIssue, options: ShapeOptions): Issue {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const holder = [...(options.under ?? []), ...path];
  const where = holder.join(".") || "文档";
  const given = valueAt(options.data, path);
  const { message, advice, expected } = wordsOf(issue, {
    given: typeof given === "string" ? given : undefined,
    known: knownKeys(issue, options),
  });
  const { place, received } = placeOf(issue, holder, given);
  return {
    code: codeOf(issue, options.code),
    severity: "error",
    message: {
      zh: `“${where}”的值不符合要求：${message.zh}`,
      en: `Cannot read "${holder.join(".") || "document"}": ${message.en}`,
    },
    advice: advice ?? { zh: "请改正该值", en: "Correct the value" },
    path: place,
    ...(received === undefined ? {} : { received }),
    ...(expected === undefined ? {} : { expected }),
  };
}

function knownKeys(issue: SchemaIssue, { schema }: ShapeOptions): readonly string[] {
  return issue.code === "unrecognized_keys" && schema !== undefined ? keysAt(schema, issue.path) : [];
}

/** A key that is not known is where it stands, and wrong for what holds it. */
function placeOf(issue: SchemaIssue, holder: readonly (string | number)[], given: unknown) {
  if (issue.code !== "unrecognized_keys") return { place: holder, received: receivedText(given) };
  return { place: [...holder, ...issue.keys], received: issue.keys.join() };
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

/** More values than these are not listed. */
const MOST_CHOICES = 30;

/** What a value is called that JSON can hold. */
const TYPES: Readonly<Record<string, Text>> = {
  string: { zh: "文字（加双引号）", en: "text in quotes" },
  number: { zh: "数字（不加引号）", en: "a number without quotes" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  array: { zh: "列表", en: "a list" },
  tuple: { zh: "列表", en: "a list" },
  object: { zh: "由键和值组成的一项", en: "an object with keys" },
};

interface Found {
  /** The value where it is text. */
  readonly given: string | undefined;
  /** Keys that would have been right. */
  readonly known: readonly string[];
}

function wordsOf(issue: SchemaIssue, { given, known }: Found): Words {
  if (issue.code === "invalid_type") return isMissing(issue) ? MISSING : wrongType(issue.expected);
  if (issue.code === "unrecognized_keys") return unknownKey(issue.keys.join(), known);
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

function wrongType(...types: readonly string[]): Words {
  const names = [...new Set(types)].map((type) => TYPES[type] ?? { zh: type, en: type });
  const zh = names.map((name) => name.zh).join("或");
  const en = names.map((name) => name.en).join(" or ");
  return { message: { zh: `应为${zh}`, en: `it should be ${en}` }, advice: { zh: `请改为${zh}`, en: `Write ${en}` } };
}

function unknownKey(key: string, known: readonly string[]): Words {
  const near = nearestWord(key, known);
  return {
    message: { zh: `有不认识的键“${key}”`, en: `it has an unknown key "${key}"` },
    advice: didYouMean(near, { zh: "请核对键名的拼写，或删去", en: "Check the spelling of the key, or delete it" }),
    ...(known.length === 0 ? {} : { expected: known.join(", ") }),
  };
}

function oneOf(values: readonly string[], given: string | undefined): Words {
  const near = given === undefined ? undefined : nearestWord(given, values);
  return {
    message: { zh: "不是可选的值", en: "it is none of the values offered" },
    advice: didYouMean(near, choose(values)),
    expected: values.slice(0, MOST_CHOICES).join(", "),
  };
}

/** Says what may be written, in Chinese by the words that are read as the values. */
function choose(values: readonly string[]): Text {
  const en = "Choose one of the expected values";
  const named = values.slice(0, MOST_CHOICES).map((value) => wordAmong(value, values));
  if (named.includes(undefined)) return { zh: "请从可选的值中选择", en };
  return { zh: `请填写其中之一：${named.join("、")}`, en };
}

function bound(expected: string, message: Text): Words {
  return { message, advice: { zh: `应为 ${expected}`, en: `It should be ${expected}` }, expected };
}

/** A value of one of several types. */
function unionWords(errors: readonly (readonly SchemaIssue[])[]): Words {
  const first = errors.flat().filter((issue) => issue.code === "invalid_type");
  if (first.some(isMissing)) return MISSING;
  return wrongType(...first.map(({ expected }) => expected));
}

/** Sentences of our own schemas, in Chinese. */
const OWN_SENTENCES: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/must be a date/i, "应为存在的日期，写成 2024-09-01 的形式"],
  [/control characters/i, "不能含有控制字符"],
  [/must be a share from 0/i, "应为0至100%的比例，写成 8%、0.08 或 1/12 的形式"],
  [/must be there for an item/i, "这种计分方式不能缺少这一项"],
  [/must be a share/i, "应为比例，写成 8%、0.08 或 1/12 的形式"],
  [/must end on its first day/i, "末日不能早于首日"],
  [/must lie in its year/i, "日期应在所写的年份内（可含上一年12月）"],
  [/must not be a day off as well/i, "同一天不能既放假又上班"],
  [/must be a Saturday/i, "调休上班的日子应为周六或周日"],
  [/must not be a year that stands before/i, "同一年份只能写一次，请合并为一项"],
  [/must be a month and day/i, "应为月和日，写成 08-31 的形式"],
  [/letters, digits/i, "应以小写英文字母开头，只用英文字母、数字和连字符"],
  [/must be the number of a report/i, "应为报表编号，如 R1"],
  [/at most four decimals/i, "应为最多四位小数的数"],
  [/without spaces and dots/i, "应为不含空格和点号的名称"],
  [/must be one of/i, "不是可选的值"],
  [/must have a text/i, "应有中文或英文的文字"],
];

/** What a schema of ours says beside its sentence: what is probably meant, or the words to choose from. */
interface OwnDetails {
  readonly likely?: string;
  readonly choices?: readonly string[];
}

function otherWords(issue: SchemaIssue): Words {
  const known = OWN_SENTENCES.find(([english]) => english.test(issue.message));
  const { likely, choices } = ("params" in issue ? (issue.params ?? {}) : {}) as OwnDetails;
  return {
    message: { zh: known?.[1] ?? "不符合要求", en: issue.message },
    ...(likely === undefined ? {} : { advice: { zh: `是否应为“${likely}”？`, en: `Did you mean "${likely}"?` } }),
    ...(choices === undefined ? {} : { expected: choices.join(", ") }),
  };
}
