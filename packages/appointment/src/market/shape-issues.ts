import type { Issue, Text, IssueCode } from "@lungang/core";
import type { z } from "zod";

/** Turns what the schema found into issues with place, what was expected and what stands there. */
export function shapeIssues(error: z.ZodError, data: unknown): readonly Issue[] {
  return error.issues.map((found) => shapeIssue(found, data));
}

function shapeIssue(found: z.core.$ZodIssue, data: unknown): Issue {
  const path = found.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const where = path.join(".") || "/";
  const received = receivedText(valueAt(data, path));
  const expected = expectedText(found);
  return {
    code: codeOf(found, received),
    severity: "error",
    path,
    message: {
      zh: `“${where}”的值不符合要求：应为${expected.zh}，现为 ${received ?? "空"}`,
      en: `Cannot read "${where}": expected ${expected.en}, found ${received ?? "nothing"}`,
    },
    advice: { zh: "请按数据格式说明改正此处", en: "Correct this place as the format describes it" },
    expected: expected.en,
    ...(received === undefined ? {} : { received }),
  };
}

function codeOf(found: z.core.$ZodIssue, received: string | undefined): IssueCode {
  if (found.code === "unrecognized_keys") return "unknown-key";
  return received === undefined ? "missing-value" : "invalid-value";
}

const TYPE_WORDS: Readonly<Record<string, Text>> = {
  string: { zh: "文本", en: "a text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "an integer" },
  boolean: { zh: "是或否", en: "true or false" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "一组字段", en: "a record" },
};

function expectedText(found: z.core.$ZodIssue): Text {
  if (found.code === "invalid_type") return TYPE_WORDS[found.expected] ?? plain(found.expected);
  if (found.code === "invalid_value") return plain(found.values.join(" | "));
  if (found.code === "too_small") return { zh: `不小于 ${found.minimum}`, en: `at least ${found.minimum}` };
  if (found.code === "too_big") return { zh: `不大于 ${found.maximum}`, en: `at most ${found.maximum}` };
  if (found.code === "unrecognized_keys") {
    return { zh: `没有字段 ${found.keys.join("、")}`, en: `no field ${found.keys.join(", ")}` };
  }
  return { zh: "所列形式之一", en: "one of the allowed forms" };
}

function plain(word: string): Text {
  return { zh: word, en: word };
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
