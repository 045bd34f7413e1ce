import { createHighsSolver } from "@lungang/solver-highs/node";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
import type { MarketInput } from "../src/market/document.ts";
import { loadHardRules } from "../src/market/hard-rules.ts";
import { loadMarket } from "../src/market/load.ts";
import { solveStable } from "../src/program/solve.ts";
import { remainingPairs } from "../src/reasons/blocking-causes.ts";
import type { Answer, Pair } from "./brute-force.ts";
import {
  blockingPairs,
  isBeyondTitles,
  isStopped,
  isTogether,
  keepsOwnPosts,
  placements,
  rankOf,
} from "./brute-force.ts";
import { byId, tightMarket, valueOf } from "./markets.ts";

/** Couples in markets with posts of titles, against every placement there is, read from the rows alone. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const pairsLeft = (input: MarketInput, answer: Answer) =>
  blockingPairs(input, answer).filter((pair) => !isStopped(input, answer, pair));

/** Fewest pairs that block and no level stops, then the smallest sum of places, of all placements that are allowed. */
function bestOf(input: MarketInput, couple: Pair) {
  return [...placements(input)]
    .filter((answer) => keepsOwnPosts(input, answer) && isTogether(input, answer, couple))
    .filter((answer) => !isBeyondTitles(input, answer))
    .map((answer) => ({
      blocking: pairsLeft(input, answer).length,
      wishes: input.people.reduce((sum, person) => sum + rankOf(input, person, answer), 0),
    }))
    .sort((a, b) => a.blocking - b.blocking || a.wishes - b.wishes)[0];
}

async function solved(input: MarketInput, couple: Pair) {
  const market = valueOf(loadMarket(input));
  const rows = { format: "lungang-hard-rules-1", couples: [{ id: "couple", ...couple }] };
  const rules = valueOf(loadHardRules(rows, market));
  const result = await solveStable(market, rules, { solver });
  if (result.status !== "solved") return { status: result.status, answer: undefined, pairs: [] };
  const { placement, blocking, wishes } = result;
  const value = { blocking: blocking.value, wishes: wishes.value };
  return { status: value, answer: byId(market, placement), pairs: remainingPairs(market, rules, placement) };
}

/** Where somebody gets a post and its holder goes back, the couple is torn apart. */
function tearsCouple(
  input: MarketInput,
  answer: Answer,
  [couple, person, post, holder]: readonly [Pair, string, string, string | undefined],
) {
  const back = input.people.find(({ id }) => id === holder)?.ownPost ?? null;
  const then = { ...answer, [person]: post, ...(holder === undefined ? {} : { [holder]: back }) };
  return !isTogether(input, then, couple);
}

test("a couple of whom the level of a school stops one stays, and the pair of the other has the couple as its cause", async () => {
  const input: MarketInput = {
    format: "lungang-market-1",
    posts: ["S1", "S2", "T1", "T2"].map((id) => ({ id, school: id.charAt(0), capacity: 1 })),
    people: [
      { id: "w", points: 20, title: "junior", ownPost: "T1" },
      { id: "m", points: 10, title: "senior", ownPost: "T2" },
    ],
    applications: [
      { person: "w", wishes: ["S1"] },
      { person: "m", wishes: ["S2"] },
    ],
    titlePosts: [{ school: "S", level: "senior", posts: 0 }],
  };
  const couple: Pair = { people: ["w", "m"], mode: "bothOrNone", near: "school" };
  const stopped = await solved(input, couple);
  expect(stopped.answer).toEqual({ w: "T1", m: "T2" });
  expect(stopped.pairs.map(({ person, post, causes }) => [person, post, causes])).toEqual([["w", "S1", ["couple"]]]);
  const open = await solved({ ...input, titlePosts: [{ school: "S", level: "senior", posts: 1 }] }, couple);
  expect([open.answer, open.pairs]).toEqual([{ w: "S1", m: "S2" }, []]);
});

test("in random markets with a couple and posts of titles: the fewest pairs left of all placements, each with its cause", async () => {
  const tally = { none: 0, blocked: 0, byCouple: 0, byOthers: 0, stopped: 0 };
  const pair = fc.record({
    people: fc.constantFrom<Pair["people"]>(["p0", "p1"], ["p2", "p4"]),
    mode: fc.constantFrom<Pair["mode"]>("bothOrNone", "notApart"),
    near: fc.constant("school" as const),
  });
  await fc.assert(
    fc.asyncProperty(tightMarket, pair, async (input, couple) => {
      const best = bestOf(input, couple);
      const { status, answer, pairs } = await solved(input, couple);
      expect(status).toEqual(best ?? "infeasible");
      tally.none += best === undefined ? 1 : 0;
      const made = answer ?? {};
      const left = answer === undefined ? [] : pairsLeft(input, made);
      expect(pairs.map(({ person, post }) => `${person} ${post}`).sort()).toEqual(
        left.map(({ person, id }) => `${person.id} ${id}`).sort(),
      );
      expect(pairs.map(({ causes }) => causes)).toEqual(
        pairs.map(({ person, post, holder }) =>
          tearsCouple(input, made, [couple, person, post, holder]) ? ["couple"] : [],
        ),
      );
      tally.blocked += left.length > 0 ? 1 : 0;
      tally.stopped += answer !== undefined && blockingPairs(input, made).length > left.length ? 1 : 0;
      for (const { causes } of pairs) tally[causes.length > 0 ? "byCouple" : "byOthers"] += 1;
    }),
    { numRuns: cases(25), seed: 20_261_201 },
  );
  if (process.env["LUNGANG_SHOW"] !== undefined) process.stdout.write(`couples and titles: ${JSON.stringify(tally)}\n`);
  expect(Math.min(tally.byCouple, tally.stopped)).toBeGreaterThan(cases(2));
});
