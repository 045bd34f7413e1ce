import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MarketInput } from "../src/market/document.ts";
import { loadMarket } from "../src/market/load.ts";
import { changesBetween } from "../src/rounds/changes.ts";
import type { RoundsInput } from "../src/rounds/round.ts";
import { loadRounds } from "../src/rounds/round.ts";
import type { RoundsOptions, RoundsResult } from "../src/rounds/run-rounds.ts";
import { runRounds } from "../src/rounds/run-rounds.ts";
import type { RoundStep } from "../src/rounds/verify-rounds.ts";
import { verifyRounds } from "../src/rounds/verify-rounds.ts";
import { ROUNDS_COUNTEREXAMPLE, strategyOfRounds } from "../src/rounds/strategy.ts";
import { marketArbitrary, stepsOf, valueOf } from "./markets.ts";
import { withList } from "./misreport.ts";
import { VECTORS, marketInputOf, readVector } from "./vectors.ts";
import { cases } from "../../../scripts/campaign-size.ts";

function run(input: MarketInput, rounds: RoundsInput["rounds"], options: RoundsOptions = {}): RoundsResult {
  const market = valueOf(loadMarket(input));
  const read = valueOf(loadRounds({ format: "lungang-rounds-1", rounds }, market));
  const result = valueOf(runRounds(market, read, options));
  for (const round of result.rounds)
    for (const property of round.properties) expect([property.name, property.findings]).toEqual([property.name, []]);
  const verified = valueOf(verifyRounds(market, read, { steps: stepsOf(result), ...options }));
  for (const round of verified.rounds)
    for (const property of round.properties) expect([property.name, property.findings]).toEqual([property.name, []]);
  expect(Object.fromEntries(verified.ends)).toEqual(ends(result));
  return result;
}

const ends = (result: RoundsResult): Readonly<Record<string, string | null>> =>
  Object.fromEntries(result.lines.map((line) => [line.person, line.post]));

const ACCEPTANCE = { name: "acceptance" as const };
const TOWNSHIP = { id: "township", rule: ACCEPTANCE, reach: "ownTownship" as const, fixes: "movers" as const };
const BETWEEN = { id: "between", rule: ACCEPTANCE, reach: "betweenTownships" as const, fixes: "movers" as const };

describe.skipIf(VECTORS === undefined)("V5 in its file", () => {
  test("the own township first: L gets the post; in one round by points M does", () => {
    const input = marketInputOf(readVector("v5-rounds"));
    const F = input.applications?.[0]?.wishes[0] as string;
    const staged = ends(run(input, [TOWNSHIP, BETWEEN]));
    expect([staged["L"], staged["M"]]).toEqual([F, input.people.find((person) => person.id === "M")?.ownPost]);
    const together = ends(run(input, [{ ...BETWEEN, id: "one", reach: "county" }]));
    expect([together["M"], together["L"]]).toEqual([F, input.people.find((person) => person.id === "L")?.ownPost]);
  });
});

test("V5, second vector: who is surplus comes before a volunteer with more points (TW-05)", () => {
  const input: MarketInput = {
    format: "lungang-market-1",
    posts: ["S0", "V0", "F"].map((id) => ({ id, school: id, capacity: id === "F" ? 1 : 1 })),
    people: [
      { id: "S", points: 20, ownPost: "S0", ownPostIs: "leaves" },
      { id: "V", points: 90, ownPost: "V0" },
    ],
    applications: [
      { person: "S", wishes: ["F"] },
      { person: "V", wishes: ["F"] },
    ],
  };
  const surplus = {
    id: "surplus",
    rule: ACCEPTANCE,
    reach: "county" as const,
    fixes: "movers" as const,
    people: ["S"],
  };
  const volunteers = { id: "volunteers", rule: ACCEPTANCE, reach: "county" as const, fixes: "movers" as const };
  const result = run(input, [surplus, volunteers]);
  expect(ends(result)).toEqual({ S: "F", V: "V0" });
  expect(result.lines.map((line) => line.round)).toEqual(["surplus", null]);
});

test("V5, third vector: the unplaced go to the wish, then near in the township, then the county (XC-18, XC-19)", () => {
  const post = (id: string, township: string, capacity: number, subject = "语文") => ({
    id,
    school: id,
    township,
    capacity,
    subject,
    stage: "primary",
  });
  const metres = (_: string, school: string): number | undefined =>
    ({ X: 1_000, Y: 8_000, Z: 3_000, Far: 90_000 })[school];
  const input = (wish: string): MarketInput => ({
    format: "lungang-market-1",
    posts: [post("M", "T", 0), post("X", "T", 0), post("Y", "T", 1), post("Z", "U", 1), post("Far", "T", 2, "语文")],
    people: [
      { id: "U1", points: 5, ownPost: "M", ownPostIs: "leaves" },
      { id: "holder", points: 9, ownPost: "Far" },
    ],
    applications: [{ person: "U1", wishes: [wish] }],
  });
  const waterfall: RoundsInput["rounds"] = [
    { id: "wish", rule: ACCEPTANCE, reach: "ownTownship", fixes: "movers" },
    { id: "township", rule: ACCEPTANCE, reach: "ownTownship", wishes: "nearest", fixes: "movers" },
    { id: "county", rule: ACCEPTANCE, reach: "county", wishes: "nearest", fixes: "movers" },
  ];
  const first = run(input("X"), waterfall, { metres });
  // Who has a post is not sent to a nearer one.
  expect([ends(first), first.lines[0]?.round]).toEqual([{ U1: "Y", holder: "Far" }, "township"]);
  const full = {
    ...input("X"),
    posts: input("X").posts.map((row) =>
      row.id === "Y" ? { ...row, capacity: 0 } : row.id === "Far" ? { ...row, subject: "音乐" } : row,
    ),
  };
  expect(run(full, waterfall, { metres }).lines[0]).toMatchObject({ post: "Z", round: "county" });
  expect(run(input("Y"), waterfall, { metres }).lines[0]).toMatchObject({ post: "Y", round: "wish" });
  expect(run(input("X"), waterfall).unplaced).toEqual(["U1"]);
});

test("seats freed in a round go on to the next, and a share of the free places can be offered", () => {
  const input: MarketInput = {
    format: "lungang-market-1",
    posts: [
      { id: "A", school: "A", township: "X", capacity: 1 },
      { id: "B", school: "B", township: "X", capacity: 4 },
      { id: "C", school: "C", township: "Y", capacity: 1 },
    ],
    people: [
      { id: "a", points: 3, ownPost: "A" },
      { id: "c", points: 2, ownPost: "C" },
      { id: "n", points: 1, ownPost: "C", ownPostIs: "leaves" },
      { id: "m", points: 9, ownPost: "C", ownPostIs: "leaves" },
    ],
    applications: [
      { person: "a", wishes: ["B"] },
      { person: "c", wishes: ["A"] },
      { person: "n", wishes: ["B"] },
      { person: "m", wishes: ["B"] },
    ],
  };
  expect(ends(run(input, [TOWNSHIP, BETWEEN]))).toEqual({ a: "B", c: "A", m: "B", n: "B" });
  const half = { ...BETWEEN, offered: { share: "1/2", round: "down" as const } };
  // Three of four places are free after the first round: half of them, rounded down, is one.
  expect(ends(run(input, [TOWNSHIP, half]))).toEqual({ a: "B", c: "C", m: "B", n: null });
});

test("a chain is not safe: who leaves out the first post gets a better one later; with one round each it is", () => {
  const { market: input, rounds, person, instead } = ROUNDS_COUNTEREXAMPLE;
  expect(ends(run(input, rounds.rounds))[person]).toBe("N");
  expect(ends(run(withList(input, person, instead), rounds.rounds))[person]).toBe("C");
  const market = valueOf(loadMarket(input));
  const read = valueOf(loadRounds(rounds, market));
  expect(strategyOfRounds(market, read)).toMatchObject({
    isSafe: false,
    example: {
      en: 'For example "L" with the honest list C, N gets N in the first round, which is for the own township, and is out; with C alone the second round gives C',
    },
  });
  expect(strategyOfRounds(market, read.slice(0, 1)).isSafe).toBe(true);
  expect(
    strategyOfRounds(market, [
      { ...(read[0] as (typeof read)[0]), people: ["L"] },
      { ...(read[1] as (typeof read)[0]), people: [] },
    ]).isSafe,
  ).toBe(true);
});

test("incumbents defend their posts first, and a round for those without a post is for nobody else", () => {
  const input: MarketInput = {
    format: "lungang-market-1",
    posts: [
      { id: "A", school: "A", capacity: 1 },
      { id: "B", school: "B", capacity: 1 },
    ],
    people: [
      { id: "a", points: 1, ownPost: "A", ownPostIs: "contested" },
      { id: "b", points: 2, ownPost: "A", ownPostIs: "contested" },
      { id: "x", points: 9, ownPost: "B" },
    ],
    applications: [
      { person: "a", wishes: ["B"] },
      { person: "x", wishes: ["A"] },
    ],
  };
  const incumbents = { id: "incumbents", rule: ACCEPTANCE, reach: "ownPost" as const, fixes: "everybody" as const };
  const unplaced = { ...BETWEEN, id: "unplaced", reach: "county" as const, who: "unplaced" as const };
  // x has more points and would rather be at A, which b defended before x could ask for it.
  const result = run(input, [incumbents, unplaced]);
  expect(ends(result)).toEqual({ a: null, b: "A", x: "B" });
  expect(result.rounds.map(({ taking, lost }) => [taking, lost])).toEqual([
    [3, ["a"]],
    [1, []],
  ]);
  const holders = { ...unplaced, who: "holders" as const };
  expect(run(input, [{ ...incumbents, people: ["a"] }, holders]).rounds.map(({ taking }) => taking)).toEqual([1, 2]);
});

test("steps of a chain that somebody wrote are checked round by round", () => {
  const { market: input, rounds } = ROUNDS_COUNTEREXAMPLE;
  const market = valueOf(loadMarket(input));
  const chain = valueOf(loadRounds(rounds, market));
  const broken = (steps: readonly RoundStep[]) => {
    const read = verifyRounds(market, chain, { steps });
    if (!read.ok) return read.issues.map(({ code, path }) => `${code} ${path?.join(".")}`);
    return read.value.rounds.flatMap(({ round, properties }) =>
      properties.filter(({ findings }) => findings.length > 0).map(({ name }) => `${round} ${name}`),
    );
  };
  const step = (round: string, post: string | null) => ({ round, person: "L", post });
  expect(broken([step("township", "N")])).toEqual([]);
  // The free post of the own township is wished and was left empty in its round.
  expect(broken([step("county", "C")])).toEqual(["township noWaste"]);
  expect(broken([step("township", "C")])).toContain("township onlyWished");
  expect(broken([step("township", null)])).toContain("township ownPostKept");
  expect(broken([step("county", "C"), step("township", "N")])).toEqual(["not-in-round steps.0.person"]);
  expect(broken([step("township", "N"), step("township", "N")])).toEqual(["round-step-twice steps.1.person"]);
  expect(broken([{ round: "r", person: "p", post: "q" }])).toEqual([
    "unknown-id steps.0.round",
    "unknown-id steps.0.person",
    "unknown-id steps.0.post",
  ]);
});

test("rounds that name what is not there", () => {
  const market = valueOf(loadMarket({ format: "lungang-market-1", posts: [], people: [] }));
  const read = loadRounds(
    { format: "lungang-rounds-1", rounds: [{ ...TOWNSHIP, people: ["x"], posts: { ids: ["y"] } }, TOWNSHIP] },
    market,
  );
  expect(read.ok ? [] : read.issues.map((issue) => `${issue.code} ${issue.path?.join(".")}`)).toEqual([
    "round-twice rounds.1.id",
    "unknown-id rounds.0.people.0",
    "unknown-id rounds.0.posts.ids.0",
  ]);
});

describe("2,000 random chains", () => {
  const rule = fc.constantFrom(
    { name: "acceptance" as const },
    { name: "trading" as const },
    { name: "twoSided" as const, proposer: "post" as const },
    { name: "examination" as const },
    { name: "cycles" as const, longest: 3, vacancies: "chains" as const },
    { name: "floors" as const },
  );
  const round = fc.record({
    rule,
    reach: fc.constantFrom(
      "ownSchool" as const,
      "ownTownship" as const,
      "betweenTownships" as const,
      "county" as const,
    ),
    fixes: fc.constantFrom("movers" as const, "everybody" as const),
    wishes: fc.constantFrom("filed" as const, "nearest" as const),
    people: fc.option(fc.subarray(["T0", "T1", "T2", "T3", "T4", "T5"]), { nil: undefined }),
  });
  const metres = (person: string, school: string): number =>
    (person.charCodeAt(1) * 31 + school.charCodeAt(1) * 17) % 50;

  test("lose nobody, fill no seat twice, keep every round's property, and replay a withdrawn decision", () => {
    let replayed = 0;
    fc.assert(
      fc.property(
        marketArbitrary({ people: 7, posts: 5, floors: true }),
        fc.array(round, { minLength: 1, maxLength: 4 }),
        (drawn, chain) => {
          const input = {
            ...drawn,
            posts: drawn.posts.map((row, at) => ({ ...row, township: at % 2 === 0 ? "X" : "Y" })),
          };
          const rounds = chain.map(({ people, ...rest }, at) => ({
            ...rest,
            id: `r${at}`,
            ...(people === undefined ? {} : { people }),
          }));
          const result = run(input, rounds, { metres });
          expect(result.lines.map((line) => line.person)).toEqual(input.people.map((person) => person.id).sort());
          const keepers = (id: string): number =>
            input.people.filter((person) => person.ownPost === id && person.ownPostIs !== "leaves").length;
          for (const { id, capacity = 0 } of input.posts) {
            expect(result.lines.filter((line) => line.post === id).length).toBeLessThanOrEqual(
              Math.max(capacity, keepers(id)),
            );
          }
          const decided = result.rounds.find((report) => report.placed.length > 0);
          const person = decided?.placed[0]?.person;
          if (decided === undefined || person === undefined) return;
          replayed++;
          const withdrawn = [{ round: decided.round, person }];
          const again = run(input, rounds, { metres, withdrawn });
          expect(again).toEqual(run(input, rounds, { metres, withdrawn }));
          const before = result.rounds.slice(0, result.rounds.indexOf(decided));
          expect(again.rounds.slice(0, before.length)).toEqual(before);
          const changed = new Set(changesBetween(result, again).map((change) => change.person));
          for (const line of again.lines)
            expect(changed.has(line.person)).toBe(line.post !== ends(result)[line.person]);
        },
      ),
      { seed: 301, numRuns: cases(140) },
    );
    expect(replayed).toBeGreaterThan(20);
  });
});
