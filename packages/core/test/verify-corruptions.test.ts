import { COUNTY } from "../src/subject/rule-subject.ts";
import { describe, expect, test } from "vitest";
import type { Lock } from "../src/index.ts";
import type { Plan, PlanMove } from "../src/plan.ts";
import type { RosterMove } from "../src/verify/roster.ts";
import { verifyPlan } from "../src/planner/verify-plan.ts";
import type { HandPlan } from "./hand-plan.ts";
import { handPlan } from "./hand-plan.ts";
import { office } from "./small-county.ts";
import { MOVES, countyWith, instance, policy, policyWith } from "./verify-county.ts";

const valid = handPlan({ instance, policy, moves: MOVES });

/** Rules that a plan breaks, each once. */
function broken(hand: HandPlan): readonly string[] {
  const report = verifyPlan(hand);
  expect(report.ok).toBe(!report.violations.some(({ strength }) => strength === "hard"));
  return [...new Set(report.violations.map(({ rule }) => rule))].sort();
}

const without = (...people: readonly string[]) => MOVES.filter(({ person }) => !people.includes(person));

const changed = (person: string, change: Partial<PlanMove>): readonly RosterMove[] =>
  MOVES.map((move) => (move.person === person ? { ...move, ...change } : move));

const withMoves = (moves: readonly RosterMove[], rest: Partial<Parameters<typeof handPlan>[0]> = {}) =>
  handPlan({ instance, policy, moves, ...rest });

const withPlan = (change: Partial<Plan>): HandPlan => ({ ...valid, plan: { ...valid.plan, ...change } });

const locked = (lock: Lock) => withMoves(MOVES, { locks: [lock] });

const toB = (person: string): RosterMove => ({ person, to: "B", post: "B-语文" });

test("verifyPlan accepts a plan that keeps every rule", () => {
  expect(verifyPlan(valid)).toMatchObject({
    ok: true,
    violations: [],
    issues: [{ code: "missing-offices", path: ["persons", "cp", "offices"] }],
  });
});

test("verifyPlan recomputes every level of the plan", () => {
  const { levels } = verifyPlan(valid);
  expect(Object.fromEntries(levels.map(({ name, recomputed }) => [name, recomputed]))).toEqual({
    compliance: 0,
    // Twelve heads are missing, two points each.
    shortfall: 24,
    // A 4, B 2, C 4, H 4 and J 4 heads below establishment.
    headcount: 18,
    // forced, bm and bp go to town.
    direction: 3,
    near: 75_500,
    // B is the second wish of a1, counted from 0; nobody volunteers.
    wishes: 1,
    // a2 is 2 years short of 10 and forced 9; seven moves cost 1 each, and am leaves a class cycle for 5.
    calm: 2 + 9 + 7 + 5,
    // B has 3 of the 12 eligible people, so 2 of 7 leavers, and sends 3.
    fair: 1,
    // Pupils 6 : 2 : 3 : 1 of 12 hundred and 1, 2, 0, 0 of 3 backbone teachers: 12 * heads against 18, 6, 9 and 3.
    balance: 6 + 18 + 9 + 3,
    // Nobody who is due comes near the age limit.
    batches: 0,
    // Four schools lack three heads each: four beyond two, eight beyond one.
    evenOver2: 4,
    evenOver1: 8,
    evenOver0: 12,
    // Eight go and two come back who did not before; a3 was to go and stays.
    changes: 11,
    // No post states periods.
    // Years of age of all who may move and stay: 352.
    points: 3_520_000,
    untaught: 0,
  });
});

describe("verifyPlan rejects", () => {
  const LINES: readonly (readonly [string, string, () => HandPlan])[] = [
    ["an exempt person who moves", "plan:must-not-move", () => withMoves([...without("a2"), toB("exempt")])],
    ["a person who is not due", "plan:must-not-move", () => withMoves([...without("a2"), toB("young")])],
    ["a person on a running exchange", "plan:must-not-move", () => withMoves([...MOVES, toB("running")])],
    ["a person whose exchange ended and who moves on", "plan:must-not-move", () => withMoves([...MOVES, toB("back")])],
    ["a person twice", "plan:repeated-person", () => withMoves([...MOVES, toB("a1")])],
    ["an unknown person", "plan:unknown-person", () => withMoves([...MOVES, toB("nobody")])],
    ["an unknown school", "plan:unknown-school", () => withMoves(changed("a1", { to: "nowhere" }))],
    ["an unknown post", "plan:unknown-post", () => withMoves(changed("a1", { post: "nothing" }))],
    ["a post at another school", "plan:post-elsewhere", () => withMoves(changed("a1", { post: "C-语文" }))],
    ["a wrong origin", "plan:wrong-origin", () => withMoves(changed("a1", { from: "C" }))],
    ["a recruit with an origin", "plan:wrong-origin", () => withMoves(changed("recruit", { from: "A" }))],
    ["a move to the same school", "plan:same-school", () => withMoves(changed("a1", { to: "A", post: "A-语文" }))],
    ["a wrong stage", "plan:not-qualified", () => withMoves(changed("a1", { to: "J", post: "J-语文" }))],
    ["a wrong subject", "plan:not-qualified", () => withMoves(changed("a1", { to: "J", post: "J-音乐" }))],
    ["a teacher as principal", "plan:not-qualified", () => withMoves(changed("a1", { post: "B-principal" }))],
    [
      "a school out of the alliance",
      "plan:out-of-reach",
      () => withMoves(changed("a1", { to: "C", post: "C-语文", form: "alliance" })),
    ],
    ["a form that is not the admitted one", "plan:wrong-form", () => withMoves(changed("am", { form: "alliance" }))],
    ["a form for other people", "plan:wrong-form", () => withMoves(changed("a1", { form: "mutual" }))],
    ["a form that the policy lacks", "plan:unknown-form", () => withMoves(changed("a1", { form: "support" }))],
    ["a term too short", "plan:wrong-term", () => withMoves(changed("a1", { end: "2025-08-30" }))],
    ["a term too long", "plan:wrong-term", () => withMoves(changed("a1", { end: "2027-09-01" }))],
    ["a teacher for good", "plan:wrong-term", () => withMoves(changed("a1", { end: null }))],
    ["a wrong start", "plan:wrong-start", () => withMoves(changed("a1", { start: "2024-09-02" }))],
    ["a relation that moves", "plan:wrong-relation", () => withMoves(changed("a1", { relationMoves: true }))],
    ["a relation that stays", "plan:wrong-relation", () => withMoves(changed("ap", { relationMoves: false }))],
    ["a distance one metre off", "plan:wrong-distance", () => withMoves(changed("a1", { distanceMetres: 13_734 }))],
    ["an unknown distance told as 0", "plan:wrong-distance", () => withMoves(changed("a1", { distanceMetres: 0 }))],
    ["a lock on another school", "plan:lock-broken", () => locked({ person: "a1", forbid: "B", reason: "r" })],
    ["a lock on another post", "plan:lock-broken", () => locked({ person: "ap", post: "A-principal", reason: "r" })],
    ["a locked person who moves", "plan:lock-broken", () => locked({ person: "a2", stay: true, reason: "r" })],
  ];

  test.each(LINES)("%s", (_name, code, corrupt) => {
    expect(broken(corrupt())).toContain(code);
  });

  const RULES: readonly (readonly [string, readonly string[], () => HandPlan])[] = [
    ["one move below the quota", ["quota"], () => withMoves(without("a2"))],
    ["one move above the total", ["total"], () => withMoves([...MOVES, { person: "c1", to: "H", post: "H-语文" }])],
    ["a backbone teacher replaced by another", ["share"], () => withMoves([...without("a1"), toB("a3")])],
    ["a post filled beyond its demand", ["perSchool", "postBalance", "total"], () => withMoves([...MOVES, toB("a3")])],
    [
      "one leaver too many",
      ["perSchool", "total"],
      () => withMoves([...changed("recruit", { to: "H", post: "H-语文" }), toB("a3")]),
    ],
    ["a swap with one leg", ["pairBalance", "postBalance", "quota"], () => withMoves(without("bm"))],
    ["a forced person who stays", ["mustMove", "postBalance", "quota"], () => withMoves(without("forced"))],
    ["a pinned person who stays", ["mustMove"], () => locked({ person: "a3", school: "B", reason: "r" })],
    ["a recruit without a school", ["newRecruits"], () => withMoves(without("recruit"))],
    ["a recruit in town", ["newRecruits"], () => withMoves(changed("recruit", { to: "A", post: "A-语文" }))],
    [
      "a principal's post left empty",
      ["leaderPosts", "postBalance", "quota", "returnRoom"],
      () => withMoves(without("bp")),
    ],
    [
      "moves in the wrong direction",
      ["direction"],
      () => withMoves([...without("a2"), { person: "b1", to: "A", post: "A-语文" }]),
    ],
    [
      "two of three from one team",
      ["perSchool", "teamCap"],
      () =>
        handPlan({
          instance: countyWith({}, [office("B", "vicePrincipal")]),
          policy,
          moves: [...MOVES, { person: "av", to: "B", post: "B-vicePrincipal" }],
        }),
    ],
    [
      "too many people working at a school",
      ["establishment"],
      () => withMoves(MOVES, { instance: countyWith({ B: { establishment: 9 } }) }),
    ],
    [
      "too many relations at a school",
      ["establishment", "returnRoom"],
      () =>
        withMoves(MOVES, {
          instance: countyWith({ B: { establishment: 8 } }),
          policy: policyWith({ establishment: { params: { working: "free", level: "headcount" } } }),
        }),
    ],
  ];

  test.each(RULES)("%s", (_name, rules, corrupt) => {
    expect(broken(corrupt())).toEqual(rules);
  });

  test("an ended exchange that is left out", () => {
    expect(broken(withMoves(MOVES, { returns: valid.plan.returns.slice(1) }))).toContain("mustMove");
  });

  test("a return to another school", () => {
    const returns = valid.plan.returns.map((line) => ({ ...line, to: "A", post: "A-语文" }));
    expect(broken(withMoves(MOVES, { returns }))).toContain("plan:wrong-return");
  });

  test("a return of somebody whose exchange runs on", () => {
    const returns = [...valid.plan.returns, { person: "running", from: "H", to: "A", post: "A-语文", settles: false }];
    // H has nobody else who stays.
    expect(broken(withMoves(MOVES, { returns }))).toEqual(["plan:not-returning", "protection"]);
  });

  test("a person who settles without approval", () => {
    const returns = valid.plan.returns.map((line) =>
      line.person === "asks" ? { ...line, to: "H", post: "H-语文", settles: true } : line,
    );
    expect(broken(withMoves(MOVES, { returns }))).toEqual(["plan:settle-not-approved"]);
  });
});

test.each([
  [
    "a principal's post left empty",
    () => withMoves(without("bp")),
    "leaderPosts",
    { kind: "post", post: "A-principal" },
    1,
  ],
  ["two moves below the quota", () => withMoves(without("a2", "am")), "quota", COUNTY, 2],
  ["no backbone teacher at all", () => withMoves(without("a1", "am")), "share", COUNTY, 1],
  [
    "a post filled beyond its demand",
    () => withMoves([...MOVES, toB("a3"), toB("a5")]),
    "postBalance",
    { kind: "post", post: "B-语文" },
    2,
  ],
  ["a swap with one leg", () => withMoves(without("bm")), "pairBalance", { kind: "pair", id: "P1" }, 1],
] as const)("verifyPlan says how much is wrong and where: %s", (_name, corrupt, rule, about, amount) => {
  const found = verifyPlan(corrupt()).violations.filter((violation) => violation.rule === rule);
  expect(found).toMatchObject([{ about, amount, strength: "hard", source: `test-${rule}` }]);
});

describe("verifyPlan finds misreported", () => {
  const first = <T>(items: readonly T[], change: Partial<T>): T[] =>
    items.map((item, index) => (index === 0 ? { ...item, ...change } : item));
  const { plan } = valid;
  const CASES: readonly (readonly [string, string, Partial<Plan>])[] = [
    ["measures", "plan:misreported-measure", { measures: first(plan.measures, { value: 9 }) }],
    ["targets", "plan:misreported-measure", { measures: first(plan.measures, { target: 0 }) }],
    ["measures that are left out", "plan:misreported-measure", { measures: plan.measures.slice(1) }],
    [
      "levels",
      "plan:misreported-level",
      { levels: [...plan.levels.slice(0, 1), ...first(plan.levels.slice(1), { value: 23 })] },
    ],
    ["levels that are left out", "plan:misreported-manifest", { levels: plan.levels.slice(0, -1) }],
    ["levels in another order", "plan:misreported-manifest", { levels: [...plan.levels].reverse() }],
    ["seeds that are left out", "plan:misreported-manifest", { manifest: { ...plan.manifest, seed: "" } }],
    ["headcounts", "plan:misreported-balance", { schools: first(plan.schools, { workingAfter: 11 }) }],
    ["schools that are left out", "plan:misreported-balance", { schools: plan.schools.slice(1) }],
    ["shortfalls", "plan:misreported-shortfall", { shortfalls: first(plan.shortfalls, { shortfall: 2 }) }],
    ["shortfalls that are left out", "plan:misreported-shortfall", { shortfalls: plan.shortfalls.slice(1) }],
    ["stays that are left out", "plan:misreported-stay", { stays: plan.stays.slice(1) }],
    ["reasons of stays", "plan:misreported-stay", { stays: plan.stays.map((stay) => ({ ...stay, reason: "exempt" })) }],
    ["indicators", "plan:misreported-indicator", { indicators: { ...plan.indicators, moves: 9 } }],
    [
      "policies",
      "plan:misreported-manifest",
      { manifest: { ...plan.manifest, policy: { id: policy.id, version: "2" } } },
    ],
  ];

  test.each(CASES)("%s", (_name, code, change) => {
    expect(broken(withPlan(change))).toEqual([code]);
  });

  test("violations that are kept silent", () => {
    const hand = withMoves(without("a2"));
    const silent = { ...hand, plan: { ...hand.plan, violations: [] } };
    expect(broken(silent)).toEqual(["plan:misreported-violation", "quota"]);
  });
});

describe("verifyPlan treats strength", () => {
  const soft = policyWith({ quota: { strength: "soft", price: 7 }, total: { params: { max: 7 } } });

  test("soft rules as listed violations at their price", () => {
    const report = verifyPlan(withMoves(without("a2", "c1"), { policy: soft }));
    expect(report.ok).toBe(true);
    expect(report.violations).toMatchObject([{ rule: "quota", strength: "soft", amount: 1 }]);
    expect(report.levels[0]).toEqual({ name: "compliance", stated: 7, recomputed: 7, agrees: true });
  });

  test("an overridable rule as hard until somebody sets it aside", () => {
    const firm = policyWith({ quota: { strength: "override", price: 2 } });
    expect(verifyPlan(withMoves(without("a2"), { policy: firm })).ok).toBe(false);
    const waived = policyWith({
      quota: { strength: "override", override: "flood", price: 2 },
      total: { params: { max: 7 } },
    });
    const report = verifyPlan(withMoves(without("a2"), { policy: waived }));
    expect(report.ok).toBe(true);
    expect(report.violations).toMatchObject([{ rule: "quota", strength: "override" }]);
    expect(report.levels[0]?.recomputed).toBe(2);
  });

  test("an exempt person who is pinned as an issue", () => {
    const report = verifyPlan(locked({ person: "exempt", school: "B", reason: "r" }));
    expect(report.ok).toBe(false);
    expect(report.issues.map(({ code }) => code)).toContain("pinned-exempt");
  });
});
