import { planCounty } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
import { bestOfEveryPlan, levelNames } from "../../core/test/plan/every-plan.ts";
import type { RandomCase } from "../../core/test/plan/random-county.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import type { Explained } from "../src/index.ts";
import {
  differentPlans,
  differentPlansText,
  frontOf,
  frontText,
  whyNotSchool,
  whyNotSchoolText,
  wordingOf,
} from "../src/index.ts";
import { endedAt } from "./ended-solver.ts";
import { oneOfTwo } from "./one-of-two.ts";

const solver = createHighsSolver();
afterAll(() => solver.close());

async function mustPlan(given: Pick<RandomCase, "instance" | "policy"> & Partial<RandomCase>): Promise<Explained> {
  const { instance, policy, locks = [] } = given;
  const request = { instance, policy, locks, solver, limits: { relativeGap: 0 } };
  const outcome = await planCounty(request);
  if (outcome.status !== "planned") throw new Error(outcome.status);
  return { request, outcome };
}

const at = (km: number) => ({ latitude: 34, longitude: 109 + km / 92 });

/** The nearer a post is, the less it lacks: B lacks one and is near, C lacks two and is farther, D lacks three and is far. */
function threeNeeds() {
  const instance = countyOf({
    schools: ["A", "B", "C", "D"].map((id, k) => school({ id, coordinates: at(10 * k) })),
    posts: [post("A", 1), post("B", 2), post("C", 2), post("D", 2)],
    persons: ["p1", "p2", "p3"].map((id) => teacher({ id, homeSchool: "A", residence: at(0) })),
  });
  const rules = [
    rule("quota", { share: "1/3", who: { all: [] } }),
    rule("total", { max: 2 }),
    rule("postBalance", { level: "shortfall", weight: 1 }),
    rule("nearness", { level: "nearness", weight: 1 }, { strength: "soft" }),
  ];
  return { instance, policy: policyOf({ rules, levels: ["shortfall", "nearness"] }) };
}

describe("frontOf", () => {
  test("finds every plan that no other beats in both, from end to end", async () => {
    const made = await mustPlan(threeNeeds());
    const heard: unknown[] = [];
    const front = await frontOf(made, ["shortfall", "nearness"], {
      most: 20,
      onPoint: ({ values }) => heard.push(values),
    });
    expect(front).toMatchObject({ levels: ["shortfall", "nearness"], held: [], open: [] });
    expect(front.points.every(({ proven }) => proven)).toBe(true);
    expect(front.points.map(({ values }) => values[0])).toEqual([4, 5]);
    expect(front.points.map(({ moves }) => moves)).toEqual([2, 1]);
    expect(heard).toHaveLength(2);
    const text = frontText(front, ["heads", "points"], wordingOf(made.request)).map(({ zh }) => zh);
    expect(text).toContain("这些就是全部。");
    expect(text[0]).toContain("有 2 个方案");
  });

  test("says where it did not look when it may make no more plans", async () => {
    const given = threeNeeds();
    const more = policyOf({
      rules: [
        rule("total", { max: 3 }),
        rule("postBalance", { level: "shortfall", weight: 1 }),
        rule("nearness", { level: "nearness", weight: 1 }, { strength: "soft" }),
      ],
      levels: ["shortfall", "nearness"],
    });
    const made = await mustPlan({ instance: given.instance, policy: more });
    const front = await frontOf(made, ["shortfall", "nearness"], { most: 2 });
    expect(front.points).toHaveLength(2);
    expect(front.open).toHaveLength(1);
    const whole = await frontOf(made, ["shortfall", "nearness"], { most: 50 });
    expect(whole.open).toEqual([]);
    expect(whole.points.length).toBeGreaterThan(2);
    await expect(frontOf(made, ["shortfall", "shortfall"], { most: 2 })).rejects.toThrow(RangeError);
    await expect(frontOf(made, ["shortfall", "lottery"], { most: 2 })).rejects.toThrow(RangeError);
  });

  test("has no point that an interruption ended in the middle, and does not call the others all there are", async () => {
    const { outcome, request } = await mustPlan(threeNeeds());
    const search = async (endsAt: number) => {
      const { solver: ending, signal, calls } = endedAt(solver, endsAt);
      const asked = { ...request, solver: ending, signal };
      const front = await frontOf({ outcome, request: asked }, ["shortfall", "nearness"], { most: 20 });
      return { ...front, solves: calls() };
    };
    const whole = await search(0);
    const { solves } = whole;
    expect([whole.points.length, solves > 2]).toEqual([2, true]);
    for (let endsAt = 1; endsAt <= solves; endsAt++) {
      const { points, endsFound } = await search(endsAt);
      expect([endsAt, points]).toEqual([endsAt, whole.points.filter((_, k) => k < points.length)]);
      expect([endsAt, endsFound]).toEqual([endsAt, points.length === 2]);
    }
  });

  test("agrees with trying every plan", { timeout: 600_000 }, async () => {
    let longer = 0;
    for (let seed = 1; seed <= cases(6); seed++) {
      const given = drawnCounty(new Draws(seed));
      const wanted = frontByTrying(given, ["shortfall", "nearness"]);
      const front = await frontOf(await mustPlan(given), ["shortfall", "nearness"], { most: 200 });
      const points = front.points.map(({ values }) => values);
      expect({ seed, points, open: front.open }).toEqual({ seed, points: wanted, open: [] });
      if (points.length > 1) longer++;
    }
    expect(longer).toBeGreaterThan(2);
  });
});

/** Four teachers of two schools, and three schools that lack some, each near somebody. */
function drawnCounty(draws: Draws): Pick<RandomCase, "instance" | "policy" | "locks"> {
  const ids = ["A", "B", "C", "D", "E"];
  const instance = countyOf({
    schools: ids.map((id, k) => school({ id, coordinates: at(8 * k) })),
    posts: ids.map((id, k) => post(id, k < 2 ? draws.integer(0, 1) : draws.integer(1, 2))),
    persons: ["p1", "p2", "p3", "p4"].map((id, k) =>
      teacher({ id, homeSchool: k % 2 === 0 ? "A" : "B", residence: at(draws.integer(0, 40)) }),
    ),
  });
  const rules = [
    rule("total", { max: draws.integer(2, 3) }),
    ...(draws.chance(0.5) ? [rule("quota", { share: "1/4", who: { all: [] } })] : []),
    rule("postBalance", { level: "shortfall", weight: 1 }),
    rule("nearness", { level: "nearness", weight: 1 }, { strength: "soft" }),
  ];
  return { instance, policy: policyOf({ rules, levels: ["shortfall", "nearness"] }), locks: [] };
}

/** Least of the one while the other falls by a unit at least, until a level held would lose something. */
function frontByTrying(
  given: Parameters<typeof bestOfEveryPlan>[0],
  pair: readonly [string, string],
): readonly (readonly number[])[] | undefined {
  const names = levelNames(given, given.policy.rules);
  const places = pair.map((name) => names.indexOf(name)) as [number, number];
  const points: number[][] = [];
  let held: readonly number[] | undefined;
  let atMost = new Map<string, number>();
  for (;;) {
    const best = bestOfEveryPlan(given, 3000, { atMost });
    if (best.status === "tooMany") return undefined;
    if (best.status === "infeasible") break;
    const before = best.values.slice(0, Math.min(...places));
    held ??= before;
    if (String(before) !== String(held)) break;
    const values = places.map((place) => best.values[place] as number);
    points.push(values);
    atMost = new Map([[pair[1], (values[1] as number) - 1]]);
  }
  return points.length === 0 ? undefined : points;
}

describe("differentPlans", () => {
  test("finds the other of two equal plans, then proves that there is no third", async () => {
    const made = await mustPlan(oneOfTwo(3));
    const other = await differentPlans(made, { count: 1, tolerances: new Map() });
    expect(other).toMatchObject({ plans: [{ price: null, differences: [2], proven: true }], isAll: false });
    expect(other.plans[0]?.changed.map(({ person }) => person)).toEqual(["p1", "p2"]);
    const text = differentPlansText(other, wordingOf(made.request));
    expect(text[0]?.zh).toContain("相差 2 人（已证明为最多）；各项目标与现方案完全相同");
  });

  test("proves that there is none, and finds one where a level may lose something", async () => {
    const made = await mustPlan(oneOfTwo(5));
    const none = await differentPlans(made, { count: 3, tolerances: new Map() });
    expect(none).toEqual({ plans: [], isAll: true, limit: null });
    expect(differentPlansText(none, wordingOf(made.request))[0]?.zh).toContain("没有别的方案同样好");
    const some = await differentPlans(made, { count: 1, tolerances: new Map([["nearness", 3000]]) });
    expect(some.plans).toMatchObject([{ differences: [2], price: { lead: { level: "nearness" } } }]);
    await expect(differentPlans(made, { count: 1, tolerances: new Map([["none", 1]]) })).rejects.toThrow(RangeError);
  });
});

test("a plan that an interruption ended in the middle is no other plan, and says nothing of how many there are", async () => {
  const { outcome, request } = await mustPlan(oneOfTwo(3));
  const search = async (endsAt: number) => {
    const { solver: ending, signal, calls } = endedAt(solver, endsAt);
    const asked = { ...request, solver: ending, signal };
    const told = await differentPlans({ outcome, request: asked }, { count: 2, tolerances: new Map() });
    return { told, solves: calls() };
  };
  const { told: whole, solves } = await search(0);
  expect([whole.plans.length, whole.limit, solves > 2]).toEqual([1, null, true]);
  for (let endsAt = 1; endsAt <= solves; endsAt++) {
    const { told } = await search(endsAt);
    expect([endsAt, told]).toEqual([
      endsAt,
      { plans: whole.plans.slice(0, told.plans.length), isAll: false, limit: "interrupted" },
    ]);
    expect(differentPlansText(told, wordingOf(request)).at(-1)?.zh).toContain("没有算完就停止了");
  }
});

describe("whyNotSchool", () => {
  test("what it costs that nobody leaves or comes", async () => {
    const made = await mustPlan(threeNeeds());
    const [move] = made.outcome.plan.moves;
    const comes = await whyNotSchool(made, { atSchool: move?.to ?? "", nobody: "comes" });
    expect(comes).toMatchObject({ answer: "price", price: { lead: { level: "nearness" } } });
    const leaves = await whyNotSchool(made, { atSchool: "A", nobody: "leaves" });
    expect(leaves).toMatchObject({ answer: "impossible", leastViolations: [{ rule: "quota" }] });
    await expect(whyNotSchool(made, { atSchool: "A", nobody: "comes" })).resolves.toMatchObject({
      answer: "asPlanned",
    });
    await expect(whyNotSchool(made, { atSchool: "X", nobody: "comes" })).rejects.toThrow("no such school");
    const [text] = whyNotSchoolText(leaves, wordingOf(made.request));
    expect(text?.zh).toContain("不派出教师");
  });
});
