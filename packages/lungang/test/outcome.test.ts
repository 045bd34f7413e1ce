import { loadInstance } from "@lungang/core";
import { afterAll, describe, expect, it } from "vitest";
import { jsonSchemaOf, openCase, outcomeSchema, verifyPlan } from "../src/index.ts";
import type { Outcome } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { IMPOSSIBLE, county, smallCase, smallCounty } from "./county.ts";

/** What planning one year gives, in each of its four endings: plain data that its schema takes back. */

const session = openSession();
afterAll(() => session.close());

/** Returns the outcome after a way through JSON, which has to change nothing. */
function throughJson(outcome: Outcome): Outcome {
  const back: unknown = JSON.parse(JSON.stringify(outcome));
  expect(back).toStrictEqual(outcome);
  return outcomeSchema.parse(back);
}

function expectStatus<S extends Outcome["status"]>(outcome: Outcome, status: S): Extract<Outcome, { status: S }> {
  const back = throughJson(outcome);
  expect(back.status).toBe(status);
  expect(back.message.zh).toMatch(/\p{Script=Han}/u);
  expect(back.message.en).not.toBe("");
  return back as Extract<Outcome, { status: S }>;
}

describe("a planned year", () => {
  it("is verified, summed up and told in sentences", async () => {
    const planningCase = await smallCase();
    const outcome = expectStatus(await session.plan(planningCase), "planned");
    const { plan, summary, violations } = outcome;
    const recruits = plan.moves.filter(({ form }) => form === "recruit").length;
    expect(summary).toMatchObject({
      people: 150,
      schools: 6,
      exchanged: plan.moves.length - recruits,
      recruits,
      missingAfter: plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0),
      levels: plan.levels.length,
      levelsProven: plan.levels.length,
    });
    expect(summary.missingBefore).toBeGreaterThan(0);
    expect(violations.map(({ message: _message, ...rest }) => rest)).toEqual(plan.violations);
    expect((await verifyPlan(planningCase, plan)).ok).toBe(true);
  });

  it("says in its first sentence which gap between schools grows, and past which limit", async () => {
    // Tricky case 14: 14, 6 and no backbone teachers for 1000, 1000 and 60 pupils; the quota sends two to the small school.
    const schools = Object.entries({ A: 1000, B: 1000, T: 60 }).map(([id, students]) => ({
      id,
      name: `${id}校`,
      type: "primary" as const,
      area: id === "T" ? ("rural" as const) : ("urban" as const),
      students,
      coordinates: { latitude: 34, longitude: 109 },
    }));
    const persons = Array.from({ length: 22 }, (_, k) => ({
      id: `p${k}`,
      sex: "male" as const,
      birthDate: "1980-05-05",
      personType: "teacher" as const,
      homeSchool: k < 14 ? "A" : k < 20 ? "B" : "T",
      subjects: [{ subject: "语文", main: true }],
      tenureStart: k < 20 ? "2010-09-01" : "2023-09-01",
      residence: { latitude: 34, longitude: 109 },
      honours: k < 20 ? ["backboneCounty" as const] : [],
    }));
    const said = async (open: number, quotaShare: string) => {
      const posts = schools.map(({ id: school }, k) => ({
        id: `${school}-语文`,
        school,
        stage: "primary" as const,
        subject: "语文",
        capacity: [14, 6, 2 + open][k] as number,
      }));
      const county = { id: "c", name: "小县" };
      const loaded = loadInstance({ format: "lungang-instance-1", county, planYear: 2024, schools, posts, persons });
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
      const planningCase = await openCase({
        county: { instance: loaded.value },
        policy: { name: "yulin-notice" },
        settings: { document74Exemptions: "", exchangeScope: "county", quotaShare },
      });
      if (!planningCase.ok) throw new Error(JSON.stringify(planningCase.issues));
      return expectStatus(await session.plan(planningCase.value), "planned").message;
    };
    const two = await said(2, "8%");
    expect(two.zh).toContain("校际差异系数扩大：小学骨干教师0.44→0.52（超过上限0.50）。");
    expect(two.en).toContain("backbone teachers 0.44 → 0.52 (over the limit of 0.50)");
    expect((await said(1, "5%")).zh).not.toContain("差异系数");
  });

  it("names rules that give, in both languages and without ids", async () => {
    const planningCase = await smallCase({ overrides: { quota: "经局长办公会同意" }, settings: { quotaShare: "90%" } });
    const outcome = expectStatus(await session.plan(planningCase), "planned");
    const [first] = outcome.violations;
    if (first === undefined) throw new Error("nothing gave");
    expect(first.message.zh).toMatch(/\p{Script=Han}/u);
    // Names stay as they are written.
    expect(first.message.en.replace(county.county.name, "")).not.toMatch(/\p{Script=Han}/u);
    expect(outcome.plan.basis.overrides).toEqual({ quota: "经局长办公会同意" });
  });
});

describe("a year without a plan", () => {
  it("is infeasible and says what would have to give", async () => {
    const outcome = expectStatus(await session.plan(await smallCase({ settings: IMPOSSIBLE })), "infeasible");
    expect(outcome.termination).toEqual({ reason: "infeasible" });
    const [least] = outcome.leastViolations;
    // The number of people or the share among them: either may give by as little.
    expect(["DM-04", "DM-05"]).toContain(least?.source);
    expect(least?.message.en).toMatch(/has to give by at least \d/u);
    expect(least?.message.zh).not.toContain("experts");
  });

  it("is stopped where a limit comes first", async () => {
    const limits = { timeSeconds: 1e-6 };
    const outcome = expectStatus(await session.plan(await smallCase(), { limits }), "stopped");
    expect(outcome.termination).toEqual({ reason: "noSolutionFound", limit: "time" });
    expect(outcome.message.en).toContain("the time limit");
    const controller = new AbortController();
    controller.abort();
    const interrupted = await session.plan(await smallCase(), { signal: controller.signal });
    expect(expectStatus(interrupted, "stopped").termination.limit).toBe("interrupted");
  });

  it("is invalid where locks, solver or size are wrong", async () => {
    const locks = [{ person: "nobody", stay: true as const, reason: "x" }];
    const wrong = expectStatus(await session.plan({ ...(await smallCase()), locks }), "invalid");
    expect(wrong.issues).toMatchObject([{ path: ["locks", 0] }]);
    const none = expectStatus(await session.plan(await smallCase(), { solver: "cplex" as never }), "invalid");
    expect(none.issues).toMatchObject([{ code: "unknown-solver", received: "cplex" }]);
    const absent = await session.plan(await smallCase(), { solver: "exec:nothing" });
    expect(expectStatus(absent, "invalid").issues[0]?.expected).toContain("exec:cbc");
    const larger = await smallCase({ county: { instance: smallCounty(20, 600) } });
    const refused = expectStatus(await session.plan(larger, { solver: "jslp" }), "invalid");
    expect(refused.issues).toMatchObject([{ code: "unsupported-model" }]);
  });
});

describe("the JSON Schema of an outcome", () => {
  it("names every status", () => {
    const text = JSON.stringify(jsonSchemaOf("outcome"));
    for (const status of ["planned", "infeasible", "stopped", "invalid"]) expect(text).toContain(`"${status}"`);
  });
});
