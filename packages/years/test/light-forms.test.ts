import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { planYears } from "../src/plan-years.ts";
import { verifyYears } from "../src/verify-years.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Light forms are not in the program of all years: a year that asks for them is solved again, and keeps who it chose. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const PLACE = { latitude: 34, longitude: 109 };

test("a year that is solved again keeps who takes part beside the own post", async () => {
  const instance = countyOf({
    schools: ["A", "B"].map((id) => school({ id, coordinates: PLACE, zones: ["Z"] })),
    posts: [post("A", 3), post("B", 3)],
    persons: ["p1", "p2", "p3"].map((id) => teacher({ id, homeSchool: "A", residence: PLACE })),
  });
  const policy = policyOf({
    forms: [form("rotation"), form("partTime", { base: "partTime", fullTimeShare: "1/5" })],
    rules: [
      rule("quota", { share: "30%" }),
      rule("total", { max: 1 }),
      rule("participation", { share: "60%", forms: ["partTime"] }),
    ],
  });
  const basis = { instance, policies: [policy], years: 2 };
  const outcome = await planYears({ ...basis, solver });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const plans = outcome.years.map(({ plan }) => plan);
  expect([outcome.method, outcome.solvedAgain.map(({ rules }) => rules)]).toEqual([
    "program",
    [["participation"], ["participation"]],
  ]);
  expect(plans.map(({ moves, participations }) => [moves.length, participations.length > 0])).toEqual([
    [1, true],
    [1, true],
  ]);
  const policies = outcome.years.map((year) => year.policy);
  expect(verifyYears({ ...basis, policies }, plans)).toMatchObject({ ok: true, findings: [] });
});
