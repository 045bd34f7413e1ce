import { describe, expect, test } from "vitest";
import { indexCounty, loadInstance } from "@lungang/core";
import type { Instance, Person, PersonInput } from "@lungang/core";
import type { PlanMove, PlanReturn } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { advanceInstance } from "../src/advance.ts";
import {
  countyOf,
  eligibilityOf,
  leader,
  office,
  policyOf,
  post,
  school,
  standings,
  teacher,
} from "../../core/test/small-county.ts";

/** What one year does to people, by tables worked out by hand. */

const SCHOOLS = [school({ id: "A" }), school({ id: "B", area: "remote", quality: "weak" })];
const POSTS = [post("A", 3), post("B", 3), office("A", "principal"), office("B", "principal")];

const POLICY = policyOf({ eligibility: { exchangeBreaksTenure: true, returns: { source: "s", stayAllowed: true } } });
const EXTENDING = policyOf({ eligibility: { returns: { source: "s", extendIfGoalMissed: true } } });

function move(given: Partial<PlanMove>): PlanMove {
  const ordinary = { from: "A", to: "B", post: "B-语文", form: "rotation" as const, relationMoves: false };
  return { person: "p", start: "2024-09-01", end: "2027-08-31", distanceMetres: null, ...ordinary, ...given };
}

interface Lines {
  readonly moves?: readonly PlanMove[];
  readonly returns?: readonly PlanReturn[];
}

function after(given: PersonInput, lines: Lines = {}, policy: Policy = POLICY): Person {
  const instance = countyOf({ schools: SCHOOLS, posts: POSTS, persons: [given] });
  return later(instance, lines, policy).persons[0] as Person;
}

function later(instance: Instance, { moves = [], returns = [] }: Lines, policy: Policy): Instance {
  return advanceInstance(instance, { moves: [...moves], returns: [...returns] }, { policy });
}

const RUNNING = { from: "A", to: "B", form: "rotation" as const, start: "2021-09-01", end: "2024-08-31" };
const ABROAD = { homeSchool: "A", currentSchool: "B", exchanges: [RUNNING] };
const BACK: PlanReturn = { person: "p", from: "B", to: "A", post: "A-语文", settles: false };

describe("advanceInstance", () => {
  test.each([
    ["of another subject than the main one", teacher({ id: "p", homeSchool: "A" }), "C/teaching/primary/音乐"],
    [
      "of a teacher, taken by a leader",
      leader({ id: "p", homeSchool: "A", personType: "principal" }),
      "C/teaching/primary/语文",
    ],
  ])("a post %s stays that post where no list names it", (_name, given, key) => {
    const schools = [school({ id: "A" }), school({ id: "C" })];
    const instance = countyOf({ schools, posts: [post("A", 1)], persons: [given] });
    for (const relationMoves of [false, true]) {
      const next = later(instance, { moves: [move({ to: "C", post: key, relationMoves })] }, POLICY);
      const { county, issues } = indexCounty(next);
      expect([relationMoves, issues, county.cells[county.cellOf[0] ?? -1]?.key]).toEqual([relationMoves, [], key]);
    }
  });

  test("in a school of several stages without listed posts the stage of the post goes along", () => {
    const schools = [school({ id: "A" }), school({ id: "B", type: "nineYear" })];
    const both = teacher({ id: "p", homeSchool: "A", stageCertified: ["primary", "junior"] });
    const instance = countyOf({ schools, posts: [post("A", 3)], persons: [both] });
    const post9 = "B/teaching/junior/语文";
    const next = later(instance, { moves: [move({ post: post9 })] }, POLICY);
    const { county, issues } = indexCounty(next);
    expect([next.persons[0]?.currentPost, issues]).toEqual([post9, []]);
    expect(county.cells[county.cellOf[0] ?? -1]?.key).toBe(post9);
    expect(loadInstance(JSON.parse(JSON.stringify(next)))).toMatchObject({ ok: true });
  });

  test("an exchange becomes a running one and the relation stays", () => {
    const person = after(teacher({ id: "p", homeSchool: "A" }), { moves: [move({})] });
    expect(person).toMatchObject({
      homeSchool: "A",
      currentSchool: "B",
      currentPost: "B-语文",
      tenureStart: "2010-09-01",
    });
    expect(person.exchanges).toEqual([
      { from: "A", to: "B", form: "rotation", start: "2024-09-01", end: "2027-08-31" },
    ]);
  });

  test("a move with the relation starts the years at the school anew, and a record keeps the term", () => {
    const person = after(teacher({ id: "p", homeSchool: "A" }), { moves: [move({ relationMoves: true })] });
    const term = { from: "A", to: "B", form: "rotation", start: "2024-09-01", end: "2027-08-31" };
    expect(person).toMatchObject({ homeSchool: "B", tenureStart: "2024-09-01", exchanges: [term] });
    expect(person.currentSchool).toBeUndefined();
  });

  test.each([
    ["for good", { end: null }],
    ["as a first school", { form: "recruit", from: null, end: null }],
    ["to another post of the school", { form: "internal", to: "A", post: "A-语文" }],
  ] as const)("no term is kept of a move %s", (_what, given) => {
    const person = after(teacher({ id: "p", homeSchool: "A" }), { moves: [move({ relationMoves: true, ...given })] });
    expect(person.exchanges).toEqual([]);
  });

  const TERM = { from: "B", to: "A", form: "rotation" as const, start: "2023-09-01", end: "2026-08-31" };

  test.each([true, false])("who is moved within a term ends it, whether the relation moves (%s)", (relationMoves) => {
    const person = after(teacher({ id: "p", homeSchool: "A", exchanges: [TERM] }), {
      moves: [move({ relationMoves })],
    });
    expect(person.exchanges).toEqual([
      { ...TERM, end: "2024-08-31" },
      { from: "A", to: "B", form: "rotation", start: "2024-09-01", end: "2027-08-31" },
    ]);
  });

  test("a term that was to begin with the move is no record", () => {
    const begins = { ...TERM, start: "2024-09-01", end: "2027-08-31" };
    const person = after(teacher({ id: "p", homeSchool: "A", exchanges: [begins] }), { moves: [move({})] });
    expect(person.exchanges).toEqual([
      { from: "A", to: "B", form: "rotation", start: "2024-09-01", end: "2027-08-31" },
    ]);
  });

  test("another post of the school ends no term", () => {
    const inside = { form: "internal" as const, to: "A", post: "A-语文", relationMoves: false };
    const person = after(teacher({ id: "p", homeSchool: "A", exchanges: [TERM] }), { moves: [move(inside)] });
    expect(person.exchanges).toEqual([TERM]);
  });

  test("years at a school count from the day of arrival, also where a term there has ended", () => {
    const given = teacher({ id: "p", homeSchool: "A", tenureStart: "2018-09-01" });
    const ended = { ...TERM, start: "2018-09-01", end: "2021-08-31" };
    const standing = (exchanges: PersonInput["exchanges"]) =>
      standings(
        eligibilityOf(countyOf({ schools: SCHOOLS, posts: POSTS, persons: [{ ...given, exchanges }] }), POLICY),
      )["p"];
    expect([standing([ended]), standing([{ ...ended, from: "A", to: "B" }])]).toEqual(["due", "notDue"]);
  });

  test("a head who moves ends one office and starts the next", () => {
    const given = leader({ id: "p", personType: "principal", homeSchool: "A" });
    const person = after(given, { moves: [move({ relationMoves: true, post: "B-principal" })] });
    expect(person.offices).toEqual([
      { office: "principal", school: "A", start: "2012-09-01", end: "2024-08-31" },
      { office: "principal", start: "2024-09-01" },
    ]);
    expect(person.personType).toBe("principal");
  });

  test("a vice head who takes a teaching post is a teacher", () => {
    const given = leader({ id: "p", personType: "vicePrincipal", homeSchool: "A" });
    const person = after(given, { moves: [move({ relationMoves: true })] });
    expect([person.personType, person.offices.at(-1)?.end]).toEqual(["teacher", "2024-08-31"]);
  });

  test("who comes back is at the home school again", () => {
    const person = after(teacher({ id: "p", ...ABROAD }), { returns: [BACK] });
    expect(person).toMatchObject({ homeSchool: "A", currentPost: "A-语文" });
    expect(person.currentSchool).toBeUndefined();
  });

  test("who settles belongs to the host from the day of arrival", () => {
    const settles = { ...BACK, to: "B", post: "B-语文", settles: true };
    const person = after(teacher({ id: "p", ...ABROAD }), { returns: [settles] });
    expect(person).toMatchObject({ homeSchool: "B", tenureStart: "2021-09-01", currentPost: "B-语文" });
    expect(person.currentSchool).toBeUndefined();
  });

  test("a missed goal extends by a year, once", () => {
    const given = teacher({ id: "p", ...ABROAD, exchanges: [{ ...RUNNING, goalMet: false }] });
    const instance = countyOf({ schools: SCHOOLS, posts: POSTS, persons: [given] });
    expect(standings(eligibilityOf(instance, EXTENDING))).toEqual({ p: "running" });
    const next = later(instance, {}, EXTENDING);
    expect(next.persons[0]?.exchanges).toEqual([{ ...RUNNING, end: "2025-08-31" }]);
    expect(standings(eligibilityOf(next, EXTENDING))).toEqual({ p: "returning" });
  });

  test("a recruit belongs to the first school from the first day", () => {
    const given = teacher({ id: "p", recruitYear: 2024 });
    delete given.tenureStart;
    const lines = { moves: [move({ from: null, form: "recruit", relationMoves: true, end: null })] };
    expect(after(given, lines)).toMatchObject({ homeSchool: "B", tenureStart: "2024-09-01", recruitYear: 2024 });
  });

  const STATUSES: readonly (readonly [string, object, number])[] = [
    ["an end before the next cut-off", { code: "seriousIllness", to: "2025-08-30" }, 0],
    ["an end on the next cut-off", { code: "seriousIllness", to: "2025-08-31" }, 1],
    ["no end", { code: "disabilityCertified" }, 1],
    ["no end, but passing by nature", { code: "pregnancy" }, 0],
  ];

  test.each(STATUSES)("a status with %s", (_what, status, left) => {
    const person = after(teacher({ id: "p", homeSchool: "A", statuses: [status] as PersonInput["statuses"] }));
    expect(person.statuses).toHaveLength(left);
  });

  test("years count where the person worked, and unknown ones stay unknown", () => {
    const given = teacher({ id: "p", homeSchool: "A", ruralYears: 2, weakYears: 1, schoolsWorked: 1 });
    const person = after(given, { moves: [move({})] });
    expect([person.ruralYears, person.weakYears, person.remoteYears, person.schoolsWorked]).toEqual([
      3,
      2,
      undefined,
      2,
    ]);
  });

  test("people past retirement leave their post", () => {
    const born = (birthDate: string) => after(teacher({ id: "p", homeSchool: "A", birthDate })).inPost;
    // Men born in August 1965 retire two months after 60; those of March 1964 are 60 already.
    expect([born("1964-03-01"), born("1965-08-20")]).toEqual([false, true]);
  });

  test("a volunteer who went asks no more, one who stayed still does", () => {
    const application = { volunteer: true, homeConsent: true };
    const given = teacher({ id: "p", homeSchool: "A", application, named: true });
    expect(after(given)).toMatchObject({ application: { volunteer: true }, named: true });
    const gone = after(given, { moves: [move({})] });
    expect([gone.application, gone.named]).toEqual([undefined, false]);
  });

  test("years in office and years at the school are counted apart (tricky case 9)", () => {
    const offices = [
      { office: "vicePrincipal" as const, start: "2012-09-01", end: "2020-08-31" },
      { office: "principal" as const, start: "2020-09-01" },
    ];
    const person = leader({ id: "p", personType: "principal", homeSchool: "A", offices });
    const office_ = (min: number, measure: "office" | "leadership") => ({
      due: [
        {
          id: "heads",
          source: "BN",
          who: { all: [] },
          years: { measure, office: "principal", min },
          text: { zh: "校长", en: "heads" },
        },
      ],
    });
    const dueIn = (policy: Policy) => {
      let instance = countyOf({ schools: SCHOOLS, posts: POSTS, persons: [person] });
      for (let year = 2024; year <= 2034; year++) {
        if (standings(eligibilityOf(instance, policy))["p"] === "due") return year;
        instance = later(instance, {}, policy);
      }
      return undefined;
    };
    expect(dueIn(policyOf({ eligibility: office_(8, "leadership") }))).toBe(2024);
    expect(dueIn(policyOf({ eligibility: office_(10, "office") }))).toBe(2030);
  });

  test("the instance that was given is left as it was", () => {
    const instance = countyOf({ schools: SCHOOLS, posts: POSTS, persons: [teacher({ id: "p", homeSchool: "A" })] });
    const before = JSON.stringify(instance);
    later(instance, { moves: [move({})] }, POLICY);
    expect(JSON.stringify(instance)).toBe(before);
  });
});
