import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { RULE_NAMES, ruleNamed } from "@lungang/core/policy";
import type { RuleName } from "@lungang/core/policy";
import { baseYears } from "../src/base-years.ts";
import { horizonProgram } from "../src/horizon-program.ts";
import { rule } from "../../core/test/small-county.ts";
import { instance, policyWith } from "../../core/test/verify-county.ts";

/** Every rule has its part in every year of one program for several years, or is said to have none. */

/** The policy in which every rule has something to say, and something to do in both years. */
const policy = policyWith({
  prerequisite: rule("prerequisite", { moves: { all: [] }, requires: { any: [] } }),
  teamCap: rule("teamCap", { share: "0%" }),
  batches: rule("batches", { level: "batches", years: 20 }),
  protection: rule("protection", {}),
});

/** One exchange whose stay is approved ends in each year. */
const persons = instance.persons.map((person) => ({
  ...person,
  exchanges: person.exchanges.map((record) =>
    record.to === person.currentSchool ? { ...record, stay: { applied: true, approved: true } } : record,
  ),
}));

/** Heads stay what they are; weekly periods stand beside them. */
const posts = instance.posts.map((post) =>
  post.kind === "teaching" ? { ...post, periodsPerWeek: 16 * (post.capacity ?? 0), fullLoad: 16 } : post,
);

const { years } = baseYears({ instance: { ...instance, persons, posts }, policies: [policy], years: 2 });

/** The program with one rule in one year and none else: some rules count what others ask for. */
function programOfOne(name: RuleName | undefined, year: number) {
  const alone = years.map((base) => {
    const rules = base.prepared.rules.filter((entry) => base.year === year && entry.rule === name);
    return { ...base, prepared: { ...base.prepared, rules } };
  });
  return horizonProgram({ years: alone }).program;
}

const isLeftOut = (name: RuleName) => ruleNamed(name).overYears.rows === "yearly";

test("what is planned year by year is known, and said before the solve", () => {
  const said = new Set(horizonProgram({ years }).leftOut.map(({ rule: entry }) => entry));
  const leftOut = RULE_NAMES.filter(isLeftOut);
  expect(leftOut).toEqual([
    "protection",
    "netInflow",
    "balance",
    "itinerant",
    "participation",
    "changes",
    "staffShare",
    "pointsFirst",
    "pointsSum",
    "linked",
    "swapPartners",
    "schoolPlaces",
    "avoidance",
  ]);
  expect(leftOut.filter((name) => !said.has(name))).toEqual([]);
});

test.each(RULE_NAMES.filter((name) => !isLeftOut(name)))("%s makes a difference in every year", (name) => {
  const bare = programOfOne(undefined, 0);
  for (const { year } of years)
    expect([year, isDeepStrictEqual(programOfOne(name, year), bare)]).toEqual([year, false]);
});
