import { z } from "zod";
import { isIsoDate, isMonthDay } from "../instance/calendar.ts";
import type { Issue, Text } from "../instance/issue.ts";
import { nearestWord } from "../instance/nearest-word.ts";
import { codeAmong, wordAmong } from "../instance/words-among.ts";
import { isWithinWhole, likelyShare, parseShare } from "./share.ts";

const words = z.string().min(1);

/** Words for readers: in Chinese and English, or in one language, which then stands for both. */
export const textSchema = z
  .union([
    words,
    z.strictObject({ zh: words, en: words.optional() }),
    z.strictObject({ zh: words.optional(), en: words }),
  ])
  .transform((text): Text => {
    if (typeof text === "string") return { zh: text, en: text };
    return { zh: text.zh ?? (text.en as string), en: text.en ?? (text.zh as string) };
  });

const PARAMETER_TYPES = ["share", "integer", "boolean", "text", "list", "monthDay", "date", "distance"] as const;

/** A named number or word of a policy that the authority may change. */
export const parameterSchema = z.strictObject({
  type: z.enum(PARAMETER_TYPES),
  /** Absent where the source masks the value: then it must be given. */
  default: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  /** Allowed words of a text or list. */
  choices: z.array(z.string()).optional(),
  source: z.string(),
  text: textSchema,
  /** What to ask where the value is masked. */
  question: textSchema.optional(),
  /** Example value for `--set`. */
  example: z.string().optional(),
});

/**
 * A number or choice that the authority sets: with a default, or with a question and an example.
 *
 * @public
 */
export type Parameter = z.infer<typeof parameterSchema>;

/**
 * Value of a parameter as it stands in the policy after substitution; shares stay text and are read exactly later.
 *
 * @public
 */
export type ParameterValue = string | number | boolean | readonly string[];

/**
 * Values given by the caller, as text or as data.
 *
 * @public
 */
export type Settings = Readonly<Record<string, ParameterValue>>;

/** A distance in kilometres, as people write it. */
const KILOMETRES = /^(\d{1,4}(?:\.\d{1,3})?)\s*(?:公里|千米|km)?$/iu;

const INTEGER = /^-?\d{1,12}$/;

/** Returns the value of a parameter from what was given, or what is wrong with it. */
export function readParameter(name: string, parameter: Parameter, given: ParameterValue): ParameterValue | Issue {
  const value = convert(parameter, given);
  const { type, choices } = parameter;
  if (choices === undefined || value === undefined) {
    if (value !== undefined) return value;
    const likely = likelyOf(type, String(given));
    return invalidParameter(name, parameter, { given, expected: expectedOf(parameter), likely });
  }
  const { wrong, codes } = chosenOf(value, choices);
  if (wrong === undefined) return codes;
  return invalidParameter(name, parameter, {
    given,
    expected: choicesText(choices),
    likely: nearestChoice(wrong, choices),
  });
}

/** What was meant by a value that cannot be read: 8 for 8%, 15000 for 15 km. */
function likelyOf(type: Parameter["type"], given: string): string | undefined {
  if (type === "share") return likelyShare(given);
  return type === "distance" && /^[1-9]\d{1,3}000$/u.test(given) ? given.slice(0, -"000".length) : undefined;
}

function expectedOf({ type, choices }: Parameter): Text {
  return choices === undefined ? EXPECTED[type] : choicesText(choices);
}

interface Misread {
  readonly given: ParameterValue;
  readonly expected: Text;
  readonly likely: string | undefined;
}

function invalidParameter(name: string, parameter: Parameter, { given, expected, likely }: Misread): Issue {
  const { choices, source, text, example } = parameter;
  return {
    code: "invalid-parameter",
    severity: "error",
    path: ["parameters", name],
    received: String(given),
    ...(choices === undefined ? {} : { expected: choices.join(", ") }),
    source,
    message: {
      zh: `参数“${name}”（${text.zh}）的值“${String(given)}”无法识别，应为：${expected.zh}`,
      en: `Cannot read parameter "${name}" (${text.en}): expected ${expected.en}, current value is "${String(given)}"`,
    },
    advice:
      likely === undefined
        ? { zh: `请改为${expected.zh}`, en: `Write ${expected.en}` }
        : {
            zh: `是否应为“${(choices === undefined ? undefined : wordAmong(likely, choices)) ?? likely}”？`,
            en: `Is "${likely}" meant?`,
          },
    ...(example === undefined ? {} : { example: `--set ${name}=${example}` }),
  };
}

/** A choice, or several, by code or by word; the first that is none. */
function chosenOf(value: ParameterValue, allowed: readonly string[]) {
  const read = (word: string) => codeAmong(word, allowed);
  const given = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  const wrong = given.find((word) => read(word) === undefined);
  const codes = given.map((word) => read(word) ?? word);
  return { codes: Array.isArray(value) ? codes : (codes[0] as string), wrong };
}

function nearestChoice(word: string, allowed: readonly string[]): string | undefined {
  const near = nearestWord(word, [...allowed, ...allowed.flatMap((code) => wordAmong(code, allowed) ?? [])]);
  return near === undefined ? undefined : codeAmong(near, allowed);
}

/** Codes, and in Chinese the words that may be written for them. */
function choicesText(allowed: readonly string[]): Text {
  const named = (code: string) => {
    const word = wordAmong(code, allowed);
    return word === undefined ? code : `${code}（${word}）`;
  };
  return { zh: allowed.map(named).join("、"), en: allowed.join(", ") };
}

/** What a value of each type looks like. */
const EXPECTED: Readonly<Record<Parameter["type"], Text>> = {
  share: { zh: "0至100%的比例，如8%、0.08或1/12", en: "a share from 0 to 100% such as 8%, 0.08 or 1/12" },
  integer: { zh: "整数（只填数字，不写单位）", en: "a whole number, digits alone" },
  boolean: { zh: "是或否", en: "yes or no" },
  text: { zh: "文字", en: "a word" },
  list: { zh: "以逗号分隔的若干项", en: "items with commas between" },
  monthDay: { zh: "月和日，如08-31", en: "a month and day such as 08-31" },
  date: { zh: "日期，如2026-09-01", en: "a date such as 2026-09-01" },
  distance: { zh: "公里数，如15或7.5", en: "kilometres such as 15 or 7.5" },
};

function convert(parameter: Parameter, given: ParameterValue): ParameterValue | undefined {
  return READERS[parameter.type](typeof given === "string" ? given.normalize("NFKC").trim() : given);
}

type Reader = (value: ParameterValue) => ParameterValue | undefined;

function isShare(text: string): boolean {
  const parsed = parseShare(text);
  return parsed !== undefined && isWithinWhole(parsed);
}

/** Returns the text where it fits. */
function textThat(fits: (text: string) => boolean): Reader {
  return (value) => (fits(String(value)) ? String(value) : undefined);
}

const READERS: Readonly<Record<(typeof PARAMETER_TYPES)[number], Reader>> = {
  share: textThat(isShare),
  integer: (value) => (INTEGER.test(String(value)) ? Number(value) : undefined),
  boolean: readBoolean,
  text: (value) => (typeof value === "string" && value !== "" ? value : undefined),
  list: readList,
  monthDay: textThat(isMonthDay),
  date: textThat(isIsoDate),
  distance: readDistance,
};

/** Readers write kilometres; the policy counts in metres. */
function readDistance(value: ParameterValue): number | undefined {
  const [, kilometres] = KILOMETRES.exec(String(value)) ?? [];
  return kilometres === undefined ? undefined : Math.round(Number(kilometres) * 1000);
}

function readList(value: ParameterValue): ParameterValue | undefined {
  if (typeof value !== "string") return Array.isArray(value) ? (value as readonly string[]) : undefined;
  const words = value.split(/[,，、;；]/u).map((word) => word.trim());
  return words.filter((word) => word !== "");
}

function readBoolean(value: ParameterValue): boolean | undefined {
  if (value === true || value === "true" || value === "是" || value === "yes") return true;
  return value === false || value === "false" || value === "否" || value === "no" ? false : undefined;
}

/** Returns the issue that asks for a value that the source masks. */
export function maskedIssue(name: string, parameter: Parameter): Issue {
  const question = parameter.question ?? parameter.text;
  const example = `--set ${name}=${parameter.example ?? "..."}`;
  return {
    code: "parameter-required",
    severity: "error",
    path: ["parameters", name],
    source: parameter.source,
    question,
    example,
    message: {
      zh: `文件未明确“${parameter.text.zh}”，请由县教育局确定后填写：${question.zh}`,
      en: `The source of the policy leaves "${parameter.text.en}" open; the authority must give it: ${question.en}`,
    },
    advice: { zh: `例如：${example}`, en: `For example: ${example}` },
  };
}

/** Collects the names of the parameters that a value refers to by `{"$param": name}`. */
export function parametersUsed(value: unknown, into: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const entry of value) parametersUsed(entry, into);
  else if (value !== null && typeof value === "object") {
    const name = parameterName(value);
    if (name !== undefined) into.add(name);
    else for (const entry of Object.values(value)) parametersUsed(entry, into);
  }
  return into;
}

/** Returns the value with every `{"$param": name}` replaced. */
export function substitute(value: unknown, values: ReadonlyMap<string, ParameterValue>): unknown {
  if (Array.isArray(value)) return value.map((entry) => substitute(entry, values));
  if (value === null || typeof value !== "object") return value;
  const name = parameterName(value);
  if (name !== undefined) return values.get(name);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, substitute(entry, values)]));
}

/** Returns the name of the parameter that a value stands for, as `{"$param": name}`. */
export function parameterName(value: object): string | undefined {
  const name = (value as { readonly $param?: unknown }).$param;
  return typeof name === "string" ? name : undefined;
}
