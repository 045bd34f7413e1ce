import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CardFacts, CardPerson, CardPost, CardSchool, ReportCard } from "../src/card.ts";
import { marketOfPlan, reportCard } from "../src/card.ts";
import { lotOf } from "../src/index.ts";
import type { MarketInput } from "../src/market/document.ts";
import { cases } from "../../../scripts/campaign-size.ts";
import { keeps, listOfRows } from "./brute-force.ts";
import { marketArbitrary } from "./markets.ts";

/** What is said of people, posts and schools beside the market; everything else is usual. */
interface Beside {
  readonly people?: Readonly<Record<string, Partial<CardPerson>>>;
  readonly posts?: Readonly<Record<string, Partial<CardPost>>>;
  readonly schools?: Readonly<Record<string, CardSchool>>;
  readonly isRanked?: boolean;
}

/** Facts of a market and of where everybody ends, by ids; who is not named ends where he starts. */
function factsOf(input: MarketInput, ends: Readonly<Record<string, string | null>>, beside: Beside = {}): CardFacts {
  const market = marketOfPlan(input);
  const post = (id: string | null | undefined) => market.posts.findIndex((row) => row.id === id);
  return {
    market,
    placement: Int32Array.from(market.people, ({ id, ownPost }) => (id in ends ? post(ends[id]) : ownPost)),
    isRanked: beside.isRanked ?? true,
    people: market.people.map(({ id, ownPost, ownPostIs }) => ({
      start: ownPost,
      groups: {},
      occupies: true,
      returns: false,
      mustGo: ownPostIs === "leaves",
      ...beside.people?.[id],
    })),
    posts: market.posts.map(({ id, capacity }) => ({
      heads: capacity,
      fixed: 0,
      undeclared: 0,
      guests: [],
      ...beside.posts?.[id],
    })),
    schools: new Map(Object.entries(beside.schools ?? {})),
  };
}

/** Value of every finding with people and posts of its cases. */
const found = ({ findings }: ReportCard) =>
  Object.fromEntries(
    findings.map(({ name, value, cases: all }) => [
      name,
      [value, all.map(({ people, posts }) => [...people, ...posts])],
    ]),
  );

const NOTHING = {
  worseThanStaying: [0, []],
  justifiedEnvy: [0, []],
  blockingPairs: [0, []],
  wastedPosts: [0, []],
  hiddenVacancies: [0, []],
  guestHeldPosts: [0, []],
};

/** V3: P and Q would change places, R stands before Q at the post of P. */
const SWAP: MarketInput = {
  format: "lungang-market-1",
  posts: ["A", "B", "C", "D"].map((id) => ({ id, school: `S${id}`, capacity: 1 })),
  people: [
    { id: "P", ownPost: "A", points: 100 },
    { id: "Q", ownPost: "B", points: 60 },
    { id: "R", ownPost: "C", points: 80 },
  ],
  applications: [
    { person: "P", wishes: ["B"] },
    { person: "Q", wishes: ["A"] },
    { person: "R", wishes: ["A"] },
  ],
};

describe("faults of a plan", () => {
  test("are none where everybody stays as acceptance has it", () => {
    expect(found(reportCard(factsOf(SWAP, {})))).toEqual(NOTHING);
  });

  test("are who is passed over by a swap, and the pair that it makes", () => {
    const envy = ["R", "Q", "A"];
    const card = reportCard(factsOf(SWAP, { P: "B", Q: "A" }), { person: (id) => `${id}君`, post: (id) => `${id}岗` });
    expect(found(card)).toEqual({ ...NOTHING, justifiedEnvy: [1, [envy]], blockingPairs: [1, [envy]] });
    expect(card.findings[1]?.cases[0]?.text.zh).toBe("“R君”更愿去岗位“A岗”，排序在“Q君”之前，却由“Q君”取得");
  });

  test("are not asked about where nothing ranks people", () => {
    expect(found(reportCard(factsOf(SWAP, { P: "B", Q: "A" }, { isRanked: false })))).toEqual({
      ...NOTHING,
      justifiedEnvy: [null, []],
      blockingPairs: [null, []],
    });
  });

  test("are no envy between two who are equal without a draw; a draw parts them", () => {
    const equal: MarketInput = {
      ...SWAP,
      people: SWAP.people.map((row) => ({ ...row, points: 60 })),
    };
    expect(found(reportCard(factsOf(equal, { P: "B", Q: "A" })))["justifiedEnvy"]).toEqual([0, []]);
    const seeds = ["1", "2", "3", "4", "5", "6"];
    const passed = seeds.map((seed) => reportCard(factsOf({ ...equal, seed }, { P: "B", Q: "A" })).findings[1]?.value);
    expect(passed).toEqual(seeds.map((seed) => (lotOf(seed, "R") < lotOf(seed, "Q") ? 1 : 0)));
  });

  test("are a place that somebody prefers and nobody has, and the pair with it", () => {
    const wishes = { ...SWAP, applications: [{ person: "R", wishes: ["D", "A"] }] };
    expect(found(reportCard(factsOf(wishes, {})))).toEqual({
      ...NOTHING,
      blockingPairs: [1, [["R", "D"]]],
      wastedPosts: [1, [["R", "D"]]],
    });
  });

  test("are people who could stay and got less: another post, or none; who has to leave could not stay", () => {
    const card = reportCard(
      factsOf(
        { ...SWAP, people: [...SWAP.people, { id: "T", ownPost: "D", ownPostIs: "leaves", points: 1 }] },
        { P: "C", R: null, T: null },
        { people: { P: { metresBefore: 1250, metresAfter: 40_000 } } },
      ),
    );
    expect(found(card)["worseThanStaying"]).toEqual([
      2,
      [
        ["P", "A", "C"],
        ["R", "C"],
      ],
    ]);
    expect(card.findings[0]?.cases.map(({ text }) => text.en)).toEqual([
      '"P" could stay at "A" and ends with "C", which he would not have changed it for; from home 1.3 km before, 40.0 km after',
      '"R" could stay at "C" and ends with "no post", which he would not have changed it for',
    ]);
  });

  test("are empty heads that nobody was told of, and those that look filled by a guest", () => {
    const card = reportCard(
      factsOf(
        SWAP,
        {},
        {
          posts: { A: { undeclared: 2, heads: 4 }, D: { guests: [1], fixed: 1, heads: 2 } },
          schools: {
            SA: { establishment: 4, staff: 1 },
            SB: { establishment: 3, staff: 2 },
            SD: { establishment: 5, staff: 1 },
            SX: { establishment: 9, staff: 1 },
            SC: { establishment: 9 },
          },
        },
      ),
      { school: (id) => `学校${id}` },
    );
    // A has as many posts as headcount; B 3 for one post and two people; D 5 for two posts.
    expect(found(card)["hiddenVacancies"]).toEqual([6, [["A"], [], []]]);
    expect(card.findings[4]?.cases.map(({ school, text }) => [school, text.zh])).toEqual([
      [undefined, "岗位“A”有 2 个空岗按规定应公布而未申报"],
      ["SB", "“学校SB”编制 3 个，岗位 1 个，在岗 2 人，有 1 个编制既无人占用也未设岗"],
      ["SD", "“学校SD”编制 5 个，岗位 2 个，在岗 1 人，有 3 个编制既无人占用也未设岗"],
    ]);
    expect(found(card)["guestHeldPosts"]).toEqual([1, [["Q", "D"]]]);
  });
});

describe("burden, distances and flow", () => {
  const MANY: MarketInput = {
    format: "lungang-market-1",
    posts: [
      { id: "A", school: "甲", capacity: 9 },
      { id: "A2", school: "甲", capacity: 9 },
      { id: "B", school: "乙", capacity: 9 },
      { id: "C", school: "丙", capacity: 9 },
    ],
    people: ["a", "b", "c", "d", "e"].map((id) => ({ id, ownPost: "A" })),
    applications: [{ person: "a", wishes: ["B"] }],
  };
  const card = reportCard(
    factsOf(
      { ...MANY, people: [...MANY.people, { id: "n" }] },
      { a: "B", b: "B", c: "C", d: "A2", e: "C", n: "C" },
      {
        isRanked: false,
        people: {
          a: { groups: { sex: "female", couple: "single" }, metresBefore: 9000, metresAfter: 1000 },
          b: { groups: { sex: "male", couple: "couple" }, metresBefore: 2000, metresAfter: 5000 },
          c: { groups: { sex: "male", couple: "couple" }, metresAfter: 3000 },
          d: { groups: { sex: "male" } },
          e: { returns: true, groups: { sex: "male" } },
        },
        schools: { 甲: { strength: "strong" }, 乙: { strength: "weak" } },
      },
    ),
  );
  const groups = (grouping: string) => card.burden.find((each) => each.grouping === grouping);

  test("tell who moves in every group; another post of the same school and a way back are no burden", () => {
    expect(groups("sex")).toEqual({
      grouping: "sex",
      groups: [
        { group: "female", people: ["a"], moved: ["a"], worse: [], meanMetres: 1000 },
        { group: "male", people: ["b", "c", "d"], moved: ["b", "c"], worse: ["b", "c", "d"], meanMetres: 4000 },
      ],
      unknown: ["n"],
    });
    expect(groups("school")?.groups.map(({ group, people, moved }) => [group, people, moved])).toEqual([
      ["甲", ["a", "b", "c", "d"], ["a", "b", "c"]],
    ]);
    expect(groups("rank")).toEqual({ grouping: "rank", groups: [], unknown: ["a", "b", "c", "d", "n"] });
    expect(groups("couple")?.groups.map(({ group, people }) => [group, people])).toEqual([
      ["couple", ["b", "c"]],
      ["single", ["a"]],
    ]);
  });

  test("give deciles by nearest rank of those that are known", () => {
    const { knownBefore, knownAfter, decilesBefore, decilesAfter, cases: all } = card.distances;
    expect([knownBefore, knownAfter, all.map(({ person }) => person)]).toEqual([2, 3, ["a", "b", "c"]]);
    expect(decilesBefore).toEqual([2000, 2000, 2000, 2000, 2000, 9000, 9000, 9000, 9000, 9000]);
    expect(decilesAfter).toEqual([1000, 1000, 1000, 3000, 3000, 3000, 5000, 5000, 5000, 5000]);
    expect(reportCard(factsOf(SWAP, {})).distances.decilesAfter).toEqual(Array.from({ length: 10 }, () => null));
  });

  test("count who goes between schools of which standing", () => {
    const some = card.flow.lines.filter(({ people }) => people.length > 0);
    expect(some).toEqual([{ from: "strong", to: "weak", people: ["a", "b"] }]);
    expect([card.flow.lines.length, card.flow.unknown]).toEqual([9, ["c"]]);
  });
});

describe("shortfalls", () => {
  test("lie on schools as a Lorenz curve, before and after", () => {
    const input: MarketInput = {
      format: "lungang-market-1",
      posts: [
        { id: "A", school: "甲", capacity: 4 },
        { id: "B", school: "乙", capacity: 1 },
        { id: "C", school: "丙", capacity: 2 },
      ],
      people: [
        { id: "a", ownPost: "C" },
        { id: "b", ownPost: "C" },
        { id: "sick", ownPost: "B" },
      ],
    };
    const beside = { people: { sick: { occupies: false } }, posts: { A: { fixed: 1 } } };
    const { schools, before, after, dominates } = reportCard(factsOf(input, { a: "A" }, beside)).shortfalls;
    expect(schools).toEqual([
      { school: "丙", heads: 2, before: 0, after: 1 },
      { school: "乙", heads: 1, before: 1, after: 1 },
      { school: "甲", heads: 4, before: 3, after: 2 },
    ]);
    expect(before).toEqual({ total: 4, curve: [0, 0, 1, 4], gini: 0.5 });
    expect([after.total, after.curve, after.gini?.toFixed(6)]).toEqual([4, [0, 1, 2, 4], "0.166667"]);
    expect(dominates).toBe(true);
    const back = reportCard(factsOf(input, { a: "B" }, beside)).shortfalls;
    expect(back.dominates).toBe(true);
    const worse = reportCard(factsOf(input, { a: null }, beside)).shortfalls;
    expect([worse.after.total, worse.dominates]).toEqual([5, false]);
  });
});

/** Envy and waste by the words of the document alone, person by person. */
function naive(input: MarketInput, ends: Readonly<Record<string, string | null>>) {
  const rowOf = new Map(input.people.map((row) => [row.id, row]));
  const rightOf = (id: string) => rowOf.get(id)?.ownPostIs ?? input.ownPost ?? "keeps";
  const isKeeper = (id: string, post: string) => keeps(input, rowOf.get(id) as MarketInput["people"][number], post);
  const rankedAt = (post: string) => input.rankings?.find((each) => each.post === post)?.people;
  const key = (id: string, post: string): readonly number[] => {
    const ranking = rankedAt(post);
    const place = ranking?.findIndex((tier) => (typeof tier === "string" ? tier === id : tier.includes(id)));
    const standing = place === -1 ? Infinity : (place ?? 0 - Number(rowOf.get(id)?.points));
    return [isKeeper(id, post) ? 0 : 1, standing, lotOf(input.seed as string, id)];
  };
  const before = (a: readonly number[], b: readonly number[]): boolean => {
    const at = a.findIndex((value, k) => value !== b[k]);
    return at >= 0 && (a[at] as number) < (b[at] as number);
  };
  const listed = (id: string): readonly string[] => listOfRows(input, rowOf.get(id) as MarketInput["people"][number]);
  const at = (post: string) => Object.keys(ends).filter((id) => ends[id] === post);
  const pairs = input.people.flatMap(({ id }) => {
    const list = listed(id);
    const got = list.indexOf(ends[id] as string);
    return (got < 0 ? list : list.slice(0, got)).map((post) => [id, post] as const);
  });
  const envied = pairs.filter(([id, post]) =>
    at(post).some((other) => !isKeeper(other, post) && before(key(id, post), key(other, post))),
  );
  const wasted = pairs.filter(
    ([, post]) => at(post).length < (input.posts.find((row) => row.id === post)?.capacity as number),
  );
  const worse = input.people.filter(({ id, ownPost }) => {
    const list = listed(id);
    const own = ownPost === undefined ? -1 : list.indexOf(ownPost);
    const got = list.indexOf(ends[id] as string);
    return rightOf(id) !== "leaves" && own >= 0 && (got < 0 || got > own);
  });
  const asKey = ([id, post]: readonly [string, string]) => `${id} ${post}`;
  return {
    justifiedEnvy: envied.map(asKey).sort(),
    wastedPosts: wasted.map(asKey).sort(),
    blockingPairs: [...new Set([...envied, ...wasted].map(asKey))].sort(),
    worseThanStaying: worse.map(({ id }) => id).sort(),
  };
}

test("random lists, by whomever they were made: the faults are those that the words of the document give", () => {
  const people = 6;
  fc.assert(
    fc.property(
      marketArbitrary({ people, posts: 4, rankings: true }),
      fc.array(fc.option(fc.constantFrom("P0", "P1", "P2", "P3")), { minLength: people, maxLength: people }),
      (input, drawn) => {
        const ends = Object.fromEntries(input.people.map(({ id }, at) => [id, drawn[at] ?? null]));
        const card = reportCard(factsOf(input, ends));
        const of = (name: string) => card.findings.find((each) => each.name === name)?.cases ?? [];
        const pairs = (name: string) =>
          of(name)
            .map(({ people: [id], posts: [post] }) => `${id} ${post}`)
            .sort();
        expect({
          justifiedEnvy: pairs("justifiedEnvy"),
          wastedPosts: pairs("wastedPosts"),
          blockingPairs: pairs("blockingPairs"),
          worseThanStaying: of("worseThanStaying").map(({ people: [id] }) => id),
        }).toEqual(naive(input, ends));
      },
    ),
    { seed: 1801, numRuns: cases(400) },
  );
});
