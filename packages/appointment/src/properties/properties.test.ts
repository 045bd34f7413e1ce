import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marketOf, post, valueOf } from "../../test/markets.ts";
import type { MarketInput } from "../market/document.ts";
import { loadMarket } from "../market/load.ts";
import { loadSurplus } from "../market/surplus-document.ts";
import { surplus } from "../mechanisms/surplus/surplus.ts";
import { swaps } from "../mechanisms/swaps/swaps.ts";
import { appoint } from "../rules/appoint.ts";
import type { PropertyName, PropertyQuestion } from "./finding.ts";
import { checkProperties } from "./properties.ts";
import { checkSurplus } from "./surplus.ts";
import { checkSwaps } from "./swaps.ts";

type Input = Omit<MarketInput, "format">;

/** People and posts at which a property does not hold, in a list made by hand; who is not named has nothing. */
function faults(
  name: PropertyName,
  input: Input,
  hand: Readonly<Record<string, string>>,
  more: Partial<PropertyQuestion> = {},
) {
  const market = marketOf(input);
  const placement = Int32Array.from(market.people, ({ id }) => market.posts.findIndex((row) => row.id === hand[id]));
  const findings = checkProperties({ market, placement, ...more }, [name]);
  for (const finding of findings)
    expect([finding.property, /[\u4e00-\u9fff]/u.test(finding.text.zh)]).toEqual([name, true]);
  return findings.map((finding) => [finding.people, finding.posts]);
}

const RING: Input = {
  posts: [post("A"), post("B"), post("C"), post("free")],
  people: [
    { id: "a", points: 3, ownPost: "A" },
    { id: "b", points: 2, ownPost: "B" },
    { id: "c", points: 1, ownPost: "C" },
  ],
  applications: [
    { person: "a", wishes: ["B", "free"] },
    { person: "b", wishes: ["C"] },
    { person: "c", wishes: ["A"] },
  ],
};
const STAYED = { a: "A", b: "B", c: "C" };
const TURNED = { a: "B", b: "C", c: "A" };

describe("faults planted in lists made by hand are found, and nothing else", () => {
  test("more people than heads, also where somebody new comes to an overfull post", () => {
    expect(faults("seatsKept", RING, { ...STAYED, a: "B" })).toEqual([[["a", "b"], ["B"]]]);
    expect(faults("seatsKept", RING, TURNED)).toEqual([]);
    const overfull: Input = { ...RING, posts: [post("A", 0), post("B"), post("C"), post("free")] };
    expect(faults("seatsKept", overfull, STAYED)).toEqual([]);
    expect(faults("seatsKept", overfull, TURNED)).toEqual([[["c"], ["A"]]]);
  });

  test("a person whom the ranking of the post does not name, behind all whom it names", () => {
    const ranked: Input = { ...RING, rankings: [{ post: "B", people: ["a"] }] };
    expect(faults("noJustifiedEnvy", ranked, { a: "A", b: "C", c: "B" })).toEqual([
      [["a", "c"], ["B"]],
      [["c", "b"], ["C"]],
    ]);
  });

  test("a post that was not wished", () => {
    expect(faults("onlyWished", RING, { ...STAYED, b: "free" })).toEqual([[["b"], ["free"]]]);
    expect(faults("onlyWished", RING, {})).toEqual([]);
  });

  test("something worse than a post that is kept", () => {
    expect(faults("ownPostKept", RING, { a: "A", c: "C" })).toEqual([[["b"], ["B"]]]);
    const contested: Input = { ...RING, ownPost: "contested" };
    expect(faults("ownPostKept", contested, { a: "A", c: "C" })).toEqual([]);
  });

  test("a place that is free and wished", () => {
    expect(faults("noWaste", RING, STAYED)).toEqual([[["a"], ["free"]]]);
    expect(faults("noWaste", RING, TURNED)).toEqual([]);
  });

  test("a trade that is left, with its steps", () => {
    expect(faults("noImprovingTrade", RING, STAYED)).toEqual([
      [
        ["a", "b", "c"],
        ["B", "C", "A"],
      ],
    ]);
    expect(faults("noImprovingTrade", RING, TURNED)).toEqual([]);
  });

  test("a circle within the limit, and a chain to a free place where chains are allowed", () => {
    expect(faults("noShortCircle", RING, STAYED, { longest: 2 })).toEqual([]);
    expect(faults("noShortCircle", RING, STAYED, { longest: 3 })).toEqual([
      [
        ["a", "b", "c"],
        ["B", "C", "A"],
      ],
    ]);
    expect(faults("noShortCircle", RING, STAYED, { longest: 1, vacancies: "chains" })).toEqual([[["a"], ["free"]]]);
  });

  test("too few people at a floor", () => {
    const floor: Input = { ...RING, floors: [{ id: "f", posts: ["A", "B"], heads: 2 }] };
    expect(faults("floorsHold", floor, { a: "free", b: "B", c: "C" })).toEqual([[[], ["A", "B"]]]);
    expect(faults("floorsHold", floor, TURNED)).toEqual([]);
  });

  test("envy by name, not of those whom a floor held", () => {
    const market: Input = {
      posts: [post("A"), post("B")],
      people: [
        { id: "high", points: 9 },
        { id: "low", points: 1 },
      ],
      applications: [
        { person: "high", wishes: ["A", "B"] },
        { person: "low", wishes: ["A", "B"] },
      ],
    };
    const hand = { high: "B", low: "A" };
    expect(faults("noJustifiedEnvy", market, hand)).toEqual([[["high", "low"], ["A"]]]);
    expect(faults("fairAmongFree", market, hand)).toEqual([[["high", "low"], ["A"]]]);
    expect(faults("fairAmongFree", market, hand, { held: [0] })).toEqual([]);
    expect(faults("noBlockingPair", market, { low: "A" })).toEqual([
      [["high", "low"], ["A"]],
      [["high"], ["B"]],
    ]);
  });

  test("an examination in which the last was taken, or somebody behind another", () => {
    const market: Input = {
      posts: [post("A", 3)],
      people: [3, 2, 1].map((points) => ({ id: `p${points}`, points })),
      applications: [3, 2, 1].map((points) => ({ person: `p${points}`, wishes: ["A"] })),
    };
    expect(faults("examinationOrder", market, { p3: "A", p2: "A" })).toEqual([]);
    expect(faults("examinationOrder", market, { p3: "A", p2: "A", p1: "A" })).toEqual([[["p1"], ["A"]]]);
    expect(faults("examinationOrder", market, { p3: "A", p1: "A" })).toEqual([
      [["p1"], ["A"]],
      [["p2"], ["A"]],
    ]);
  });
});

test("swaps: same posts, both willing, both schools; everything else is refused with its reason, and a planted move is found", () => {
  const market = marketOf({
    posts: [
      { ...post("A"), subject: "语文" },
      { ...post("B"), subject: "语文" },
      { ...post("C"), subject: "数学" },
      post("D"),
    ],
    people: ["a", "b", "c", "d", "e"].map((id, at) => ({
      id,
      points: at,
      ...(at < 4 ? { ownPost: "ABCD"[at] as string } : {}),
    })),
  });
  const propose = (person: string, partner: string, schoolAgrees = true) => ({ person, partner, schoolAgrees });
  const both = [propose("a", "b"), propose("b", "a")];
  const moved = swaps(market, both);
  expect(Array.from(moved.placement)).toEqual([1, 0, 2, 3, -1]);
  expect(checkSwaps(market, both, moved)).toEqual([]);
  expect(checkSwaps(market, [], moved).map((finding) => finding.person)).toEqual(["a", "b"]);
  const refusals = (proposals: typeof both) =>
    swaps(market, proposals).answers.map((answer) => [answer.person, answer.refused]);
  expect(refusals([propose("a", "b"), propose("b", "c")])).toEqual([
    ["a", "notMutual"],
    ["b", "notMutual"],
  ]);
  expect(refusals([propose("a", "c"), propose("c", "a")])).toEqual([
    ["a", "otherPost"],
    ["c", "otherPost"],
  ]);
  expect(refusals([propose("a", "b", false), propose("b", "a")])).toEqual([
    ["a", "schoolDisagrees"],
    ["b", "schoolDisagrees"],
  ]);
  expect(refusals([propose("a", "e"), propose("e", "a")])).toEqual([
    ["a", "noOwnPost"],
    ["e", "noOwnPost"],
  ]);
  expect(refusals([propose("a", "x")])).toEqual([["a", "unknownPerson"]]);
});

test("surplus: the right list has no finding, and every other list of one exchanged person has one", () => {
  const member = fc.record({
    points: fc.nat(4),
    volunteers: fc.boolean(),
    isProtected: fc.boolean(),
    occupies: fc.constantFrom(true, true, false),
  });
  const order = fc.constantFrom("lowestPoints" as const, "highestPoints" as const);
  fc.assert(
    fc.property(
      fc.array(member, { minLength: 2, maxLength: 7 }),
      fc.nat(5),
      order,
      order,
      (rows, posts, first, volunteers) => {
        const people = rows.map((row, at) => ({ ...row, id: `p${at}` }));
        const question = valueOf(
          loadSurplus({
            format: "lungang-surplus-1",
            order: first,
            volunteerOrder: volunteers,
            seed: "s",
            groups: [{ id: "g", school: "S", posts, people }],
          }),
        );
        const [answer] = surplus(question);
        const leaving = answer?.leaving ?? [];
        expect(checkSurplus(question, [{ group: "g", leaving }])).toEqual([]);
        const staying = people.filter((person) => !leaving.some(({ id }) => id === person.id));
        for (const { id } of staying) {
          expect(checkSurplus(question, [{ group: "g", leaving: [...leaving, { id }] }]).length).toBeGreaterThan(0);
          for (const gone of leaving) {
            const exchanged = [...leaving.filter((person) => person !== gone), { id }];
            expect(checkSurplus(question, [{ group: "g", leaving: exchanged }]).length).toBeGreaterThan(0);
          }
        }
      },
    ),
    { seed: 51, numRuns: 400 },
  );
});

describe("swaps as a rule of a market", () => {
  const propose = (person: string, partner: string, schoolAgrees = true) => ({ person, partner, schoolAgrees });
  const market = (swapRows: readonly ReturnType<typeof propose>[]): Input => ({
    posts: ["A", "B", "C"].map((id) => ({ ...post(id), subject: "语文" })),
    people: ["a", "b", "c"].map((id, at) => ({ id, points: at, ownPost: "ABC"[at] as string })),
    swaps: [...swapRows],
  });

  test("moves two who name each other, and claims no more than what is checked", () => {
    const made = appoint(marketOf(market([propose("b", "a"), propose("c", "a"), propose("a", "b")])), {
      name: "swaps",
    });
    if (!made.ok) throw new Error("swaps");
    expect(made.warnings).toEqual([]);
    expect(made.value.lines.map(({ person, post: to, outcome }) => [person, to, outcome])).toEqual([
      ["a", "B", "moved"],
      ["b", "A", "moved"],
      ["c", "C", "stayed"],
    ]);
    expect(made.value.circles).toEqual([{ people: ["a", "b"], posts: ["B", "A"] }]);
  });

  test("finds a swap that was agreed and not made, and a move that nobody agreed to", () => {
    const agreed = market([propose("a", "b"), propose("b", "a")]);
    expect(faults("agreedSwapsMade", agreed, { a: "B", b: "A", c: "C" })).toEqual([]);
    expect(faults("agreedSwapsMade", agreed, { a: "A", b: "B", c: "C" })).toEqual([
      [
        ["a", "b"],
        ["A", "B"],
      ],
    ]);
    expect(faults("onlyNamedSwaps", agreed, { a: "A", b: "C", c: "B" })).toEqual([
      [["b"], []],
      [["c"], []],
    ]);
    const refused = market([propose("a", "b", false), propose("b", "a")]);
    expect(faults("agreedSwapsMade", refused, { a: "A", b: "B", c: "C" })).toEqual([]);
  });

  test("says what does not count, and what is wrong with proposals", () => {
    const codes = (input: Input, rule: Parameters<typeof appoint>[1]) => {
      const made = appoint(marketOf(input), rule);
      return (made.ok ? made.warnings : made.issues).map(({ code }) => code);
    };
    expect(codes(market([]), { name: "swaps" })).toEqual(["no-swaps"]);
    expect(codes(market([propose("a", "b")]), { name: "acceptance" })).toEqual(["swaps-unused"]);
    const wishing = { ...market([propose("a", "b")]), applications: [{ person: "c", wishes: ["A"] }] };
    expect(codes(wishing, { name: "swaps" })).toEqual(["wishes-unused"]);
    const wrong = loadMarket({
      format: "lungang-market-1",
      ...market([propose("a", "a"), propose("x", "b"), propose("b", "c"), propose("b", "y")]),
    });
    expect(wrong.ok ? [] : wrong.issues.map(({ code, path }) => [code, path?.join(".")])).toEqual([
      ["unknown-id", "swaps.1.person"],
      ["unknown-id", "swaps.3.partner"],
      ["swap-with-self", "swaps.0.partner"],
      ["swap-twice", "swaps.3.person"],
    ]);
  });
});
