import { expect, test } from "vitest";
import { planFigures } from "../src/verify/figures.ts";
import { RULE_NAMES } from "../src/rules/registry.ts";
import { namesOf } from "../src/plan/names.ts";
import { ruleText, violationText } from "../src/planner/rule-texts.ts";
import { factsOf } from "./hand-plan.ts";
import { rule } from "./small-county.ts";
import { countyWith, instance, policy, policyWith } from "./verify-county.ts";

const CHINESE = /[\u4e00-\u9fff]/u;
const FILLED = /^(?!.*(undefined|NaN|\{\}|\[object)).+$/u;

test("every rule can be stated in both languages", () => {
  const { rules } = policy;
  expect(new Set(rules.map((active) => active.rule))).toEqual(new Set(RULE_NAMES));
  for (const active of rules) {
    const { zh, en } = ruleText(active);
    expect(zh).toMatch(CHINESE);
    expect(zh).toMatch(FILLED);
    expect(en).toMatch(FILLED);
    expect(en).not.toMatch(CHINESE);
  }
});

test.each([
  [
    { quota: rule("quota", { share: "5%", bound: "atMost", by: "zone" }) },
    "At most 5% of the eligible people in every zone move",
  ],
  [{ total: rule("total", { max: 12 }) }, "At most 12 people move, volunteers apart"],
  [{ total: rule("total", { min: 3 }) }, "At least 3 people move, volunteers apart"],
  [{ total: rule("total", { min: 3, max: 12 }) }, "3 to 12 people move, volunteers apart"],
  [
    { perSchool: rule("perSchool", { minOut: 1, maxIn: 2, maxOutShare: "10%" }) },
    "For every school: at least 1 leave, at most 2 come, at most 10% of its people leave",
  ],
  [
    { pairBalance: rule("pairBalance", { forms: ["mutual"], count: 5 }) },
    "Paired schools send each other 5 people each",
  ],
  [
    { establishment: rule("establishment", { relation: "free" }) },
    "Moves raise no school above its establishment or what it had: people working there",
  ],
])("the sentence of %j tells its parameters", (changes, sentence) => {
  const { rules } = policyWith(changes);
  const changed = rules.find((active) => active.rule === Object.keys(changes)[0]);
  expect(changed && ruleText(changed).en).toBe(sentence);
});

test("every violation says in both languages what is wrong, by numbers", () => {
  const strict = policyWith({
    quota: rule("quota", { share: "100%" }),
    share: rule("share", { share: "100%", set: { set: "backbone" } }),
    perSchool: rule("perSchool", { minOut: 9, minIn: 9 }),
    direction: rule("direction", { moves: { any: [] }, minShare: "100%" }),
    pairBalance: rule("pairBalance", { forms: ["mutual"], count: 4 }),
    total: rule("total", { max: 0 }),
  });
  const moves = [
    { person: "ap", to: "B", post: "B-principal" },
    { person: "a3", to: "H", post: "H-语文", form: "alliance" as const },
    { person: "recruit", to: "C", post: "C-语文" },
    { person: "exempt", to: "H", post: "H-语文" },
  ];
  const full = countyWith({ H: { establishment: 0 }, B: { establishment: 0 } });
  const { violations } = planFigures(factsOf({ instance: full, policy: strict, moves }));
  const rules = new Set(violations.map((violation) => violation.rule));
  expect([...rules].sort()).toEqual([
    "direction",
    "establishment",
    "leaderPosts",
    "mustMove",
    "newRecruits",
    "pairBalance",
    "perSchool",
    "postBalance",
    "quota",
    "returnRoom",
    "share",
    "total",
  ]);
  for (const violation of violations) {
    const message = violationText(violation, namesOf(full, { policy: strict }));
    expect(violation.amount).toBeGreaterThan(0);
    expect(message.zh).toMatch(CHINESE);
    expect(message.zh).toMatch(FILLED);
    expect(message.en).toMatch(FILLED);
  }
  expect(instance.schools).toHaveLength(5);
});

test("violations call posts by school, stage and subject, or office", () => {
  const strict = policyWith({ postBalance: rule("postBalance"), leaderPosts: rule("leaderPosts") });
  const full = countyWith({ B: { name: "第一小学" } });
  const facts = factsOf({
    instance: full,
    policy: strict,
    moves: [{ person: "ap", to: "B", post: "B-principal" }],
  });
  const told = planFigures(facts).violations.filter(({ rule: name }) => ["postBalance", "leaderPosts"].includes(name));
  expect(told.map((violation) => violationText(violation, namesOf(full)))).toEqual([
    { zh: "第一小学·校长岗位至多1人，调配后2人", en: "Post 第一小学·principal takes at most 1 people and gets 2" },
    { zh: "A·校长岗位应至少有1人，调配后0人", en: "Leadership post A·principal has to keep 1, but 0 remain" },
  ]);
});
