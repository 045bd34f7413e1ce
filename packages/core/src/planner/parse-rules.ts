import type { Issue } from "../instance/issue.ts";
import { shapeIssues } from "../instance/shape-issues.ts";
import { conditionsIn } from "../policy/conditions.ts";
import type { FilledPolicy, RuleEntry } from "../policy/policy.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { rulesOf } from "../policy/policy-rule.ts";
import { attributesOf } from "../policy/policy-attributes.ts";
import { predicateIssues } from "../policy/condition-issues.ts";
import { parseWords } from "../policy/schema-words.ts";
import { didYouMean, nearestWord } from "../instance/nearest-word.ts";
import { itinerantMeaning } from "../rules/itinerant/schema.ts";
import { RULE_NAMES, findRule } from "../rules/registry.ts";
import { sharedLevels } from "./parted-levels.ts";
import { inOrder } from "./rule-order.ts";
import { summedWishes } from "./wish-order.ts";

/** Entries that hold in every policy unless the policy writes its own: people who must go go, and moves are bounded. */
const DEFAULT_ENTRIES: readonly RuleEntry[] = [
  {
    id: "mustMove",
    rule: "mustMove",
    source: "YL-17",
    text: { zh: "必须交流（指定、已定去向、期满）的人员须落实去向", en: "Everybody who must move does" },
    strength: "hard",
    price: 1,
    params: {},
  },
  {
    id: "total",
    rule: "total",
    source: "default",
    text: {
      zh: "交流总人数不超过指标、指定和已定人员所需的人数（自愿者另计）",
      en: "No more moves than quota, forced and pinned people ask for, volunteers apart",
    },
    strength: "hard",
    price: 1,
    params: {},
  },
];

/** The rules of a policy with their parameters read, and what is wrong with them. */
export interface ParsedRules {
  readonly rules: readonly PolicyRule[];
  readonly issues: readonly Issue[];
}

/** Reads the rules of a policy that hold, in the order of the registry, or says what is wrong. */
export function parseRules(policy: FilledPolicy): ParsedRules {
  const enabled = policy.rules.filter((entry) => entry.enabled !== false);
  const written = new Set(enabled.map((entry) => entry.rule));
  const entries = [...policy.rules, ...DEFAULT_ENTRIES.filter((entry) => !written.has(entry.rule))];
  // What a rule says that does not hold this year is checked all the same: it may hold the next.
  const parsed = entries.map((entry) => parseRule(entry, policy));
  const rules = parsed.flatMap((one) => one.rules).filter((entry) => entry.enabled !== false);
  const issues = [
    ...parsed.flatMap((one) => one.issues),
    ...levelIssues(policy),
    ...pointsIssues(policy),
    ...summedWishes(policy),
    ...unusedLevels(policy),
    ...repeatedForms(rules),
    ...sharedLevels(policy, rules),
  ];
  return { rules: inOrder(rules), issues };
}

function parseRule(entry: RuleEntry, policy: FilledPolicy): ParsedRules {
  const index = policy.rules.indexOf(entry);
  const definition = findRule(entry.rule);
  if (definition === undefined) return { rules: [], issues: [unknownRule(entry, index)] };
  const path = ["rules", index, "params"];
  const { schema } = definition.meaning;
  const parsed = parseWords(schema, entry.params);
  if (!parsed.success) {
    return {
      rules: [],
      issues: shapeIssues(parsed.error, { code: "invalid-policy", under: path, data: entry.params, schema }),
    };
  }
  const conditions = conditionsIn(schema, parsed.data, path);
  const issues = conditions.flatMap(({ condition, ...place }) =>
    predicateIssues(condition, { ...place, sets: policy.sets, attributes: attributesOf(policy) }),
  );
  return { rules: [{ ...entry, params: parsed.data }], issues };
}

/** Returns the level that parameters name, if any. */
export function levelOf(params: unknown): string | undefined {
  const { level } = params as { readonly level?: string };
  return level;
}

function unknownRule(entry: RuleEntry, index: number): Issue {
  const known = RULE_NAMES.join(", ");
  const near = nearestWord(entry.rule, RULE_NAMES);
  return {
    code: "unknown-rule",
    severity: "error",
    path: ["rules", index, "rule"],
    received: entry.rule,
    expected: known,
    source: entry.source,
    message: { zh: `没有名为“${entry.rule}”的规则`, en: `There is no rule "${entry.rule}"` },
    advice: didYouMean(near, { zh: "请从可用的规则中选择", en: "Choose one of the rules expected" }),
  };
}

/** Rules that rank people name points that the policy counts. */
function pointsIssues({ rules, points }: FilledPolicy): readonly Issue[] {
  const known = points.map(({ id }) => id);
  return rules.flatMap(({ params }, index): Issue[] => {
    const { points: named } = params;
    if (typeof named !== "string" || known.includes(named)) return [];
    const near = nearestWord(named, known);
    return [
      {
        code: "unknown-points",
        severity: "error",
        path: ["rules", index, "params", "points"],
        received: named,
        expected: known.join(", "),
        message: { zh: `政策没有名为“${named}”的计分办法`, en: `The policy counts no points "${named}"` },
        advice: didYouMean(near, { zh: "请在 points 中写明计分办法", en: "Say under points how they are counted" }),
      },
    ];
  });
}

function levelIssues(policy: FilledPolicy): readonly Issue[] {
  const names = new Set(policy.levels.map((level) => level.name));
  return policy.rules.flatMap(({ id, params }, index): Issue[] => {
    const level = levelOf(params);
    if (level === undefined || names.has(level)) return [];
    const near = nearestWord(level, [...names]);
    return [
      {
        code: "unknown-level",
        severity: "error",
        path: ["rules", index, "params", "level"],
        received: level,
        expected: [...names].join(", "),
        message: {
          zh: `规则“${id}”引用了不存在的目标层级“${level}”`,
          en: `Rule "${id}" names an unknown level "${level}"`,
        },
        advice:
          near === undefined
            ? { zh: `可用的目标层级：${[...names].join("、")}`, en: `Levels that there are: ${[...names].join(", ")}` }
            : { zh: `是否应为“${near}”？`, en: `Did you mean "${near}"?` },
      },
    ];
  });
}

/** Levels that are there for every policy: rules that give are priced in the first, the draw decides in the last. */
const OWN_LEVELS: readonly string[] = ["compliance", "lottery"];

/** A level that no rule names counts nothing, though the policy lists it among its aims. */
function unusedLevels(policy: FilledPolicy): readonly Issue[] {
  const used = new Set([...OWN_LEVELS, ...policy.rules.flatMap(({ params }) => levelOf(params) ?? [])]);
  return policy.levels.flatMap(({ name, text }, index): Issue[] => {
    if (used.has(name)) return [];
    const meant = nearestWord(name, OWN_LEVELS);
    return [
      {
        code: "unused-level",
        // One of our own, misspelt, would stand beside the one that is meant.
        severity: meant === undefined ? "warning" : "error",
        path: ["levels", index],
        received: name,
        message: {
          zh: `没有规则计入目标层级“${text.zh}”（${name}），它不起作用`,
          en: `No rule counts in the level "${text.en}" (${name}): it has no effect`,
        },
        advice:
          meant === undefined
            ? {
                zh: `请在规则的 params 中写 level: ${name}，或删去这一层级`,
                en: `Write level: ${name} in the parameters of a rule, or delete the level`,
              }
            : { zh: `是否应为“${meant}”？`, en: `Did you mean "${meant}"?` },
      },
    ];
  });
}

/** Two entries about one form of itinerant teaching would each set limits that the other does not know. */
function repeatedForms(rules: readonly PolicyRule[]): readonly Issue[] {
  const seen = new Map<string, string>();
  return rulesOf(rules, itinerantMeaning).flatMap(({ id, source, params: { form } }): Issue[] => {
    const first = seen.get(form);
    if (first === undefined) {
      seen.set(form, id);
      return [];
    }
    return [
      {
        code: "invalid-policy",
        severity: "error",
        path: ["rules", id, "params", "form"],
        received: form,
        source,
        message: {
          zh: `规则“${id}”与“${first}”都规定了走教形式“${form}”，每种形式只能有一条`,
          en: `Rules "${id}" and "${first}" both plan the form "${form}"; a form has one entry`,
        },
        advice: { zh: "请合并为一条规则", en: "Make one rule of them" },
      },
    ];
  });
}
