import { z } from "zod";
import { parsePoints } from "./decimal.ts";

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

function compares(found: Fact, { op, value }: z.output<typeof comparisonSchema>): boolean {
  const values = Array.isArray(value) ? value : [value];
  switch (op) {
    case "eq":
    case "in":
      return values.some((one) => isSame(found, one));
    case "ne":
      return !values.some((one) => isSame(found, one));
    case "has":
      return Array.isArray(found) && values.some((one) => (found as readonly string[]).includes(String(one)));
    case "lt":
    case "le":
    case "gt":
    case "ge":
      return isOrdered(found, op, values[0]);
  }
}

function isSame(found: Fact, value: string | number | boolean | undefined): boolean {
  return found === value || (typeof found !== "boolean" && !Array.isArray(found) && String(found) === String(value));
}

/** Numbers are compared as exact decimals, dates and other words as text. */
function isOrdered(found: Fact, op: "lt" | "le" | "gt" | "ge", value: string | number | boolean | undefined): boolean {
  const order = orderOf(found, value);
  if (order === undefined) return false;
  if (op === "lt") return order < 0;
  if (op === "le") return order <= 0;
  return op === "gt" ? order > 0 : order >= 0;
}

function orderOf(found: Fact, value: string | number | boolean | undefined): number | undefined {
  if (Array.isArray(found) || typeof found === "boolean" || typeof value === "boolean" || value === undefined)
    return undefined;
  const one = parsePoints(found as string | number);
  const other = parsePoints(value);
  if (one !== undefined && other !== undefined) return one - other;
  if (typeof found !== "string" || typeof value !== "string") return undefined;
  return found < value ? -1 : found > value ? 1 : 0;
}
