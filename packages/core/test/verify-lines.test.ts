import { describe, expect, test } from "vitest";
import type { Lock } from "../src/index.ts";
import type { Plan, PlanReturn, Violation } from "../src/plan.ts";
import { verifyPlan } from "../src/planner/verify-plan.ts";
import { verifyRoster } from "../src/index.ts";
import { handPlan } from "./hand-plan.ts";
import { countyOf, policyOf, post, school, teacher } from "./small-county.ts";
import { MOVES, instance, policy } from "./verify-county.ts";

/** What verification says of single lines: each is broken in one way, and what is said names what it is about. */

const HERE = { latitude: 34, longitude: 109 };
const at = (id: string, homeSchool: string, given: object = {}) =>
  teacher({ id, homeSchool, residence: HERE, ...given });

const said = (violations: readonly Violation[]) =>
  violations.map(({ rule, about }) => `${rule} ${Object.values(about).join(" ")}`);

describe("who comes back", () => {
  const exchange = { from: "A", to: "B", form: "rotation" as const, start: "2021-09-01", end: "2024-08-31" };
  const county = countyOf({
    schools: ["A", "B", "C"].map((id) => school({ id, coordinates: HERE })),
    posts: [post("A", 1), post("B", 1), post("C", 1), post("A", 1, { id: "A-数学", subject: "数学" })],
    persons: [at("guest", "A", { currentSchool: "B", exchanges: [exchange] }), at("c", "C")],
  });
  const right: PlanReturn = { person: "guest", from: "B", to: "A", post: "A-语文", settles: false };
  const found = (change: Partial<PlanReturn>) =>
    said(
      verifyRoster({ instance: county, policy: policyOf({}), moves: [], returns: [{ ...right, ...change }] })
        .violations,
    );

  test("comes to the post kept at home", () => {
    expect(found({})).toEqual([]);
  });

  test.each<readonly [string, Partial<PlanReturn>, string]>([
    ["another school to come from", { from: "C" }, "plan:wrong-origin person guest"],
    ["another post of the home school", { post: "A-数学" }, "plan:wrong-return person guest"],
    ["another school", { to: "C", post: "C-语文" }, "plan:wrong-return person guest"],
    ["a school that does not exist", { to: "Z" }, "plan:unknown-school person guest"],
    ["a person who does not exist", { person: "nobody" }, "plan:unknown-person person nobody"],
    ["a person who is not away", { person: "c", from: "C", to: "C", post: "C-语文" }, "plan:not-returning person c"],
  ])("is told of %s", (_what, change, line) => {
    expect(found(change)).toContain(line);
  });
});

describe("locks", () => {
  const [move] = MOVES;
  if (move === undefined) throw new Error("Nobody moves");
  const withLock = (lock: object) =>
    said(
      verifyPlan(handPlan({ instance, policy, moves: MOVES, locks: [{ ...lock, reason: "会议" } as Lock] })).violations,
    ).filter((line) => line.startsWith("plan:lock-broken"));
  const other = ["A", "B", "C", "H", "J"].find((id) => id !== move.to) ?? "";
  const { person } = move;

  test.each<readonly [string, object, boolean]>([
    ["forbids the school", { person, forbid: move.to }, true],
    ["forbids another school", { person, forbid: other }, false],
    ["names the school", { person, school: move.to }, false],
    ["names another school", { person, school: other }, true],
    ["names the post", { person, post: move.post }, false],
    ["names another post", { person, post: `${other}-语文` }, true],
    ["keeps the person", { person, stay: true }, true],
  ])("one that %s", (_what, lock, isBroken) => {
    expect(withLock(lock)).toEqual(isBroken ? [`plan:lock-broken person ${person}`] : []);
  });
});

describe("what a plan says of itself", () => {
  const valid = handPlan({ instance, policy, moves: MOVES });
  const { plan } = valid;
  const broken = (change: Partial<Plan>) => verifyPlan({ ...valid, plan: { ...plan, ...change } }).violations;
  const first = <T>(list: readonly T[]): T => {
    const [item] = list;
    if (item === undefined) throw new Error("The list is empty");
    return item;
  };

  test("a gap, a school, a level: each is named, and both a line too many and one that is missing", () => {
    const gap = first(plan.shortfalls);
    const row = first(plan.schools);
    const level = first(plan.levels);
    expect(said(broken({ shortfalls: plan.shortfalls.slice(1) }))).toEqual([
      `plan:misreported-shortfall post ${gap.post}`,
    ]);
    expect(said(broken({ schools: plan.schools.slice(1) }))).toEqual([`plan:misreported-balance school ${row.school}`]);
    expect(said(broken({ schools: [...plan.schools, row] }))).toEqual([
      `plan:misreported-balance school ${row.school}`,
    ]);
    expect(said(broken({ levels: plan.levels.with(0, { ...level, value: level.value + 1 }) }))).toContain(
      `plan:misreported-level level ${level.name}`,
    );
  });

  test("of two lines of one name each is compared, in any order", () => {
    expect(broken({ measures: plan.measures.toReversed() })).toEqual([]);
    const measure = first(plan.measures);
    const found = broken({ measures: [...plan.measures, measure] });
    expect(found.map(({ rule }) => rule)).toEqual(["plan:misreported-measure"]);
    expect(JSON.stringify(found)).toContain(`"entry":"${measure.rule}"`);
    expect(said(broken({ measures: plan.measures.with(0, { ...measure, value: measure.value + 1 }) }))).toHaveLength(1);
  });
});
