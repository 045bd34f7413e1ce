import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import type { PersonInput, PostInput } from "@lungang/core";
import { planYears } from "../src/plan-years.ts";
import { yearTotals } from "../src/totals.ts";
import { bestYears } from "./every-years.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Posts of a village school that one person may join, over two years: heads are needed together in each of them. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = (subject: string, periodsPerWeek: number): PostInput => ({
  id: `V-${subject}`,
  school: "V",
  stage: "primary",
  subject,
  periodsPerWeek,
  fullLoad: 16,
});

const from = (id: string, tenureStart: string, ...subjects: readonly string[]): PersonInput =>
  teacher({
    id,
    homeSchool: "H",
    currentPost: "H-语文",
    tenureStart,
    residence: { latitude: 34, longitude: 109 },
    subjects: subjects.map((subject, k) => ({ subject, main: k === 0 })),
  });

/** Six years at a school make somebody due. */
const NOW = "2010-09-01";
const NEXT = "2019-09-01";

interface More {
  readonly growth?: object;
  /** Whether posts may be overfilled at a price, and where heads come first. */
  readonly gives?: boolean;
}

function groundOf(posts: readonly PostInput[], persons: readonly PersonInput[], { growth, gives = false }: More = {}) {
  const place = (id: string, latitude: number) =>
    school({ id, coordinates: { latitude, longitude: 109 }, ...(gives && id === "H" ? {} : { establishment: 3 }) });
  const policy = policyOf({
    forms: [
      form("rotation", { relationMoves: true, crossSubject: true, where: { attr: "to.id", op: "eq", value: "V" } }),
      { base: "partTime", scope: "school", crossSubject: true },
    ],
    rules: [
      rule("postBalance", { level: "gaps", ...growth }, gives ? { strength: "soft", price: 2 } : {}),
      rule("evenShortfall", { level: "even", upTo: 2 }),
      rule("establishment", { level: "heads", working: "free", relation: "free" }),
      rule("itinerant", { form: "partTime", maxPlaces: 1, level: "untaught" }),
      rule("total", { max: 9 }),
    ],
    levels: gives ? ["heads", "gaps", "even", "compliance", "untaught"] : ["gaps", "even", "heads", "untaught"],
  });
  const instance = countyOf({ schools: [place("H", 34), place("V", 34.05)], posts: [post("H", 0), ...posts], persons });
  return { instance, policies: [policy], years: 2 };
}

test.each<[string, readonly PostInput[], readonly PersonInput[], number]>([
  // Of two one goes, at once.
  [
    "two posts of eight periods",
    [at("音乐", 8), at("美术", 8)],
    [from("a", NOW, "音乐", "美术"), from("b", NOW, "美术")],
    0,
  ],
  // One is missing in the first year: the other is due in the second.
  [
    "three posts of eight periods",
    [at("音乐", 8), at("美术", 8), at("科学", 8)],
    [from("a", NOW, "音乐", "美术", "科学"), from("b", NEXT, "科学", "音乐", "美术")],
    1,
  ],
  [
    "a whole load and more",
    [at("音乐", 24), at("美术", 8)],
    [from("a", NOW, "美术", "音乐"), from("b", NEXT, "音乐")],
    1,
  ],
])("%s", { timeout: 120_000 }, async (_name, posts, persons, missing) => {
  for (const growth of [{}, { growth: "free" }]) {
    const ground = groundOf(posts, persons, { growth });
    const outcome = await planYears({ ...ground, solver, relativeGap: 0, limits: { relativeGap: 0 } });
    if (outcome.status === "invalid") throw new Error(JSON.stringify(outcome.issues));
    const counted = ["gaps", "heads"];
    const totals = (found: typeof outcome.totals) =>
      found.filter(({ name }) => counted.includes(name)).map(({ total }) => total);
    const best = bestYears(ground, { valuesOf: (years) => totals(yearTotals(ground, years)) });
    expect(totals(outcome.totals)).toEqual(best?.values);
    expect(outcome.totals.find(({ name }) => name === "gaps")?.total).toBe(missing);
    for (const { name, total } of outcome.totals.filter((level) => counted.includes(level.name))) {
      const planned = (outcome.program?.levels ?? []).find((level) => level.name === name);
      expect([name, planned?.value, planned?.dualBound]).toEqual([name, total, total]);
    }
    expect(outcome.solvedAgain).toEqual([]);
  }
});

/** Returns the total of compliance and what the program says of it. */
async function complianceOf(posts: readonly PostInput[], people: readonly PersonInput[], years: number) {
  const ground = { ...groundOf(posts, people, { gives: true }), years };
  const outcome = await planYears({ ...ground, solver, relativeGap: 0, limits: { relativeGap: 0 } });
  if (outcome.status === "invalid") throw new Error(JSON.stringify(outcome.issues));
  const found = (outcome.program?.levels ?? []).find(({ name }) => name === "compliance");
  return {
    moves: outcome.years.map(({ plan }) => plan.moves.length),
    values: outcome.totals.find(({ name }) => name === "compliance")?.years,
    program: [found?.value, found?.dualBound],
  };
}

// Who comes is needed by the county of a later year on its own, and beyond what the post needed before all the same.
const EVERY_YEAR = { 1: [2], 2: [2, 2], 3: [2, 2, 2] };

test.each([1, 2, 3] as const)(
  "a second head at joined posts that need one costs its price in each of %i years",
  async (years) => {
    const people = [from("a", NOW, "音乐", "美术"), from("b", NOW, "美术")];
    const found = await complianceOf([at("音乐", 8), at("美术", 8)], people, years);
    // Both go for the sake of the establishment: one too many at a price of 2.
    expect(found.moves).toEqual([2, 0, 0].slice(0, years));
    expect(found.values).toEqual(EVERY_YEAR[years]);
    expect(found.program).toEqual([2 * years, 2 * years]);
  },
);

test.each([1, 2, 3] as const)(
  "a second head at a post of one load and a small rest costs its price in each of %i years",
  async (years) => {
    // Who is there teaches the rest beside the own post, so that it is no post.
    const there = { homeSchool: "V", currentPost: "V-美术", tenureStart: "2023-09-01" };
    const people = [from("a", NOW, "音乐"), from("b", NOW, "音乐"), { ...from("c", NEXT, "美术", "音乐"), ...there }];
    const found = await complianceOf([at("音乐", 20), at("美术", 16)], people, years);
    expect(found.moves).toEqual([2, 0, 0].slice(0, years));
    expect(found.values).toEqual(EVERY_YEAR[years]);
    expect(found.program).toEqual([2 * years, 2 * years]);
  },
);
