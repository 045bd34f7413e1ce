import type { PolicyRule } from "@lungang/core/policy";
import { resolvePolicy } from "@lungang/core/policy";
import { describe, expect, test } from "vitest";
import { NATIONAL_RULES, RULEBOOK, policyDocument, policyNames } from "../src/index.ts";
import { PROTECTION } from "../src/phrases/rules.ts";
import { MASKED } from "./masked-values.ts";

/**
 * Words decide how firmly an entry holds: 必须, 一律 and 应 hard, 一般 and 原则上 with an override, 首先 an order that is priced
 * and told by name, 优先, 为主 and 鼓励 priced. Where words or strength drift apart, it is a failure here.
 */

type Strength = PolicyRule["strength"];

/** The first that is found decides: what binds in general only is softer than the words beside it. */
const WORDS: readonly (readonly [words: RegExp, strength: Strength])[] = [
  [/一般|原则上/u, "override"],
  [/首先|先到|优先|为主|鼓励|大体|尽量|引导/u, "soft"],
  [/必须|均须|一律|不得|不低于|不高于|不超过|不少于|只能/u, "hard"],
];

/** Rules that are a level of the objective: the level is their price, and nothing of them can be broken. */
const LEVELS = new Set(["wishes", "nearness", "tenure", "fairBurden", "stability", "batches", "changes", "balance"]);

/** A direction without a limit is a level as well. */
function isPriced({ rule, params }: PolicyRule): boolean {
  const limits = params as { readonly max?: unknown; readonly minShare?: unknown };
  return LEVELS.has(rule) || (rule === "direction" && limits.max === undefined && limits.minShare === undefined);
}

const entries = policyNames.flatMap((policy) => {
  const resolved = resolvePolicy(policyDocument(policy), { settings: MASKED[policy] ?? {} });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value.rules.map((entry) => ({ policy, id: entry.id, entry, named: `${policy} ${entry.id}` }));
});

const strengthOf = (entry: PolicyRule): Strength => (isPriced(entry) ? "soft" : entry.strength);

describe("the words of an entry", () => {
  const worded = entries.flatMap(({ named, entry }) => {
    const strength = WORDS.find(([words]) => words.test(entry.text.zh))?.[1];
    return strength === undefined || entry.source === PROTECTION ? [] : [{ named, entry, strength }];
  });

  test("are there in most policies", () => {
    expect(worded.length).toBeGreaterThan(70);
    expect(new Set(worded.map(({ strength }) => strength))).toEqual(new Set(["hard", "override", "soft"]));
  });

  test.each(worded)("$named holds as its words say: $strength", ({ entry, strength }) => {
    expect(strengthOf(entry)).toBe(strength);
  });
});

/** Entries that give although the rule that they cite binds, and why. */
const SOFTER: Readonly<Record<string, string>> = {
  "county-jiaoliu plannedMoves": "the number is the authority's own",
  "yiyuan-qinglongshan plannedMoves": "the number is the authority's own",
  "detailed-measures newRecruits": "先到 is an order, and who goes elsewhere is named",
  "yulin-notice newRecruits": "首先 is an order, and who goes elsewhere is named",
  "yulin-notice curriculum":
    "开齐开足: the last who teaches a subject stays (protection), and gaps are the first level",
  "implementation-2024 curriculum": "the text asks that wish and need meet, and names no posts",
  "shichang-township curriculum": "the text asks for the full load of people, and names no posts",
  "shichang-township establishment": "the text is silent on it and asks for the exchange (均应)",
  "generic-chengxiang-17 asNeeded": "按需: as far as it is needed",
};

/** Entries that bind although the rule that they cite is an aim, and why. */
const HARDER: Readonly<Record<string, string>> = {
  "xx-county-2021 establishment": "XC-01 is cut step by step: what is there may stay, nothing is added",
  "xx-county-2021 yearlyMoves": "the authority's number bounds the total",
  "generic-school-exchange total": "few changes (GP-03): a bound, no aim",
  "implementation-2024 total": "few changes (GP-03): a bound, no aim",
  "hanling-town total": "the sum of the ranges by stage: a bound, no aim",
};

describe("the kind of the rule that an entry cites", () => {
  const kinds = new Map([...RULEBOOK, ...NATIONAL_RULES].map(({ id, kind }) => [id, kind]));
  const cited = (of: readonly string[]) => entries.filter(({ entry }) => of.includes(kinds.get(entry.source) ?? ""));

  test("binds, but for what is known to give", () => {
    const softer = cited(["hard"]).filter(({ entry }) => strengthOf(entry) === "soft" && !LEVELS.has(entry.rule));
    const gives = softer.filter(({ entry }) => entry.rule !== "direction").map(({ named }) => named);
    expect(gives.sort()).toEqual(Object.keys(SOFTER).sort());
  });

  test("gives, but for what is known to bind", () => {
    const binds = cited(["soft", "objective"]).filter(({ entry }) => strengthOf(entry) !== "soft");
    expect(binds.map(({ named }) => named).sort()).toEqual(Object.keys(HARDER).sort());
  });
});

test("only protection of the program and 一般, 原则上 may be set aside", () => {
  const overridable = entries.filter(({ entry }) => entry.strength === "override" && entry.source !== PROTECTION);
  for (const { entry } of overridable) expect(entry.text.zh).toMatch(/一般|原则上/u);
  // What keeps couples together, or people from going up, gives where the quota asks for them.
  const gives = ["linked", "prerequisite"];
  const protections = entries.filter(({ entry }) => entry.source === PROTECTION && !gives.includes(entry.rule));
  expect(protections.map(({ entry }) => entry.strength)).toEqual(policyNames.map(() => "override"));
});
