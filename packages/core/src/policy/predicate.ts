import { z } from "zod";
import type { Attribute, AttributeValue, FactContext, Subject } from "./attributes.ts";

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/**
 * How an attribute is compared.
 *
 * @public
 */
export const OPERATORS = ["eq", "ne", "in", "notIn", "lt", "le", "gt", "ge", "has"] as const;

/** A comparison of one attribute with a value, or with another attribute. */
export const comparisonSchema = z.strictObject({
  attr: z.string(),
  op: z.enum(OPERATORS),
  value: z.union([scalarSchema, z.array(scalarSchema)]).optional(),
  /** The attribute whose value is compared with, in place of a value that is written. */
  of: z.string().optional(),
  /** What the comparison gives where a value is missing; without it a missing value is an issue. */
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

/** A condition on a person and the school worked at. */
export const personCondition: z.ZodType<Predicate> = z.lazy(() => predicateSchema);

/** A condition on a school on its own. */
export const schoolCondition: z.ZodType<Predicate> = z.lazy(() => predicateSchema);

/** A condition on the school that is entered. */
export const entryCondition: z.ZodType<Predicate> = z.lazy(() => predicateSchema);

/** A condition on a move: person, both schools, post and form. */
export const moveCondition: z.ZodType<Predicate> = z.lazy(() => predicateSchema);

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
  /** Answers about a person, a school or a post are kept: for those who ask of every move. Not beside `onMissing`. */
  readonly remembers?: boolean;
}

/**
 * Compiles a predicate that `predicateIssues` found right into a function of the subject.
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
  const test = compileComparison(predicate, options);
  return options.remembers === true ? remembered(test, predicate, options.context) : test;
}

/** What alone decides the values of attributes, by the first part of their paths; those of a move differ. */
const DECIDED_BY: Readonly<Record<string, "person" | "from" | "to" | "school" | "cell">> = {
  person: "person",
  from: "from",
  to: "to",
  school: "school",
  post: "cell",
};

const YES = 1;
const NO = 2;

/** Returns a test that asks once for each person, school or post where that alone decides. */
function remembered(test: Test, { attr, of }: Comparison, { county }: FactContext): Test {
  const [field, other] = [attr, of ?? attr].map((path) => DECIDED_BY[path.slice(0, path.indexOf("."))]);
  if (field === undefined || field !== other) return test;
  const { persons, schools, cells } = county;
  // Of nobody, no school and no post too.
  const known = new Uint8Array((field === "person" ? persons : field === "cell" ? cells : schools).length + 1);
  return (subject) => {
    const at = subject[field] + 1;
    if (known[at] === 0) known[at] = test(subject) ? YES : NO;
    return known[at] === YES;
  };
}

function compileComparison(comparison: Comparison, { context, onMissing }: CompileOptions): Test {
  const { attr, of, ifMissing } = comparison;
  const attribute = attributeAt(attr, context);
  const lacks = (without: Attribute, path: string, subject: Subject) => {
    if (ifMissing !== undefined || onMissing === undefined) return ifMissing ?? false;
    for (const each of without.lacks?.(context, subject) ?? [path]) onMissing(each, subject);
    return false;
  };
  if (of !== undefined) {
    const other = attributeAt(of, context);
    return (subject) => {
      const value = attribute.read(context, subject);
      if (value === undefined) return lacks(attribute, attr, subject);
      const against = other.read(context, subject);
      if (against === undefined) return lacks(other, of, subject);
      return comparator(comparison.op, valuesOf(against))(value);
    };
  }
  const compare = comparator(comparison.op, valuesOf(comparison.value));
  return (subject) => {
    const value = attribute.read(context, subject);
    return value === undefined ? lacks(attribute, attr, subject) : compare(value);
  };
}

function attributeAt(path: string, { attributes }: FactContext): Attribute {
  const attribute = attributes.get(path);
  if (attribute === undefined) throw new RangeError(`Cannot compile a condition: unknown attribute "${path}"`);
  return attribute;
}

/** Returns what is compared with, one by one. */
function valuesOf(value: AttributeValue | Comparison["value"]): readonly unknown[] {
  return value instanceof Set || Array.isArray(value) ? [...(value as Iterable<unknown>)] : [value];
}

type Compare = (value: Exclude<AttributeValue, undefined>) => boolean;

function comparator(op: Comparison["op"], values: readonly unknown[]): Compare {
  const first = values[0] as number | string;
  switch (op) {
    case "eq":
    case "in":
      return (found) => values.includes(found);
    case "ne":
    case "notIn":
      return (found) => !values.includes(found);
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
