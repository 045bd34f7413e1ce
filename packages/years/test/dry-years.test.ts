import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { PersonInput } from "@lungang/core";
import { planYears } from "../src/plan-years.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** A year that has no plan says whether the years before have used up what it needs. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const PLACE = { latitude: 34, longitude: 109 };

/** Two people at A and two free posts at B; each year somebody has to leave A, for three years. */
function ground(given: Partial<PersonInput>, total: number) {
  const instance = countyOf({
    schools: ["A", "B"].map((id) => school({ id, coordinates: PLACE })),
    posts: [post("A", 0), post("B", 2)],
    persons: ["p", "q"].map((id) => teacher({ id, homeSchool: "A", residence: PLACE, ...given })),
  });
  const schools = { attr: "school.id", op: "eq", value: "A" };
  const policy = policyOf({
    forms: [form("rotation", { termMonths: { min: 36, max: 36 } })],
    rules: [
      rule("perSchool", { schools, minOut: 1 }),
      rule("total", { max: total }),
      rule("postBalance", { level: "gaps" }),
    ],
    levels: ["gaps"],
  });
  return { instance, policies: [policy], years: 3, solver };
}

describe.each(["rolling", "program"] as const)("by %s", (method) => {
  test("the years before have used up the people, where the year has a plan without them", async () => {
    // Both go in the first year: nobody is left for the second. One program for all years sees that three years need three.
    const outcome = await planYears({ ...ground({}, 2), method });
    expect(outcome).toMatchObject({ status: "stopped", stopped: { status: "infeasible" }, possibleUnmoved: true });
    expect("years" in outcome && outcome.years.map(({ plan }) => plan.moves.length)).toEqual([2]);
  });

  test("the year has none of its own, where people pass the age limit whatever the years before did", async () => {
    // Men are due up to 50 in the test policy: 50 in the first year and 51 in the second.
    const outcome = await planYears({ ...ground({ birthDate: "1974-05-05" }, 1), method });
    expect(outcome).toMatchObject({ status: "stopped", stopped: { status: "infeasible" }, possibleUnmoved: false });
    expect("years" in outcome && outcome.years.map(({ plan }) => plan.moves.length)).toEqual([1]);
  });

  test("nothing is said of the first year", async () => {
    const outcome = await planYears({ ...ground({ birthDate: "1970-05-05" }, 1), method });
    expect(outcome).toMatchObject({ status: "stopped", years: [] });
    expect(outcome).not.toHaveProperty("possibleUnmoved");
  });
});
