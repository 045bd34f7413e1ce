import { describe, expect, test } from "vitest";
import { acceptance } from "../src/mechanisms/acceptance/acceptance.ts";
import { trading } from "../src/mechanisms/trading/trading.ts";
import { twoSided } from "../src/mechanisms/two-sided/two-sided.ts";
import { checkProperties } from "../src/properties/properties.ts";
import { byId, marketOf, post } from "./markets.ts";

type Lists = Readonly<Record<string, readonly string[]>>;

/** A market from lists of people and rankings of posts. */
function rankedMarket(
  people: Lists,
  posts: Lists,
  capacities: Readonly<Record<string, number>> = {},
): ReturnType<typeof marketOf> {
  return marketOf({
    seed: "not needed",
    posts: Object.keys(posts).map((id) => post(id, capacities[id] ?? 1)),
    people: Object.keys(people).map((id) => ({ id })),
    applications: Object.entries(people).map(([person, wishes]) => ({ person, wishes: [...wishes] })),
    rankings: Object.entries(posts).map(([id, names]) => ({ post: id, people: [...names] })),
  });
}

describe("D. Gale and L. S. Shapley, College admissions and the stability of marriage, 1962", () => {
  // Example 1: three of the six ways to pair α, β, γ with A, B, C are stable.
  const market = rankedMarket(
    { alpha: ["A", "B", "C"], beta: ["B", "C", "A"], gamma: ["C", "A", "B"] },
    { A: ["beta", "gamma", "alpha"], B: ["gamma", "alpha", "beta"], C: ["alpha", "beta", "gamma"] },
  );

  test("each side gets its first choices when it asks, and a third way is stable as well", () => {
    expect(byId(market, twoSided(market, "person"))).toEqual({ alpha: "A", beta: "B", gamma: "C" });
    expect(byId(market, twoSided(market, "post"))).toEqual({ alpha: "C", beta: "A", gamma: "B" });
    const ways = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const stable = ways.filter(
      (way) => checkProperties({ market, placement: Int32Array.from(way) }, ["noBlockingPair"]).length === 0,
    );
    expect(stable).toEqual([
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
    ]);
  });
});

test("the example of the National Resident Matching Program: five applicants, three programs of two places", () => {
  const market = rankedMarket(
    {
      Arthur: ["City"],
      Sunny: ["City", "Mercy"],
      Joseph: ["City", "General", "Mercy"],
      Latha: ["Mercy", "City", "General"],
      Darrius: ["City", "Mercy", "General"],
    },
    {
      Mercy: ["Darrius", "Joseph"],
      City: ["Darrius", "Arthur", "Sunny", "Latha", "Joseph"],
      General: ["Darrius", "Arthur", "Joseph", "Latha"],
    },
    { Mercy: 2, City: 2, General: 2 },
  );
  const right = { Arthur: "City", Darrius: "City", Joseph: "General", Latha: "General", Sunny: null };
  expect(byId(market, acceptance(market))).toEqual(right);
  expect(byId(market, twoSided(market, "post"))).toEqual(right);
});

describe("A. Abdulkadiroğlu and T. Sönmez, School choice: a mechanism design approach, 2003", () => {
  test("deferred acceptance respects priorities where trading would suit two students better", () => {
    const market = rankedMarket(
      { i1: ["s2", "s1", "s3"], i2: ["s1", "s2", "s3"], i3: ["s1", "s2", "s3"] },
      { s1: ["i1", "i3", "i2"], s2: ["i2", "i1", "i3"], s3: ["i2", "i1", "i3"] },
    );
    expect(byId(market, acceptance(market))).toEqual({ i1: "s1", i2: "s2", i3: "s3" });
    expect(byId(market, trading(market))).toEqual({ i1: "s2", i2: "s1", i3: "s3" });
  });
});

test("L. Shapley and H. Scarf, On cores and indivisibility, 1974: six owners of houses (example of Wikipedia, Top trading cycle)", () => {
  const wishes: Lists = {
    "1": ["3", "2", "4", "1"],
    "2": ["3", "5", "6"],
    "3": ["3", "1"],
    "4": ["2", "5", "6", "4"],
    "5": ["1", "3", "2"],
    "6": ["2", "4", "5", "6"],
  };
  const market = marketOf({
    rankedBy: "draw",
    seed: "any",
    posts: Object.keys(wishes).map((id) => post(id)),
    people: Object.keys(wishes).map((id) => ({ id: `agent ${id}`, ownPost: id })),
    applications: Object.entries(wishes).map(([id, list]) => ({ person: `agent ${id}`, wishes: [...list] })),
  });
  expect(byId(market, trading(market))).toEqual({
    "agent 1": "2",
    "agent 2": "5",
    "agent 3": "3",
    "agent 4": "6",
    "agent 5": "1",
    "agent 6": "4",
  });
});
