import type { Issue } from "../instance/issue.ts";
import { benefitIssues } from "./benefits.ts";
import type { Parameter, ParameterValue, Settings } from "./parameters.ts";
import {
  maskedIssue,
  parameterName,
  parameterSchema,
  parametersUsed,
  readParameter,
  substitute,
} from "./parameters.ts";
import type { FilledPolicy } from "./policy.ts";
import { policySchema } from "./policy.ts";
import type { Predicate } from "./predicate.ts";
import { predicateIssues } from "./condition-issues.ts";
import { declarationIssues } from "./declaration-issues.ts";
import { attributesOf, attributesOfDocument } from "./policy-attributes.ts";
import { withCodes } from "./condition-words.ts";
import { policyConditions } from "./policy-conditions.ts";
import type { Fitting } from "./read-what-fits.ts";
import { readWhatFits } from "./read-what-fits.ts";
import { standInOf } from "./stand-ins.ts";
import { didYouMean, nearestWord } from "../instance/nearest-word.ts";
import { repeated, repeatedAt } from "./repeated-ids.ts";

/** Sections that only reports use; a masked value in them is not asked for by other verbs. */
const REPORT_SECTIONS = ["benefits", "reports"] as const;

/**
 * Name of a section of a policy that reports alone read.
 *
 * @public
 */
export type ReportSectionName = (typeof REPORT_SECTIONS)[number];

/** The section that the verb `appoint` alone reads; other verbs ask for none of its values. */
const OF_APPOINTMENT = "appointment";

type UnwantedSection = ReportSectionName | typeof OF_APPOINTMENT;

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
  if (!isRecord(document)) return { policy: undefined, issues: [noDocument()], inDocument: (issues) => issues };
  const { parameters: written = {}, ...sections } = document;
  const parameters = parametersOf(written);
  const wanted = options.withReports === true ? REPORT_SECTIONS : options.withReports || [];
  const unwanted: readonly UnwantedSection[] = [
    ...REPORT_SECTIONS.filter((section) => !wanted.includes(section)),
    OF_APPOINTMENT,
  ];
  const { values, guesses, issues } = parameterValues(parameters, sections, { ...options, unwanted });
  const substituted = substitute(sections, new Map([...guesses, ...values])) as object;
  const filled = withCodes(substituted, attributesOfDocument(substituted)) as object;
  const read = readWhatFits(
    policySchema,
    { ...filled, ...("parameters" in document ? { parameters: written } : {}) },
    { open: openPlaces(sections, values), standIn: standInOf },
  );
  const told = (issue: Issue) => !isOfUnread(issue, filled, read.value);
  const found = read.value === undefined ? [] : read.inDocument(policyIssues(read.value)).filter(told);
  const policy = read.value && withoutSections(read.value, unwanted);
  return { policy, issues: [...issues, ...read.issues, ...found], inDocument: read.inDocument };
}

/** Whether an issue misses an attribute that the document declares, and in a way that cannot be read: that alone is told. */
function isOfUnread({ received = "" }: Issue, filled: object, value: FilledPolicy | undefined): boolean {
  const own = /^\w+\.x\.(.+)$/u.exec(received)?.[1];
  if (own === undefined || value?.attributes.some(({ id }) => id === own) !== false) return false;
  const { attributes } = filled as { readonly attributes?: unknown };
  return Array.isArray(attributes) && attributes.some((one) => isRecord(one) && one["id"] === own);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function noDocument(): Issue {
  return {
    code: "invalid-policy",
    severity: "error",
    path: [],
    message: { zh: "政策应由键和值组成", en: "A policy is made of keys and values" },
    advice: { zh: "请对照内置政策的写法", en: "Compare it with a policy that ships" },
  };
}

/** The values of such sections belong to those who read them, though what is wrong with them is told by every verb. */
function withoutSections(policy: FilledPolicy, unwanted: readonly UnwantedSection[]): FilledPolicy {
  return Object.fromEntries(
    Object.entries(policy).filter(([name]) => !unwanted.some((section) => section === name)),
  ) as FilledPolicy;
}

/** Parameters by name; undefined where one is there and cannot be read, which is told with the other shapes. */
export function parametersOf(written: unknown): Readonly<Record<string, Parameter | undefined>> {
  if (!isRecord(written)) return {};
  return Object.fromEntries(
    Object.entries(written).map(([name, parameter]) => [name, parameterSchema.safeParse(parameter).data]),
  );
}

interface ParameterOptions extends FillOptions {
  /** Sections whose masked values nobody is asked for. */
  readonly unwanted: readonly UnwantedSection[];
}

/** Returns the values of the parameters that sections ask for, stand-ins where none can be read, and what is wrong. */
export function parameterValues(
  parameters: Readonly<Record<string, Parameter | undefined>>,
  sections: Readonly<Record<string, unknown>>,
  { settings = {}, unwanted }: ParameterOptions,
) {
  const known = Object.keys(parameters);
  const issues = Object.keys(settings).flatMap((name) =>
    Object.hasOwn(parameters, name) ? [] : [unknownParameter(name, known)],
  );
  const values = new Map<string, ParameterValue>();
  const guesses = new Map<string, ParameterValue>();
  const asked = parametersUsed(
    Object.entries(sections).filter(([name]) => !unwanted.some((section) => section === name)),
  );
  for (const name of [...parametersUsed(sections)].sort()) {
    if (!Object.hasOwn(parameters, name))
      issues.push(unknownParameter(name, known, placesOf(sections, (each) => each === name)[0]));
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) continue;
    const given = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const value = valueOf(name, parameter, given);
    if (!isIssue(value)) values.set(name, value);
    else {
      guesses.set(name, guessOf(name, parameter));
      issues.push(...toldOf(value, asked.has(name), given));
    }
  }
  return { values, guesses, issues: [...issues, ...wrongDefaults(parameters)] };
}

/** Returns the value that was given, else the usual one, else the question for it. */
function valueOf(name: string, parameter: Parameter, given: ParameterValue | undefined): ParameterValue | Issue {
  const value = given ?? parameter.default;
  return value === undefined ? maskedIssue(name, parameter) : readParameter(name, parameter, value);
}

/** A question is asked by what needs the answer; what is wrong with a default is told of the parameter. */
function toldOf(issue: Issue, isAsked: boolean, given: ParameterValue | undefined): readonly Issue[] {
  return given !== undefined || (issue.code === "parameter-required" && isAsked) ? [issue] : [];
}

/** Defaults that are none, also of parameters that a setting goes over or nothing asks for. */
function wrongDefaults(parameters: Readonly<Record<string, Parameter | undefined>>): readonly Issue[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    if (parameter?.default === undefined) return [];
    const value = readParameter(name, parameter, parameter.default);
    return isIssue(value) ? [{ ...value, path: ["parameters", name, "default"] }] : [];
  });
}

/** Returns the places of parameters that have no value. */
function openPlaces(value: unknown, values: ReadonlyMap<string, ParameterValue>): readonly Path[] {
  return placesOf(value, (name) => !values.has(name));
}

type Path = readonly (string | number)[];

/** Returns where a value names parameters of some kind. */
function placesOf(value: unknown, isMeant: (name: string) => boolean, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((entry, k) => placesOf(entry, isMeant, [...path, k]));
  if (value === null || typeof value !== "object") return [];
  const name = parameterName(value);
  if (name !== undefined) return isMeant(name) ? [path] : [];
  return Object.entries(value).flatMap(([key, entry]) => placesOf(entry, isMeant, [...path, key]));
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
  distance: 1000,
};

function isIssue(value: ParameterValue | Issue): value is Issue {
  return typeof value === "object" && "code" in value;
}

/** A parameter that nobody declared, asked for at a place of the document or by a setting. */
function unknownParameter(name: string, known: readonly string[], path: Path = ["parameters", name]): Issue {
  const near = nearestWord(name, known);
  return {
    code: "unknown-parameter",
    severity: "error",
    path,
    received: name,
    expected: known.join(", "),
    message: { zh: `政策没有名为“${name}”的参数`, en: `The policy has no parameter "${name}"` },
    advice: didYouMean(near, { zh: "请改为该政策已有的参数名", en: "Use a name of a parameter that the policy has" }),
  };
}

function policyIssues(policy: FilledPolicy): readonly Issue[] {
  const circular = circularSets(policy);
  // What goes in a circle has no end: what asks for it is not looked at.
  const issues = circular.length > 0 ? [] : [...declarationIssues(policy)];
  const attributes = attributesOf(policy);
  for (const { condition, ...place } of policyConditions(policy).filter(({ path }) => path[0] !== "points"))
    issues.push(...predicateIssues(condition, { ...place, sets: policy.sets, attributes }));
  issues.push(...circular);
  issues.push(...repeated(policy.points, "points"));
  issues.push(...repeatedInAppointment(policy));
  issues.push(...benefitIssues(policy.benefits ?? []), ...repeated(policy.benefits ?? [], "benefits"));
  const { due, exemptions, forced } = policy.eligibility;
  issues.push(
    ...repeatedAt(
      policy.levels.map(({ name }) => name),
      ["levels"],
      "name",
    ),
  );
  issues.push(...repeated(policy.rules, "rules"), ...repeated(due, "eligibility", "due"));
  issues.push(...repeated(exemptions, "eligibility", "exemptions"), ...repeated(forced, "eligibility", "forced"));
  return issues;
}

function repeatedInAppointment({ appointment }: FilledPolicy): readonly Issue[] {
  const { rounds, steps, appointers, contracts, unplaced, selection } = appointment ?? {};
  const lists = { rounds, steps, appointers, contracts, unplaced };
  return [
    ...Object.entries(lists).flatMap(([name, list]) => repeated(list ?? [], "appointment", name)),
    ...repeated(selection?.steps ?? [], "appointment", "selection", "steps"),
    ...repeated(selection?.criteria ?? [], "appointment", "selection", "criteria"),
  ];
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
      advice: {
        zh: "请写明这个集合的条件，不引用它自己或引用它的集合",
        en: "Write the condition of the set, without itself and without sets that name it",
      },
    }));
}
