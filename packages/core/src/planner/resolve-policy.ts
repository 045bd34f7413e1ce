import type { Checked, Issue } from "../instance/issue.ts";
import { hasError } from "../instance/issue.ts";
import type { FillOptions } from "../policy/fill.ts";
import { fillPolicy } from "../policy/fill.ts";
import type { FilledPolicy } from "../policy/policy.ts";
import type { Policy } from "../policy/resolved.ts";
import { rulesOf } from "../policy/policy-rule.ts";
import { itinerantMeaning } from "../rules/itinerant/schema.ts";
import { choiceIssues } from "./choice-issues.ts";
import { parseRules } from "./parse-rules.ts";
import { partedLevels } from "./parted-levels.ts";

/**
 * What a policy is resolved with.
 *
 * @public
 */
export interface ResolveOptions extends FillOptions {
  /**
   * Reasons for which rules that the authority may set aside (strength `override`) give this year, by the id of the rule.
   *
   * @defaultValue none
   */
  readonly overrides?: Readonly<Record<string, string>>;
}

/**
 * Fills the parameters of a policy document, reads its rules and checks the result; all problems at once.
 *
 * A masked parameter that nobody gave is an issue with the question that the authority has to answer.
 *
 * @public
 */
export function resolvePolicy(document: unknown, options: ResolveOptions = {}): Checked<Policy> {
  const { overrides = {}, settings = {} } = options;
  const { policy, issues, inDocument } = fillPolicy(document, options);
  if (policy === undefined) return { ok: false, issues };
  const { rules, issues: found } = parseRules(withOverrides(policy, overrides));
  const choices = choiceIssues(policy, document);
  const all = [
    ...issues,
    ...choices,
    ...inDocument(found).filter(isOwn(document)),
    ...overrideIssues(policy, overrides),
  ];
  if (hasError(all)) return { ok: false, issues: all };
  const levels = partedLevels(policy.levels, rules);
  const periodForms = rulesOf(rules, itinerantMeaning).map(({ params }) => params.form);
  const value = { ...policy, levels, rules, periodForms, origin: { document, settings, overrides } };
  return { ok: true, value, warnings: all };
}

/** A level that the document lists, but that cannot be read, is told once. */
function isOwn(document: unknown): (issue: Issue) => boolean {
  const { levels } = document as { readonly levels?: readonly { readonly name?: unknown }[] };
  if (!Array.isArray(levels)) return ({ code }) => code !== "unknown-level";
  const names = levels.map((level: { readonly name?: unknown } | null) => level?.name);
  return ({ code, received }) => code !== "unknown-level" || !names.includes(received);
}

function withOverrides(policy: FilledPolicy, overrides: Readonly<Record<string, string>>): FilledPolicy {
  const rules = policy.rules.map((entry) =>
    Object.hasOwn(overrides, entry.id) ? { ...entry, override: overrides[entry.id] } : entry,
  );
  return { ...policy, rules };
}

function inBrackets(text: string | undefined, language: "zh" | "en"): string {
  if (text === undefined) return "";
  return language === "zh" ? `（${text}）` : ` (${text})`;
}

/** Who asks for a rule by what its plan says needs its code. */
function overrideIssues({ rules }: FilledPolicy, overrides: Readonly<Record<string, string>>): readonly Issue[] {
  const open = rules.filter(({ strength }) => strength === "override");
  const named = (text: "zh" | "en") => open.map((rule) => `${rule.id}${inBrackets(rule.text?.[text], text)}`);
  return Object.keys(overrides)
    .filter((id) => !open.some((rule) => rule.id === id))
    .map((id) => ({
      code: "unknown-override",
      severity: "error",
      path: ["overrides", id],
      received: id,
      expected: open.map((rule) => rule.id).join(", ") || "-",
      message: {
        zh: `规则“${id}”不存在，或政策不允许放宽`,
        en: `Rule "${id}" does not exist or may not be set aside`,
      },
      advice: {
        zh: open.length === 0 ? "该政策没有可以放宽的规则" : `可以放宽的规则：${named("zh").join("、")}`,
        en: open.length === 0 ? "No rule of this policy may be set aside" : `Rules that may: ${named("en").join(", ")}`,
      },
    }));
}
