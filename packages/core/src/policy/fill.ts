import type { Checked, Issue } from "../instance/issue.ts";
import { checked } from "../instance/issue.ts";
import { shapeIssues } from "../instance/shape-issues.ts";
import { benefitIssues } from "./benefits.ts";
import type { Parameter, ParameterValue, Settings } from "./parameters.ts";
import { maskedIssue, parametersUsed, readParameter, substitute } from "./parameters.ts";
import type { FilledPolicy } from "./policy.ts";
import { policyDocumentSchema, policySchema } from "./policy.ts";
import type { Predicate } from "./predicate.ts";
import { predicateIssues } from "./predicate.ts";

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

/**
 * Fills the parameters of a policy document and checks the result; all problems at once.
 *
 * A masked parameter that nobody gave is an issue with the question that the authority has to answer.
 */
export function fillPolicy(document: unknown, options: FillOptions = {}): Checked<FilledPolicy> {
  const header = policyDocumentSchema.safeParse(document);
  if (!header.success) return { ok: false, issues: shapeIssues(header.error, { code: "invalid-policy" }) };
  const { parameters, ...sections } = header.data;
  const body: Record<string, unknown> = { ...sections };
  const wanted = options.withReports === true ? REPORT_SECTIONS : options.withReports || [];
  for (const section of REPORT_SECTIONS) if (!wanted.includes(section)) delete body[section];
  const { values, issues } = parameterValues(parameters, body, options.settings ?? {});
  if (issues.length > 0) return { ok: false, issues };
  const filled = policySchema.safeParse({ ...(substitute(body, values) as object), parameters });
  if (!filled.success) return { ok: false, issues: shapeIssues(filled.error, { code: "invalid-policy" }) };
  return checked(filled.data, policyIssues(filled.data));
}

function parameterValues(parameters: Readonly<Record<string, Parameter>>, body: unknown, settings: Settings) {
  const issues: Issue[] = [];
  const values = new Map<string, ParameterValue>();
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
    if (isIssue(value)) issues.push(value);
    else values.set(name, value);
  }
  return { values, issues };
}

function isIssue(value: ParameterValue | Issue): value is Issue {
  return typeof value === "object" && "code" in value;
}

function unknownParameter(name: string, known: readonly string[]): Issue {
  return {
    code: "unknown-parameter",
    severity: "error",
    path: ["parameters", name],
    received: name,
    expected: known.join(", "),
    message: { zh: `政策没有名为“${name}”的参数`, en: `The policy has no parameter "${name}"` },
    advice: { zh: `可用参数：${known.join("、")}`, en: `Known parameters: ${known.join(", ")}` },
  };
}

function policyIssues(policy: FilledPolicy): readonly Issue[] {
  const issues: Issue[] = [];
  const look = (predicate: Predicate, ...path: (string | number)[]) =>
    issues.push(...predicateIssues(predicate, policy.sets, path));
  for (const [name, set] of Object.entries(policy.sets)) look(set, "sets", name);
  issues.push(...circularSets(policy));
  look(policy.scope.schools, "scope", "schools");
  policy.eligibility.due.forEach((entry, k) => look(entry.who, "eligibility", "due", k, "who"));
  policy.eligibility.exemptions.forEach((entry, k) => look(entry.when, "eligibility", "exemptions", k, "when"));
  policy.eligibility.forced.forEach((entry, k) => look(entry.when, "eligibility", "forced", k, "when"));
  if (policy.eligibility.volunteers !== undefined)
    look(policy.eligibility.volunteers.who, "eligibility", "volunteers", "who");
  policy.forms.forEach((form, k) => {
    look(form.who, "forms", k, "who");
    look(form.where, "forms", k, "where");
  });
  policy.benefits?.forEach((entry, k) => look(entry.who, "benefits", k, "who"));
  issues.push(...benefitIssues(policy.benefits ?? []), ...repeated(policy.benefits ?? [], "benefits"));
  const { backbone } = policy.eligibility;
  if (backbone !== undefined) look({ set: backbone }, "eligibility", "backbone");
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
