import { createHighsSolver } from "@lungang/solver-highs/node";
import { planYears } from "@lungang/years";
import { afterAll, expect, test } from "vitest";
import { openSession } from "../src/node.ts";
import type { YearsCase } from "../src/index.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Plans of before decision 0020 moved people out of running terms: what becomes of them when the years are planned again. */

const solver = createHighsSolver();
const session = openSession();
afterAll(async () => {
  await Promise.all([solver.close(), session.close()]);
});

const PLACE = { latitude: 34, longitude: 109 };

/** One person is sent to and fro between two schools, with the relation for three years each time. */
function county(rules: readonly object[] = []): YearsCase {
  const instance = countyOf({
    schools: ["A", "B"].map((id) => school({ id, name: { A: "甲校", B: "乙校" }[id] ?? id, coordinates: PLACE })),
    posts: ["A", "B"].map((id) => post(id, 2)),
    persons: [teacher({ id: "p", name: "张三", homeSchool: "A", residence: PLACE })],
  });
  const due = [{ id: "all", source: "s", who: { all: [] }, text: { zh: "t", en: "t" } }];
  const policy = policyOf({
    forms: [form("rotation", { relationMoves: true, termMonths: { min: 36, max: 36 } })],
    rules: [rule("mustMove"), rule("total", { max: 1 }), ...rules],
    eligibility: { due },
  });
  return { instance, policies: [policy], years: 3, locks: [{ person: "p", school: "B", reason: "r" }] };
}

/** The plans as they were before: sent back within the term, without any decision. */
async function oldPlans({ instance, policies, years, locks: first }: YearsCase) {
  const locks = [first, [{ person: "p", school: "A", reason: "r" }]];
  const outcome = await planYears({ instance, policies, years, locks, solver, method: "rolling" });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome).slice(0, 2000));
  return outcome.years.map(({ plan }) => plan);
}

const MOVED = "原方案2025年把“张三”由乙校调往甲校，而其在乙校的交流期限为2024年9月1日至2027年8月31日：";

test("a year that stands keeps the move as a decision of people, with a warning", async () => {
  const asked = county();
  const plans = await oldPlans(asked);
  const outcome = await session.planYears(asked, { method: "rolling", earlier: { plans, fixed: 2 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(outcome.plans.map(({ moves }) => moves.map(({ to }) => to))).toEqual([["B"], ["A"], []]);
  expect(outcome.issues).toMatchObject([
    {
      code: "moved-in-term",
      severity: "warning",
      message: { zh: `${MOVED}该年不再改动，按已定人员处理` },
      advice: { zh: "如未执行，请减少 --fixed 的年数后重排" },
    },
  ]);
});

test("a year that is planned again holds the person to the term, with a warning", async () => {
  const asked = county();
  const plans = await oldPlans(asked);
  const outcome = await session.planYears(asked, { method: "rolling", earlier: { plans, fixed: 1 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(outcome.plans.map(({ moves }) => moves.map(({ to }) => to))).toEqual([["B"], [], []]);
  expect(outcome.issues).toMatchObject([
    { severity: "warning", message: { zh: `${MOVED}该年重排，此人按现行规定留任至期满` } },
  ]);
});

test("plans whose figures change with the standing are refused, with the person and the days", async () => {
  const asked = county([rule("quota", { share: "100%" }, { strength: "soft", price: 1 })]);
  const plans = await oldPlans(asked);
  // As it was counted then: due and in the base.
  const [first, second, ...rest] = plans;
  const counted = JSON.parse(JSON.stringify(second).replace('"target":0', '"target":1')) as typeof second;
  const old = [first, counted, ...rest].flatMap((plan) => (plan === undefined ? [] : [plan]));
  const outcome = await session.planYears(asked, { method: "rolling", earlier: { plans: old, fixed: 2 } });
  expect(outcome).toMatchObject({ status: "invalid", issues: [{ code: "foreign-plan" }, { severity: "error" }] });
  expect(outcome.issues[1]?.message.zh).toBe(`${MOVED}期限内不再调动，原方案不能沿用`);
  expect(outcome.issues[1]?.message.en).toBe(
    'The earlier plan moves "张三" from 乙校 to 甲校 in 2025, within the term at 乙校 from 2024-09-01 to 2027-08-31: nobody moves within a term, and the plans cannot be taken over',
  );
});
