import { z } from "zod";
import { RULE_NAMES, ruleNamed } from "@lungang/core/policy";
import type { RuleName } from "@lungang/core/policy";
import { LIMITS } from "../../../core/src/subject/rule-subject.ts";
import type { SubjectCase } from "./subject-case.ts";

/** What rules, findings, parameters and limits exist that no case is about. */

/** Parameters by which nothing is missed: levels only price, what is free asks for nothing, a form is no dimension. */
const NOT_MISSED = [/\.level$/u, /^postBalance\.growth=free$/u, /^itinerant\.form=/u];

/** Limits that are measured, and broken by nobody. */
const MEASURED_ONLY: ReadonlySet<string> = new Set(["meanDeviation", "variation"]);

/** Returns everything that a rule has and no case misses, in words for whoever adds one. */
export function forgottenBy(cases: readonly SubjectCase[]): readonly string[] {
  const withFindings = RULE_NAMES.filter((name) => ruleNamed(name).findings !== undefined);
  return [...withFindings.flatMap((name) => forgottenOf(name, cases)), ...forgottenLimits(cases)];
}

function forgottenOf(name: RuleName, cases: readonly SubjectCase[]): readonly string[] {
  const { findings, meaning } = ruleNamed(name);
  const own = cases.filter(({ rule }) => rule === name);
  const codes = Object.keys(findings?.sentences ?? {}).map((sentence) => `${name}.${sentence}`);
  const told = new Set(own.map(({ code }) => code));
  const used = own.map(({ params }) => partsOf(meaning.schema as z.ZodType, meaning.schema.parse(params)));
  const asked = choicesOf(meaning.schema as z.ZodType).filter(
    (choice) => !NOT_MISSED.some((pattern) => pattern.test(`${name}.${choice}`)),
  );
  const group = (choice: string) => choice.startsWith("by=") || choice.startsWith("between=");
  const together = asked
    .filter(group)
    .flatMap((by) => asked.filter((other) => isLimit(name, other)).map((other) => [by, other] as const));
  return [
    ...codes.filter((code) => !told.has(code)),
    ...asked.filter((choice) => !used.some((parts) => parts.has(choice))).map((choice) => `${name} with ${choice}`),
    ...together
      .filter((both) => !used.some((parts) => both.every((choice) => parts.has(choice))))
      .map((both) => `${name} with ${both.join(" and ")}`),
  ];
}

/** Limits that every kind of group has a number for. */
const LIMITS_BY_GROUP: Partial<Record<RuleName, readonly string[]>> = {
  quota: ["bound=atLeast", "bound=atMost"],
  participation: ["share", "longShare"],
  netInflow: ["max", "maxLoss"],
  pairBalance: ["count"],
};

function isLimit(name: RuleName, choice: string): boolean {
  return LIMITS_BY_GROUP[name]?.includes(choice) === true;
}

function forgottenLimits(cases: readonly SubjectCase[]): readonly string[] {
  const used = new Set(cases.map(({ about }) => ("limit" in about ? about.limit : undefined)));
  return LIMITS.filter((limit) => !used.has(limit) && !MEASURED_ONLY.has(limit)).map((limit) => `limit ${limit}`);
}

/** Every value of an enumeration as `name=value`, and every parameter that may be left out by its name. */
function choicesOf(schema: z.ZodType, name = ""): readonly string[] {
  if (schema instanceof z.ZodDefault) return choicesOf(schema.unwrap() as z.ZodType, name);
  if (schema instanceof z.ZodOptional) return [name, ...choicesOf(schema.unwrap() as z.ZodType, name)];
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => `${name}=${option}`);
  if (schema instanceof z.ZodRecord) return [name, ...choicesOf(schema.valueType as z.ZodType, name)];
  if (schema instanceof z.ZodArray)
    return choicesOf(schema.element as z.ZodType, name).filter((choice) => choice.includes("."));
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, value]) =>
    choicesOf(value as z.ZodType, name === "" ? key : `${name}.${key}`),
  );
}

/** The choices that some parameters make, in the words of {@link choicesOf}. */
function partsOf(schema: z.ZodType, value: unknown, name = ""): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (inner: z.ZodType, given: unknown, key: string) => {
    for (const part of partsOf(inner, given, key)) found.add(part);
  };
  if (value === undefined) return found;
  if (schema instanceof z.ZodDefault) note(schema.unwrap() as z.ZodType, value, name);
  else if (schema instanceof z.ZodOptional) {
    found.add(name);
    note(schema.unwrap() as z.ZodType, value, name);
  } else if (schema instanceof z.ZodEnum) found.add(`${name}=${value as string}`);
  else if (schema instanceof z.ZodRecord)
    for (const entry of Object.values(value as object)) {
      found.add(name);
      note(schema.valueType as z.ZodType, entry, name);
    }
  else if (schema instanceof z.ZodArray)
    for (const entry of value as unknown[]) note(schema.element as z.ZodType, entry, name);
  else if (schema instanceof z.ZodObject)
    for (const [key, inner] of Object.entries(schema.shape))
      note(inner as z.ZodType, (value as Record<string, unknown>)[key], name === "" ? key : `${name}.${key}`);
  return found;
}
