import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { PersonInput, PostInput, SchoolInput } from "../../src/index.ts";
import { planCounty, verifyPlan, verifyRoster } from "../../src/index.ts";
import { namesOf, violationText } from "../../src/plan.ts";
import type { Policy } from "../../src/policy.ts";
import { countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** No school is emptied, net of everybody who comes and goes. Everybody who is due would go otherwise. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = (latitude: number) => ({ latitude, longitude: 109 });
const music = { subjects: [{ subject: "音乐", main: true }] };
const musicAlso = { subjects: [{ subject: "语文", main: true }, { subject: "音乐" }] };
const TYPES = { attr: "person.personType", op: "in", value: ["principal", "vicePrincipal"] };
const settled = { tenureStart: "2023-09-01" };

const FORMS = [
  form("leaderRotation", { who: TYPES, kinds: ["management"], promotes: true }),
  form("rotation", { who: { not: TYPES } }),
  form("recruit", { relationMoves: true, countsInQuota: false }),
];

const NAMED = {
  id: "named",
  source: "GX-07",
  when: { attr: "person.named", op: "eq", value: true },
  text: { zh: "指定", en: "named" },
};

const policyWith = (protection: object, quota = "100%"): Policy =>
  policyOf({
    forms: FORMS,
    // As many go as can: the quota is dear and gives, the protection does not.
    rules: [
      rule("quota", { share: quota }, { strength: "soft", price: 10 }),
      rule("newRecruits"),
      { ...rule("protection"), strength: "override", ...protection },
    ],
    eligibility: { forced: [NAMED], returns: { source: "YL-17", stayAllowed: true } },
  });

const POLICY = policyWith({});

interface Ground {
  readonly A?: Partial<SchoolInput>;
  readonly posts: readonly PostInput[];
  readonly persons: readonly PersonInput[];
}

const county = ({ A = {}, posts, persons }: Ground) =>
  countyOf({
    schools: [school({ id: "A", coordinates: at(34), ...A }), school({ id: "B", coordinates: at(34.1) })],
    posts,
    persons: persons.map((person) => ({ residence: at(34), ...person })),
  });

async function whoLeavesA(ground: Ground, policy = POLICY): Promise<readonly string[]> {
  const instance = county(ground);
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(outcome.status);
  const report = verifyPlan({ instance, policy, plan: outcome.plan });
  expect(report.violations.filter(({ strength }) => strength === "hard")).toEqual([]);
  return outcome.plan.moves.filter(({ from }) => from === "A").map(({ person }) => person);
}

/** What verification says of moves written by hand, in Chinese. */
function sentences(ground: Ground, moves: readonly (readonly [string, string])[], policy = POLICY): readonly string[] {
  const instance = county(ground);
  const lines = moves.map(([person, name]) => ({ person, to: name.slice(0, 1), post: name }));
  const report = verifyRoster({ instance, policy, moves: lines });
  const names = namesOf(instance, { policy });
  const own = report.violations.filter((found) => found.rule === "protection");
  return own.map((found) => `${found.strength}: ${violationText(found, names).zh}`);
}

const MUSIC_POSTS = [post("A", 3), post("A", 1, { id: "A-音乐", subject: "音乐" })];
const AT_B = [post("B", 3), post("B", 3, { id: "B-音乐", subject: "音乐" })];
const posts = [...MUSIC_POSTS, ...AT_B];
const mus = teacher({ id: "mus", homeSchool: "A", ...music });

describe("the last who can teach a subject", () => {
  const colleague = (given: Partial<PersonInput>) => teacher({ id: "col", homeSchool: "A", ...given });

  test("stays, and a roster that sends him is refused", async () => {
    const ground = { posts, persons: [mus, colleague(settled)] };
    expect(await whoLeavesA(ground)).toEqual([]);
    expect(sentences(ground, [["mus", "B-音乐"]])).toEqual(["hard: A·小学音乐原有1人能任教，调配后无人能任教"]);
  });

  test("may go where a colleague is certified for it, and of two one stays", async () => {
    const staying = { posts, persons: [mus, colleague({ ...musicAlso, ...settled })] };
    expect(await whoLeavesA(staying)).toEqual(["mus"]);
    const both = { posts, persons: [mus, colleague(musicAlso)] };
    expect(await whoLeavesA(both)).toHaveLength(1);
    expect(
      sentences(both, [
        ["mus", "B-音乐"],
        ["col", "B-语文"],
      ]),
    ).toHaveLength(2);
  });

  test("may go where a successor comes, whatever the post that he enters", async () => {
    const coming = teacher({ id: "new", recruitYear: 2024, tenureStart: "2024-09-01", ...music });
    const only = { posts: [...MUSIC_POSTS, post("B", 3), post("B", 1, { id: "B-音乐", subject: "音乐" })] };
    const persons = [mus, colleague(settled)];
    expect(await whoLeavesA({ ...only, persons: [...persons, coming] })).toEqual(["mus"]);
    const elsewhere = teacher({ id: "b1", homeSchool: "B", ...musicAlso });
    const stays = teacher({ id: "b2", homeSchool: "B", ...settled });
    expect(
      sentences({ ...only, persons: [...persons, elsewhere, stays] }, [
        ["mus", "B-音乐"],
        ["b1", "A-语文"],
      ]),
    ).toEqual([]);
  });

  test("is not held where he goes home at the end of a term", () => {
    const guest = { from: "B", to: "A", form: "rotation" as const, start: "2021-09-01", end: "2024-08-31" };
    const persons = [teacher({ id: "g", homeSchool: "B", currentSchool: "A", exchanges: [guest], ...music })];
    expect(sentences({ posts, persons: [...persons, colleague(settled)] }, [])).toEqual([]);
  });

  test("goes at a price where the authority sets the rule aside, with its reason", async () => {
    const aside = policyWith({ override: "new teacher in October", price: 1 });
    const ground = { posts, persons: [mus, colleague(settled)] };
    expect(await whoLeavesA(ground, aside)).toEqual(["mus"]);
    expect(sentences(ground, [["mus", "B-音乐"]], aside)).toEqual([
      "override: A·小学音乐原有1人能任教，调配后无人能任教",
    ]);
  });

  test("and must go: the conflict is named", async () => {
    const instance = county({ posts, persons: [{ ...mus, named: true }, colleague(settled)] });
    const outcome = await planCounty({ instance, policy: POLICY, solver });
    expect(outcome).toMatchObject({ status: "infeasible", leastViolations: [{ rule: "protection", amount: 1 }] });
  });

  test("leaves a school that is closed, and nobody comes to it", async () => {
    const ground = { A: { status: "closed" as const }, posts, persons: [mus, colleague({})] };
    expect(await whoLeavesA(ground)).toEqual(["col", "mus"]);
    const there = teacher({ id: "b1", homeSchool: "B", ...musicAlso });
    const instance = county({ ...ground, persons: [there] });
    const moves = [{ person: "b1", to: "A", post: "A-语文", form: "rotation" as const }];
    const report = verifyRoster({ instance, policy: POLICY, moves });
    expect(report.violations.map(({ rule }) => rule)).toContain("plan:not-admitted");
  });

  test.each([
    [{ students: 0, classes: 0 }, 2],
    [{ students: 0 }, 2],
    [{ students: 1, classes: 0 }, 0],
    [{}, 0],
  ])("a school with %j loses %d", async (A, leaving) => {
    expect(await whoLeavesA({ A, posts, persons: [mus, colleague({})] })).toHaveLength(leaving);
  });
});

test("the last teacher of a school stays where its subjects are not kept", async () => {
  const lone = teacher({ id: "lone", homeSchool: "A", subjects: [{ subject: "科学", main: true }] });
  const ground = { posts: [post("B", 1, { id: "B-科学", subject: "科学" })], persons: [lone] };
  const teachers = policyWith({ params: { subjects: false } });
  const nothing = policyWith({ params: { subjects: false, teachers: false } });
  expect(await whoLeavesA(ground, teachers)).toEqual([]);
  expect(await whoLeavesA(ground, nothing)).toEqual(["lone"]);
  expect(sentences(ground, [["lone", "B-科学"]], teachers)).toEqual(["hard: A原有教师1人，调配后一个不留"]);
});

describe("the leaders of a school", () => {
  const vice = (id: string, homeSchool: string) => leader({ id, homeSchool, personType: "vicePrincipal" });
  const offices = [
    office("A", "vicePrincipal", 2),
    office("B", "vicePrincipal", 2),
    office("B", "principal"),
    ...posts,
  ];
  const col = teacher({ id: "col", homeSchool: "A", ...settled });

  test("never leave all at once", async () => {
    const ground = { posts: offices, persons: [col, vice("v1", "A"), vice("v2", "A")] };
    expect(await whoLeavesA(ground)).toHaveLength(1);
    const all = [
      ["v1", "B-vicePrincipal"],
      ["v2", "B-vicePrincipal"],
    ] as const;
    expect(sentences(ground, all)).toEqual(["hard: A领导班子2人，方案将其全部调离"]);
  });

  test("go one by one only where somebody succeeds", async () => {
    const alone = { posts: offices, persons: [col, vice("v1", "A"), { ...vice("b1", "B"), ...settled, offices: [] }] };
    expect(await whoLeavesA(alone)).toEqual([]);
    const swapped = { posts: offices, persons: [col, vice("v1", "A"), vice("b1", "B")] };
    expect(await whoLeavesA(swapped)).toEqual(["v1"]);
    expect(sentences(swapped, [["v1", "B-vicePrincipal"]])).toHaveLength(1);
  });
});
