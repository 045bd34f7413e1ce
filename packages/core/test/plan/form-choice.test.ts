import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan, verifyRoster } from "../../src/planner/verify-plan.ts";
import type { RosterMove } from "../../src/verify/roster.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Where several forms admit a move, the form is a decision. */

const solver = createHighsSolver();

afterAll(() => solver.close());

/** Four of A are due, B needs four; both forms lead there. */
const instance = countyOf({
  schools: ["A", "B"].map((id) => school({ id, coordinates: { latitude: 34, longitude: 109 } })),
  posts: [post("A", 0), post("B", 4)],
  persons: Array.from({ length: 4 }, (_, k) =>
    teacher({ id: `t${k}`, homeSchool: "A", residence: { latitude: 34, longitude: 109 } }),
  ),
});

const least = rule("quota", { share: "100%" });
const total = rule("total", { max: 99 });

function policyWith(forms: readonly object[], rules: readonly object[] = []) {
  return policyOf({ forms, rules: [least, total, ...rules], levels: ["near"] });
}

/** Two years without the relation, or one year, or for good with it. */
const FORMS = [
  form("rotation", { termMonths: { min: 24, max: 36 } }),
  form("support", { termMonths: { min: 12, max: 12 } }),
  form("rotation", { termMonths: { min: 36, max: 60 }, relationMoves: true }),
];

async function linesOf(policy: ReturnType<typeof policyWith>) {
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ instance, policy, plan: outcome.plan })).toMatchObject({ ok: true, violations: [] });
  const lines = outcome.plan.moves.map(({ form: code, relationMoves, end }) => `${code} ${relationMoves} ${end}`);
  return Object.fromEntries(
    [...new Set(lines)].sort().map((line) => [line, lines.filter((one) => one === line).length]),
  );
}

const TWO_YEARS = "rotation false 2026-08-31";
const ONE_YEAR = "support false 2025-08-31";
const FOR_GOOD = "rotation true 2027-08-31";

describe("the form of a move that several forms admit", () => {
  test("is the first of the policy where no rule tells them apart, whatever the seed", async () => {
    expect(await linesOf(policyWith(FORMS))).toEqual({ [TWO_YEARS]: 4 });
    expect(await linesOf(policyWith([...FORMS].reverse()))).toEqual({ [FOR_GOOD]: 4 });
  });

  test("is chosen so that the numbers of each form are reached", async () => {
    const quota = (id: string, share: string, moves: object, bound: string) =>
      rule("quota", { share, moves, bound }, { id });
    const support = { attr: "move.form", op: "eq", value: "support" };
    const relation = { attr: "move.relationMoves", op: "eq", value: true };
    const rules = [
      quota("least", "25%", support, "atLeast"),
      quota("most", "25%", support, "atMost"),
      quota("forGood", "50%", relation, "atLeast"),
    ];
    expect(await linesOf(policyWith(FORMS, rules))).toEqual({
      [TWO_YEARS]: 1,
      [ONE_YEAR]: 1,
      [FOR_GOOD]: 2,
    });
  });
});

describe("a move written by hand is checked against the form that it names", () => {
  const policy = policyWith(FORMS);
  const broken = (line: Partial<RosterMove>) => {
    const moves = instance.persons.map(({ id: person }) => ({ person, to: "B", post: "B-语文", ...line }));
    return [...new Set(verifyRoster({ instance, policy, moves }).violations.map(({ rule: code }) => code))];
  };

  test.each<[string, Partial<RosterMove>, readonly string[]]>([
    ["nothing stated", {}, []],
    ["the second form", { form: "support" }, []],
    ["one code, its first term", { form: "rotation", end: "2026-08-31", relationMoves: false }, []],
    ["one code, its longer term", { form: "rotation", end: "2027-08-31", relationMoves: true }, []],
    ["one code with the relation, for good", { form: "rotation", end: null, relationMoves: true }, []],
    ["the term of the other form", { form: "support", end: "2026-08-31" }, ["plan:wrong-term"]],
    ["with the relation, too short", { form: "rotation", end: "2026-08-31", relationMoves: true }, ["plan:wrong-term"]],
    ["with the relation in a form that leaves it", { form: "support", relationMoves: true }, ["plan:wrong-relation"]],
    ["a form that the policy lacks", { form: "mutual" }, ["plan:unknown-form"]],
  ])("%s", (_what, line, expected) => {
    expect(broken(line)).toEqual(expected);
  });
});
