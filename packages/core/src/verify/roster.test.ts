import { describe, expect, test } from "vitest";
import { countyOf, eligibilityOf, form, policyOf, post, rule, school, teacher } from "../../test/small-county.ts";
import { completeMoves, expectedReturns } from "./roster.ts";
import { verifyRoster } from "../planner/verify-plan.ts";

const back = (id: string, stay?: { readonly applied: boolean; readonly approved: boolean }) =>
  teacher({
    id,
    homeSchool: "A",
    currentSchool: "B",
    exchanges: [{ from: "A", to: "B", form: "support", start: "2022-09-01", end: "2024-08-31", ...(stay && { stay }) }],
  });

const instance = countyOf({
  schools: [
    school({ id: "A", coordinates: { latitude: 34, longitude: 109 } }),
    school({ id: "B", establishment: 2, coordinates: { latitude: 34.1, longitude: 109 } }),
  ],
  posts: [post("A", 4), post("B", 3)],
  persons: [
    teacher({ id: "t", homeSchool: "A", residence: { latitude: 34.1, longitude: 109 } }),
    teacher({ id: "lost", homeSchool: "A" }),
    back("back"),
    back("stays", { applied: true, approved: true }),
    back("wants", { applied: true, approved: false }),
    teacher({ id: "recruit", recruitYear: 2024, tenureStart: "2024-09-01" }),
  ],
});

const policyWith = (stayAllowed: boolean, relation = "never") =>
  policyOf({
    forms: [form("rotation", { termMonths: { min: 24, max: 36 } }), form("recruit", { relationMoves: true })],
    eligibility: { returns: { source: "YL-17", stayAllowed } },
    rules: [rule("total", { max: 9 }), rule("establishment", { working: "free", relation })],
  });

const eligibility = eligibilityOf(instance, policyWith(true));

test("completeMoves fills in what the policy and the data say", () => {
  expect(completeMoves([{ person: "t", to: "B", post: "B-语文" }], eligibility)[0]).toEqual({
    person: "t",
    from: "A",
    to: "B",
    post: "B-语文",
    form: "rotation",
    start: "2024-09-01",
    end: "2026-08-31",
    relationMoves: false,
    distanceMetres: 0,
  });
});

test("completeMoves leaves an unknown distance unknown and a first school without end", () => {
  expect(completeMoves([{ person: "lost", to: "B", post: "B-语文" }], eligibility)[0]?.distanceMetres).toBeNull();
  expect(completeMoves([{ person: "recruit", to: "B", post: "B-语文" }], eligibility)[0]).toMatchObject({
    from: null,
    end: null,
  });
});

test("completeMoves keeps what is written", () => {
  const written = { person: "t", to: "B", post: "B-语文", end: "2027-08-31", distanceMetres: 5 };
  expect(completeMoves([written], eligibility)[0]).toMatchObject(written);
});

test("expectedReturns sends everybody back whose exchange has ended", () => {
  const returns = expectedReturns(eligibility);
  expect(returns.map(({ person }) => person).sort()).toEqual(["back", "stays", "wants"]);
  expect(returns[0]).toMatchObject({ from: "B", to: "A", post: "A-语文", settles: false });
});

describe("verifyRoster: staying at the host for good", () => {
  const settled = (person: string) =>
    expectedReturns(eligibility).map((line) =>
      line.person === person ? { ...line, to: "B", post: "B-语文", settles: true } : line,
    );
  const broken = (person: string, policy = policyWith(true)) =>
    verifyRoster({ instance, policy, moves: [], returns: settled(person) }).violations.map(({ rule: name }) => name);

  test("is right where it was applied for, approved and allowed", () => {
    expect(broken("stays")).toEqual([]);
  });

  test.each([
    ["was not approved", "wants", policyWith(true), ["plan:settle-not-approved"]],
    ["was not applied for", "back", policyWith(true), ["plan:settle-not-approved"]],
    ["is not allowed by the policy", "stays", policyWith(false), ["plan:settle-not-approved"]],
  ])("is wrong where it %s", (_what, person, policy, rules) => {
    expect(broken(person, policy)).toEqual(rules);
  });

  test("is wrong where the host has no room on the relation ledger", () => {
    const full = { ...instance, schools: instance.schools.map((at) => ({ ...at, establishment: 0 })) };
    const report = (relation: string) =>
      verifyRoster({ instance: full, policy: policyWith(true, relation), moves: [], returns: settled("stays") });
    expect(report("never").violations).toMatchObject([
      { rule: "establishment", about: { kind: "school", school: "B", limit: "relation" }, amount: 1 },
    ]);
    expect(report("free").violations).toEqual([]);
  });

  test("lets the home school forget the relation and the host keep the person", () => {
    const levels = verifyRoster({ instance, policy: policyWith(true), moves: [], returns: settled("stays") });
    expect(levels.ok).toBe(true);
    expect(levels.levels).toEqual([{ name: "compliance", stated: undefined, recomputed: 0, agrees: true }]);
  });
});
