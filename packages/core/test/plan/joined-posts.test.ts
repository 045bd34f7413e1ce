import type { Instance } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import type { PostInput } from "../../src/instance/school.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../small-county.ts";
import { bestOfEveryPlan } from "./every-plan.ts";

/** Posts of a village school that one person may join (SC-04), in counties whose right answer is counted by hand. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const FULL = 16;

const skills = (...subjects: readonly string[]) => subjects.map((subject, k) => ({ subject, main: k === 0 }));

/** A post of the village school, stated by its periods. */
const at = (subject: string, periodsPerWeek: number, schoolId = "V"): PostInput => ({
  id: `${schoolId}-${subject}`,
  school: schoolId,
  stage: "primary",
  subject,
  periodsPerWeek,
  fullLoad: FULL,
});

/** Somebody of the centre of the township, who has nothing to do there. */
const from = (id: string, ...subjects: readonly string[]): PersonInput =>
  teacher({ id, homeSchool: "H", currentPost: "H-语文", subjects: skills(...subjects) });

/** Somebody of the village school. */
const own = (id: string, weeklyLoad: number, ...subjects: readonly string[]): PersonInput =>
  teacher({ id, homeSchool: "V", weeklyLoad, subjects: skills(...subjects) });

interface Basis {
  readonly instance: Instance;
  readonly policy: Policy;
}

/** A centre H and a village school V of one township; people go from the one to the other. */
function basisOf(posts: readonly PostInput[], persons: readonly PersonInput[], rules: readonly object[] = []): Basis {
  const place = (id: string, latitude: number) =>
    school({ id, township: "T", zones: [], coordinates: { latitude, longitude: 109 } });
  const instance = countyOf({
    schools: [place("H", 34), place("V", 34.05)],
    posts: [post("H", 0), ...posts],
    persons: persons.map((person) => ({ residence: { latitude: 34, longitude: 109 }, ...person })),
  });
  const policy = policyOf({
    forms: [
      form("recruit", { relationMoves: true, countsInQuota: false }),
      form("rotation", { scope: "township", crossSubject: true, where: { attr: "to.id", op: "eq", value: "V" } }),
      { base: "partTime", scope: "school", crossSubject: true },
    ],
    rules: [
      rule("postBalance", { level: "gaps" }),
      rule("itinerant", { form: "partTime", maxPlaces: 1, level: "untaught" }),
      rule("total", { max: 9 }),
      ...rules,
    ],
    levels: ["gaps", "untaught"],
  });
  return { instance, policy };
}

interface Found {
  readonly plan: Plan;
  readonly missing: number;
  readonly untaught: number;
}

/** Plans, verifies the plan and compares it with every plan that there is. */
async function planned(basis: Basis): Promise<Found> {
  const outcome = await planCounty({ ...basis, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const { plan } = outcome;
  expect(verifyPlan({ ...basis, plan })).toMatchObject({ ok: true, violations: [] });
  const valueOf = (name: string) => plan.levels.find((level) => level.name === name)?.value ?? NaN;
  const found = { plan, missing: valueOf("gaps"), untaught: valueOf("untaught") };
  const best = bestOfEveryPlan({ ...basis, locks: [] }, 50_000);
  expect(best.status === "planned" ? best.values : best.status).toEqual([found.missing, found.untaught]);
  expect(plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0)).toBe(found.missing);
  return found;
}

describe("two posts of eight periods each", () => {
  const posts = [at("音乐", 8), at("美术", 8)];

  test("who comes for one teaches the other too", async () => {
    const found = await planned(basisOf(posts, [from("a", "音乐", "美术")]));
    expect(found).toMatchObject({ untaught: 0 });
    expect(found.plan.moves).toHaveLength(1);
    expect(found.plan.itineraries).toMatchObject([{ person: "a", from: "V", to: "V", periods: 8 }]);
  });

  test("a recruit who is placed there teaches both", async () => {
    const recruit = { ...teacher({ id: "r", subjects: skills("音乐", "美术") }), recruitYear: 2024 };
    delete recruit.homeSchool;
    const found = await planned(basisOf(posts, [recruit]));
    expect(found).toMatchObject({ untaught: 0 });
    expect(found.plan.itineraries).toMatchObject([{ person: "r", from: "V", to: "V", periods: 8 }]);
  });

  test("a plan that says otherwise is refused", async () => {
    const basis = basisOf([...posts, at("语文", 16)], [from("a", "音乐", "美术"), own("o", 16, "语文")]);
    const { plan } = await planned(basis);
    const [line] = plan.itineraries;
    if (line === undefined) throw new Error("nobody teaches two posts");
    const broken = (change: Partial<typeof line>) => {
      const { violations } = verifyPlan({ ...basis, plan: { ...plan, itineraries: [{ ...line, ...change }] } });
      return violations.map(({ rule: id }) => id);
    };
    expect(broken({})).toEqual([]);
    expect(broken({ periods: 9 })).toContain("itinerant");
    expect(broken({ periods: 7 })).toContain("plan:misreported-level");
    expect(broken({ from: "H" })).toContain("plan:wrong-origin");
    expect(broken({ post: plan.moves[0]?.post ?? "" })).toContain("plan:own-post");
    expect(broken({ post: "V-语文" })).toContain("plan:no-periods");
    expect(broken({ to: "H", from: "H", post: "H-语文" })).toContain("plan:repeated-person");
  });
});
