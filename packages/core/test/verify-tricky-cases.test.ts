import { describe, expect, test } from "vitest";
import type { Instance, PersonInput } from "../src/index.ts";
import type { Policy } from "../src/policy.ts";
import { floorShare, share } from "../src/policy.ts";
import { greatCircleMetres } from "../src/index.ts";
import { balanceOf } from "../src/indicators/balance.ts";
import { indicatorsOf } from "../src/indicators/indicators.ts";
import type { RosterMove } from "../src/verify/roster.ts";
import { verifyPlan, verifyRoster } from "../src/planner/verify-plan.ts";
import { factsOf, handPlan } from "./hand-plan.ts";
import {
  countyOf,
  eligibilityOf,
  form,
  leader,
  office,
  policyOf,
  post,
  rule,
  school,
  standings,
  teacher,
} from "./small-county.ts";

/** The cases of docs/cases.md that rules are easily got wrong in, each with the naive answer beside it. */

const SCHOOLS = [school({ id: "A" }), school({ id: "B" })];

const many = (count: number, prefix: string, given: Partial<PersonInput> = {}) =>
  Array.from({ length: count }, (_, index) => teacher({ id: `${prefix}${index}`, homeSchool: "A", ...given }));

const to = (school: string, people: readonly string[], name = "语文"): RosterMove[] =>
  people.map((person) => ({ person, to: school, post: `${school}-${name}` }));

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Rules that a roster breaks. */
function broken(instance: Instance, policy: Policy, moves: readonly RosterMove[]): readonly string[] {
  return verifyRoster({ instance, policy, moves }).violations.map((violation) => violation.rule);
}

/** Values and targets of one rule. */
function measures(name: string, instance: Instance, policy: Policy, moves: readonly RosterMove[] = []) {
  return verifyRoster({ instance, policy, moves })
    .measures.filter((measure) => measure.rule === name)
    .map(({ value, target }) => ({ value, target }));
}

describe("case 3: rounding of quotas", () => {
  const instance = countyOf({ schools: SCHOOLS, posts: [post("A", 87), post("B", 20)], persons: many(87, "t") });

  test.each([
    ["10%", 9],
    ["8%", 7],
    ["0.07", 7],
  ])("a minimum of %s of 87 people is %d", (part, target) => {
    expect(measures("quota", instance, policyOf({ rules: [rule("quota", { share: part })] }))).toEqual([
      { value: 0, target },
    ]);
  });

  test("a share of 100 people is not bent by binary fractions", () => {
    const hundred = countyOf({ schools: SCHOOLS, posts: [post("A", 100), post("B", 20)], persons: many(100, "t") });
    const naive = Math.ceil(0.07 * 100);
    expect(naive).toBe(8);
    expect(measures("quota", hundred, policyOf({ rules: [rule("quota", { share: "0.07" })] }))[0]?.target).toBe(7);
  });

  test("a maximum is rounded down and not up", () => {
    const naive = Math.ceil(0.3 * 5);
    expect(naive).toBe(2);
    expect(floorShare(share(3, 10), 5)).toBe(1);
  });

  const team = (size: number) =>
    countyOf({
      schools: SCHOOLS,
      posts: [office("A", "vicePrincipal", size), office("B", "vicePrincipal", size)],
      persons: ids("v", size).map((id) => leader({ id, homeSchool: "A", personType: "vicePrincipal" })),
    });

  test.each([
    [5, false, 1],
    [3, false, 0],
    [3, true, 1],
    [10, false, 3],
  ])("of a team of %d at most 30%% leave (at least one: %s): %d", (size, atLeastOne, most) => {
    const forms = [form("leaderRotation", { kinds: ["management"] })];
    const policy = policyOf({
      forms,
      rules: [rule("teamCap", { share: "30%", atLeastOne }), rule("total", { max: 99 })],
    });
    const moves = (count: number) => to("B", ids("v", count), "vicePrincipal");
    expect(broken(team(size), policy, moves(most))).toEqual([]);
    expect(broken(team(size), policy, moves(most + 1))).toEqual(["teamCap"]);
  });
});

describe("case 4: 30% of a total that grows with volunteers", () => {
  const special = (index: number): Partial<PersonInput> => (index < 4 ? { honours: ["backboneCounty"] } : {});
  const persons = [
    ...ids("t", 90).map((id, index) => teacher({ id, homeSchool: "A", ...special(index) })),
    ...many(3, "v", { tenureStart: "2022-09-01", application: { volunteer: true, homeConsent: true } }),
  ];
  const instance = countyOf({ schools: SCHOOLS, posts: [post("A", 93), post("B", 12)], persons });
  const policy = policyOf({
    sets: { backbone: { attr: "person.honours", op: "has", value: ["backboneCounty"] } },
    eligibility: { volunteers: { source: "DM-08" } },
    rules: [rule("quota", { share: "10%" }), rule("share", { share: "30%", set: { set: "backbone" } })],
  });
  const volunteers = to("B", ids("v", 3));

  test("three backbone teachers are enough for nine moves and too few for twelve", () => {
    const nine = to("B", ["t0", "t1", "t2", "t10", "t11", "t12", "t13", "t14", "t15"]);
    expect(broken(instance, policy, nine)).toEqual([]);
    expect(broken(instance, policy, [...nine, ...volunteers])).toEqual(["share"]);
    const naive = Math.ceil((3 * 9) / 10);
    expect(naive).toBe(3);
    expect(measures("share", instance, policy, [...nine, ...volunteers])).toEqual([{ value: 3, target: 4 }]);
  });

  test("four are enough, and volunteers do not count against the total", () => {
    const nine = to("B", ["t0", "t1", "t2", "t3", "t11", "t12", "t13", "t14", "t15"]);
    expect(broken(instance, policy, [...nine, ...volunteers])).toEqual([]);
  });

  test("a person with two distinctions counts once", () => {
    const both = many(4, "t").map((person, index) =>
      index === 0 ? { ...person, honours: ["specialGrade" as const], professionalTitle: "senior" as const } : person,
    );
    const county = countyOf({ schools: SCHOOLS, posts: [post("A", 4), post("B", 4)], persons: both });
    const union = {
      any: [
        { attr: "person.honours", op: "has", value: ["specialGrade"] },
        { attr: "person.title", op: "eq", value: "senior" },
      ],
    };
    const half = policyOf({ rules: [rule("share", { share: "1/2", set: union }), rule("total", { max: 9 })] });
    const naive = both.flatMap(({ honours, professionalTitle }) => [
      ...(honours ?? []),
      ...(professionalTitle === undefined ? [] : [professionalTitle]),
    ]).length;
    expect(naive).toBe(2);
    expect(measures("share", county, half, to("B", ids("t", 4)))).toEqual([{ value: 1, target: 2 }]);
  });
});

describe("case 5: exempt people and headcount", () => {
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
    text: { zh: id, en: id },
    occupiesHeadcount,
  });
  const policy = policyOf({
    eligibility: {
      exemptions: [exemption("keeps", codes.slice(0, 3), true), exemption("frees", codes.slice(3), false)],
    },
    rules: [rule("establishment"), rule("total", { max: 99 })],
  });
  const persons = [
    ...many(37, "t"),
    ...codes.map((code) => teacher({ id: code, homeSchool: "A", statuses: [{ code }] })),
    teacher({ id: "b", homeSchool: "B" }),
  ];
  const instance = countyOf({
    schools: [school({ id: "A", establishment: 40 }), school({ id: "B", establishment: 40 })],
    posts: [post("A", 60), post("B", 60)],
    persons,
  });

  test("43 people use 40 of 40, neither 43 nor 37", () => {
    const facts = factsOf({ instance, policy, moves: [] });
    const at = instance.schools.findIndex(({ id }) => id === "A");
    const everybody = persons.filter(({ homeSchool }) => homeSchool === "A").length;
    expect([everybody - 40, everybody - codes.length - 40]).toEqual([3, -3]);
    expect((facts.workingBefore[at] as number) - 40).toBe(0);
  });

  test("nobody may come unless somebody goes", () => {
    expect(broken(instance, policy, to("A", ["b"]))).toEqual(["establishment"]);
    expect(broken(instance, policy, [...to("A", ["b"]), ...to("B", ["t0"])])).toEqual([]);
  });
});

describe("case 6: equal swap", () => {
  const schools = [school({ id: "A", pairs: ["P"] }), school({ id: "B", pairs: ["P"] })];
  const pregnant = teacher({ id: "b4", homeSchool: "B", sex: "female", statuses: [{ code: "pregnancy" }] });
  const persons = [...many(5, "a"), ...many(4, "b", { homeSchool: "B" }), pregnant];
  const instance = countyOf({ schools, posts: [post("A", 9), post("B", 9)], persons });
  const forms = [form("mutual", { scope: "pair" })];
  const policy = (params: object) =>
    policyOf({ forms, rules: [rule("pairBalance", { forms: ["mutual"], ...params }), rule("total", { max: 99 })] });
  const four = [...to("B", ids("a", 4)), ...to("A", ids("b", 4))];

  test("four against four is equal, five against four is not", () => {
    expect(broken(instance, policy({}), four)).toEqual([]);
    const uneven = [...to("B", ids("a", 5)), ...to("A", ids("b", 4))];
    const naive = uneven.filter(({ to: at }) => at === "A").length <= 5;
    expect(naive).toBe(true);
    expect(broken(instance, policy({}), uneven)).toEqual(["pairBalance"]);
  });

  test("five each way cannot be had: the pair is named", () => {
    const { violations } = verifyRoster({ instance, policy: policy({ count: 5 }), moves: four });
    expect(violations).toMatchObject([{ rule: "pairBalance", about: { kind: "pair", id: "P" }, amount: 1 }]);
    const forced = [...to("B", ids("a", 5)), ...to("A", ids("b", 5))];
    expect(broken(instance, policy({ count: 5 }), forced)).toEqual(["plan:must-not-move"]);
  });

  test("equal by subject counts the posts that are entered", () => {
    const music = { subjects: [{ subject: "音乐", main: true }] };
    const mixed = countyOf({
      schools,
      posts: [
        post("A", 9),
        post("B", 9),
        ...["A", "B"].map((id) => post(id, 9, { id: `${id}-音乐`, subject: "音乐" })),
      ],
      persons: [...many(1, "a"), ...many(1, "b", { homeSchool: "B", ...music })],
    });
    const moves = [...to("B", ["a0"]), ...to("A", ["b0"], "音乐")];
    expect(broken(mixed, policy({}), moves)).toEqual([]);
    expect(broken(mixed, policy({ bySubject: true }), moves)).toEqual(["pairBalance"]);
  });
});

describe("case 7: surplus school without a music teacher", () => {
  const music = { subjects: [{ subject: "音乐", main: true }] };
  const instance = countyOf({
    schools: [school({ id: "A", establishment: 50 }), school({ id: "B", establishment: 50 })],
    posts: [
      post("A", 50),
      post("B", 5),
      { id: "A-音乐", school: "A", stage: "primary", subject: "音乐", periodsPerWeek: 18, fullLoad: 18 },
      { id: "B-音乐", school: "B", stage: "primary", subject: "音乐", capacity: 1 },
    ],
    persons: [...many(53, "t"), ...many(2, "m", { homeSchool: "B", ...music })],
  });
  const policy = policyOf({
    levels: ["compliance", "gaps"],
    rules: [rule("establishment"), rule("postBalance", { level: "gaps" }), rule("total", { max: 9 })],
  });
  const gaps = (moves: readonly RosterMove[]) =>
    verifyRoster({ instance, policy, moves }).levels.find(({ name }) => name === "gaps")?.recomputed;

  test("one in and one out closes the gap; a ban on inflow leaves it", () => {
    const swap = [...to("A", ["m0"], "音乐"), ...to("B", ["t0"])];
    const ban = policyOf({
      forms: [form("rotation", { where: { not: { attr: "to.overEstablishment", op: "eq", value: true } } })],
    });
    expect(broken(instance, ban, swap)).toContain("plan:not-admitted");
    expect(broken(instance, policy, swap)).toEqual([]);
    expect(gaps([])).toBe(6);
    expect(gaps(swap)).toBe(4);
  });

  test("one in and nobody out makes the surplus grow", () => {
    expect(broken(instance, policy, to("A", ["m0"], "音乐"))).toEqual(["establishment"]);
  });
});

describe("case 8: posts of those who come back", () => {
  const away = many(3, "away", {
    homeSchool: "H",
    currentSchool: "A",
    exchanges: [{ from: "H", to: "A", form: "support", start: "2024-09-01", end: "2027-08-31" }],
  });
  const instance = countyOf({
    schools: [school({ id: "A" }), school({ id: "H", establishment: 30 })],
    posts: [post("A", 40), post("H", 30)],
    persons: [...away, ...many(27, "h", { homeSchool: "H" }), ...many(6, "t")],
    planYear: 2025,
  });
  const policy = (relationMoves: boolean) =>
    policyOf({
      forms: [form("transfer", { relationMoves })],
      rules: [rule("establishment"), rule("total", { max: 99 })],
    });

  test("three may come for a time and none for good", () => {
    const at = instance.schools.findIndex(({ id }) => id === "H");
    const { workingBefore, relationBefore } = factsOf({ instance, policy: policy(true), moves: [] });
    const naiveVacancies = 30 - (workingBefore[at] as number);
    expect(naiveVacancies).toBe(3);
    expect(30 - (relationBefore[at] as number)).toBe(0);
    expect(broken(instance, policy(false), to("H", ids("t", 3)))).toEqual([]);
    expect(broken(instance, policy(false), to("H", ids("t", 4)))).toEqual(["establishment"]);
    expect(broken(instance, policy(true), to("H", ids("t", naiveVacancies)))).toEqual(["establishment"]);
    expect(broken(instance, policy(true), to("H", ids("t", 1)))).toEqual(["establishment"]);
  });

  test("those who come back are taken back whatever the headcount", () => {
    const ended = countyOf({
      schools: [school({ id: "A" }), school({ id: "H", establishment: 30 })],
      posts: [post("A", 40), post("H", 30)],
      persons: [...away, ...many(30, "h", { homeSchool: "H" })],
      planYear: 2027,
    });
    expect(broken(ended, policy(false), [])).toEqual([]);
    const facts = factsOf({ instance: ended, policy: policy(false), moves: [] });
    expect(facts.workingAfter[ended.schools.findIndex(({ id }) => id === "H")]).toBe(33);
  });
});

describe("case 10: near means near the residence", () => {
  const degrees = (latitude: number) => ({ latitude, longitude: 109 });
  const schools = [
    school({ id: "A", coordinates: degrees(34) }),
    school({ id: "B", coordinates: degrees(34.045), quality: "weak" }),
  ];
  const residence = degrees(33.64);
  const backbone = { honours: ["backboneCounty" as const] };
  const persons = [
    teacher({ id: "t", homeSchool: "A", residence }),
    teacher({ id: "k", homeSchool: "A", residence, ...backbone }),
  ];
  const instance = countyOf({ schools, posts: [post("A", 2), post("B", 2)], persons });
  const ordinary = { not: { attr: "person.honours", op: "has", value: ["backboneCounty"] } };
  const policy = policyOf({
    levels: ["compliance", "near"],
    rules: [rule("nearness", { moves: ordinary, level: "near", gridMetres: 1000 }), rule("total", { max: 9 })],
  });
  const fromHome = Math.round(1.3 * greatCircleMetres(residence, degrees(34.045)));
  const fromSchool = Math.round(1.3 * greatCircleMetres(degrees(34), degrees(34.045)));

  test("5 km from the present school are 45 km from home", () => {
    expect(Math.round(fromSchool / 1300)).toBe(5);
    expect(Math.round(fromHome / 1300)).toBe(45);
    const hand = handPlan({ instance, policy, moves: to("B", ["t"]) });
    expect(hand.plan.moves[0]?.distanceMetres).toBe(fromHome);
    expect(verifyPlan(hand).ok).toBe(true);
    const moves = hand.plan.moves.map((move) => ({ ...move, distanceMetres: fromSchool }));
    expect(verifyPlan({ ...hand, plan: { ...hand.plan, moves } }).violations).toMatchObject([
      { rule: "plan:wrong-distance", about: { kind: "person", person: "t" } },
    ]);
  });

  test("distance costs ordinary teachers and not backbone teachers", () => {
    const near = (people: readonly string[]) =>
      verifyRoster({ instance, policy, moves: to("B", people) }).levels.find(({ name }) => name === "near")?.recomputed;
    expect(near(["t"])).toBe(Math.ceil(fromHome / 1000) * 1000);
    expect(near(["t", "k"])).toBe(near(["t"]));
  });
});

describe("case 11: flow and stock, and the denominator", () => {
  const running = many(30, "out", {
    currentSchool: "B",
    exchanges: [{ from: "A", to: "B", form: "support", start: "2023-09-01", end: "2026-08-31" }],
  });
  const leave = many(11, "x", { statuses: [{ code: "maternityLeave" }] });
  const volunteer = { tenureStart: "2022-09-01", application: { volunteer: true, homeConsent: true } };
  const persons = [...many(89, "t"), ...leave, ...running, ...many(2, "v", volunteer)];
  const instance = countyOf({ schools: SCHOOLS, posts: [post("A", 200), post("B", 60)], persons });
  const policy = (params: object) =>
    policyOf({ eligibility: { volunteers: { source: "DM-08" } }, rules: [rule("quota", { share: "10%", ...params })] });

  test("people who are away already do not fill the quota of this year", () => {
    const stock = running.length;
    expect(stock).toBeGreaterThanOrEqual(9);
    expect(measures("quota", instance, policy({}))).toEqual([{ value: 0, target: 9 }]);
    expect(broken(instance, policy({}), [])).toEqual(["quota"]);
  });

  test("exempt people leave the denominator, as a switch", () => {
    const naive = Math.ceil((89 + leave.length) / 10);
    expect(naive).toBe(10);
    expect(measures("quota", instance, policy({}))[0]?.target).toBe(9);
    expect(measures("quota", instance, policy({ excludeExempt: false }))[0]?.target).toBe(10);
  });

  test("volunteers count in the numerator and not in the denominator, as a switch", () => {
    const moves = [...to("B", ids("t", 7)), ...to("B", ids("v", 2))];
    expect(measures("quota", instance, policy({}), moves)).toEqual([{ value: 9, target: 9 }]);
    expect(measures("quota", instance, policy({ volunteersInNumerator: false }), moves)).toEqual([
      { value: 7, target: 9 },
    ]);
  });

  test("everybody in scope can be the base instead, without temporary staff and recruits", () => {
    const others = [
      ...many(9, "e", { establishment: "temporary" }),
      ...ids("r", 9).map((id) => teacher({ id, recruitYear: 2024, tenureStart: "2024-09-01" })),
    ];
    const more = countyOf({
      schools: SCHOOLS,
      posts: [post("A", 200), post("B", 60)],
      persons: [...persons, ...others],
    });
    expect(measures("quota", more, policy({ base: "all" }))[0]?.target).toBe(Math.ceil((89 + 30 + 2) / 10));
    expect(measures("quota", more, policy({ base: "all", excludeExempt: false }))[0]?.target).toBe(Math.ceil(132 / 10));
  });

  test("a quota by school has a base of its own at each", () => {
    const each = verifyRoster({ instance, policy: policy({ by: "school" }), moves: [] }).measures;
    expect(each.filter(({ rule: name }) => name === "quota")).toMatchObject([
      { about: { kind: "school", school: "A" }, value: 0, target: 9 },
    ]);
  });
});

describe("case 14: the coefficient of variation", () => {
  const students = [1000, 1000, 60];
  const cv = (amounts: readonly number[]) =>
    balanceOf(amounts.map((amount, index) => ({ amount, students: students[index] as number }))).cv;

  test.each([
    [[14, 6, 0], 0.441],
    [[13, 6, 1], 0.376],
    [[13, 7, 0], 0.35],
    [[12, 6, 2], 0.52],
  ])("backbone teachers %j give %d", (amounts, expected) => {
    expect(cv(amounts)).toBeCloseTo(expected, 3);
  });

  test("the school with the lowest ratio is not the best one to send to", () => {
    const ratios = [14, 6, 0].map((amount, index) => amount / (students[index] as number));
    const lowest = ratios.indexOf(Math.min(...ratios));
    expect(lowest).toBe(2);
    expect(cv([13, 6, 1])).toBeGreaterThan(cv([13, 7, 0]) as number);
  });

  test("indicators tell it before and after a plan", () => {
    const staff = [14, 6, 0].flatMap((count, at) =>
      many(count, `s${at}-`, { homeSchool: `S${at}`, honours: ["famousTeacher"] }),
    );
    const instance = countyOf({
      schools: students.map((count, at) => school({ id: `S${at}`, students: count })),
      posts: students.map((_count, at) => post(`S${at}`, 20)),
      persons: staff,
    });
    const policy = policyOf({
      sets: { backbone: { attr: "person.honours", op: "has", value: ["famousTeacher"] } },
      eligibility: { backbone: "backbone" },
    });
    const indicators = indicatorsOf(factsOf({ instance, policy, moves: to("S1", ["s0-0"]) }));
    expect(indicators["backboneCv.primary.before"]).toBeCloseTo(0.441, 3);
    expect(indicators["backboneCv.primary.after"]).toBeCloseTo(0.35, 3);
    expect(indicators["backbonePer100.primary.after"]).toBeCloseTo((100 * 20) / 2060, 9);
  });

  test("the worked example of docs/cases.md gives 6.33 books a student and 0.515", () => {
    const books = [279, 137, 935, 160, 402];
    const pupils = [45, 37, 89, 76, 55];
    const found = balanceOf(books.map((amount, index) => ({ amount, students: pupils[index] as number })));
    expect((found.per100 as number) / 100).toBeCloseTo(6.33, 2);
    expect(found.cv).toBeCloseTo(0.515, 3);
    const unweighted = books.map((amount, index) => amount / (pupils[index] as number));
    const mean = unweighted.reduce((sum, ratio) => sum + ratio, 0) / 5;
    const naive = Math.sqrt(unweighted.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0) / 5) / mean;
    expect(Math.abs(naive - (found.cv as number))).toBeGreaterThan(0.01);
  });
});

test("case 13: forced but exempt does not move this year", () => {
  const persons = [
    teacher({
      id: "last",
      homeSchool: "A",
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
    eligibility: { forced: [{ id: "last", source: "GX-07", when: lastTwice, text: { zh: "末位", en: "last" } }] },
    rules: [],
  });
  const county = (planYear: number) =>
    countyOf({ schools: SCHOOLS, posts: [post("A", 1), post("B", 1)], persons, planYear });
  const standing = (planYear: number) => standings(eligibilityOf(county(planYear), policy))["last"];
  const naive = persons[0]?.examRanks?.every(({ rank, of }) => rank === of) === true ? "forced" : "notDue";
  expect(naive).toBe("forced");
  expect(standing(2024)).toBe("exempt");
  expect(standing(2025)).toBe("forced");
  expect(broken(county(2024), policy, to("B", ["last"]))).toEqual(["plan:must-not-move"]);
  expect(broken(county(2024), policy, [])).toEqual([]);
  expect(broken(county(2025), policy, [])).toEqual(["mustMove"]);
  expect(broken(county(2025), policy, to("B", ["last"]))).toEqual([]);
});
