import { createHighsSolver } from "@lungang/solver-highs/node";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
import type { MarketInput } from "../src/market/document.ts";
import { loadMarket } from "../src/market/load.ts";
import type { Round } from "../src/rounds/round.ts";
import { loadRounds } from "../src/rounds/round.ts";
import { runRounds, runRoundsWithinTitles } from "../src/rounds/run-rounds.ts";
import type { RoundsVerification } from "../src/rounds/verify-rounds.ts";
import { verifyRounds } from "../src/rounds/verify-rounds.ts";
import { MISSED, TITLE_CIRCLE, stepsOf, valueOf } from "./markets.ts";

/** Rounds of a chain in which posts of titles lead the rule round in a circle. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const EXTRA_POSTS = ["U1", "U2", "U3"];

/** A market that leads in a circle, with two people at a third school who are decided in a round before. */
function withRoundBefore(circle: MarketInput, wishes: readonly (readonly string[])[] = [["U3"], []]): MarketInput {
  const posts = [...circle.posts, ...EXTRA_POSTS.map((id) => ({ id, school: "U", capacity: 1 }))];
  const isThere = (wish: string) => posts.some(({ id }) => id === wish);
  const extra = wishes.map((list, at) => ({ person: `e${at}`, wishes: list.filter(isThere) }));
  return {
    ...circle,
    posts,
    people: [
      ...circle.people,
      ...extra.map(({ person }, at) => ({ id: person, points: 25 + at, title: "senior", ownPost: `U${at + 1}` })),
    ],
    applications: [...(circle.applications ?? []), ...extra],
  };
}

function chainOf(input: MarketInput, rule: Round["rule"] = { name: "acceptance" }) {
  const market = valueOf(loadMarket(input));
  const round = { rule, reach: "county", fixes: "movers" };
  const rounds = [
    { ...round, id: "校内", posts: { ids: EXTRA_POSTS }, people: ["e0", "e1"] },
    { ...round, id: "全县" },
  ];
  return { market, rounds: valueOf(loadRounds({ format: "lungang-rounds-1", rounds }, market)) };
}

const findingsOf = ({ rounds }: RoundsVerification) =>
  rounds.flatMap(({ properties }) => properties.flatMap(({ findings }) => findings));

test("a round of a chain in which titles lead round in a circle is decided by the program, and the checkers find nothing", async () => {
  const { market, rounds } = chainOf(withRoundBefore(MISSED));
  const alone = runRounds(market, rounds);
  expect(alone.ok ? "" : alone.issues[0]?.message.zh).toMatch(/^“全县”一轮：.*未找到/u);
  const made = valueOf(await runRoundsWithinTitles(market, rounds, { solver }));
  expect(made.lines.map(({ person, post, round }) => [person, post, round])).toEqual([
    ["e0", "U3", "校内"],
    ["e1", "U2", null],
    ["p0", "Z1", null],
    ["p1", "S1", null],
    ["p2", "S2", null],
    ["p3", "T2", "全县"],
    ["p4", null, null],
  ]);
  const checked = valueOf(verifyRounds(market, rounds, { steps: stepsOf(made) }));
  expect(findingsOf(checked)).toEqual([]);
  expect(checked.ends.get("p3")).toBe("T2");
});

test("a round for which no placement keeps titles and passes nobody over ends the chain, and that is proven", async () => {
  const { market, rounds } = chainOf(withRoundBefore(TITLE_CIRCLE));
  const made = await runRoundsWithinTitles(market, rounds, { solver });
  expect(made.ok ? [] : made.issues.map(({ code, message }) => [code, message.zh.slice(0, 6)])).toEqual([
    ["titles-in-a-circle", "“全县”一轮"],
  ]);
  expect(made.ok ? "" : made.issues[0]?.message.en).toContain("which is proven");
});

test("whatever the round before decides, a chain with the program is right by the checkers and differs only where there was a circle", async () => {
  const tally = { byRule: 0, byProgram: 0, none: 0 };
  const list = fc.shuffledSubarray(["U1", "U2", "U3", "T1", "Z1", "Z", "B"], { maxLength: 3 });
  const rule = fc.constantFrom<Round["rule"]>(
    { name: "acceptance" },
    { name: "twoSided", proposer: "person" },
    { name: "twoSided", proposer: "post" },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(MISSED, TITLE_CIRCLE), list, list, rule, async (circle, one, other, by) => {
      const { market, rounds } = chainOf(withRoundBefore(circle, [one, other]), by);
      const [alone, made] = [runRounds(market, rounds), await runRoundsWithinTitles(market, rounds, { solver })];
      tally[alone.ok ? "byRule" : made.ok ? "byProgram" : "none"] += 1;
      expect(alone.ok ? made : alone).toEqual(alone);
      const unproven = made.ok ? [] : made.issues.filter(({ message }) => !message.zh.includes("已证明不存在"));
      expect(unproven).toEqual([]);
      const checked = made.ok ? verifyRounds(market, rounds, { steps: stepsOf(made.value) }) : undefined;
      expect(checked === undefined ? [] : findingsOf(valueOf(checked))).toEqual([]);
    }),
    { numRuns: cases(15), seed: 20_261_130 },
  );
  if (process.env["LUNGANG_SHOW"] !== undefined) process.stdout.write(`chains: ${JSON.stringify(tally)}\n`);
  expect(tally.byProgram).toBeGreaterThan(cases(3));
});
