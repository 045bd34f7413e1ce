import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { PersonInput } from "@lungang/core";
import { planYears } from "../src/plan-years.ts";
import { verifyYears } from "../src/verify-years.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Recruits over the years: placed once, waiting where the rule lets them, and sent to the country after two years. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const NEAR = { latitude: 34, longitude: 109 };
const SCHOOLS = [
  school({ id: "T", area: "town", coordinates: NEAR }),
  school({ id: "R", area: "rural", coordinates: NEAR }),
];

function recruit(id: string, recruitYear: number): PersonInput {
  const {
    homeSchool: _none,
    tenureStart: _never,
    ...given
  } = teacher({ id, recruitYear, ruralYears: 0, residence: NEAR });
  return given;
}

/** Recruits of town schools go to the country after two years there (BN-08). */
const SERVICE = {
  id: "service",
  source: "BN-08",
  when: {
    all: [
      { attr: "person.yearsSinceRecruited", op: "ge" as const, value: 2, ifMissing: false },
      { attr: "person.ruralYears", op: "lt" as const, value: 1, ifMissing: false },
    ],
  },
  text: { zh: "下乡", en: "to the country" },
};

const POLICY = policyOf({
  forms: [form("recruit", { relationMoves: true, countsInQuota: false }), form("rotation", { relationMoves: true })],
  eligibility: { due: [], forced: [SERVICE] },
  rules: [
    rule("postBalance", { level: "gaps" }),
    rule("newRecruits", { schools: { attr: "to.area", op: "eq", value: "town" } }, { strength: "soft", price: 10 }),
  ],
  levels: ["compliance", "gaps"],
});

async function planned(persons: readonly PersonInput[], posts: readonly ReturnType<typeof post>[], years: number) {
  const ground = { instance: countyOf({ schools: SCHOOLS, posts, persons }), policies: [POLICY], years };
  const outcome = await planYears({ ...ground, solver, relativeGap: 0, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(outcome.status);
  const plans = outcome.years.map(({ plan }) => plan);
  const starts = plans.map(({ moves }) => moves.map(({ person, from, to }) => `${person} ${from ?? "-"}>${to}`));
  const report = verifyYears({ ...ground, policies: outcome.years.map(({ policy }) => policy) }, plans);
  return { outcome, starts, report };
}

describe("recruits over the years", () => {
  test("who came last year to a town school goes to the country in the year after next", async () => {
    const { tenureStart: _never, ...given } = teacher({
      id: "p",
      homeSchool: "T",
      recruitYear: 2023,
      ruralYears: 0,
      residence: NEAR,
    });
    const { outcome, starts, report } = await planned(
      [{ ...given, tenureStart: "2023-09-01" }],
      [post("T", 1), post("R", 1)],
      3,
    );
    // 2024 is the first year; two years after 2023 is 2025, and the program of all years knows it.
    expect(starts).toEqual([[], ["p T>R"], []]);
    expect(outcome.solvedAgain).toEqual([]);
    expect(report.ok).toBe(true);
  });

  test("a recruit of the first year is due in the third, which is then solved again", async () => {
    const { outcome, starts, report } = await planned([recruit("p", 2024)], [post("T", 1), post("R", 1)], 4);
    expect(starts).toEqual([["p ->T"], [], ["p T>R"], []]);
    expect(outcome.solvedAgain).toEqual([{ year: 2, rules: ["mustMove"] }]);
    // Who has a school is no recruit in the years after that.
    expect(outcome.program?.levels[0]).toMatchObject({ name: "compliance", value: 0, dualBound: 0 });
    expect(report.ok).toBe(true);
  });

  test("a recruit waits for the year in which somebody retires, and every year of waiting counts", async () => {
    const leaving = teacher({ id: "old", homeSchool: "T", birthDate: "1965-05-01", sex: "male", residence: NEAR });
    const { outcome, starts, report } = await planned([leaving, recruit("p", 2024)], [post("T", 1), post("R", 0)], 2);
    const at = starts.findIndex((moves) => moves.includes("p ->T"));
    expect(at).toBeGreaterThan(0);
    // Who gets the first school exchanges nothing.
    expect(report.moved).toBe(0);
    const compliance = outcome.totals.find(({ name }) => name === "compliance");
    expect(compliance?.years).toEqual([0, 1].map((year) => (year < at ? 10 : 0)));
    expect(outcome.program?.levels[0]).toMatchObject({ value: 10 * at, dualBound: 10 * at });
    expect(outcome.solvedAgain).toEqual([]);
    expect(report.ok).toBe(true);
  });
});
