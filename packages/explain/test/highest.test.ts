import { planCounty } from "@lungang/core";
import type { Highest } from "../src/index.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
import { isSound } from "../../core/test/plan/answers.ts";
import { bestOfEveryPlan } from "../../core/test/plan/every-plan.ts";
import { randomCase } from "../../core/test/plan/random-county.ts";
import { north } from "./one-of-two.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import { conflictOf, conflictText, highestOf, highestText, highestTexts, wordingOf } from "../src/index.ts";

const solver = createHighsSolver();

afterAll(() => solver.close());

/** Three townships send to the school D: A1 and A2 have two teachers each, B one; the posts of D are for four. */
function townships(rules: readonly object[]) {
  const people = ["A1", "A1", "A2", "A2", "B"].map((homeSchool, k) =>
    teacher({ id: `p${k}`, homeSchool, residence: north(k) }),
  );
  const instance = countyOf({
    schools: ["A1", "A2", "B", "D"].map((id) => school({ id, coordinates: north(0) })),
    posts: [post("D", 4), ...["A1", "A2", "B"].map((id) => post(id, 2))],
    persons: people,
  });
  return { instance, policy: policyOf({ rules }), solver };
}

test("what stands in the way of one rule at several places is told once", () => {
  const wording = wordingOf(townships([rule("quota", { share: "100%" })]));
  const at = (school: string | undefined, found: Partial<Highest> = {}): Highest => ({
    rule: "quota",
    source: "test-quota",
    about: school === undefined ? { kind: "county" } : { kind: "school", school },
    status: "infeasible",
    reached: null,
    of: null,
    asked: null,
    proven: false,
    ...found,
  });
  const said = (all: readonly Highest[]) => highestTexts(all, wording).map((texts) => texts.map(({ zh }) => zh));
  const found = at("A2", { status: "found", reached: 1, of: 2, asked: 2, proven: true });
  const reached = "“quota”（A2）：其余规定不变，最高可达 1 人（2 人的 50.0%），该方案下要求 2 人。";
  const none = (places: string) => `“quota”（${places}）：无论这一条要求多少，其余规定都不能同时满足。`;
  expect(said([at("A1"), found, at("B"), at("D")])).toEqual([[none("A1、B、D")], [reached], [], []]);
  expect(said([at("A1"), at("A2"), at("B"), at("D")])).toEqual([[none("A1、A2、B等 4 处")], [], [], []]);
  expect(said([at("B")])).toEqual([[none("B")]]);
  // Another rule is told for itself.
  expect(said([at("A1"), at("B", { rule: "share" })])).toEqual([
    [none("A1")],
    ["“share”（B）：无论这一条要求多少，其余规定都不能同时满足。"],
  ]);
});

test("the highest quota is what the other rules leave, whatever the quota asks for", async () => {
  const rules = [rule("quota", { share: "100%", who: { all: [] } }), rule("total"), rule("perSchool", { maxOut: 1 })];
  const request = townships(rules);
  const [highest, ...others] = await highestOf(request);
  expect(others).toEqual([]);
  expect(highest).toEqual({
    rule: "quota",
    source: "test-quota",
    about: { kind: "county" },
    status: "found",
    reached: 3,
    of: 5,
    asked: 5,
    proven: true,
  });
  const wording = wordingOf(request);
  expect(highest && highestText(highest, wording).zh).toBe(
    "“quota”：其余规定不变，最高可达 3 人（5 人的 60.0%），该方案下要求 5 人。",
  );
  for (const [share, status] of [
    ["60%", "planned"],
    ["80%", "infeasible"],
  ] as const) {
    const raised = townships([
      rule("quota", { share, who: { all: [] } }),
      rule("total"),
      rule("perSchool", { maxOut: 1 }),
    ]);
    expect((await planCounty(raised)).status).toBe(status);
  }
});

test("a conflict says at which places, and what caps allow in all", async () => {
  const rules = [rule("quota", { share: "80%", who: { all: [] } }), rule("total"), rule("perSchool", { maxOut: 1 })];
  const request = townships(rules);
  const found = await conflictOf(request);
  expect(found).toMatchObject({ rules: ["quota", "perSchool"], minimal: "yes", at: { minimal: "yes" } });
  const places = found?.at?.places.filter((place) => place.rule === "perSchool") ?? [];
  expect(places.map(({ about }) => about)).toEqual([
    { kind: "school", school: "A1", limit: "maxOut" },
    { kind: "school", school: "A2", limit: "maxOut" },
  ]);
  const told = conflictText(found, wordingOf(request)).map(({ zh }) => zh);
  expect(told[1]).toMatch(
    /^具体是：“quota”（.*）、“perSchool”（A1.*）、“perSchool”（A2.*）。去掉其中任何一处即有方案。$/u,
  );
});

test("a single rule is told to be what stands in the way only where that was found", () => {
  const wording = wordingOf(townships([rule("quota", { share: "80%", who: { all: [] } }), rule("total")]));
  const told = (minimal: "yes" | "budget") =>
    conflictText({ rules: ["quota"], minimal, at: null, repairs: [] }, wording)[0]?.zh;
  expect(told("yes")).toBe("按现有数据，“quota”无法满足；不作这一要求即有方案。");
  expect(told("budget")).toBe("按现有数据，“quota”无法满足；限度内未能确认不作这一要求即有方案。");
});

test(
  "no plan there is reaches more than the highest quota or share, and one reaches it",
  { timeout: 600_000 },
  async () => {
    const MOST_PLANS = 1500;
    const found: Record<string, number> = {};
    const wrong: unknown[] = [];
    for (let seed = 1, tried = 0; tried < cases(3); seed++) {
      const given = randomCase(seed);
      const { instance, policy, locks } = given;
      const raised = policy.rules.filter(({ params }) => (params as { bound?: string }).bound === "atLeast");
      if (raised.length === 0 || !isSound(given) || bestOfEveryPlan(given, MOST_PLANS).status === "tooMany") continue;
      for (const { rule, about, status, reached, of, proven } of await highestOf({ instance, policy, locks, solver })) {
        const entry = policy.rules.find(({ id }) => id === rule);
        if (about.kind !== "county" || entry?.strength !== "hard") continue;
        tried++;
        found[status] = (found[status] ?? 0) + 1;
        /** Whether every plan fails where the rule asks for another share. */
        const statusAt = (numerator: number, denominator: number) => {
          const params = { ...(entry.params as object), share: { numerator, denominator } };
          const rules = policy.rules.map((each) =>
            each.id === rule ? { ...entry, params } : each,
          ) as typeof policy.rules;
          return bestOfEveryPlan({ ...given, policy: { ...policy, rules } }, MOST_PLANS).status;
        };
        if (reached === null || of === null || of === 0) {
          wrong.push(
            ...(statusAt(0, 1) === (status === "infeasible" ? status : "planned") ? [] : [[seed, rule, status]]),
          );
          continue;
        }
        const above = entry.rule === "quota" ? statusAt(reached + 1, of) : statusAt(1000 * reached + 1, 1000 * of);
        const isHighest = proven && statusAt(reached, of) === "planned" && (reached === of || above === "infeasible");
        wrong.push(...(isHighest ? [] : [[seed, rule, reached, of]]));
      }
    }
    expect(wrong).toEqual([]);
    expect(found["found"]).toBeGreaterThan(0);
  },
);
