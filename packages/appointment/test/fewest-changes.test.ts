import { createHighsSolver } from "@lungang/solver-highs/node";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
import type { MarketInput } from "../src/market/document.ts";
import { loadMarket } from "../src/market/load.ts";
import type { Market, Placement } from "../src/market/market.ts";
import { NO_POST } from "../src/market/market.ts";
import { fewestChanges } from "../src/program/fewest-changes.ts";
import { checkProperties } from "../src/properties/properties.ts";
import { decide } from "../src/rules/run.ts";
import { keeps, placements } from "./brute-force.ts";
import { byId, marketArbitrary, marketOf, post, valueOf } from "./markets.ts";

const solver = createHighsSolver();
afterAll(() => solver.close());

const ACCEPTANCE = { name: "acceptance" as const };

async function changed(market: Market, before: Placement, person: number) {
  const withdrawn = [{ person, post: before[person] as number }];
  const result = await fewestChanges(market, { before, withdrawn }, { solver });
  if (result.status !== "solved") throw new Error(result.reason);
  expect(result.changes.dualBound).toBe(result.changes.value);
  const moved = [...before.keys()].filter((at) => before[at] !== result.placement[at]);
  expect(moved).toHaveLength(result.changes.value);
  expect(result.placement[person]).not.toBe(before[person]);
  return result;
}

describe("fewest changes after a decision was withdrawn", () => {
  /** a (90) got B and b (80) came after her to A; c (70) wishes B as well. */
  const CHAIN: Omit<MarketInput, "format"> = {
    posts: [post("A"), post("B"), post("C")],
    people: [
      { id: "a", points: 90, ownPost: "A" },
      { id: "b", points: 80, ownPost: "C" },
      { id: "c", points: 70 },
    ],
    applications: [
      { person: "a", wishes: ["B"] },
      { person: "b", wishes: ["A"] },
      { person: "c", wishes: ["B"] },
    ],
  };

  test("moves back whoever holds the post that is kept, and nobody else: the post that is free stays so", async () => {
    const market = marketOf(CHAIN);
    const before = decide(market, ACCEPTANCE).placement;
    expect(byId(market, before)).toEqual({ a: "B", b: "A", c: null });
    const { placement, changes } = await changed(market, before, 0);
    expect(byId(market, placement)).toEqual({ a: "A", b: "C", c: null });
    expect(changes).toEqual({ value: 2, dualBound: 2 });
    // c would rather have B, which is free: the checkers name what the alternative costs. For a it is no wish any more.
    const waste = checkProperties({ market, placement }, ["noWaste"]);
    expect(waste.map(({ people, posts }) => [...people, ...posts])).toEqual([
      ["a", "B"],
      ["c", "B"],
    ]);
  });

  test("gives who lost a post the best free one of the own list", async () => {
    const market = marketOf({
      posts: [post("A"), post("B"), post("C"), post("D")],
      people: [{ id: "a", points: 9 }],
      applications: [{ person: "a", wishes: ["B", "D", "C"] }],
    });
    const before = decide(market, ACCEPTANCE).placement;
    expect(byId(market, (await changed(market, before, 0)).placement)).toEqual({ a: "D" });
  });

  test("keeps posts of titles", async () => {
    const titled = marketOf({
      posts: [post("A"), { ...post("B"), school: "S" }, { ...post("C"), school: "S" }],
      people: [{ id: "a", points: 9, title: "senior", ownPost: "A" }],
      applications: [{ person: "a", wishes: ["B", "C"] }],
      titlePosts: [{ school: "S", level: "senior", posts: 1, taken: 0 }],
    });
    const before = decide(titled, ACCEPTANCE).placement;
    expect(byId(titled, (await changed(titled, before, 0)).placement)).toEqual({ a: "C" });
    const full = { ...titled, titleLimits: titled.titleLimits.map((limit) => ({ ...limit, posts: 0 })) };
    expect(byId(full, (await changed(full, before, 0)).placement)).toEqual({ a: "A" });
  });
});

/** Fewest people who end elsewhere, over every placement that the rows allow. */
function leastByForce(input: MarketInput, before: Readonly<Record<string, string | null>>, person: string): number {
  const count = (answer: Readonly<Record<string, string | null>>) =>
    input.people.filter(({ id }) => answer[id] !== before[id]).length;
  const isAllowed = (answer: Readonly<Record<string, string | null>>) =>
    answer[person] !== before[person] && input.people.every((row) => answer[row.id] !== null || !mayStay(input, row));
  return Math.min(...[...placements(input)].filter(isAllowed).map(count));
}

const mayStay = (input: MarketInput, row: MarketInput["people"][number]): boolean =>
  row.ownPost !== undefined && keeps(input, row, row.ownPost);

test("in random markets no placement changes fewer, and what holds of places still does", async () => {
  await fc.assert(
    fc.asyncProperty(marketArbitrary({ people: 4, posts: 3, rankings: true }), fc.nat(3), async (input, at) => {
      const market = valueOf(loadMarket(input));
      const before = decide(market, ACCEPTANCE).placement;
      const { id, ownPost } = market.people[at] as Market["people"][number];
      // Nobody loses the own post by a decision that is withdrawn.
      if (before[at] === NO_POST || before[at] === ownPost) return;
      const { placement, changes } = await changed(market, before, at);
      expect(changes.value).toBe(leastByForce(input, byId(market, before), id));
      expect(checkProperties({ market, placement }, ["seatsKept", "onlyWished", "ownPostKept"])).toEqual([]);
    }),
    { numRuns: cases(60) },
  );
});
