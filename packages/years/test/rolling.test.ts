import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { PersonInput } from "@lungang/core";
import type { YearsBasis } from "../src/base-years.ts";
import type { YearsOutcome } from "../src/plan-years.ts";
import { planYears } from "../src/plan-years.ts";
import { replanYears } from "../src/replan-years.ts";
import { planYearByYear } from "../src/rolling.ts";
import type { PlannedYear } from "../src/rolling.ts";
import { verifyYears } from "../src/verify-years.ts";
import { forYears } from "../src/years-policy.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import { ledgerCounty } from "./ledger-county.ts";
import { cases } from "../../../scripts/campaign-size.ts";

/** Years planned one after the other keep the ledgers of all years: what a year takes, nobody else gets back later. */

const solver = createHighsSolver();

afterAll(() => solver.close());

/** In 100 somebody settles at a host, and in 103 somebody retires, where the room of a later year depends on it. */
const SEEDS = [...new Set([...Array.from({ length: cases(8) }, (_, index) => index + 1), 100, 103])];

function verified(ground: YearsBasis, years: readonly PlannedYear[]) {
  const locks = years.map((year) => year.locks);
  const { ok, findings } = verifyYears(
    { ...ground, locks },
    years.map(({ plan }) => plan),
  );
  // Somebody may come back to a post that was filled: that counts in compliance, and is told.
  return { ok, findings: findings.filter(({ code }) => code !== "post-filled-twice") };
}

const RIGHT = { ok: true, findings: [] };

function movesOf({ years }: { readonly years: readonly PlannedYear[] }): readonly (readonly string[])[] {
  return years.map(({ plan }) => plan.moves.map(({ person, to }) => `${person}>${to}`));
}

function planned(outcome: YearsOutcome) {
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe("small counties of every kind", () => {
  test.each([
    ["one program", {}, "program"],
    ["year after year", { method: "rolling" }, "rolling"],
    ["year after year since the program is too large", { mostColumns: 1 }, "rolling"],
    ["year after year since a limit stops the program", { timeSeconds: 1e-6 }, "rolling"],
  ] as const)("no plan is refused: %s", { timeout: 300_000 }, async (_name, how, method) => {
    let moves = 0;
    for (const seed of SEEDS) {
      const ground = { ...ledgerCounty(seed), years: 4 };
      const outcome = await planYears({ ...ground, ...how, solver });
      expect([seed, outcome.status, "method" in outcome && outcome.method]).toEqual([seed, "planned", method]);
      const { years } = planned(outcome);
      moves += years.reduce((sum, { plan }) => sum + plan.moves.length, 0);
      expect([seed, verified(ground, years)]).toEqual([seed, RIGHT]);
    }
    expect(moves).toBeGreaterThan(6 * SEEDS.length);
  });

  test("with hardly any work the plan is right, and the limit is named", { timeout: 300_000 }, async () => {
    const ways = new Set<string>();
    for (const seed of SEEDS) {
      const ground = { ...ledgerCounty(seed), years: 4 };
      const outcome = planned(await planYears({ ...ground, iterations: 1, solver }));
      expect([seed, verified(ground, outcome.years)]).toEqual([seed, RIGHT]);
      const levels = outcome.program?.levels ?? [];
      const limits = levels.filter(({ reason }) => reason === "feasible").map(({ limit }) => limit);
      expect(limits.every((limit) => limit === "iteration")).toBe(true);
      ways.add(`${outcome.method} ${outcome.program?.status} ${limits.length > 0}`);
    }
    expect([...ways]).toEqual(expect.arrayContaining(["rolling stopped false", "program solved true"]));
  });
});

describe("people who come back later", () => {
  const at = { latitude: 34, longitude: 109 };
  const many = (count: number, prefix: string, given: Partial<PersonInput>) =>
    Array.from({ length: count }, (_, index) => teacher({ id: `${prefix}${index + 1}`, residence: at, ...given }));
  const exchange = (end: string) => ({
    homeSchool: "H",
    currentSchool: "A",
    exchanges: [
      { from: "H", to: "A", form: "rotation" as const, start: `${Number(end) - 3}-09-01`, end: `${end}-08-31` },
    ],
  });
  const guest = { person: "t1", cell: "H/teaching/primary/语文", form: "rotation" };
  /** H lacks one person until `b1` comes back in 2027. */
  const instance = countyOf({
    schools: [school({ id: "A", coordinates: at }), school({ id: "H", establishment: 3, coordinates: at })],
    posts: [post("A", 2), post("H", 3)],
    persons: [
      ...many(1, "b", exchange("2027")),
      ...many(2, "h", { homeSchool: "H" }),
      ...many(2, "t", { homeSchool: "A" }),
    ],
    planYear: 2025,
  });
  const county = (months: number) => ({
    instance,
    years: 3,
    policies: [
      forYears(
        policyOf({
          forms: [form("rotation", { termMonths: { min: months, max: 36 } })],
          eligibility: { exchangeBreaksTenure: true },
          rules: [
            rule("mustMove"),
            rule("postBalance", { level: "gaps" }, { strength: "soft", price: 1 }),
            rule("establishment", { level: "heads" }),
            rule("total", { max: 1 }),
          ],
          levels: ["compliance", "gaps", "heads"],
        }),
      ),
    ],
  });

  test("keep their places from guests who would still be there", async () => {
    const ground = county(36);
    const outcome = planned(await planYears({ ...ground, method: "rolling", solver }));
    expect(movesOf(outcome).slice(0, 2)).toEqual([[], []]);
    expect(verified(ground, outcome.years)).toEqual(RIGHT);
  });

  test("lend their places to guests who are gone by then", async () => {
    const ground = county(24);
    const outcome = planned(await planYears({ ...ground, method: "rolling", solver }));
    expect(movesOf(outcome)[0]).toHaveLength(1);
    expect(verified(ground, outcome.years)).toEqual(RIGHT);
  });

  test("make the years of choices that overlook them be solved again", async () => {
    const ground = county(36);
    const choices = [[guest], [], []];
    const outcome = await planYearByYear(ground, { solver }, choices);
    expect(outcome.stopped).toBeUndefined();
    expect(outcome.solvedAgain).toEqual([{ year: 2, rules: ["establishment"] }]);
    expect(movesOf(outcome).slice(0, 2)).toEqual([["t1>H"], []]);
    // Somebody of H makes room, once it is needed.
    expect(movesOf(outcome)[2]).toEqual([expect.stringMatching(/^h\d>A$/)]);
    expect(verified(ground, outcome.years)).toEqual(RIGHT);
  });

  test("count as they did before the years that stand when the rest is planned again", async () => {
    const ground = county(36);
    const choices = [[guest], [], []];
    const first = await planYearByYear(ground, { solver }, choices);
    for (const method of ["rolling", "program"] as const) {
      const withdrawn = first.years[2]?.plan.moves.map(({ person }) => person) ?? [];
      const again = await replanYears({ solver, planned: first.years, fixed: 1, withdrawn, method });
      if (again.status !== "planned") throw new Error(again.status);
      expect(verified(ground, [...first.years.slice(0, 1), ...again.years])).toEqual(RIGHT);
    }
  });
});

test("guests whose term ends leave no place above the establishment", async () => {
  const host = { currentSchool: "B", homeSchool: "A" };
  const record = { from: "A", to: "B", form: "rotation" as const, start: "2023-09-01", end: "2024-08-31" };
  const coordinates = { latitude: 34, longitude: 109 };
  const persons = [
    teacher({ id: "guest", ...host, exchanges: [record] }),
    teacher({ id: "own", homeSchool: "B", birthDate: "1970-01-01" }),
    teacher({ id: "due", homeSchool: "A", residence: coordinates }),
  ];
  const instance = countyOf({
    schools: [school({ id: "A", coordinates }), school({ id: "B", establishment: 1, coordinates })],
    posts: [post("A", 1), post("B", 3)],
    persons,
  });
  const rules = [rule("postBalance", { level: "gaps" }), rule("establishment"), rule("total", { max: 9 })];
  const policies = [forYears(policyOf({ rules, levels: ["gaps"] }))];
  const ground = { instance, policies, years: 1 };
  const outcome = planned(await planYears({ ...ground, method: "rolling", solver }));
  expect(verified(ground, outcome.years)).toEqual(RIGHT);
  expect(movesOf(outcome)).toEqual([[]]);
});

test("who may come to a post in one form only comes in that form when the year is solved again", async () => {
  const at = { latitude: 34, longitude: 109 };
  const instance = countyOf({
    schools: ["A", "B"].map((id) => school({ id, coordinates: at, establishment: 3 })),
    posts: [post("A", 1), post("B", 2)],
    persons: ["p1", "p2", "p3"].map((id) => teacher({ id, homeSchool: "A", residence: at })),
  });
  const toB = { attr: "to.id", op: "in", value: ["B"] };
  const competes = { attr: "move.form", op: "eq", value: "competition" };
  const policy = policyOf({
    forms: [form("competition"), form("rotation")],
    rules: [
      rule("prerequisite", { moves: toB, requires: competes }),
      rule("postBalance", { level: "gaps" }),
      rule("total", { max: 1 }),
    ],
    levels: ["gaps"],
  });
  const ground = { instance, policies: [forYears(policy)], years: 1 };
  const choices = ["p1", "p2"].map((person) => ({ person, cell: "B/teaching/primary/语文", form: "competition" }));
  const outcome = await planYearByYear(ground, { solver }, [choices]);
  expect(outcome.solvedAgain).toEqual([{ year: 0, rules: ["total"] }]);
  expect(outcome.years[0]?.plan.moves.map(({ form: code }) => code)).toEqual(["competition"]);
  expect(verified(ground, outcome.years)).toEqual(RIGHT);
});
