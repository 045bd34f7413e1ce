import type { RuleEntry } from "../../src/policy/policy.ts";
import { checkCounty } from "../../src/planner/check-county.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { resolvePolicy } from "../../src/planner/resolve-policy.ts";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { EXEMPTIONS, countyOf, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** The base of a quota counts everybody due, also who has no post to go to, and says so (YL-06, DM-04, case 11). */

const solver = createHighsSolver();
afterAll(() => solver.close());

/** Twenty people due at A: four teach 语文, which B asks for too; sixteen teach 音乐, which nobody else does. */
const instance = countyOf({
  schools: [
    school({ id: "A", coordinates: { latitude: 34, longitude: 109 } }),
    school({ id: "B", coordinates: { latitude: 34.1, longitude: 109 } }),
  ],
  posts: [
    post("A", 4, { id: "A-语文", subject: "语文" }),
    post("A", 16, { id: "A-音乐", subject: "音乐" }),
    post("B", 4, { id: "B-语文", subject: "语文" }),
  ],
  persons: Array.from({ length: 20 }, (_, k) =>
    teacher({
      id: `t${k}`,
      name: `甲${k}`,
      homeSchool: "A",
      residence: { latitude: 34, longitude: 109 },
      subjects: [{ subject: k < 4 ? "语文" : "音乐", main: true }],
    }),
  ),
});

const policyWith = (params: object, rest: Partial<RuleEntry> = {}) =>
  policyOf({ rules: [rule("quota", params, rest)] });

describe("the base of a quota", () => {
  test("counts who cannot move, term by term", async () => {
    const policy = policyWith({ share: "10%" });
    expect(checkCounty(instance, policy).quotas).toMatchObject([
      { base: 20, target: 2, terms: { eligible: 20, exempt: 0, withoutPost: 0, counted: 20, share: "10%" } },
    ]);
    const outcome = await planCounty({ instance, policy, solver });
    if (outcome.status !== "planned") throw new Error(outcome.status);
    expect(outcome.warnings).toEqual([]);
    const [measure] = outcome.plan.measures.filter((found) => found.rule === "quota");
    expect(measure).toMatchObject({ value: 2, target: 2, base: { eligible: 20, counted: 20 } });
    expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  });

  test("leaves them out where the policy says so", () => {
    expect(checkCounty(instance, policyWith({ share: "10%", excludeWithoutPost: true })).quotas).toMatchObject([
      { base: 4, target: 1, terms: { eligible: 20, withoutPost: 16, counted: 4 } },
    ]);
  });

  test("that asks for more than can move warns with names, one person before it cannot be met", async () => {
    const codes = (share: string) => checkCounty(instance, policyWith({ share })).issues.map(({ code }) => code);
    expect(codes("20%")).toEqual([]);
    const policy = policyWith({ share: "21%" });
    const [warning] = checkCounty(instance, policy).issues;
    expect(warning).toMatchObject({ code: "quota-out-of-reach", severity: "warning", received: "4", expected: "5" });
    expect(warning?.message.zh).toMatch(/基数20人，应交流5人，但只有4人.*甲1\d.*等16人/u);
    const outcome = await planCounty({ instance, policy, solver });
    expect(outcome).toMatchObject({
      status: "infeasible",
      warnings: [{ code: "quota-out-of-reach" }],
      leastViolations: [{ rule: "quota", about: { kind: "county" }, amount: 1 }],
    });
  });

  test("counts nobody as able who only comes back, and says why each of the others cannot go", () => {
    const away = (from: string, to: string, end: string) => ({
      homeSchool: from,
      currentSchool: to,
      exchanges: [{ from, to, form: "rotation" as const, start: "2022-09-01", end }],
    });
    const one = (given: Partial<PersonInput> & Pick<PersonInput, "id">) =>
      teacher({ residence: { latitude: 34, longitude: 109 }, ...given });
    const small = countyOf({
      schools: ["A", "B"].map((id) => school({ id, coordinates: { latitude: 34, longitude: 109 } })),
      posts: [post("A", 6), post("B", 6)],
      persons: [
        one({ id: "new", name: "新来", homeSchool: "A", tenureStart: "2023-09-01" }),
        one({ id: "back", name: "返回", ...away("B", "A", "2024-08-31") }),
        one({ id: "guest", name: "在外", ...away("B", "A", "2026-08-31") }),
        one({ id: "ill", name: "患病", homeSchool: "A", statuses: [{ code: "longSickLeave" }] }),
        one({ id: "other", name: "另科", homeSchool: "A", subjects: [{ subject: "音乐", main: true }] }),
      ],
    });
    const all = { base: "all", by: "school", excludeExempt: false, who: { attr: "from.id", op: "eq", value: "A" } };
    const eligibility = { exemptions: EXEMPTIONS, returns: { source: "s" } };
    const policy = policyOf({ rules: [rule("quota", { share: "10%", ...all })], eligibility });
    const warnings = checkCounty(small, policy).issues.filter(({ code }) => code === "quota-out-of-reach");
    expect(warnings.map(({ message }) => message)).toEqual([
      {
        zh: "A：基数5人，应交流1人，但只有0人可以交流；没有可去岗位的：另科；不符合交流条件的：新来；交流期未满的：在外；交流期满返回的：返回；免交流的1人",
        en: "A: of 5 people 1 have to move, but only 0 can; without a post to go to: 另科; not due: 新来; on an exchange that goes on: 在外; coming back from an exchange: 返回; exempt: 1",
      },
    ]);
  });

  test("of nobody still binds a most: nobody moves", async () => {
    const volunteers = { source: "test", needsVacancy: false, needsHomeConsent: false };
    const nobodyDue = { due: [], volunteers };
    const keen = countyOf({
      schools: instance.schools,
      posts: [post("A", 1, { id: "A-语文", subject: "语文" }), ...instance.posts.filter(({ id }) => id !== "A-语文")],
      persons: instance.persons.map((person) => ({ ...person, application: { volunteer: true } })),
    });
    const rules = [rule("quota", { share: "70%", bound: "atMost" }), rule("postBalance", { level: "gaps" })];
    const policy = policyOf({ rules, eligibility: nobodyDue, levels: ["gaps"] });
    const outcome = await planCounty({ instance: keen, policy, solver });
    if (outcome.status !== "planned") throw new Error(outcome.status);
    expect(outcome.plan.moves).toEqual([]);
    const without = policyOf({ rules: rules.slice(1), eligibility: nobodyDue, levels: ["gaps"] });
    const free = await planCounty({ instance: keen, policy: without, solver });
    expect(free.status === "planned" && free.plan.moves.length).toBe(3);
  });
});

describe("a share", () => {
  test.each([
    ["12", "12%"],
    ["１２", "12%"],
    ["1.5", "1.5%"],
    ["101%", undefined],
    ["9007199254740993/3", undefined],
  ])("above the whole is refused: %s", (given, likely) => {
    const document = {
      ...(policyWith({ share: "10%" }).origin.document as object),
      parameters: { part: { type: "share", source: "s", text: { zh: "比例", en: "share" } } },
      rules: [rule("quota", { share: { $param: "part" } })],
    };
    const resolved = resolvePolicy(document, { settings: { part: given } });
    if (resolved.ok) throw new Error("resolved");
    expect(resolved.issues).toMatchObject([{ code: "invalid-parameter", path: ["parameters", "part"] }]);
    expect(resolved.issues[0]?.advice?.zh ?? "").toContain(likely ?? "");
    const written = { ...document, rules: [rule("quota", { share: given })] };
    expect(resolvePolicy(written)).toMatchObject({ ok: false });
  });
});
