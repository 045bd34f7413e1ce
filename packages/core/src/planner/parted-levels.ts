import type { Issue } from "../instance/issue.ts";
import type { FilledPolicy, LevelEntry } from "../policy/policy.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { ruleNamed } from "../rules/registry.ts";

/** Returns the levels of a policy, each with what stands in its place where a rule counts in several. */
export function partedLevels(levels: readonly LevelEntry[], rules: readonly PolicyRule[]): LevelEntry[] {
  return levels.flatMap((level) => {
    const parting = rules.find((rule) => isParting(rule) && levelIn(rule) === level.name);
    return parting === undefined ? [level] : [...(ruleNamed(parting.rule).partsOfLevel?.(parting.params, level) ?? [])];
  });
}

/**
 * Returns the names of the levels that a rule counts in.
 *
 * @public
 */
export function levelsCountedBy({ rule, params }: PolicyRule): readonly string[] {
  const level = levelIn({ params });
  return level === undefined ? [] : (ruleNamed(rule).check.levels?.(params) ?? [level]);
}

/** A level that is parted is no place for what another rule counts. */
export function sharedLevels({ levels }: FilledPolicy, rules: readonly PolicyRule[]): readonly Issue[] {
  const names = new Set(levels.map(({ name }) => name));
  return rules.filter(isParting).flatMap((rule): Issue[] => {
    const level = levelIn(rule);
    const others = rules.filter((other) => other !== rule && levelIn(other) === level).map(({ id }) => id);
    const taken = levelsCountedBy(rule).filter((name) => names.has(name));
    const found = [...others, ...taken];
    if (level === undefined || found.length === 0) return [];
    return [
      {
        code: "shared-level",
        severity: "error",
        path: ["rules", rule.id, "params", "level"],
        received: level,
        source: rule.source,
        message: {
          zh: `规则“${rule.id}”把目标层级“${level}”分为多级，与“${found.join("”“")}”冲突`,
          en: `Rule "${rule.id}" parts the level "${level}", which "${found.join('", "')}" uses too`,
        },
        advice: {
          zh: "请为这条规则单列一个目标层级，其他规则使用另外的层级",
          en: "Give this rule a level of its own, and the others another",
        },
      },
    ];
  });
}

function isParting({ rule }: PolicyRule): boolean {
  return ruleNamed(rule).partsOfLevel !== undefined;
}

function levelIn({ params }: Pick<PolicyRule, "params">): string | undefined {
  const { level } = params as { readonly level?: string };
  return level;
}
