import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { Lock, PersonInput } from "@lungang/core";
import { planYears } from "../src/plan-years.ts";
import { verifyYears } from "../src/verify-years.ts";
import { countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Nobody who has moved with the relation is moved again before the term that the notice names has ended (decision 0020). */

const solver = createHighsSolver();
afterAll(() => solver.close());

const text = { zh: "t", en: "t" };
const PLACE = { latitude: 34, longitude: 109 };
const EVERYBODY = { id: "all", source: "s", who: { all: [] }, text };
const LAST = { id: "last", source: "GX-07", when: { attr: "person.lastRanksInARow", op: "ge", value: 1 }, text };
const RANKED_LAST = { examRanks: [{ survey: "2023", rank: 9, of: 9 }] };

interface Case {
  readonly due?: readonly object[];
  readonly forced?: readonly object[];
  readonly mover?: Partial<PersonInput>;
  readonly rules?: readonly object[];
  readonly months?: number;
  /** A school that has closed. */
  readonly closed?: string;
  readonly locks?: readonly (readonly Lock[])[];
}

/** Returns where a county of one person and two schools with free posts sends that person, year by year. */
async function wayOf({ due = [EVERYBODY], forced = [], mover, rules = [], months = 36, locks, closed }: Case) {
  const given = mover?.personType === "principal" ? leader : teacher;
  const instance = countyOf({
    schools: ["A", "B"].map((id) => school({ id, coordinates: PLACE, ...(id === closed ? { status: "closed" } : {}) })),
    posts: ["A", "B"].flatMap((id) => [post(id, 2), office(id, "principal")]),
    persons: [given({ id: "p", personType: "teacher", homeSchool: "A", residence: PLACE, ...mover })],
  });
  const moving = { relationMoves: true, kinds: ["teaching", "management"], termMonths: { min: months, max: 120 } };
  const policy = policyOf({
    forms: [form("rotation", moving)],
    rules: [rule("mustMove"), rule("total", { max: 1 }), ...rules],
    eligibility: { due, forced },
  });
  const basis = { instance, policies: [policy], years: 4, ...(locks === undefined ? {} : { locks }) };
  const outcome = await planYears({ ...basis, solver, method: "rolling" });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome).slice(0, 2000));
  const plans = outcome.years.map(({ plan }) => plan);
  expect(verifyYears({ ...basis, policies: outcome.years.map((year) => year.policy) }, plans)).toMatchObject({
    ok: true,
    findings: [],
  });
  return plans.map(({ moves }) => moves.map(({ from, to }) => `${from}>${to}`).join(""));
}

const WAYS: readonly (readonly [string, Case])[] = [
  ["by what was known before the move", { forced: [LAST], mover: RANKED_LAST }],
  ["by a share of those who are due whatever their years", { rules: [rule("quota", { share: "100%" })] }],
  ["as a head, by such a share", { rules: [rule("quota", { share: "100%" })], mover: { personType: "principal" } }],
];

test("a school that has closed binds nobody to the term there", async () => {
  const exchanges = [{ from: "B", to: "A", form: "rotation" as const, start: "2023-09-01", end: "2029-08-31" }];
  const given = { rules: [rule("quota", { share: "100%" })], mover: { exchanges }, months: 72 };
  expect(await wayOf(given)).toEqual(["", "", "", ""]);
  expect(await wayOf({ ...given, closed: "A" })).toEqual(["A>B", "", "", ""]);
});

describe("who has moved with the relation for three years", () => {
  test.each(WAYS)("is not moved again within them %s", async (_what, given) => {
    expect(await wayOf(given)).toEqual(["A>B", "", "", "B>A"]);
  });

  test.each(WAYS)("goes on where the term is a year, and is over, %s", async (_what, given) => {
    expect(await wayOf({ ...given, months: 12 })).toEqual(["A>B", "B>A", "A>B", "B>A"]);
  });

  test("is moved by a decision with a reason, and a term begins anew", async () => {
    const [, given] = WAYS[0] as (typeof WAYS)[number];
    const locks = [[], [{ person: "p", school: "A", reason: "撤并" }]];
    expect(await wayOf({ ...given, locks })).toEqual(["A>B", "B>A", "", ""]);
  });

  test("is moved by an entry that holds within terms", async () => {
    expect(await wayOf({ forced: [{ ...LAST, withinTerm: true }], mover: RANKED_LAST })).toEqual([
      "A>B",
      "B>A",
      "A>B",
      "B>A",
    ]);
  });
});
