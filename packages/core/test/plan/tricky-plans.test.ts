import type { Instance } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import { checkCounty } from "../../src/planner/check-county.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { DUE, countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** The cases of docs/cases.md that are easily got wrong, planned to the end; the naive answer stands beside. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const outcomeOf = (instance: Instance, policy: Policy) =>
  planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });

async function planOf(instance: Instance, policy: Policy): Promise<Plan> {
  const outcome = await outcomeOf(instance, policy);
  if (outcome.status !== "planned") throw new Error(`${outcome.status}: ${JSON.stringify(outcome)}`);
  const { ok, violations } = verifyPlan({ instance, policy, plan: outcome.plan });
  expect([ok, violations]).toEqual([true, []]);
  return outcome.plan;
}

const measureOf = ({ measures }: Plan, name: string) => {
  const found = measures.find(({ rule: id }) => id === name);
  return found === undefined ? undefined : [found.value, found.target];
};
const valueOf = ({ levels }: Plan, name: string) => levels.find((level) => level.name === name)?.value;
const movers = ({ moves }: Plan) => moves.map(({ person }) => person);

const SCHOOLS = [school({ id: "A" }), school({ id: "B" })];
const at = (latitude: number) => ({ latitude, longitude: 109 });
const PLACED = SCHOOLS.map((entry, k) => ({ ...entry, coordinates: at(34 + k / 10) }));
const residence = at(34);

const many = (count: number, prefix: string, given: Partial<PersonInput> = {}) =>
  Array.from({ length: count }, (_, k) => teacher({ id: `${prefix}${k}`, homeSchool: "A", residence, ...given }));

const calm = rule("stability", { level: "calm" });
const LEVELS = ["gaps", "wishes", "near", "calm"];
const BACKBONE = { attr: "person.honours", op: "has", value: ["backboneCounty"] };
const text = { zh: "测试", en: "test" };

describe("case 1 and 2: who is due decides how many go", () => {
  const born = (birthDate: string, sex: "male" | "female") => ({ birthDate, sex });
  const persons = [
    teacher({ id: "m50", homeSchool: "A", residence, ...born("1973-09-01", "male") }),
    teacher({ id: "m51", homeSchool: "A", residence, ...born("1973-08-31", "male") }),
    teacher({ id: "f45", homeSchool: "A", residence, ...born("1978-09-01", "female") }),
    teacher({ id: "f46", homeSchool: "A", residence, ...born("1978-08-31", "female") }),
    teacher({ id: "six", homeSchool: "A", residence, tenureStart: "2018-09-01" }),
    teacher({ id: "five", homeSchool: "A", residence, tenureStart: "2018-09-02" }),
  ];
  const instance = countyOf({ schools: PLACED, posts: [post("A", 0), post("B", 6)], persons });
  const policy = policyOf({
    levels: LEVELS,
    rules: [rule("postBalance", { level: "gaps" }), rule("total", { max: 99 })],
  });

  test("exactly those move who are due on 31 August", async () => {
    const naiveAge = persons.filter(
      ({ birthDate, sex }) => 2024 - Number(birthDate.slice(0, 4)) <= (sex === "male" ? 50 : 45),
    );
    expect(naiveAge.map(({ id }) => id)).not.toContain("m50");
    expect(movers(await planOf(instance, policy)).sort()).toEqual(["f45", "m50", "six"]);
  });
});

describe("case 3: rounding", () => {
  const instance = countyOf({ schools: PLACED, posts: [post("A", 100), post("B", 20)], persons: many(100, "t") });
  const ofEightySeven = countyOf({ schools: PLACED, posts: [post("A", 87), post("B", 20)], persons: many(87, "t") });
  const policy = (share: string) => policyOf({ levels: LEVELS, rules: [rule("quota", { share }), calm] });

  test("10% of 87 are nine moves and 8% are seven", async () => {
    expect([Math.round(8.7), Math.floor(8.7), Math.round(6.96)]).toEqual([9, 8, 7]);
    expect((await planOf(ofEightySeven, policy("10%"))).moves).toHaveLength(9);
    expect((await planOf(ofEightySeven, policy("8%"))).moves).toHaveLength(7);
  });

  test("7% of 100 are seven moves, whatever binary fractions say", async () => {
    expect(Math.ceil(0.07 * 100)).toBe(8);
    expect((await planOf(instance, policy("0.07"))).moves).toHaveLength(7);
  });

  test("30% of a team of five is one who leaves, of three nobody, or one where the policy says so", async () => {
    const team = (size: number) =>
      countyOf({
        schools: PLACED,
        posts: [office("A", "vicePrincipal", 0), office("B", "vicePrincipal", size)],
        persons: Array.from({ length: size }, (_, k) =>
          leader({ id: `v${k}`, homeSchool: "A", personType: "vicePrincipal", residence }),
        ),
      });
    const capped = (atLeastOne: boolean) =>
      policyOf({
        levels: LEVELS,
        forms: [form("leaderRotation", { kinds: ["management"] })],
        rules: [
          rule("postBalance", { level: "gaps" }),
          rule("teamCap", { share: "30%", atLeastOne }),
          rule("total", { max: 99 }),
        ],
      });
    expect([Math.ceil(1.5), Math.round(0.9)]).toEqual([2, 1]);
    expect((await planOf(team(5), capped(false))).moves).toHaveLength(1);
    expect((await planOf(team(3), capped(false))).moves).toHaveLength(0);
    expect((await planOf(team(3), capped(true))).moves).toHaveLength(1);
  });

  test("2% to 5% of 15 teachers has no integer: as hard rules infeasible, as soft rules one head is missing", async () => {
    const fifteen = countyOf({ schools: PLACED, posts: [post("A", 15), post("B", 20)], persons: many(15, "t") });
    const range = (rest: object) => [
      { ...rule("quota", { share: "2%" }, rest), id: "least" },
      { ...rule("quota", { share: "5%", bound: "atMost" }, rest), id: "most" },
    ];
    const hard = await outcomeOf(fifteen, policyOf({ levels: LEVELS, rules: range({}) }));
    expect(hard).toMatchObject({ status: "infeasible", leastViolations: [{ amount: 1 }] });
    const soft = await outcomeOf(fifteen, policyOf({ levels: LEVELS, rules: range({ strength: "soft" }) }));
    expect(soft.status === "planned" && soft.plan.violations).toMatchObject([{ amount: 1, strength: "soft" }]);
  });
});

test("case 4: nine due and three volunteers ask for four backbone teachers, not three", async () => {
  const persons = [
    ...many(90, "t").map((person, k) => ({ ...person, ...(k < 5 ? { honours: ["backboneCounty" as const] } : {}) })),
    ...many(3, "v", { tenureStart: "2022-09-01", application: { volunteer: true, homeConsent: true } }),
  ];
  const instance = countyOf({ schools: PLACED, posts: [post("A", 93), post("B", 12)], persons });
  const policy = policyOf({
    levels: LEVELS,
    eligibility: { volunteers: { source: "DM-08" } },
    rules: [
      rule("quota", { share: "10%", volunteersInNumerator: false }),
      rule("share", { share: "30%", set: BACKBONE }),
      rule("wishes", { level: "wishes", volunteerStays: 1 }),
      // Backbone teachers are the dearest to send, so that no more go than have to.
      rule("direction", { of: BACKBONE, moves: { any: [] }, level: "calm" }),
    ],
  });
  const plan = await planOf(instance, policy);
  expect(plan.moves).toHaveLength(12);
  const naive = Math.ceil(0.3 * 9);
  expect(naive).toBe(3);
  expect(measureOf(plan, "share")).toEqual([4, 4]);
});

test("case 5: the exempt who use no headcount leave no room and no surplus", async () => {
  const codes = [
    "maternityLeave",
    "nearRetirement",
    "returnee",
    "longSickLeave",
    "disabilityCertified",
    "seconded",
  ] as const;
  const exemption = (id: string, value: readonly string[], occupiesHeadcount: boolean) => ({
    id,
    source: "XC-15",
    when: { attr: "person.statuses", op: "has", value },
    text,
    occupiesHeadcount,
  });
  const persons = [
    ...many(37, "t"),
    ...codes.map((code) => teacher({ id: code, homeSchool: "A", residence, statuses: [{ code }] })),
    ...many(9, "b", { homeSchool: "B" }),
  ];
  const instance = countyOf({
    schools: PLACED.map((entry) => ({ ...entry, establishment: entry.id === "A" ? 40 : 9 })),
    posts: [post("A", 60), post("B", 9)],
    persons,
  });
  const policy = policyOf({
    levels: LEVELS,
    eligibility: {
      exemptions: [exemption("keeps", codes.slice(0, 3), true), exemption("frees", codes.slice(3), false)],
    },
    rules: [
      rule("postBalance", { level: "wishes", growth: "free" }),
      rule("establishment", { level: "gaps", relation: "free" }),
      rule("total", { max: 99 }),
    ],
  });
  const plan = await planOf(instance, policy);
  expect([43 - 40, 37 - 40]).toEqual([3, -3]);
  expect(valueOf(plan, "gaps")).toBe(0);
  expect(plan.schools.find(({ school: id }) => id === "A")).toMatchObject({ workingBefore: 40, workingAfter: 40 });
});

describe("case 6: equal swap", () => {
  const schools = PLACED.map((entry) => ({ ...entry, pairs: ["P"] }));
  const pregnant = teacher({ id: "b4", homeSchool: "B", residence, sex: "female", statuses: [{ code: "pregnancy" }] });
  const persons = [...many(5, "a"), ...many(4, "b", { homeSchool: "B" }), pregnant];
  const eager = persons.map((person) => ({ ...person, application: { volunteer: true, homeConsent: true } }));
  const instance = countyOf({ schools, posts: [post("A", 9), post("B", 9)], persons: eager });
  const policy = (params: object) =>
    policyOf({
      levels: LEVELS,
      forms: [form("mutual", { scope: "pair" })],
      eligibility: { volunteers: { source: "test", needsVacancy: false } },
      rules: [
        rule("pairBalance", { forms: ["mutual"], ...params }),
        rule("total", { max: 99 }),
        rule("wishes", { level: "wishes", volunteerStays: 1 }),
      ],
    });

  test("five are willing and four can answer: four each way, and both ways alike", async () => {
    const plan = await planOf(instance, policy({}));
    const to = (id: string) => plan.moves.filter((move) => move.to === id);
    expect(to("B").length).not.toBe(5);
    expect([to("A").length, to("B").length]).toEqual([4, 4]);
    expect(new Set(plan.moves.map(({ start, form: code }) => `${start} ${code}`)).size).toBe(1);
  });

  test("five each way is infeasible, and the pair is named", async () => {
    const outcome = await outcomeOf(instance, policy({ count: 5 }));
    expect(outcome).toMatchObject({
      status: "infeasible",
      leastViolations: [{ rule: "pairBalance", about: { kind: "pair", id: "P" }, amount: 1 }],
    });
  });
});

test("case 7: the surplus school gets its music teacher and ends no fuller than before", async () => {
  const music = { subjects: [{ subject: "音乐", main: true }] };
  const instance = countyOf({
    schools: PLACED.map((entry) => ({ ...entry, establishment: entry.id === "A" ? 50 : 20 })),
    posts: [
      post("A", 50),
      post("B", 6),
      { id: "A-音乐", school: "A", stage: "primary", subject: "音乐", periodsPerWeek: 18, fullLoad: 18 },
      { id: "B-音乐", school: "B", stage: "primary", subject: "音乐", capacity: 1 },
    ],
    persons: [...many(53, "t"), ...many(2, "m", { homeSchool: "B", ...music }), ...many(3, "b", { homeSchool: "B" })],
  });
  const rules = [
    rule("postBalance", { level: "gaps" }),
    rule("establishment", { level: "wishes", relation: "free" }),
    rule("total", { max: 9 }),
    calm,
  ];
  const policy = policyOf({ levels: LEVELS, rules });
  const ban = policyOf({
    levels: LEVELS,
    rules,
    forms: [form("rotation", { where: { not: { attr: "to.overEstablishment", op: "eq", value: true } } })],
  });
  const plan = await planOf(instance, policy);
  const naive = await planOf(instance, ban);
  expect([valueOf(plan, "gaps"), valueOf(naive, "gaps")]).toEqual([0, 1]);
  expect(plan.moves.filter(({ to }) => to === "A").map(({ post: id }) => id)).toEqual(["A-音乐"]);
  expect(plan.schools.find(({ school: id }) => id === "A")?.workingAfter).toBeLessThanOrEqual(53);
});

test("case 9: twelve years as a leader are due in one county, four years as principal are not in another", async () => {
  const offices = [
    { office: "vicePrincipal" as const, start: "2012-09-01", end: "2020-08-31" },
    { office: "principal" as const, start: "2020-09-01" },
  ];
  const head = leader({
    id: "head",
    homeSchool: "A",
    personType: "principal",
    residence,
    offices,
    tenureStart: "2005-09-01",
  });
  const instance = countyOf({
    schools: PLACED,
    posts: [office("A", "principal", 0), office("B", "principal")],
    persons: [head],
  });
  const due = (measure: string, min: number) => ({
    ...DUE[1],
    years: { measure, min, ...(measure === "office" ? { office: "principal" } : {}) },
  });
  const policy = (measure: string, min: number) =>
    policyOf({
      levels: LEVELS,
      forms: [form("leaderRotation", { kinds: ["management"] })],
      eligibility: { due: [due(measure, min)] },
      rules: [rule("postBalance", { level: "gaps" }), rule("total", { max: 9 })],
    });
  expect(movers(await planOf(instance, policy("leadership", 8)))).toEqual(["head"]);
  expect(movers(await planOf(instance, policy("office", 10)))).toEqual([]);
  const naive = movers(await planOf(instance, policy("school", 10)));
  expect(naive).toEqual(["head"]);
});

test("case 10: near for ordinary teachers, the weak school for backbone teachers, from the residence", async () => {
  const schools = [
    school({ id: "A", coordinates: at(34) }),
    school({ id: "N", coordinates: at(34.05) }),
    school({ id: "W", coordinates: at(34.2), quality: "weak" }),
  ];
  const persons = [
    teacher({ id: "plain", homeSchool: "A", residence }),
    teacher({ id: "star", homeSchool: "A", residence, honours: ["backboneCounty"] }),
    teacher({ id: "far", homeSchool: "A", residence: at(34.21) }),
  ];
  const weak = { attr: "to.quality", op: "eq", value: "weak" };
  const instance = countyOf({ schools, posts: [post("A", 3), post("N", 5), post("W", 5)], persons });
  const policyWith = (moves: object) =>
    policyOf({
      levels: LEVELS,
      rules: [
        rule("quota", { share: "100%" }),
        rule("direction", { of: BACKBONE, moves: weak, level: "wishes" }),
        rule("nearness", { moves, level: "near" }),
      ],
    });
  const plan = await planOf(instance, policyWith({ not: BACKBONE }));
  const to = Object.fromEntries(plan.moves.map((move) => [move.person, move.to]));
  expect(to).toEqual({ plain: "N", star: "W", far: "W" });
  const nearestToPresentSchool = "N";
  expect(to["far"]).not.toBe(nearestToPresentSchool);
  const naive = policyOf({
    levels: LEVELS,
    rules: [rule("quota", { share: "100%" }), rule("nearness", { level: "near" })],
  });
  expect((await planOf(instance, naive)).moves.find(({ person }) => person === "star")?.to).toBe("N");
});

test("case 11: new starts fill the quota, people who are away do not; the exempt leave the base", async () => {
  const running = many(30, "out", {
    currentSchool: "B",
    exchanges: [{ from: "A", to: "B", form: "support", start: "2023-09-01", end: "2026-08-31" }],
  });
  const leave = many(11, "x", { statuses: [{ code: "maternityLeave" }] });
  const instance = countyOf({
    schools: PLACED,
    posts: [post("A", 200), post("B", 60)],
    persons: [...many(89, "t"), ...leave, ...running],
  });
  const policy = (params: object) =>
    policyOf({ levels: LEVELS, rules: [rule("quota", { share: "10%", ...params }), calm] });
  const naiveStock = 30 >= Math.ceil((89 + 11) / 10);
  expect(naiveStock).toBe(true);
  expect((await planOf(instance, policy({}))).moves).toHaveLength(9);
  expect((await planOf(instance, policy({ excludeExempt: false }))).moves).toHaveLength(10);
  expect(checkCounty(instance, policy({})).quotas).toMatchObject([{ base: 89 }]);
});

test("case 13: forced but pregnant stays this year and goes the next", async () => {
  const persons = [
    teacher({
      id: "last",
      homeSchool: "A",
      residence,
      sex: "female",
      tenureStart: "2022-09-01",
      statuses: [{ code: "pregnancy", from: "2024-03-01", to: "2025-02-28" }],
      examRanks: [
        { survey: "2023", rank: 30, of: 30 },
        { survey: "2024", rank: 31, of: 31 },
      ],
    }),
  ];
  const lastTwice = { attr: "person.lastRanksInARow", op: "ge", value: 2 };
  const policy = policyOf({
    levels: LEVELS,
    eligibility: { forced: [{ id: "last", source: "GX-07", when: lastTwice, text }] },
    rules: [calm],
  });
  const county = (planYear: number) =>
    countyOf({ schools: PLACED, posts: [post("A", 1), post("B", 1)], persons, planYear });
  const withoutExemptions = policyOf({
    levels: LEVELS,
    eligibility: { exemptions: [], forced: [{ id: "last", source: "GX-07", when: lastTwice, text }] },
    rules: [calm],
  });
  expect(movers(await planOf(county(2024), withoutExemptions))).toEqual(["last"]);
  const plan = await planOf(county(2024), policy);
  expect(movers(plan)).toEqual([]);
  expect(plan.stays).toMatchObject([{ person: "last", reason: "exempt", sensitive: true }]);
  expect(movers(await planOf(county(2025), policy))).toEqual(["last"]);
});

test("case 14: how even a plan leaves the schools is told by students and not by schools", async () => {
  const students = [1000, 1000, 60];
  const staff = [14, 6, 0].flatMap((count, k) =>
    many(count, `s${k}-`, { homeSchool: `S${k}`, honours: ["famousTeacher"] }),
  );
  const instance = countyOf({
    schools: students.map((count, k) => school({ id: `S${k}`, students: count, coordinates: at(34 + k / 10) })),
    posts: [post("S0", 14), post("S1", 8), post("S2", 8)],
    persons: staff,
  });
  const policy = (to: string) =>
    policyOf({
      levels: LEVELS,
      sets: { backbone: { attr: "person.honours", op: "has", value: ["famousTeacher"] } },
      eligibility: { backbone: "backbone" },
      rules: [
        rule("quota", { share: "1/20" }),
        rule("direction", {
          moves: {
            all: [
              { attr: "to.id", op: "eq", value: to },
              { attr: "from.id", op: "eq", value: "S0" },
            ],
          },
          level: "gaps",
        }),
      ],
    });
  const cv = async (to: string) =>
    (await planOf(instance, policy(to))).indicators["backboneCv.primary.after"] as number;
  const [naive, better] = [await cv("S2"), await cv("S1")];
  expect(naive).toBeCloseTo(0.376, 3);
  expect(better).toBeCloseTo(0.35, 3);
});

test("case 15: who is near retirement follows from the table in force", async () => {
  const person = teacher({
    id: "old",
    homeSchool: "A",
    residence,
    birthDate: "1970-08-15",
    retireCategory: "male60",
    named: true,
  });
  const instance = countyOf({
    schools: PLACED,
    posts: [post("A", 1), post("B", 1)],
    persons: [person],
    planYear: 2025,
  });
  const near = (years: number) => ({
    id: "near",
    source: "YY-09",
    when: { attr: "person.yearsToRetirement", op: "lt", value: years },
    text,
  });
  const policy = (years: number) =>
    policyOf({
      levels: LEVELS,
      eligibility: {
        exemptions: [near(years)],
        forced: [{ id: "named", source: "test", when: { attr: "person.named", op: "eq", value: true }, text }],
      },
    });
  const naiveYears = 60 - (2025 - 1970);
  expect(naiveYears).toBe(5);
  const oldRetirement = `${1970 + 60}-08-15`;
  expect(oldRetirement < "2030-08-31").toBe(true);
  expect(movers(await planOf(instance, policy(5)))).toEqual(["old"]);
  expect(movers(await planOf(instance, policy(7)))).toEqual([]);
});
