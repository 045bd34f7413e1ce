import { createHighsSolver } from "@lungang/solver-highs/node";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { MarketInput } from "../src/market/document.ts";
import type { HardRules } from "../src/market/hard-rules.ts";
import { loadHardRules } from "../src/market/hard-rules.ts";
import { loadMarket } from "../src/market/load.ts";
import type { Market } from "../src/market/market.ts";
import { acceptance } from "../src/mechanisms/acceptance/acceptance.ts";
import type { StablePlacement } from "../src/program/solve.ts";
import { solveStable } from "../src/program/solve.ts";
import { checkHardRules } from "../src/properties/hard-rules.ts";
import { checkProperties } from "../src/properties/properties.ts";
import { remainingPairs } from "../src/reasons/blocking-causes.ts";
import { HARD_RULES_COUNTEREXAMPLE, strategyOfHardRules } from "../src/strategy/hard-rules.ts";
import type { Answer } from "./brute-force.ts";
import { blockingPairs, isTogether, keepsOwnPosts, placements, rankOf } from "./brute-force.ts";
import { byId, marketArbitrary, marketOf, post, valueOf } from "./markets.ts";
import { withList } from "./misreport.ts";

const solver = createHighsSolver();
afterAll(() => solver.close());

const NOTHING: HardRules = { couples: [], limits: [] };

const rulesOf = (market: Market, rules: object, metres?: (a: string, b: string) => number): HardRules =>
  valueOf(loadHardRules({ format: "lungang-hard-rules-1", ...rules }, market, metres));

async function solved(market: Market, rules: HardRules): Promise<StablePlacement> {
  const result = await solveStable(market, rules, { solver });
  if (result.status !== "solved") throw new Error(result.status);
  for (const { value, dualBound } of [result.blocking, result.wishes]) expect(dualBound).toBe(value);
  expect(checkHardRules(market, rules, { placement: result.placement })).toEqual([]);
  expect(checkProperties({ market, placement: result.placement }, ["seatsKept", "onlyWished", "ownPostKept"])).toEqual(
    [],
  );
  expect(remainingPairs(market, rules, result.placement)).toHaveLength(result.blocking.value);
  return result;
}

/** A couple that may not be torn apart: V6. */
const V6 = (placesAtC: number): Market =>
  marketOf({
    posts: [
      { ...post("A语文"), school: "A" },
      { ...post("A数学"), school: "A" },
      { ...post("B语文"), school: "B" },
      { ...post("C数学", placesAtC), school: "C" },
      { ...post("D数学"), school: "D" },
    ],
    people: [
      { id: "W", points: 2, ownPost: "A语文" },
      { id: "M", points: 1, ownPost: "A数学" },
    ],
    applications: [
      { person: "W", wishes: ["B语文"] },
      { person: "M", wishes: ["C数学", "D数学"] },
    ],
  });

const metres = (a: string, b: string): number =>
  [a, b].includes("D") ? 116_000 : [a, b].includes("A") ? 50_000 : 1_400;

test("V6: nobody of a couple moves far from the other, both move where both are near, and the pairs left have their cause", async () => {
  const couples = [{ id: "W and M", people: ["W", "M"], mode: "notApart", near: 20_000 }];
  const full = V6(0);
  const apart = rulesOf(full, { couples }, metres);
  const stay = await solved(full, apart);
  expect(byId(full, stay.placement)).toEqual({ W: "A语文", M: "A数学" });
  expect(
    remainingPairs(full, apart, stay.placement).map(({ person, post: at, causes }) => [person, at, causes]),
  ).toEqual([
    ["M", "D数学", ["W and M"]],
    ["W", "B语文", ["W and M"]],
  ]);
  const open = V6(1);
  const move = await solved(open, rulesOf(open, { couples }, metres));
  expect(byId(open, move.placement)).toEqual({ W: "B语文", M: "C数学" });
  expect(move.blocking).toEqual({ value: 0, dualBound: 0 });
});

test("a regional limit that cannot be kept is an answer", async () => {
  const market = marketOf({ posts: [post("A")], people: [{ id: "p", points: 1 }] });
  const rules = rulesOf(market, { limits: [{ id: "mountain", posts: ["A"], atLeast: 1 }] });
  expect(await solveStable(market, rules, { solver })).toEqual({ status: "infeasible" });
});

test("couples and limits that name what is not there", () => {
  const market = marketOf({ posts: [post("A")], people: [{ id: "p", points: 1 }] });
  const read = loadHardRules(
    {
      format: "lungang-hard-rules-1",
      couples: [
        { id: "c", people: ["p", "p"], mode: "notApart", near: 5 },
        { id: "c", people: ["x", "y"], mode: "bothOrNone", near: "school" },
      ],
      limits: [{ id: "l", posts: ["Z"], atLeast: 3, atMost: 2 }],
    },
    market,
  );
  expect(read.ok ? [] : read.issues.map((issue) => `${issue.code} ${issue.path?.join(".")}`)).toEqual([
    "couple-twice couples.1.id",
    "person-in-two-couples couples.0.people.1",
    "unknown-id couples.1.people.0",
    "unknown-id couples.1.people.1",
    "distances-missing couples.0.near",
    "unknown-id limits.0.posts.0",
    "limit-crossed limits.0",
  ]);
});

describe("against every placement there is", () => {
  test("without hard rules the program finds what acceptance finds", async () => {
    await fc.assert(
      fc.asyncProperty(marketArbitrary({ people: 6, posts: 4, rankings: true }), async (input) => {
        const market = valueOf(loadMarket(input));
        const result = await solved(market, NOTHING);
        expect(result.blocking.value).toBe(0);
        expect(byId(market, result.placement)).toEqual(byId(market, acceptance(market)));
      }),
      { seed: 401, numRuns: 60 },
    );
  });

  test("with couples and limits: the fewest blocking pairs, then the best sum of wishes", async () => {
    let blocked = 0;
    let infeasible = 0;
    const rulesShape = fc.record({
      mode: fc.constantFrom("bothOrNone" as const, "notApart" as const),
      atLeast: fc.integer({ min: 0, max: 2 }),
      atMost: fc.integer({ min: 2, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(
        marketArbitrary({ people: 4, posts: 3, rankings: true }),
        rulesShape,
        async (drawn, { mode, atLeast, atMost }) => {
          const input: MarketInput = {
            ...drawn,
            posts: drawn.posts.map((row, at) => ({ ...row, township: at < 2 ? "X" : "Y" })),
          };
          const market = valueOf(loadMarket(input));
          const rules = rulesOf(market, {
            couples: [{ id: "couple", people: ["T0", "T1"], mode, near: "township" }],
            limits: [{ id: "limit", posts: ["P0", "P1"], atLeast, atMost }],
          });
          const best = bestOf(input, { mode, atLeast, atMost });
          const result = await solveStable(market, rules, { solver });
          if (best === undefined) infeasible++;
          else if (best.blocking > 0) blocked++;
          const found =
            result.status === "solved" ? { blocking: result.blocking.value, wishes: result.wishes.value } : undefined;
          expect(found).toEqual(best);
        },
      ),
      { seed: 402, numRuns: 150 },
    );
    expect(blocked).toBeGreaterThan(10);
    expect(infeasible).toBeGreaterThan(3);
  });
});

interface Drawn {
  readonly mode: "bothOrNone" | "notApart";
  readonly atLeast: number;
  readonly atMost: number;
}

/** Fewest blocking pairs and smallest sum of wishes of all placements that keep the rules; undefined where none does. */
function bestOf(input: MarketInput, drawn: Drawn): { readonly blocking: number; readonly wishes: number } | undefined {
  const values = [...placements(input)]
    .filter((answer) => isAllowed(input, answer, drawn))
    .map((answer) => ({
      blocking: blockingPairs(input, answer).length,
      wishes: input.people.reduce((sum, person) => sum + rankOf(input, person, answer), 0),
    }));
  return values.sort((a, b) => a.blocking - b.blocking || a.wishes - b.wishes)[0];
}

function isAllowed(input: MarketInput, answer: Answer, { mode, atLeast, atMost }: Drawn): boolean {
  if (!keepsOwnPosts(input, answer)) return false;
  const there = input.people.filter((person) => ["P0", "P1"].includes(answer[person.id] ?? "")).length;
  return (
    there >= atLeast && there <= atMost && isTogether(input, answer, { people: ["T0", "T1"], mode, near: "township" })
  );
}

test("the program is not safe: who leaves out the village is not sent there", async () => {
  const { market: input, rules: written, person, instead } = HARD_RULES_COUNTEREXAMPLE;
  const getsBy = async (filed: MarketInput): Promise<string | null | undefined> => {
    const market = valueOf(loadMarket(filed));
    return byId(market, (await solved(market, valueOf(loadHardRules(written, market)))).placement)[person];
  };
  expect(await getsBy(input)).toBe("village");
  expect(await getsBy(withList(input, person, instead))).toBe("town");
  const { isSafe, example } = strategyOfHardRules();
  expect(isSafe).toBe(false);
  expect(example?.en).toBe(
    `For example, where the village needs somebody, "${person}" with the honest list town, village is sent to the village; with ${instead.join()} alone he gets town, and somebody before him goes to the village`,
  );
});
