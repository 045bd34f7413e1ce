import { z } from "zod";
import type { Issue } from "../instance/issue.ts";
import { ATTRIBUTES } from "./attributes.ts";
import type { AttributeType, AttributeValue, FactContext, Subject } from "./attributes.ts";

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/** A comparison of one attribute with a value. */
export const comparisonSchema = z.strictObject({
  attr: z.string(),
  op: z.enum(["eq", "in", "lt", "le", "gt", "ge", "has"]),
  value: z.union([scalarSchema, z.array(scalarSchema)]),
  /** What the comparison gives where the value is missing; without it a missing value is an issue. */
  ifMissing: z.boolean().optional(),
});

export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * A set of people, schools or moves.
 *
 * @public
 */
export type Predicate =
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate }
  /** A named set of the policy. */
  | { readonly set: string }
  | Comparison;

export const predicateSchema: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(predicateSchema) }),
    z.strictObject({ any: z.array(predicateSchema) }),
    z.strictObject({ not: predicateSchema }),
    z.strictObject({ set: z.string() }),
    comparisonSchema,
  ]),
);

/** Everybody and everything. */
export const EVERYTHING: Predicate = { all: [] };

/** Returns whether a predicate is written as no condition at all. */
export function isEverything(predicate: Predicate): boolean {
  return "all" in predicate && predicate.all.length === 0;
}

/** Notes that a value was missing where a predicate needed it. */
export type OnMissing = (attr: string, subject: Subject) => void;

/** A predicate that is ready to be asked. */
export type Test = (subject: Subject) => boolean;

/** What compiling a predicate needs. */
export interface CompileOptions {
  readonly context: FactContext;
  readonly sets: Readonly<Record<string, Predicate>>;
  readonly onMissing?: OnMissing | undefined;
}

const FITS: Readonly<Record<AttributeType, readonly Comparison["op"][]>> = {
  number: ["eq", "in", "lt", "le", "gt", "ge"],
  date: ["eq", "in", "lt", "le", "gt", "ge"],
  text: ["eq", "in"],
  boolean: ["eq"],
  set: ["has"],
};

/** Returns what is wrong with a predicate: unknown attributes or sets, operators and values that do not fit. */
export function predicateIssues(
  predicate: Predicate,
  sets: Readonly<Record<string, Predicate>>,
  path: readonly (string | number)[],
): readonly Issue[] {
  if ("all" in predicate) return predicate.all.flatMap((part, k) => predicateIssues(part, sets, [...path, "all", k]));
  if ("any" in predicate) return predicate.any.flatMap((part, k) => predicateIssues(part, sets, [...path, "any", k]));
  if ("not" in predicate) return predicateIssues(predicate.not, sets, [...path, "not"]);
  if (!("set" in predicate)) return comparisonIssues(predicate, path);
  if (Object.hasOwn(sets, predicate.set)) return [];
  return [predicateIssue(path, `set "${predicate.set}"`, Object.keys(sets))];
}

const WANTED: Readonly<Record<AttributeType, "number" | "boolean" | "string">> = {
  number: "number",
  boolean: "boolean",
  text: "string",
  set: "string",
  date: "string",
};

function comparisonIssues({ attr, op, value }: Comparison, path: readonly (string | number)[]): readonly Issue[] {
  const attribute = ATTRIBUTES.get(attr);
  if (attribute === undefined) return [predicateIssue(path, `attribute "${attr}"`, similarAttributes(attr))];
  const fitting = FITS[attribute.type];
  if (!fitting.includes(op)) return [predicateIssue(path, `operator "${op}" for ${attr}`, fitting)];
  const values = Array.isArray(value) ? value : [value];
  const wanted = WANTED[attribute.type];
  const wrong = values.filter((entry) => typeof entry !== wanted);
  return wrong.map((entry) => predicateIssue(path, `value ${JSON.stringify(entry)} for ${attr}`, [wanted]));
}

function predicateIssue(path: readonly (string | number)[], what: string, expected: readonly string[]): Issue {
  return {
    code: "invalid-predicate",
    severity: "error",
    path,
    received: what,
    expected: expected.join(", "),
    message: { zh: `条件无法识别：${what}`, en: `Cannot read a condition: unknown ${what}` },
  };
}

function similarAttributes(attr: string): readonly string[] {
  const root = attr.split(".")[0] ?? "";
  return [...ATTRIBUTES.keys()].filter((name) => name.startsWith(`${root}.`));
}

/**
 * Compiles a predicate that {@link predicateIssues} found right into a function of the subject.
 *
 * @public
 */
export function compilePredicate(predicate: Predicate, options: CompileOptions): Test {
  if ("all" in predicate) {
    const parts = predicate.all.map((part) => compilePredicate(part, options));
    return (subject) => {
      for (const part of parts) if (!part(subject)) return false;
      return true;
    };
  }
  if ("any" in predicate) {
    const parts = predicate.any.map((part) => compilePredicate(part, options));
    return (subject) => {
      for (const part of parts) if (part(subject)) return true;
      return false;
    };
  }
  if ("not" in predicate) {
    const part = compilePredicate(predicate.not, options);
    return (subject) => !part(subject);
  }
  if ("set" in predicate) return compilePredicate(options.sets[predicate.set] as Predicate, options);
  return compileComparison(predicate, options);
}

function compileComparison(comparison: Comparison, { context, onMissing }: CompileOptions): Test {
  const attribute = ATTRIBUTES.get(comparison.attr);
  if (attribute === undefined)
    throw new RangeError(`Cannot compile a condition: unknown attribute "${comparison.attr}"`);
  const compare = comparator(comparison);
  return (subject) => {
    const value = attribute.read(context, subject);
    if (value !== undefined) return compare(value);
    if (comparison.ifMissing === undefined) onMissing?.(comparison.attr, subject);
    return comparison.ifMissing ?? false;
  };
}

type Compare = (value: Exclude<AttributeValue, undefined>) => boolean;

function comparator({ op, value }: Comparison): Compare {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const first = values[0] as number | string;
  switch (op) {
    case "eq":
    case "in":
      return (found) => values.includes(found);
    case "has":
      return (found) => {
        for (const entry of found as Iterable<string>) if (values.includes(entry)) return true;
        return false;
      };
    case "lt":
      return (found) => (found as number | string) < first;
    case "le":
      return (found) => (found as number | string) <= first;
    case "gt":
      return (found) => (found as number | string) > first;
    case "ge":
      return (found) => (found as number | string) >= first;
  }
}
