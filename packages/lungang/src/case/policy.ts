import type { Checked, Issue } from "@lungang/core";
import type {
  Parameter,
  Policy,
  PolicyAppointment,
  PolicyAppointmentOptions,
  ReportSectionName,
  Settings,
} from "@lungang/core/policy";
import { lintPolicy as lintDocument, policyAppointment, resolvePolicy } from "@lungang/core/policy";
import type { LoadedPolicy } from "@lungang/policies";
import { loadPolicyText, policyDocument, unknownPolicy } from "@lungang/policies";
import { conditionProblem } from "@lungang/tabular";
import { typedValue } from "./setting-words.ts";
import { refused, sound } from "./together.ts";

/**
 * Where a policy comes from: the name of one that ships, the text of a YAML or JSON file, or a document in memory.
 *
 * @public
 */
export type PolicySource =
  { readonly name: string } | { readonly text: string; readonly file: string } | { readonly document: unknown };

/**
 * A policy document, and where its values stand: the place of the value at a path, empty where there is no file.
 *
 * @public
 */
export type FoundPolicy = LoadedPolicy;

/**
 * What changes a policy.
 *
 * @public
 */
export interface PolicyChanges {
  /** Values of parameters, by name. @defaultValue none */
  readonly settings?: Settings;
  /** Reasons for which rules that the authority may set aside give this year, by the id of the rule. @defaultValue none */
  readonly overrides?: Readonly<Record<string, string>>;
}

/** Changes, and sections that only reports read. */
export interface ResolvingOptions extends PolicyChanges {
  /** Sections of the policy that are filled in for reports as well. @defaultValue none */
  readonly withReports?: readonly ReportSectionName[];
}

/**
 * Finds the document of a policy; its numbers are filled in when a case is made with it.
 *
 * @public
 */
export function findPolicy(source: PolicySource): Checked<FoundPolicy> {
  if ("document" in source) return sound({ document: source.document, placeOf: () => ({}) });
  if ("text" in source) return loadPolicyText(source.text, source.file);
  const document = policyDocument(source.name);
  return document === undefined ? refused(unknownPolicy(source.name)) : sound({ document, placeOf: () => ({}) });
}

/** Fills in a policy; what is wrong with a file has its line. */
export function resolveDocument({ document, placeOf }: FoundPolicy, options: ResolvingOptions): Checked<Policy> {
  const { settings = {} } = options;
  const resolved = resolvePolicy(document, { ...options, settings: codedSettings(document, settings) });
  const located = (issues: readonly Issue[]) => issues.map((issue) => locate(issue, placeOf));
  return resolved.ok
    ? { ...resolved, warnings: located(resolved.warnings) }
    : { ok: false, issues: located(resolved.issues) };
}

/** Reads what a policy says of an appointment to posts; nothing without a policy. */
export function appointmentOfPolicy(
  found: FoundPolicy | undefined,
  settings: Settings = {},
  options: PolicyAppointmentOptions = {},
): Checked<PolicyAppointment> {
  if (found === undefined) return sound({ terms: undefined, publicityDays: undefined, publication: undefined });
  const { document, placeOf } = found;
  const read = policyAppointment(document, codedSettings(document, settings), options);
  return read.ok ? read : { ok: false, issues: read.issues.map((issue) => locate(issue, placeOf)) };
}

/** Returns settings with codes in place of the words that people write, whoever gives them. */
function codedSettings(document: unknown, settings: Settings): Settings {
  const { parameters = {} } = (document ?? {}) as { readonly parameters?: Readonly<Record<string, Parameter>> };
  const coded = Object.entries(settings).map(([name, value]) => {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return [name, typeof value === "string" ? typedValue(parameter, value) : value] as const;
  });
  return Object.fromEntries(coded);
}

/**
 * Returns everything that is wrong with a policy, and what is seldom meant, each with its line; values that the authority
 * has to give are not asked for.
 *
 * @public
 */
export function lintPolicy({ document, placeOf }: FoundPolicy): readonly Issue[] {
  return [...lintDocument(document), ...conditionIssues(document)].map((issue) => locate(issue, placeOf));
}

/** Conditions of items of points are in the words of the workbook, which the policy itself does not read. */
function conditionIssues(document: unknown): readonly Issue[] {
  const { appointment } = (document ?? {}) as { readonly appointment?: { readonly items?: unknown } | null };
  const items = Array.isArray(appointment?.items) ? (appointment.items as readonly unknown[]) : [];
  return items.flatMap((item, at): readonly Issue[] => {
    const { when } = (item ?? {}) as { readonly when?: unknown };
    const problem = typeof when === "string" ? conditionProblem(when) : undefined;
    if (problem === undefined) return [];
    const path = ["appointment", "items", at, "when"];
    return [{ code: problem.problem, severity: "error", path, received: String(when), ...problem.words }];
  });
}

/** Adds the line of a policy file to an issue that has none. */
function locate(issue: Issue, placeOf: FoundPolicy["placeOf"]): Issue {
  const place = placeOf(issue.path ?? []);
  return place.file === undefined || issue.place !== undefined ? issue : { ...issue, place };
}
