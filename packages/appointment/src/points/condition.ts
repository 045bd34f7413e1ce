import { compareText } from "@lungang/core";
import { z } from "zod";
import { parsePoints } from "@lungang/core/policy";

/** A value of a column: a number or decimal text, a word, yes or no, or several words. */
export type Fact = number | string | boolean | readonly string[];

/** Facts about somebody or something by column. */
export type Facts = Readonly<Record<string, Fact>>;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A comparison of one column; `has` asks whether a list of words holds one of the values. */
const comparisonSchema = z.strictObject({
  column: z.string(),
  op: z.enum(["eq", "ne", "in", "has", "lt", "le", "gt", "ge"]),
  value: z.union([scalar, z.array(scalar)]),
});

/** A comparison of a column of a post with one of a person, for points that hold at some posts only (IT-05). */
const sameSchema = z.strictObject({ postColumn: z.string(), equals: z.string() });

/** A condition over facts. */
export type Condition =
  | z.output<typeof comparisonSchema>
  | z.output<typeof sameSchema>
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Shape of a condition. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparisonSchema,
    sameSchema,
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** Whose facts a condition is asked of. */
export interface ConditionFacts {
  readonly facts: Facts;
  readonly post?: Facts;
}

/** Returns the columns that a condition reads of the person. */
export function columnsOf(condition: Condition): readonly string[] {
  if ("column" in condition) return [condition.column];
  if ("postColumn" in condition) return [condition.equals];
  if ("not" in condition) return columnsOf(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(columnsOf);
}

/** Returns whether a condition holds; a column that is not there makes a comparison false. */
export function holds(condition: Condition, asked: ConditionFacts): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, asked));
  if ("any" in condition) return condition.any.some((part) => holds(part, asked));
  if ("not" in condition) return !holds(condition.not, asked);
  if ("postColumn" in condition) {
    const here = asked.post?.[condition.postColumn];
    return here !== undefined && here === asked.facts[condition.equals];
  }
  const found = asked.facts[condition.column];
  return found !== undefined && compares(found, condition);
}

type Scalar = string | number | boolean;

function compares(found: Fact, { op, value }: z.output<typeof comparisonSchema>): boolean {
  const values: readonly Scalar[] = Array.isArray(value) ? value : [value];
  if (op === "eq" || op === "in") return values.some((one) => isSame(found, one));
  if (op === "ne") return !values.some((one) => isSame(found, one));
  if (op === "has") return typeof found === "object" && values.some((one) => found.includes(String(one)));
  return isOrdered(found, op, values[0]);
}

function isSame(found: Fact, value: Scalar): boolean {
  return found === value || (isNumberOrText(found) && String(found) === String(value));
}

function isNumberOrText(value: Fact | undefined): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** Numbers are compared as exact decimals, dates and other words as text. */
function isOrdered(found: Fact, op: "lt" | "le" | "gt" | "ge", value: Scalar | undefined): boolean {
  if (!isNumberOrText(found) || !isNumberOrText(value)) return false;
  const order = orderOf(found, value);
  if (op === "lt") return order < 0;
  if (op === "le") return order <= 0;
  return op === "gt" ? order > 0 : order >= 0;
}

/** A number never stands before or behind a word: such a comparison is false whichever way it is asked. */
function orderOf(found: string | number, value: string | number): number {
  const one = parsePoints(found);
  const other = parsePoints(value);
  if (one !== undefined && other !== undefined) return one - other;
  if (typeof found !== "string" || typeof value !== "string") return Number.NaN;
  return compareText(found, value);
}
