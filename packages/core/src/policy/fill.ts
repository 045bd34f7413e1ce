import type { Issue } from "../instance/issue.ts";
import { shapeIssues } from "../instance/shape-issues.ts";
import { benefitIssues } from "./benefits.ts";
import type { Parameter, ParameterValue, Settings } from "./parameters.ts";
import { maskedIssue, parameterName, parametersUsed, readParameter, substitute } from "./parameters.ts";
import type { FilledPolicy } from "./policy.ts";
import { policyDocumentSchema, policySchema } from "./policy.ts";
import type { Predicate } from "./predicate.ts";
import { predicateIssues } from "./condition-issues.ts";
import { withCodes } from "./condition-words.ts";
import { policyConditions } from "./policy-conditions.ts";
import type { Fitting } from "./read-what-fits.ts";
import { readWhatFits } from "./read-what-fits.ts";
import { nearestWord } from "../instance/nearest-word.ts";

/** Sections that only reports use; a masked value in them is not asked for by other verbs. */
const REPORT_SECTIONS = ["benefits", "reports"] as const;

/**
 * Name of a section of a policy that reports alone read.
 *
 * @public
 */
export type ReportSectionName = (typeof REPORT_SECTIONS)[number];

/** What the parameters of a policy are filled with. */
export interface FillOptions {
  /** Values that override parameters, by name. */
  readonly settings?: Settings;
  /** Also fill in the sections that only reports read, all or some of them. @defaultValue false */
  readonly withReports?: boolean | readonly ReportSectionName[];
}

/** A policy whose parameters are filled in, as far as it can be read, and what is wrong with it. */
export interface Filled {
  /** Without the entries that cannot be read; undefined where too little can be. */
  readonly policy: FilledPolicy | undefined;
  readonly issues: readonly Issue[];
  /** Returns issues about the policy that was read as issues about the document. */
  readonly inDocument: Fitting<FilledPolicy>["inDocument"];
}

/**
 * Fills the parameters of a policy document and checks the result; all problems at once.
 *
 * A masked parameter that nobody gave is an issue with the question that the authority has to answer; the rest is then
 * checked with its example or a value of its type.
 */
export function fillPolicy(document: unknown, options: FillOptions = {}): Filled {
  const header = policyDocumentSchema.safeParse(document);
  if (!header.success)
    return {
      policy: undefined,
      issues: shapeIssues(header.error, { code: "invalid-policy", data: document }),
      inDocument: (issues) => issues,
    };
  const { parameters, ...sections } = header.data;
  const body: Record<string, unknown> = { ...sections };
  const wanted = options.withReports === true ? REPORT_SECTIONS : options.withReports || [];
  for (const section of REPORT_SECTIONS) if (!wanted.includes(section)) delete body[section];
  const { values, guesses, issues } = parameterValues(parameters, body, options.settings ?? {});
  const data = { ...(withCodes(substitute(body, new Map([...guesses, ...values]))) as object), parameters };
  const read = readWhatFits(policySchema, data, openPlaces(body, values));
  const found = read.value === undefined ? [] : read.inDocument(policyIssues(read.value));
  return { policy: read.value, issues: [...issues, ...read.issues, ...found], inDocument: read.inDocument };
}

function parameterValues(parameters: Readonly<Record<string, Parameter>>, body: unknown, settings: Settings) {
  const issues: Issue[] = [];
  const values = new Map<string, ParameterValue>();
  const guesses = new Map<string, ParameterValue>();
  for (const name of Object.keys(settings))
    if (!Object.hasOwn(parameters, name)) issues.push(unknownParameter(name, Object.keys(parameters)));
  for (const name of [...parametersUsed(body)].sort()) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      issues.push(unknownParameter(name, Object.keys(parameters)));
      continue;
    }
    const given = Object.hasOwn(settings, name) ? settings[name] : parameter.default;
    const value = given === undefined ? maskedIssue(name, parameter) : readParameter(name, parameter, given);
    if (isIssue(value)) {
      issues.push(value);
      guesses.set(name, guessOf(name, parameter));
    } else values.set(name, value);
  }
  return { values, guesses, issues };
}

/** Returns the places of parameters that have no value. */
function openPlaces(
  value: unknown,
  values: ReadonlyMap<string, ParameterValue>,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((entry, k) => openPlaces(entry, values, [...path, k]));
  if (value === null || typeof value !== "object") return [];
  const name = parameterName(value);
  if (name !== undefined) return values.has(name) ? [] : [path];
  return Object.entries(value).flatMap(([key, entry]) => openPlaces(entry, values, [...path, key]));
}

/** Returns a value that lets the rest of the policy be checked where none was given that can be read. */
function guessOf(name: string, parameter: Parameter): ParameterValue {
  const { type, choices } = parameter;
  const given = parameter.default ?? parameter.example;
  const value = given === undefined ? undefined : readParameter(name, parameter, given);
  if (value !== undefined && !isIssue(value)) return value;
  if (choices !== undefined) return type === "list" ? choices : (choices[0] ?? "");
  return GUESSES[type];
}

const GUESSES: Readonly<Record<Parameter["type"], ParameterValue>> = {
  share: "50%",
  integer: 1,
  boolean: true,
  text: "none",
  list: [],
  monthDay: "09-01",
  date: "2000-01-01",
};

function isIssue(value: ParameterValue | Issue): value is Issue {
  return typeof value === "object" && "code" in value;
}

function unknownParameter(name: string, known: readonly string[]): Issue {
  const near = nearestWord(name, known);
  return {
    code: "unknown-parameter",
    severity: "error",
    path: ["parameters", name],
    received: name,
    expected: known.join(", "),
    message: { zh: `政策没有名为“${name}”的参数`, en: `The policy has no parameter "${name}"` },
    advice:
      near === undefined
        ? { zh: `可用参数：${known.join("、")}`, en: `Known parameters: ${known.join(", ")}` }
        : { zh: `是否应为“${near}”？`, en: `Did you mean "${near}"?` },
  };
}

function policyIssues(policy: FilledPolicy): readonly Issue[] {
  const issues = policyConditions(policy).flatMap(({ condition, ...place }) =>
    predicateIssues(condition, { ...place, sets: policy.sets }),
  );
  issues.push(...circularSets(policy));
  issues.push(...benefitIssues(policy.benefits ?? []), ...repeated(policy.benefits ?? [], "benefits"));
  issues.push(...repeated(policy.rules, "rules"), ...repeated(policy.eligibility.due, "eligibility"));
  return issues;
}

function circularSets(policy: FilledPolicy): readonly Issue[] {
  const mentions = (predicate: Predicate): readonly string[] => {
    if ("all" in predicate) return predicate.all.flatMap(mentions);
    if ("any" in predicate) return predicate.any.flatMap(mentions);
    if ("not" in predicate) return mentions(predicate.not);
    return "set" in predicate ? [predicate.set] : [];
  };
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    mentions(policy.sets[from] ?? { all: [] }).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return Object.keys(policy.sets)
    .filter((name) => reaches(name, name, new Set()))
    .map((name) => ({
      code: "circular-set",
      severity: "error",
      path: ["sets", name],
      message: { zh: `集合“${name}”引用了自己`, en: `Set "${name}" refers to itself` },
    }));
}

function repeated(entries: readonly { readonly id: string }[], section: string): readonly Issue[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index): Issue[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: "duplicate-id",
        severity: "error",
        path: [section, index, "id"],
        received: id,
        message: { zh: `条目编号“${id}”重复`, en: `Duplicate entry id "${id}"` },
      },
    ];
  });
}
