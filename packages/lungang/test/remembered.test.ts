import { afterAll, describe, expect, it } from "vitest";
import { caseOfPlan, findPolicy, readPlan, verifyPlan } from "../src/index.ts";
import type { Plan } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { county, smallCase } from "./county.ts";

/** A plan says what it was made with, and that is used unless something else is given. */

const session = openSession();
afterAll(() => session.close());

const SETTINGS = { quotaShare: "20%" };

async function planned(): Promise<Plan> {
  const outcome = await session.plan(await smallCase({ settings: SETTINGS }));
  if (outcome.status !== "planned") throw new Error(outcome.status);
  return outcome.plan;
}

const plan = await planned();

describe("caseOfPlan", () => {
  it("is the case that the plan was made from, without a word", async () => {
    const found = caseOfPlan(plan, county);
    if (!found.ok) throw new Error("case");
    expect(found.warnings).toEqual([]);
    expect(found.value.policy.origin.settings).toEqual(SETTINGS);
    expect(await verifyPlan(found.value, plan)).toMatchObject({ ok: true });
  });

  it("says in one sentence what is given otherwise, and nothing where the same is given", async () => {
    const same = findPolicy({ name: "detailed-measures" });
    if (!same.ok) throw new Error("policy");
    const again = caseOfPlan(plan, county, { policy: same.value, settings: SETTINGS, locks: [] });
    expect(again.ok && again.warnings).toEqual([]);
    const locks = [{ person: county.persons[0]?.id ?? "", stay: true as const, reason: "毕业班" }];
    const other = caseOfPlan(plan, county, { settings: { quotaShare: "40%" }, locks });
    if (!other.ok) throw new Error("case");
    expect(other.warnings).toMatchObject([
      {
        code: "differs-from-plan",
        severity: "warning",
        message: {
          zh: "现用的条件与编制方案时不同：参数 quotaShare（编制时为20%，现为40%）、已定人员（编制时 0 条，现为 1 条）。",
          en: "This differs from what the plan was made with: setting quotaShare (20% then, 40% now), the locks (0 then, 1 now).",
        },
      },
    ]);
    const verified = await verifyPlan(other.value, plan);
    expect(verified.ok).toBe(false);
    expect(verified.violations.map(({ rule }) => rule)).toContain("quota");
  });

  it("lets the settings of one policy say nothing about another", () => {
    const other = findPolicy({ name: "national-2014" });
    if (!other.ok) throw new Error("policy");
    const found = caseOfPlan(plan, county, { policy: other.value });
    const codes = found.ok ? found.warnings.map(({ code }) => code) : found.issues.map(({ code }) => code);
    expect(codes).not.toContain("unknown-parameter");
  });
});

describe("readPlan", () => {
  it("takes back what was written, with sentences or without", () => {
    expect(readPlan({ text: JSON.stringify(plan), file: "plan.json" })).toMatchObject({ ok: true, value: plan });
    const told = plan.violations.map((violation) => ({ ...violation, message: { zh: "句", en: "sentence" } }));
    expect(readPlan({ document: { ...plan, violations: told } })).toMatchObject({ ok: true, value: plan });
  });

  it("refuses a plan of the old format and says what to do", () => {
    const { basis: _basis, ...rest } = plan;
    expect(readPlan({ document: { ...rest, format: "lungang-plan-1" }, file: "plan.json" })).toMatchObject({
      ok: false,
      issues: [{ code: "old-plan-format", place: { file: "plan.json" }, advice: { en: expect.any(String) as string } }],
    });
    expect(readPlan({ document: { ...rest } })).toMatchObject({ ok: false, issues: [{ path: ["basis"] }] });
    expect(readPlan({ text: '{"a": 1}', file: "x.json" })).toMatchObject({
      ok: false,
      issues: [{ code: "not-a-plan" }],
    });
    expect(readPlan({ text: "{", file: "x.json" })).toMatchObject({ ok: false, issues: [{ code: "invalid-syntax" }] });
  });
});
