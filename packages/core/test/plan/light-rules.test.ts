import type { Instance } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import type { PostInput, SchoolInput } from "../../src/instance/school.ts";
import { decideEligibility } from "../../src/eligibility/eligibility.ts";
import { indexCounty } from "../../src/instance/county.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { planSchema } from "../../src/plan/plan.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Light forms and itinerant teaching in counties whose best plan is known. */

const solver = createHighsSolver();

afterAll(() => solver.close());

interface Parts {
  readonly schools: readonly SchoolInput[];
  readonly posts: readonly PostInput[];
  readonly persons: readonly PersonInput[];
  readonly forms: readonly object[];
  readonly rules: readonly object[];
  readonly levels?: readonly string[];
}

interface Basis {
  readonly instance: Instance;
  readonly policy: Policy;
}

function basisOf({ schools, posts, persons, levels, ...rest }: Parts): Basis {
  const instance = countyOf({
    schools: schools.map((entry, k) => ({
      coordinates: { latitude: 34 + k / 20, longitude: 109 },
      zones: ["Z"],
      ...entry,
    })),
    posts,
    persons: persons.map((person) => ({ residence: { latitude: 34, longitude: 109 }, ...person })),
  });
  return { instance, policy: policyOf({ ...rest, levels: levels ?? ["gaps", "calm"] }) };
}

const outcomeOf = (basis: Basis) => planCounty({ ...basis, solver, limits: { relativeGap: 0 } });

async function planOf(basis: Basis): Promise<Plan> {
  const outcome = await outcomeOf(basis);
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(planSchema.parse(outcome.plan)).toEqual(outcome.plan);
  expect(verifyPlan({ ...basis, plan: outcome.plan })).toMatchObject({ ok: true, violations: [] });
  return outcome.plan;
}

const awayAt = (school: string): Partial<PersonInput> => ({
  currentSchool: school,
  exchanges: [{ from: "P", to: school, form: "rotation", start: "2023-09-01", end: "2026-08-31" }],
});

/** Rules that a changed plan breaks. */
function broken(basis: Basis, plan: Plan, change: Partial<Plan>): readonly string[] {
  return [...new Set(verifyPlan({ ...basis, plan: { ...plan, ...change } }).violations.map(({ rule }) => rule))];
}

const people = (count: number, prefix: string, given: Partial<PersonInput> = {}): PersonInput[] =>
  Array.from({ length: count }, (_, k) => teacher({ id: `${prefix}${k}`, homeSchool: "A", ...given }));

const total = rule("total", { max: 99 });
const calm = rule("stability", { level: "calm" });

describe("participation (BQ-06a, BQ-06b, BQ-17)", () => {
  const away = {
    homeSchool: "A",
    currentSchool: "B",
    exchanges: [{ from: "A", to: "B", form: "support" as const, start: "2023-09-01", end: "2026-08-31" }],
  };
  const parts: Parts = {
    schools: [school({ id: "A" }), school({ id: "B" })],
    posts: [post("A", 20), post("B", 20)],
    persons: [
      ...people(6, "a"),
      ...people(2, "b", { homeSchool: "B" }),
      teacher({ id: "away", ...away }),
      teacher({ id: "ill", homeSchool: "B", statuses: [{ code: "longSickLeave" }] }),
    ],
    forms: [form("rotation"), { base: "network", scope: "zone" }, { base: "shadow" }],
    rules: [],
  };
  const asked = (params: object, ...rules: readonly object[]) =>
    basisOf({
      ...parts,
      rules: [calm, total, rule("participation", { forms: ["network", "shadow"], ...params }), ...rules],
    });

  test("60% take part in any form, each once, and nobody leaves a post for it", async () => {
    const basis = asked({ share: "60%" });
    const plan = await planOf(basis);
    // Six of ten: one is away, five take part in a light form.
    expect(plan.moves).toEqual([]);
    expect(plan.participations).toHaveLength(5);
    expect(new Set(plan.participations.map(({ person }) => person)).size).toBe(5);
    expect(plan.measures.find(({ rule }) => rule === "participation")).toMatchObject({ value: 6, target: 6 });
    const [first, ...others] = plan.participations;
    expect(broken(basis, plan, { participations: others })).toContain("participation");
    expect(broken(basis, plan, { participations: [...plan.participations, first as (typeof others)[number]] })).toEqual(
      ["plan:repeated-person"],
    );
    const wrong = (change: object) =>
      broken(basis, plan, { participations: [{ ...(first as (typeof others)[number]), ...change }, ...others] });
    expect(wrong({ person: "ill", from: "B", to: "A" })).toContain("plan:must-not-take-part");
    expect(wrong({ form: "rotation" })).toContain("plan:not-light");
    expect(wrong({ to: "A", from: "A" })).toContain("plan:light-not-admitted");
    expect(wrong({ end: "2030-01-01" })).toContain("plan:wrong-term");
    expect(wrong({ start: "2024-10-01" })).toContain("plan:wrong-start");
    expect(wrong({ to: "nowhere" })).toContain("plan:unknown-school");
  });

  test("a part of them for a year or more: a long form or a move", async () => {
    const plan = await planOf(asked({ share: "60%", longShare: "30%" }));
    const long = plan.participations.filter(({ form: code }) => code === "shadow");
    expect(long.length).toBeGreaterThanOrEqual(2);
    expect(plan.participations).toHaveLength(5);
    const onlyShort = await planOf(asked({ forms: ["network"], share: "60%", longShare: "30%" }));
    // Nobody takes part for a year but who is away and two who move.
    expect(onlyShort.moves).toHaveLength(2);
    expect(onlyShort.participations).toHaveLength(3);
  });

  test("those who move count and do not take part twice", async () => {
    const plan = await planOf(asked({ share: "60%" }, rule("quota", { share: "1/2" })));
    const movers = plan.moves.map(({ person }) => person);
    expect(movers).toHaveLength(4);
    expect(plan.participations).toHaveLength(1);
    expect(movers).not.toContain(plan.participations[0]?.person);
  });

  test("schools reach the numbers given to them, and a number that is too large names the school", async () => {
    const plan = await planOf(asked({ bySchool: { B: 2, A: 3 } }));
    const from = (id: string) => plan.participations.filter((line) => line.from === id).length;
    expect([from("A"), from("B")]).toEqual([2, 2]);
    expect(await outcomeOf(asked({ bySchool: { B: 3 } }))).toMatchObject({
      status: "infeasible",
      leastViolations: [{ rule: "participation", about: { kind: "school", school: "B" }, amount: 1 }],
    });
  });
});

describe("itinerant", () => {
  const music = { subjects: [{ subject: "音乐", main: true }] };
  const periods = (at: string, periodsPerWeek: number) => ({
    id: `${at}-音乐`,
    school: at,
    stage: "primary" as const,
    subject: "音乐",
    periodsPerWeek,
    fullLoad: 16,
  });
  const hub = school({ id: "H", township: "T", level: "townshipCenter" });
  const point = (id: string) => school({ id, township: "T", level: "teachingPoint" });
  const parts: Parts = {
    schools: [hub, point("P"), point("Q"), point("R")],
    posts: [post("H", 5), periods("H", 16), periods("P", 4), periods("Q", 5), periods("R", 6)],
    persons: [
      teacher({ id: "m", homeSchool: "H", weeklyLoad: 6, ...music }),
      teacher({ id: "full", homeSchool: "H", weeklyLoad: 16, ...music }),
      teacher({ id: "unknown", homeSchool: "H", ...music }),
      teacher({ id: "c", homeSchool: "H", weeklyLoad: 2 }),
    ],
    forms: [{ base: "walk" }, form("rotation", { where: { attr: "to.id", op: "eq", value: "none" } })],
    rules: [],
    levels: ["untaught"],
  };
  const walk = (params: object = {}) => rule("itinerant", { form: "walk", fullLoad: 16, level: "untaught", ...params });

  test("teaches the periods that fit beside the own load, at no more places than allowed", async () => {
    const basis = basisOf({ ...parts, rules: [walk()] });
    const plan = await planOf(basis);
    // Ten periods to spare at two of three places with 4, 5 and 6 periods: 10 of 15 are taught.
    expect(plan.levels.find(({ name }) => name === "untaught")?.value).toBe(5);
    expect(new Set(plan.itineraries.map(({ person }) => person))).toEqual(new Set(["m"]));
    expect(plan.itineraries.reduce((sum, line) => sum + line.periods, 0)).toBe(10);
    expect(plan.schools.map(({ workingAfter, workingBefore }) => workingAfter - workingBefore)).toEqual([0, 0, 0, 0]);
    const [first, ...others] = plan.itineraries;
    const changed = (change: object) =>
      broken(basis, plan, { itineraries: [{ ...(first as (typeof others)[number]), ...change }, ...others] });
    expect(changed({ periods: 9 })).toContain("itinerant");
    expect(changed({ periods: 1 })).toContain("plan:misreported-level");
    expect(changed({ person: "c" })).toContain("plan:no-periods");
    expect(changed({ post: "H-语文" })).toContain("plan:post-elsewhere");
  });

  test("fewer places and shorter ways leave more untaught", async () => {
    const left = async (params: object) => {
      const plan = await planOf(basisOf({ ...parts, rules: [walk(params)] }));
      return plan.levels.find(({ name }) => name === "untaught")?.value;
    };
    expect(await left({ maxPlaces: 1 })).toBe(15 - 6);
    expect(await left({ maxPlaces: 3 })).toBe(5);
    // P is 5.6 km of great circle away, a road of 7.2 km; Q and R are farther.
    expect(await left({ maxMetres: 8000 })).toBe(15 - 4);
    expect(await left({ fullLoad: 12 })).toBe(15 - 6);
    expect(await left({ who: { attr: "person.id", op: "eq", value: "full" } })).toBe(15);
  });

  test("the own post says how many periods are a whole post where the rule does not", async () => {
    const periodsOf = (fullLoad: number) => ({ ...periods("H", 16), fullLoad });
    const left = async (fullLoad: number) => {
      const posts = parts.posts.map((entry) => (entry.id === "H-音乐" ? periodsOf(fullLoad) : entry));
      const basis = basisOf({ ...parts, posts, rules: [rule("itinerant", { form: "walk", level: "untaught" })] });
      const plan = await planOf(basis);
      const [first, ...others] = plan.itineraries;
      if (first === undefined) throw new Error("nobody walks");
      const more = { itineraries: [{ ...first, periods: first.periods + 1 }, ...others] };
      expect(broken(basis, plan, more)).toContain("itinerant");
      return plan.levels.find(({ name }) => name === "untaught")?.value;
    };
    expect(await left(16)).toBe(5);
    expect(await left(12)).toBe(15 - 6);
  });

  test("a rest of less than half a load is no post where itinerants come, and half a load is one", async () => {
    const posts = [post("H", 5), periods("H", 16), periods("P", 7), periods("Q", 8), periods("R", 23)];
    const short = async (given: Partial<Parts>) => {
      const basis = basisOf({ ...parts, posts, rules: [walk(), rule("postBalance")], ...given });
      const { shortfalls } = await planOf(basis);
      return Object.fromEntries(shortfalls.map(({ school, subject, demand }) => [`${school}${subject}`, demand]));
    };
    const held = { H语文: 5 };
    expect(await short({})).toEqual({ ...held, Q音乐: 1, R音乐: 1 });
    // At a school that the form does not reach, and without the rule, everything that is left is a post.
    const [, P, Q, R] = parts.schools as readonly SchoolInput[];
    const elsewhere = [hub, { ...P, township: "U" }, Q, R] as readonly SchoolInput[];
    expect(await short({ schools: elsewhere })).toEqual({ ...held, P音乐: 1, Q音乐: 1, R音乐: 1 });
    expect(await short({ rules: [rule("postBalance")] })).toEqual({ ...held, P音乐: 1, Q音乐: 1, R音乐: 2 });
    // Who is there, or comes back, is not superfluous, so that the post is short once nobody is.
    const there = (currentSchool?: string) =>
      teacher({ id: "p", homeSchool: "P", ...music, ...(currentSchool === undefined ? {} : awayAt(currentSchool)) });
    const demandAt = (persons: readonly PersonInput[]) => {
      const { instance, policy } = basisOf({ ...parts, posts, persons, rules: [walk()] });
      return decideEligibility(indexCounty(instance).county, policy).county.cells.find(
        ({ posts: [id] }) => id === "P-音乐",
      )?.demand;
    };
    expect(demandAt([...parts.persons])).toBe(0);
    expect(demandAt([...parts.persons, there()])).toBe(1);
    expect(demandAt([...parts.persons, there("Q")])).toBe(1);
    // Heads that a post states are not periods.
    const stated = posts.map((entry) => (entry.id === "P-音乐" ? { ...entry, capacity: 1 } : entry));
    expect(await short({ posts: stated })).toEqual({ ...held, P音乐: 1, Q音乐: 1, R音乐: 1 });
  });

  test("what nobody comes for is told, where no whole teacher is missing", async () => {
    const posts = [periods("H", 16), periods("P", 3), periods("Q", 9)];
    const told = async (persons: readonly PersonInput[]) => {
      const outcome = await outcomeOf(basisOf({ ...parts, posts, persons, rules: [walk()] }));
      const warnings = outcome.status === "planned" ? outcome.warnings : [];
      const found = warnings.filter(({ code }) => code === "untaught-periods");
      return found.map(({ received, advice }) => [received, advice?.en.includes("Nobody's") === true]);
    };
    const at = (weeklyLoad?: number) => [
      teacher({ id: "m", homeSchool: "H", ...music, ...(weeklyLoad === undefined ? {} : { weeklyLoad }) }),
    ];
    // Nine periods are a post that lacks its teacher, and told as that.
    expect(await told(at(16))).toEqual([["3", false]]);
    expect(await told(at())).toEqual([["3", true]]);
    expect(await told(at(4))).toEqual([]);
    // A recruit whom no post is short of teaches what nobody comes for; one of another subject does not.
    const advised = async (subjects: PersonInput["subjects"]) => {
      const recruit = teacher({ id: "r", recruitYear: 2024, tenureStart: "2024-09-01", subjects });
      const outcome = await outcomeOf(basisOf({ ...parts, posts, persons: [...at(16), recruit], rules: [walk()] }));
      const warnings = outcome.status === "planned" ? outcome.warnings : [];
      return warnings.find(({ code }) => code === "untaught-periods")?.advice?.zh.includes("1名新教师");
    };
    expect(await advised(music.subjects)).toBe(true);
    expect(await advised([{ subject: "美术", main: true }])).toBe(false);
  });

  test("where no post states periods the rule says nothing", async () => {
    const plan = await planOf(basisOf({ ...parts, posts: [post("H", 5)], rules: [walk()] }));
    expect(plan.measures.filter(({ rule: name }) => name === "itinerant")).toEqual([]);
    expect(plan.itineraries).toEqual([]);
  });

  describe("at the own school (SC-04)", () => {
    const skills = (...subjects: readonly string[]) => subjects.map((subject, k) => ({ subject, main: k === 0 }));
    const cross = { base: "partTime", scope: "school", crossSubject: true };
    const partTime = rule("itinerant", { form: "partTime", maxPlaces: 1, level: "untaught" });
    const atP = (periodsOfMusic: number, periodsOfArt: number) => [
      periods("P", periodsOfMusic),
      { ...periods("P", periodsOfArt), id: "P-美术", subject: "美术" },
      periods("Q", 4),
    ];
    const own = (more: Partial<Parts> = {}): Basis =>
      basisOf({
        ...parts,
        posts: atP(8, 7),
        persons: [teacher({ id: "p", homeSchool: "P", weeklyLoad: 8, subjects: skills("音乐", "美术") })],
        forms: [cross, form("rotation")],
        rules: [partTime],
        ...more,
      });
    const left = async (basis: Basis) => (await planOf(basis)).levels.find(({ name }) => name === "untaught")?.value;

    test("one person fills two posts up to the full load, and a plan that says otherwise is refused", async () => {
      const basis = own();
      const plan = await planOf(basis);
      expect(plan.itineraries).toMatchObject([{ person: "p", from: "P", to: "P", post: "P-美术", periods: 7 }]);
      expect(plan.levels.find(({ name }) => name === "untaught")?.value).toBe(4);
      const changed = (change: object) =>
        broken(basis, plan, { itineraries: plan.itineraries.map((line) => ({ ...line, ...change })) });
      expect(changed({ periods: 9 })).toContain("itinerant");
      expect(changed({ periods: 6 })).toContain("plan:misreported-level");
      expect(changed({ to: "Q", post: "Q-音乐" })).toContain("plan:light-not-admitted");
      expect(changed({ post: "P-音乐" })).toContain("plan:own-post");
    });

    test("only in subjects that are certified and beside the main one only where the form says so", async () => {
      const only = [teacher({ id: "p", homeSchool: "P", weeklyLoad: 8, subjects: skills("音乐") })];
      expect(await left(own({ persons: only }))).toBe(4 + 7);
      expect(await left(own({ forms: [{ ...cross, crossSubject: false }, form("rotation")] }))).toBe(4 + 7);
    });

    test("nobody is the rest of the own post", async () => {
      // One full load and seven periods: the only one who teaches the subject there does not come for the seven.
      const basis = own({ posts: atP(23, 0), rules: [partTime, rule("postBalance")] });
      expect((await planOf(basis)).itineraries).toEqual([]);
      const demands = decideEligibility(indexCounty(basis.instance).county, basis.policy).county.cells;
      expect(demands.find(({ posts: [id] }) => id === "P-音乐")?.demand).toBe(2);
    });
  });

  test("an itinerant counts as taking part and does not move", async () => {
    const share = rule("participation", { forms: ["walk"], share: "1/4" });
    const plan = await planOf(basisOf({ ...parts, rules: [walk(), share] }));
    expect(plan.measures.find(({ rule }) => rule === "participation")).toMatchObject({ value: 1, target: 1 });
    expect(
      await outcomeOf(basisOf({ ...parts, rules: [walk(), { ...share, params: { forms: ["walk"], share: "1/2" } }] })),
    ).toMatchObject({ status: "infeasible" });
  });

  test("has one entry a form: the limits of two would not know of each other", async () => {
    const twice = [walk(), { ...walk({ maxPlaces: 1 }), id: "again" }];
    expect(() => basisOf({ ...parts, rules: twice })).toThrow(
      /"path":\s*\[\s*"rules",\s*"again",\s*"params",\s*"form"/u,
    );
    const other = [walk(), { ...walk({ form: "partTime" }), id: "again" }];
    const forms = [...parts.forms, { base: "partTime", scope: "county" }];
    expect(await outcomeOf(basisOf({ ...parts, forms, rules: other }))).toMatchObject({ status: "planned" });
  });

  test("is planned together with moves: who comes for good leaves nothing untaught", async () => {
    const open = { ...parts, forms: [{ base: "walk" }, form("rotation")], persons: parts.persons.slice(0, 2) };
    const plan = await planOf(basisOf({ ...open, rules: [walk({ maxPlaces: 1 }), total, rule("postBalance")] }));
    // One of the two goes to a point for good or both stay: a head who leaves the hub leaves none to spare there.
    const untaught = plan.levels.find(({ name }) => name === "untaught")?.value ?? NaN;
    expect(untaught).toBeLessThanOrEqual(15 - 6);
    for (const { person } of plan.itineraries) expect(plan.moves.map((move) => move.person)).not.toContain(person);
  });

  test("agrees with trying every division of periods", async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const draws = new Draws(seed);
      const needs = [draws.integer(0, 4), draws.integer(0, 4), draws.integer(0, 3)];
      const loads = [draws.integer(11, 16), draws.integer(11, 16)];
      const maxPlaces = draws.integer(1, 3);
      const random: Parts = {
        ...parts,
        posts: [post("H", 5), ...["P", "Q", "R"].map((id, k) => periods(id, needs[k] as number))],
        persons: loads.map((weeklyLoad, k) =>
          teacher({ id: `m${k}`, homeSchool: "H", weeklyLoad, currentPost: "H-语文", ...music }),
        ),
      };
      const plan = await planOf(basisOf({ ...random, rules: [walk({ maxPlaces })] }));
      expect([seed, plan.levels.find(({ name }) => name === "untaught")?.value]).toEqual([
        seed,
        leastUntaught(
          needs,
          loads.map((load) => 16 - load),
          maxPlaces,
        ),
      ]);
    }
  });
});

/** Tries every division of the spare periods of each person over the places. */
function leastUntaught(needs: readonly number[], spare: readonly number[], maxPlaces: number): number {
  const [room, ...others] = spare;
  if (room === undefined) return needs.reduce((sum, need) => sum + need, 0);
  let least = Infinity;
  const share = (
    at: number,
    left: readonly number[],
    budget: { readonly room: number; readonly places: number },
  ): void => {
    const need = left[at];
    if (need === undefined) {
      least = Math.min(least, leastUntaught(left, others, maxPlaces));
      return;
    }
    share(at + 1, left, budget);
    for (let taught = 1; budget.places > 0 && taught <= Math.min(need, budget.room); taught++)
      share(
        at + 1,
        left.map((value, k) => (k === at ? value - taught : value)),
        { room: budget.room - taught, places: budget.places - 1 },
      );
  };
  share(0, needs, { room, places: maxPlaces });
  return least;
}
