import type { Issue } from "@lungang/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
import { verifyAppointment } from "../src/check/verify.ts";
import type { MarketInput } from "../src/market/document.ts";
import { loadMarket } from "../src/market/load.ts";
import type { Rule } from "../src/market/rule.ts";
import { appoint } from "../src/rules/appoint.ts";
import { reasonsOf } from "../src/reasons/reasons.ts";
import { readAppointment } from "../src/market/appointment-document.ts";
import { loadRounds } from "../src/rounds/round.ts";
import { runRounds } from "../src/rounds/run-rounds.ts";
import { isBeyondTitles } from "./brute-force.ts";
import { TITLE_CIRCLE, shuffled, titledMarket, valueOf } from "./markets.ts";

const ACCEPTANCE: Rule = { name: "acceptance" };

/** S has two posts, one of them empty, and one senior post, which h holds; a and b come from elsewhere. */
const ONE_SENIOR: MarketInput = {
  format: "lungang-market-1",
  posts: [
    { id: "S1", school: "S", capacity: 1 },
    { id: "S2", school: "S", capacity: 1 },
    { id: "T1", school: "T", capacity: 2 },
    { id: "U1", school: "U", capacity: 1 },
  ],
  people: [
    { id: "h", points: 50, ownPost: "S1", title: "senior" },
    { id: "a", points: 90, ownPost: "T1", title: "senior" },
    { id: "b", points: 80, ownPost: "T1", title: "junior" },
  ],
  applications: [
    { person: "a", wishes: ["S2"] },
    { person: "b", wishes: ["S2"] },
  ],
  titlePosts: [{ school: "S", level: "senior", posts: 1 }],
};

function decided(input: MarketInput, rule: Rule = ACCEPTANCE): Readonly<Record<string, string | null>> {
  const { lines } = valueOf(appoint(valueOf(loadMarket(input)), rule));
  return Object.fromEntries(lines.map(({ person, post }) => [person, post]));
}

const listed = (lines: Readonly<Record<string, string | null>>) => ({
  format: "lungang-appointment-1",
  lines: Object.entries(lines).map(([person, post]) => ({ person, post })),
});

function broken(input: MarketInput, lines: Readonly<Record<string, string | null>>): readonly string[] {
  const report = valueOf(verifyAppointment(valueOf(loadMarket(input)), listed(lines)));
  return report.properties.flatMap(({ name, findings }) => findings.map(({ people }) => `${name} ${people.join(" ")}`));
}

describe("posts of titles at a school", () => {
  test("a full level takes nobody new, and the next one of another level comes", () => {
    expect(decided(ONE_SENIOR)).toEqual({ h: "S1", a: "T1", b: "S2" });
    expect(decided({ ...ONE_SENIOR, titlePosts: [] })).toEqual({ h: "S1", a: "S2", b: "T1" });
  });

  test("who leaves gives the post of the level free, and whoever comes takes it", () => {
    const applications = [...(ONE_SENIOR.applications ?? []), { person: "h", wishes: ["U1"] }];
    expect(decided({ ...ONE_SENIOR, applications })).toEqual({ h: "U1", a: "S2", b: "T1" });
  });

  test("the better of two who come for one post of a level has it, whatever post each wishes", () => {
    const input: MarketInput = {
      ...ONE_SENIOR,
      people: [
        { id: "a", points: 90, title: "senior" },
        { id: "b", points: 80, title: "chief" },
        { id: "c", points: 10, title: "junior" },
      ],
      applications: [
        { person: "a", wishes: ["S1"] },
        { person: "b", wishes: ["S2"] },
        { person: "c", wishes: ["S2"] },
      ],
      titlePosts: [{ school: "S", level: "senior", titles: ["senior", "chief"], posts: 1 }],
    };
    expect(decided(input)).toEqual({ a: "S1", b: null, c: "S2" });
    expect(broken(input, { a: null, b: "S2", c: "S1" })).toEqual(["onlyWished c", "noJustifiedEnvy a c"]);
    expect(broken(input, { a: "S1", b: "S2", c: null })).toEqual(["titlesKept a b"]);
    const taken = input.titlePosts?.map((row) => ({ ...row, taken: 1 })) ?? [];
    expect(decided({ ...input, titlePosts: taken })).toEqual({ a: null, b: null, c: "S2" });
  });

  test("a level that is beyond its posts keeps whom it has, and who has no post yet keeps the own one", () => {
    const full = { ...ONE_SENIOR, titlePosts: [{ school: "S", level: "senior", posts: 0 }] };
    expect(decided(full)).toEqual({ h: "S1", a: "T1", b: "S2" });
    const people = ONE_SENIOR.people.map((row) => (row.id === "h" ? { ...row, ownPostIs: "leaves" as const } : row));
    expect(decided({ ...ONE_SENIOR, people })).toEqual({ h: null, a: "T1", b: "S2" });
    const back = [...(ONE_SENIOR.applications ?? []), { person: "h", wishes: ["S2"] }];
    expect(decided({ ...full, people, applications: [back[2] as (typeof back)[number]] })).toEqual({
      h: "S2",
      a: "T1",
      b: "T1",
    });
  });

  test("a list by hand is read by the same posts: a break is named, and who is stopped is not called passed over", () => {
    expect(broken(ONE_SENIOR, { h: "S1", a: "S2", b: "T1" })).toEqual(["titlesKept a"]);
    expect(broken(ONE_SENIOR, { h: "S1", a: "T1", b: "S2" })).toEqual([]);
    expect(broken(ONE_SENIOR, { h: "S1", a: "T1", b: "T1" })).toEqual(["noWaste b"]);
    const market = valueOf(loadMarket(ONE_SENIOR));
    const { placement } = valueOf(readAppointment(market, listed({ h: "S1", a: "T1", b: "S2" })));
    expect(reasonsOf(market, placement)("a").missed[0]?.text.zh).toContain("“S”的“senior”岗位已满");
  });

  test("swaps by name are made while levels allow, and a partner whose level is full stays", () => {
    const pair = (one: string, other: string) => [
      { person: one, partner: other, schoolAgrees: true },
      { person: other, partner: one, schoolAgrees: true },
    ];
    const input = { ...ONE_SENIOR, applications: [], swaps: pair("b", "h") };
    const atT = { school: "T", level: "senior", posts: 1 };
    const swaps: Rule = { name: "swaps" };
    expect(decided(input, swaps)).toEqual({ h: "T1", a: "T1", b: "S1" });
    const both = { ...input, titlePosts: [...(ONE_SENIOR.titlePosts ?? []), atT] };
    expect(decided(both, swaps)).toEqual({ h: "S1", a: "T1", b: "T1" });
  });

  test("equal people who compete for one post of a level need a draw", () => {
    const people = [
      { id: "a", points: 90, title: "senior" },
      { id: "b", points: 90, title: "senior" },
    ];
    const applications = [
      { person: "a", wishes: ["S1"] },
      { person: "b", wishes: ["S2"] },
    ];
    const read = loadMarket({ ...ONE_SENIOR, people, applications });
    expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(["draw-seed-missing"]);
  });

  test("what is wrong with the rows, all at once", () => {
    const read = loadMarket({
      ...ONE_SENIOR,
      people: ONE_SENIOR.people.map(({ title: _title, ...row }) => row),
      titlePosts: [
        { school: "S", level: "senior", posts: 1 },
        { school: "S", level: "senior", posts: 2 },
        { school: "?", level: "senior", posts: 2 },
      ],
    });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${path?.join(".")}`)).toEqual([
      "title-posts-twice titlePosts.1.level",
      "unknown-id titlePosts.2.school",
      ...[0, 1, 2].map((at) => `title-missing people.${at}.title`),
    ]);
  });

  test("where no placement keeps the posts and passes nobody over, the pair that is left is named", () => {
    const made = appoint(valueOf(loadMarket(TITLE_CIRCLE)), ACCEPTANCE);
    expect(
      made.ok ? [] : made.issues.map(({ code, message }) => [code, message.en.includes('"y" prefers post "B"')]),
    ).toEqual([["titles-in-a-circle", true]]);
  });
});

const titled = titledMarket({ people: 6, posts: 4, most: 2 });

test("in random markets every rule keeps the posts of titles, with what it promises, in any order of rows", () => {
  let settled = 0;
  const others: Issue[] = [];
  fc.assert(
    fc.property(titled, fc.constantFrom("acceptance", "trading", "floors", "cycles"), fc.nat(9), (input, name, by) => {
      const rule: Rule = name === "cycles" ? { name, longest: 3, vacancies: "chains" } : { name };
      const read = loadMarket(input);
      if (!read.ok) return;
      const made = appoint(read.value, rule);
      if (!made.ok) {
        others.push(...made.issues.filter(({ code }) => code !== "titles-in-a-circle"));
        return;
      }
      settled += 1;
      const ends = Object.fromEntries(made.value.lines.map(({ person, post }) => [person, post]));
      expect(isBeyondTitles(input, ends)).toBe(false);
      expect(valueOf(verifyAppointment(read.value, made.value)).holds).toBe(true);
      expect(decided(shuffled(input, by), rule)).toEqual(ends);
    }),
    { numRuns: cases(200) },
  );
  expect(others).toEqual([]);
  expect(settled).toBeGreaterThan(cases(150));
});

test("in rounds a post of a title that a round fills is full in the next", () => {
  const market = valueOf(
    loadMarket({
      ...ONE_SENIOR,
      people: [
        { id: "a", points: 10, ownPost: "T1", title: "senior" },
        { id: "b", points: 90, ownPost: "T1", title: "senior" },
      ],
      applications: [
        { person: "a", wishes: ["S1"] },
        { person: "b", wishes: ["S2"] },
      ],
    }),
  );
  const round = { rule: ACCEPTANCE, reach: "county" as const, fixes: "movers" as const };
  const rounds = valueOf(
    loadRounds(
      {
        format: "lungang-rounds-1",
        rounds: [
          { ...round, id: "first", people: ["a"] },
          { ...round, id: "second" },
        ],
      },
      market,
    ),
  );
  const { lines, strategy } = valueOf(runRounds(market, rounds));
  expect(lines.map(({ person, post, round: by }) => [person, post, by])).toEqual([
    ["a", "S1", "first"],
    ["b", "T1", null],
  ]);
  expect(strategy.isSafe).toBe(false);
});
