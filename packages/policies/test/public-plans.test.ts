import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { loadInstance, planCounty, verifyPlan } from "@lungang/core";
import type { Instance, InstanceInput } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { Policy } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { generateCounty } from "@lungang/synthetic";
import { format } from "prettier";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadPolicyText } from "../src/index.ts";
import { RULE_WORDS } from "../src/language/rule-words.ts";

/**
 * Twelve plans in the manner of public ones, as a county would write them: each is read without a word, planned on a small
 * county and verified. Their table says what every rule became.
 *
 * After a wanted change: `UPDATE_LANGUAGE=1 npx vitest run packages/policies/test/public-plans.test.ts`.
 */

const FOLDER = new URL("../../../examples/policies/", import.meta.url);
const PAGE = new URL("README.md", FOLDER);
const UPDATE = process.env["UPDATE_LANGUAGE"] === "1";

interface Line {
  readonly rule: string;
  readonly became: readonly string[];
}
const LINES = parse(readFileSync(new URL("rules.yaml", FOLDER), "utf8")) as Readonly<Record<string, readonly Line[]>>;
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".yaml") && name !== "rules.yaml")
  .map((name) => name.slice(0, -".yaml".length));

const textOf = (name: string) => readFileSync(new URL(`${name}.yaml`, FOLDER), "utf8");

function policyOf(name: string): Policy {
  const loaded = loadPolicyText(textOf(name), `${name}.yaml`);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, undefined, 2));
  const resolved = resolvePolicy(loaded.value.document);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, undefined, 2));
  expect(resolved.warnings).toEqual([]);
  return resolved.value;
}

/** A small county with the columns that a policy asks for, some of them filled. */
function countyFor({ attributes }: Policy): Instance {
  const data = generateCounty({ seed: "public-plans", schools: 6, people: 120, planYear: 2024 }) as InstanceInput;
  const value = { number: 1, boolean: true, text: "甲", set: ["甲"], date: "2020-09-01" } as const;
  const own = attributes.filter(({ of, type }) => of === "person" && type !== undefined);
  const persons = data.persons.map((person, k) => {
    if (own.length === 0 || k % 3 !== 0) return person;
    return { ...person, x: Object.fromEntries(own.map(({ id, type = "number" }) => [id, value[type]])) };
  });
  const loaded = loadInstance({ ...data, persons });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
  return loaded.value;
}

interface Titled {
  readonly zh: string;
}
type Entry = readonly [path: string, text: Titled];

/** Entries that a policy has, by their paths as the table names them. */
function entriesOf(policy: Policy): ReadonlyMap<string, Titled> {
  const { eligibility, forms, rules, attributes, points } = policy;
  const sections = {
    "eligibility.due": eligibility.due,
    "eligibility.exemptions": eligibility.exemptions,
    "eligibility.forced": eligibility.forced,
    rules,
    attributes,
    points,
  };
  const listed = Object.entries(sections).flatMap(([path, entries]) =>
    (entries as readonly { readonly id: string; readonly text: Titled }[]).map(({ id, text }): Entry => [
      `${path}.${id}`,
      text,
    ]),
  );
  const more: readonly Entry[] = [
    ...forms.map(({ code, text }): Entry => [`forms.${code}`, text]),
    ...(eligibility.volunteers === undefined ? [] : [["eligibility.volunteers", { zh: "自愿者" }] as const]),
    ...(eligibility.returns === undefined ? [] : [["eligibility.returns", { zh: "期满返回" }] as const]),
  ];
  return new Map([...listed, ...more]);
}

const solver = createHighsSolver();
afterAll(() => solver.close());

test("there are twelve, and the table has each of them", () => {
  expect(NAMES).toHaveLength(12);
  expect(Object.keys(LINES).sort()).toEqual([...NAMES].sort());
});

describe.each(NAMES)("%s", (name) => {
  test("is read, planned and verified, and has every entry that the table names", async () => {
    const policy = policyOf(name);
    const entries = entriesOf(policy);
    const named = (LINES[name] ?? []).flatMap(({ became }) => became);
    expect(named.filter((path) => !entries.has(path))).toEqual([]);
    const instance = countyFor(policy);
    const outcome = await planCounty({ instance, policy, solver });
    if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome, undefined, 2).slice(0, 3000));
    expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  });
});

test("nine rules of ten are data", () => {
  const lines = Object.values(LINES).flat();
  const said = lines.filter(({ became }) => became.length > 0);
  expect(said.length / lines.length).toBeGreaterThanOrEqual(0.9);
});

test("the page says what each is modelled on and what every rule became", async () => {
  const page = await format(pageText(), { parser: "markdown", printWidth: 120 });
  if (UPDATE) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, "utf8")).toBe(page);
});

function pageText(): string {
  const lines = Object.values(LINES).flat();
  const said = lines.filter(({ became }) => became.length > 0).length;
  return [
    "# 仿公开办法的政策 Policies in the manner of public plans",
    "",
    "Made by `packages/policies/test/public-plans.test.ts`; do not edit.",
    "",
    "各文件按记忆仿写公开办法的常见写法，数值和条款不代表任何一份文件的原文。",
    "",
    "Written from memory in the manner of public plans of 2013 to 2025; numbers and articles are those of no document. Each is planned on a small county by the tests.",
    "",
    `${NAMES.length} 份，${lines.length} 条规定，其中 ${said} 条（${Math.floor((100 * said) / lines.length)}%）写成了数据。`,
    "",
    ...NAMES.flatMap(planPart),
  ].join("\n");
}

function planPart(name: string): readonly string[] {
  const policy = policyOf(name);
  const [first = ""] = textOf(name).split("\n");
  const rules = new Map(policy.rules.map(({ id, rule }) => [`rules.${id}`, rule]));
  const cell = (path: string) => {
    const rule = rules.get(path);
    const title = rule === undefined ? "" : ` ${RULE_WORDS[rule]?.title.zh ?? rule}`;
    return `\`${path}\`${title}`;
  };
  return [
    `## [${policy.name.zh}](${name}.yaml)`,
    "",
    first.replace(/^# /u, ""),
    "",
    "| 规定 rule | 写成了 became |",
    "| --- | --- |",
    ...(LINES[name] ?? []).map(
      ({ rule, became }) =>
        `| ${rule} | ${became.length === 0 ? "不属于方案编制的数据" : became.map(cell).join("、")} |`,
    ),
    "",
  ];
}
