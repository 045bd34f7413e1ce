import type { Checked, Instance, Issue, Lock, Text } from "@lungang/core";
import { canonicalJson } from "@lungang/core";
import type { Plan, PlanBasis } from "@lungang/core/plan";
import type { Policy, ReportSectionName } from "@lungang/core/policy";
import { forYears } from "@lungang/years";
import type { PlanningCase } from "./planning-case.ts";
import type { FoundPolicy, PolicyChanges } from "./policy.ts";
import { resolveDocument } from "./policy.ts";
import { sound } from "./together.ts";

/**
 * What is given beside a plan; what is not given is as the plan says that it was made.
 *
 * Settings and overrides that are given go over those of the plan as long as the policy is the same.
 *
 * @public
 */
export interface GivenBesidePlan extends PolicyChanges {
  /** From `findPolicy`. */
  readonly policy?: FoundPolicy;
  readonly locks?: readonly Lock[];
  readonly withReports?: readonly ReportSectionName[];
}

/**
 * Returns the case that a plan was made from on a county at hand, with what was given in place of what the plan
 * carries. A warning `differs-from-plan` says in one sentence what differs.
 *
 * @public
 */
export function caseOfPlan(
  plan: Pick<Plan, "basis" | "levels">,
  instance: Instance,
  given: GivenBesidePlan = {},
): Checked<PlanningCase> {
  const { basis } = plan;
  const used = mergeBasis(basis, given);
  const resolved = resolveDocument(given.policy ?? { document: basis.policy, placeOf: () => ({}) }, {
    settings: used.settings,
    overrides: used.overrides,
    withReports: given.withReports ?? [],
  });
  if (!resolved.ok) return resolved;
  const differs = differenceText(basis, used);
  const warnings = [...resolved.warnings, ...(differs === undefined ? [] : [differsIssue(differs)])];
  return sound({ instance, policy: asPlanned(resolved.value, plan), locks: used.locks }, warnings);
}

/** A plan that is one of several years was made with what only years ask for; its document says nothing of that. */
function asPlanned(policy: Policy, { levels }: Pick<Plan, "levels">): Policy {
  const overYears = forYears(policy);
  const own = new Set(policy.levels.map(({ name }) => name));
  const isOfYears = levels.some(({ name }) => !own.has(name) && overYears.levels.some((level) => level.name === name));
  return isOfYears ? overYears : policy;
}

function mergeBasis(basis: PlanBasis, { policy, settings = {}, overrides = {}, locks }: GivenBesidePlan): PlanBasis {
  const document = asJson(policy?.document ?? basis.policy) as PlanBasis["policy"];
  // Another policy has other parameters: those of the plan say nothing about it.
  const same = document["id"] === basis.policy["id"];
  return {
    policy: document,
    settings: asJson(same ? { ...basis.settings, ...settings } : settings) as PlanBasis["settings"],
    overrides: same ? { ...basis.overrides, ...overrides } : overrides,
    locks: [...(locks ?? basis.locks)],
  };
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

/** Returns one sentence that says what differs from what a plan was made with, or undefined. */
function differenceText(then: PlanBasis, now: PlanBasis): Text | undefined {
  const parts: readonly Text[] = [
    ...(same(then.policy, now.policy) ? [] : [{ zh: "政策文本", en: "the text of the policy" }]),
    ...changes(then.settings, now.settings).map(({ name, before, after }) => ({
      zh: `参数 ${name}（编制时为${before ?? "未给出"}，现为${after ?? "未给出"}）`,
      en: `setting ${name} (${before ?? "not given"} then, ${after ?? "not given"} now)`,
    })),
    ...changes(then.overrides, now.overrides).map(({ name }) => ({
      zh: `放宽的规则 ${name}`,
      en: `rule ${name} being set aside`,
    })),
    ...(same(then.locks, now.locks)
      ? []
      : [
          {
            zh: `已定人员（编制时 ${then.locks.length} 条，现为 ${now.locks.length} 条）`,
            en: `the locks (${then.locks.length} then, ${now.locks.length} now)`,
          },
        ]),
  ];
  if (parts.length === 0) return undefined;
  return {
    zh: `现用的条件与编制方案时不同：${parts.map(({ zh }) => zh).join("、")}。`,
    en: `This differs from what the plan was made with: ${parts.map(({ en }) => en).join(", ")}.`,
  };
}

type Values = Readonly<Record<string, PlanBasis["settings"][string]>>;

function changes(then: Values, now: Values) {
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
  const word = (value: Values[string] | undefined) => (Array.isArray(value) ? value.join("、") : value?.toString());
  return names
    .filter((name) => !same(then[name] ?? null, now[name] ?? null))
    .map((name) => ({ name, before: word(then[name]), after: word(now[name]) }));
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function differsIssue(message: Text): Issue {
  return { code: "differs-from-plan", severity: "warning", message };
}
