import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { planYears } from "../src/plan-years.ts";
import { verifyYears } from "../src/verify-years.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Somebody comes back to a post that another has come to: no year sees it, and the walk through all lines does. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const PLACE = { latitude: 34, longitude: 109 };
const AWAY = { from: "A", to: "C", form: "rotation" as const, start: "2023-09-01", end: "2025-08-31" };

/** The only teacher of A is at C until the second year; of the two at B one is not needed there. */
function ground(capacity: number, growth = "never") {
  const instance = countyOf({
    schools: ["A", "B", "C"].map((id) => school({ id, coordinates: PLACE })),
    posts: [post("A", capacity), post("B", 1), post("C", 1)],
    persons: [
      teacher({ id: "away", homeSchool: "A", currentSchool: "C", exchanges: [AWAY], residence: PLACE }),
      ...["p", "q"].map((id) => teacher({ id, homeSchool: "B", residence: PLACE })),
    ],
  });
  const policy = policyOf({
    forms: [form("rotation", { termMonths: { min: 36, max: 36 } })],
    eligibility: { returns: { source: "s" } },
    rules: [rule("postBalance", { level: "gaps", growth }), rule("mustMove"), rule("total", { max: 1 })],
    levels: ["gaps"],
  });
  return { instance, policies: [policy], years: 2 };
}

async function found(given: ReturnType<typeof ground>) {
  const outcome = await planYears({ ...given, solver, method: "rolling" });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome).slice(0, 2000));
  const plans = outcome.years.map(({ plan }) => plan);
  const policies = outcome.years.map(({ policy }) => policy);
  return { plans, report: verifyYears({ ...given, policies }, plans) };
}

test("names the post, the year, who came and who has come back", async () => {
  const { plans, report } = await found(ground(1));
  expect(plans.map(({ moves, returns }) => [moves.map(({ to }) => to), returns.map(({ to }) => to)])).toEqual([
    [["A"], []],
    [["C"], ["A"]],
  ]);
  const came = plans[0]?.moves.map(({ person }) => person);
  const twice = { code: "post-filled-twice", year: 2025, about: { kind: "post", post: "A-语文" }, amount: 1 };
  expect(report).toMatchObject({ ok: true, findings: [{ ...twice, came, back: ["away"], strength: "soft" }] });
  expect(report.findings).toHaveLength(1);
});

test("tells nothing where the post needs both, or the policy lets posts grow", async () => {
  expect((await found(ground(2))).report.findings).toEqual([]);
  expect((await found(ground(1, "free"))).report.findings).toEqual([]);
});
