import type { z } from "zod";
import type { Issue } from "../instance/issue.ts";
import { shapeIssue } from "../instance/load.ts";
import type { Policy, RuleEntry } from "../policy/policy.ts";
import type { Predicate } from "../policy/predicate.ts";
import { predicateIssues } from "../policy/predicate.ts";
import { balanceSchema } from "./balance/schema.ts";
import { batchesSchema } from "./batches/schema.ts";
import { changesSchema } from "./changes/schema.ts";
import { directionSchema } from "./direction/schema.ts";
import { directionMatrixSchema } from "./directionMatrix/schema.ts";
import { establishmentSchema } from "./establishment/schema.ts";
import { fairBurdenSchema } from "./fairBurden/schema.ts";
import { itinerantSchema } from "./itinerant/schema.ts";
import { leaderPostsSchema } from "./leaderPosts/schema.ts";
import { mustMoveSchema } from "./mustMove/schema.ts";
import { nearnessSchema } from "./nearness/schema.ts";
import { netInflowSchema } from "./netInflow/schema.ts";
import { newRecruitsSchema } from "./newRecruits/schema.ts";
import { pairBalanceSchema } from "./pairBalance/schema.ts";
import { participationSchema } from "./participation/schema.ts";
import { perSchoolSchema } from "./perSchool/schema.ts";
import { postBalanceSchema } from "./postBalance/schema.ts";
import { prerequisiteSchema } from "./prerequisite/schema.ts";
import { quotaSchema } from "./quota/schema.ts";
import { shareRuleSchema } from "./share/schema.ts";
import { stabilitySchema } from "./stability/schema.ts";
import { teamCapSchema } from "./teamCap/schema.ts";
import { tenureSchema } from "./tenure/schema.ts";
import { totalSchema } from "./total/schema.ts";
import { wishesSchema } from "./wishes/schema.ts";

/** Parameters of every rule: one line a folder. */
export const RULE_SCHEMAS = {
  mustMove: mustMoveSchema,
  postBalance: postBalanceSchema,
  establishment: establishmentSchema,
  leaderPosts: leaderPostsSchema,
  newRecruits: newRecruitsSchema,
  prerequisite: prerequisiteSchema,
  quota: quotaSchema,
  total: totalSchema,
  share: shareRuleSchema,
  teamCap: teamCapSchema,
  perSchool: perSchoolSchema,
  direction: directionSchema,
  netInflow: netInflowSchema,
  directionMatrix: directionMatrixSchema,
  balance: balanceSchema,
  pairBalance: pairBalanceSchema,
  nearness: nearnessSchema,
  wishes: wishesSchema,
  tenure: tenureSchema,
  fairBurden: fairBurdenSchema,
  stability: stabilitySchema,
  itinerant: itinerantSchema,
  participation: participationSchema,
  batches: batchesSchema,
  changes: changesSchema,
} as const;

export type RuleName = keyof typeof RULE_SCHEMAS;
export type RuleParams<N extends RuleName> = z.infer<(typeof RULE_SCHEMAS)[N]>;

/** A rule entry whose parameters were read by the schema of its rule. */
export interface ActiveRule<N extends RuleName = RuleName> {
  readonly rule: N;
  readonly entry: RuleEntry;
  readonly params: RuleParams<N>;
}

/** Entries that hold in every policy unless the policy writes its own: people who must go go, and moves are bounded. */
const DEFAULT_ENTRIES: readonly RuleEntry[] = [
  {
    id: "mustMove",
    rule: "mustMove",
    source: "YL-17",
    text: { zh: "必须交流（指定、锁定、期满）的人员须落实去向", en: "Everybody who must move does" },
    strength: "hard",
    price: 1,
    params: {},
  },
  {
    id: "total",
    rule: "total",
    source: "default",
    text: {
      zh: "交流总人数不超过指标、指定与锁定人员所需的人数（自愿者另计）",
      en: "No more moves than quota, forced and pinned people ask for, volunteers apart",
    },
    strength: "hard",
    price: 1,
    params: {},
  },
];

/** Returns the rules of a policy with their parameters read, in the order of {@link RULE_SCHEMAS}, or what is wrong. */
export function activeRules(policy: Policy): {
  readonly rules: readonly ActiveRule[];
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const rules: ActiveRule[] = [];
  const enabled = policy.rules.filter((entry) => entry.enabled !== false);
  const written = new Set(enabled.map((entry) => entry.rule));
  const entries = [...enabled, ...DEFAULT_ENTRIES.filter((entry) => !written.has(entry.rule))];
  for (const entry of entries) {
    const index = policy.rules.indexOf(entry);
    if (!Object.hasOwn(RULE_SCHEMAS, entry.rule)) {
      issues.push(unknownRule(entry, index));
      continue;
    }
    const rule = entry.rule as RuleName;
    const parsed = RULE_SCHEMAS[rule].safeParse(entry.params);
    if (parsed.success) {
      rules.push({ rule, entry, params: parsed.data });
      issues.push(...conditionIssues(parsed.data, policy, ["rules", index, "params"]));
    } else
      issues.push(
        ...parsed.error.issues.map((issue) =>
          shapeIssue({ ...issue, path: ["rules", index, "params", ...issue.path] }, "invalid-policy"),
        ),
      );
  }
  issues.push(...levelIssues(policy, rules), ...repeatedForms(rules));
  const order = Object.keys(RULE_SCHEMAS);
  rules.sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
  return { rules, issues };
}

/** Parameters that hold conditions on people, schools or moves. */
const CONDITIONS = ["who", "set", "of", "moves", "schools", "requires"] as const;

function conditionIssues(params: object, policy: Policy, path: readonly (string | number)[]): readonly Issue[] {
  const given: Partial<Record<(typeof CONDITIONS)[number], Predicate>> & {
    readonly classes?: readonly { readonly schools: Predicate }[];
  } = params;
  const plain = CONDITIONS.flatMap((name) => {
    const condition = given[name];
    return condition === undefined ? [] : predicateIssues(condition, policy.sets, [...path, name]);
  });
  const classes = (given.classes ?? []).flatMap(({ schools }, index) =>
    predicateIssues(schools, policy.sets, [...path, "classes", index, "schools"]),
  );
  return [...plain, ...classes];
}

function unknownRule(entry: RuleEntry, index: number): Issue {
  const known = Object.keys(RULE_SCHEMAS).join(", ");
  return {
    code: "unknown-rule",
    severity: "error",
    path: ["rules", index, "rule"],
    received: entry.rule,
    expected: known,
    source: entry.source,
    message: { zh: `没有名为“${entry.rule}”的规则`, en: `Unknown rule "${entry.rule}"; known rules: ${known}` },
  };
}

function levelIssues(policy: Policy, rules: readonly ActiveRule[]): readonly Issue[] {
  const names = new Set(policy.levels.map((level) => level.name));
  return rules.flatMap(({ entry, params }): Issue[] => {
    const level = "level" in params ? params.level : undefined;
    if (level === undefined || names.has(level)) return [];
    return [
      {
        code: "unknown-level",
        severity: "error",
        path: ["rules", entry.id, "level"],
        received: level,
        expected: [...names].join(", "),
        message: {
          zh: `规则“${entry.id}”引用了不存在的目标层级“${level}”`,
          en: `Rule "${entry.id}" names an unknown level "${level}"`,
        },
      },
    ];
  });
}

/** Two entries about one form of itinerant teaching would each set limits that the other does not know. */
function repeatedForms(rules: readonly ActiveRule[]): readonly Issue[] {
  const seen = new Map<string, string>();
  return rulesOf(rules, "itinerant").flatMap(({ entry, params: { form } }): Issue[] => {
    const first = seen.get(form);
    if (first === undefined) {
      seen.set(form, entry.id);
      return [];
    }
    return [
      {
        code: "invalid-policy",
        severity: "error",
        path: ["rules", entry.id, "params", "form"],
        received: form,
        source: entry.source,
        message: {
          zh: `规则“${entry.id}”与“${first}”都规定了走教形式“${form}”，每种形式只能有一条`,
          en: `Rules "${entry.id}" and "${first}" both plan the form "${form}"; a form has one entry`,
        },
        advice: { zh: "请合并为一条规则", en: "Make one rule of them" },
      },
    ];
  });
}

/** Returns the active rules of one kind with typed parameters. */
export function rulesOf<N extends RuleName>(rules: readonly ActiveRule[], name: N): readonly ActiveRule<N>[] {
  return rules.filter((rule): rule is ActiveRule<N> => rule.rule === name);
}
