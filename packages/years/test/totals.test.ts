import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { planYears } from "../src/plan-years.ts";
import { forYears } from "../src/years-policy.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import { pricedCounty } from "./priced-county.ts";
import { cases } from "../../../scripts/campaign-size.ts";

/** What the program of all years counts is what is recounted from the lines of its plans, level by level. */

const solver = createHighsSolver();
afterAll(() => solver.close());

/** Levels of rules that the program leaves out. */
const YEARLY: ReadonlySet<string> = new Set(["untaught"]);

/** Two of these send people to places that have too many, or on the relation ledger of such a school. */
const SEEDS = [...Array.from({ length: cases(5) }, (_, index) => index + 1), 28, 75];

test("every level counts the same, and none is told below its bound", { timeout: 300_000 }, async () => {
  let starts = 0;
  let given = 0;
  for (const seed of SEEDS) {
    const ground = { ...pricedCounty(seed), years: 2 + (seed % 2) };
    const outcome = await planYears({ ...ground, solver, relativeGap: 0, limits: { relativeGap: 0 } });
    if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
    // A year that could not be carried out as it was chosen is another plan than that of the program.
    if (outcome.solvedAgain.length > 0) continue;
    starts += outcome.years.reduce((sum, { plan }) => sum + plan.moves.length, 0);
    const counted = outcome.totals.filter(({ name }) => !YEARLY.has(name));
    const levels = (outcome.program?.levels ?? []).filter(({ name }) => !YEARLY.has(name));
    given += counted.find(({ name }) => name === "compliance")?.total ?? 0;
    expect([seed, counted.map(({ name, total }) => [name, total])]).toEqual([
      seed,
      levels.map(({ name, value }) => [name, value]),
    ]);
    expect([seed, levels.filter(({ value, dualBound }) => dualBound > value)]).toEqual([seed, []]);
  }
  expect([starts, given].every((count) => count > SEEDS.length)).toBe(true);
});

const HERE = { latitude: 34, longitude: 109 };

test("who settles at the host does not wait to be sent from home", async () => {
  const exchange = { from: "A", to: "B", form: "rotation" as const, start: "2022-09-01", end: "2024-08-31" };
  const instance = countyOf({
    schools: ["A", "B"].map((id) => school({ id, coordinates: HERE })),
    posts: [post("A", 1), post("B", 1)],
    persons: [
      teacher({
        id: "p",
        birthDate: "1976-05-05",
        residence: HERE,
        application: { volunteer: true, homeConsent: true },
        homeSchool: "A",
        currentSchool: "B",
        exchanges: [{ ...exchange, stay: { applied: true, approved: true } }],
      }),
    ],
  });
  const policy = policyOf({
    eligibility: {
      returns: { source: "s", stayAllowed: true },
      volunteers: { source: "s", who: { all: [] } },
    },
    rules: [
      rule("approvedStays"),
      rule("batches", { level: "batches", years: 4 }),
      rule("wishes", { level: "wishes", volunteerStays: 3 }),
    ],
    levels: ["compliance", "batches", "wishes"],
  });
  const ground = { instance, policies: [forYears(policy)], years: 2 };
  const outcome = await planYears({ ...ground, solver, relativeGap: 0 });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const told = outcome.totals.map(({ name, total }) => [name, total]);
  const found = outcome.program?.levels.map(({ name, value, dualBound }) => [name, value, dualBound]);
  expect(found).toEqual(told.map(([name, total]) => [name, total, total]));
  expect(told).toContainEqual(["batches", 0]);
});

test("who settles in a post that only guests fill is beyond what the post needs in every year", async () => {
  const exchange = { from: "A", to: "B", form: "rotation" as const, start: "2022-09-01", end: "2024-08-31" };
  const guest = { currentSchool: "B", exchanges: [{ ...exchange, stay: { applied: true, approved: true } }] };
  const instance = countyOf({
    schools: ["A", "B"].map((id) => school({ id, coordinates: HERE })),
    posts: [post("A", 1), post("B", 1)],
    persons: [
      teacher({ id: "p", homeSchool: "A", residence: HERE, subjects: [{ subject: "音乐", main: true }], ...guest }),
    ],
  });
  const policy = policyOf({
    eligibility: { exchangeBreaksTenure: true, returns: { source: "s", stayAllowed: true } },
    rules: [rule("approvedStays"), rule("postBalance", {}, { strength: "soft", price: 2 })],
    levels: ["compliance"],
  });
  const outcome = await planYears({ instance, policies: [policy], years: 2, solver, relativeGap: 0 });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const found = outcome.program?.levels.find(({ name }) => name === "compliance");
  expect([outcome.totals[0]?.years, found?.value, found?.dualBound]).toEqual([[2, 2], 4, 4]);
});

test("what asks for an empty post is judged by who has left it", async () => {
  const places = ["A", "B", "C"];
  const instance = countyOf({
    schools: places.map((id) => school({ id, coordinates: HERE })),
    posts: [post("A", 0), post("B", 1), post("C", 1)],
    persons: [
      teacher({ id: "first", homeSchool: "B", residence: HERE }),
      teacher({ id: "next", homeSchool: "A", residence: HERE, tenureStart: "2019-09-01" }),
    ],
  });
  const asked = {
    moves: { attr: "to.id", op: "eq", value: "B" },
    requires: { attr: "post.vacant", op: "eq", value: true },
  };
  const policy = policyOf({
    forms: [form("rotation", { relationMoves: true })],
    rules: [
      rule("mustMove"),
      rule("postBalance", { level: "gaps" }),
      rule("prerequisite", asked, { strength: "soft", price: 5 }),
      rule("total", { max: 9 }),
    ],
    levels: ["gaps", "compliance"],
  });
  const locks = [[{ person: "first", school: "C", reason: "asked for" }]];
  const outcome = await planYears({ instance, policies: [policy], locks, years: 2, solver, relativeGap: 0 });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(outcome.years.map(({ plan }) => plan.moves.map(({ person }) => person))).toEqual([["first"], ["next"]]);
  const told = new Map(outcome.totals.map(({ name, years }) => [name, years]));
  expect([told.get("gaps"), told.get("compliance")]).toEqual([
    [1, 0],
    [0, 0],
  ]);
});

test("who came with the relation and has retired holds no place against those who come later", async () => {
  const to = { attr: "to.id", op: "eq", value: "B" };
  const person = { homeSchool: "A", residence: HERE };
  const instance = countyOf({
    schools: [school({ id: "A", coordinates: HERE }), school({ id: "B", coordinates: HERE, establishment: 1 })],
    posts: [post("A", 0), post("B", 1)],
    persons: [
      // Sixty in the course of the first year.
      teacher({ id: "old", ...person, birthDate: "1965-01-05", application: { volunteer: true, homeConsent: true } }),
      teacher({ id: "next", ...person, tenureStart: "2019-09-01" }),
    ],
  });
  const policy = policyOf({
    forms: [form("rotation", { relationMoves: true, where: to })],
    eligibility: { volunteers: { source: "s", who: { all: [] } } },
    rules: [rule("postBalance", { level: "gaps" }), rule("establishment"), rule("total", { max: 9 })],
    levels: ["gaps"],
  });
  const outcome = await planYears({ instance, policies: [policy], years: 2, solver, relativeGap: 0 });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(outcome.years.map(({ plan }) => plan.moves.map(({ person }) => person))).toEqual([["old"], ["next"]]);
  const found = outcome.program?.levels.find(({ name }) => name === "gaps");
  expect([outcome.totals[0]?.total, found?.value, found?.dualBound]).toEqual([0, 0, 0]);
});
