import fc from "fast-check";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
import { verifyAppointment } from "../src/check/verify.ts";
import type { MarketInput } from "../src/market/document.ts";
import type { HardRules } from "../src/market/hard-rules.ts";
import { loadHardRules } from "../src/market/hard-rules.ts";
import { loadMarket } from "../src/market/load.ts";
import type { Placement } from "../src/market/market.ts";
import { NO_POST } from "../src/market/market.ts";
import type { Rule } from "../src/market/rule.ts";
import { solveStable } from "../src/program/solve.ts";
import { checkHardRules } from "../src/properties/hard-rules.ts";
import { checkProperties } from "../src/properties/properties.ts";
import { remainingPairs } from "../src/reasons/blocking-causes.ts";
import type { Appointment } from "../src/rules/appoint.ts";
import { appoint } from "../src/rules/appoint.ts";
import { appointWithinTitles } from "../src/rules/appoint-within-titles.ts";
import type { Answer } from "./brute-force.ts";
import { placements } from "./brute-force.ts";
import { MISSED, TIGHT_POSTS, TITLE_CIRCLE, tightMarket, valueOf } from "./markets.ts";

/** Markets in which nobody is appointed since titles lead round in a circle: every placement there is, looked at one by one. */

const RULES: readonly Rule[] = [
  { name: "acceptance" },
  { name: "twoSided", proposer: "person" },
  { name: "twoSided", proposer: "post" },
];

/** `LUNGANG_SHOW` prints the figures. */
const isShown = process.env["LUNGANG_SHOW"] !== undefined;

/** Returns the placements of a market that the checkers of a rule find nothing wrong with. */
function sound(input: MarketInput, rule: Rule): readonly Answer[] {
  const market = valueOf(loadMarket(input));
  return [...placements(input)].filter((answer) => {
    const lines = Object.entries(answer).map(([person, post]) => ({ person, post }));
    const report = verifyAppointment(market, { format: "lungang-appointment-1", rule, lines });
    return report.ok && report.value.holds;
  });
}

/** What is promised beside limits. */
const KEPT = ["seatsKept", "onlyWished", "ownPostKept", "titlesKept"] as const;

/** Returns the placements of a market that keep heads, own posts, titles and limits. */
function kept(input: MarketInput, rules: HardRules): readonly Placement[] {
  const market = valueOf(loadMarket(input));
  const positions = new Map(market.posts.map(({ id }, at) => [id, at]));
  return [...placements(input)]
    .map((answer) => Int32Array.from(market.people, ({ id }) => positions.get(answer[id] ?? "") ?? NO_POST))
    .filter((placement) => checkHardRules(market, rules, { placement }).length === 0)
    .filter((placement) => checkProperties({ market, placement }, KEPT).length === 0);
}

const endsOf = ({ lines }: Appointment) =>
  JSON.stringify(Object.fromEntries(lines.map(({ person, post }) => [person, post])));

const solver = createHighsSolver();
afterAll(() => solver.close());

test("what the rule runs round in a circle for is found by the program, or proven not to be there", async () => {
  const rule: Rule = { name: "acceptance" };
  const market = valueOf(loadMarket(MISSED));
  const alone = appoint(market, rule);
  expect(alone.ok ? "" : alone.issues[0]?.message.zh).toContain("未找到");
  const { lines } = valueOf(await appointWithinTitles(market, rule, { solver }));
  expect(Object.fromEntries(lines.map(({ person, post }) => [person, post]))).toEqual({
    p0: "Z1",
    p1: "S1",
    p2: "S2",
    p3: "T2",
    p4: null,
  });
  const none = await appointWithinTitles(valueOf(loadMarket(TITLE_CIRCLE)), rule, { solver });
  expect(none.ok ? [] : none.issues.map(({ code, message }) => [code, message.zh.includes("已证明不存在")])).toEqual([
    ["titles-in-a-circle", true],
  ]);
  expect(sound(TITLE_CIRCLE, rule)).toEqual([]);
});

describe.each(RULES)("by $name $proposer", (rule) => {
  test("somebody is appointed wherever a placement keeps titles and passes nobody over", async () => {
    const tally = { settled: 0, byProgram: 0, none: 0 };
    await fc.assert(
      fc.asyncProperty(tightMarket, async (input) => {
        const market = valueOf(loadMarket(input));
        const isCircle = !appoint(market, rule).ok;
        const made = await appointWithinTitles(market, rule, { solver });
        tally[made.ok ? (isCircle ? "byProgram" : "settled") : "none"] += 1;
        // What is found without a circle shows that the search over all placements finds something.
        if (!isCircle && tally.settled % 50 !== 0) return;
        const found = sound(input, rule).map((answer) => JSON.stringify(answer));
        const isProven = !made.ok && made.issues[0]?.message.zh.includes("已证明不存在") === true;
        const isRight = made.ok ? found.includes(endsOf(made.value)) : isProven && found.length === 0;
        expect(isRight ? [] : [JSON.stringify(input), ...found]).toEqual([]);
      }),
      { numRuns: cases(60), seed: 20_260_901 },
    );
    if (isShown) process.stdout.write(`${JSON.stringify(rule)}: ${JSON.stringify(tally)}\n`);
    expect(tally.settled).toBeGreaterThan(cases(45));
  });
});

test("with a limit of some posts the fewest pairs that block are left among all placements that keep titles and limit", async () => {
  let left = 0;
  await fc.assert(
    fc.asyncProperty(
      tightMarket,
      fc.shuffledSubarray(TIGHT_POSTS, { minLength: 2, maxLength: 3 }),
      async (input, posts) => {
        const market = valueOf(loadMarket(input));
        const rows = { format: "lungang-hard-rules-1", limits: [{ id: "L", posts, atMost: 1 }] };
        const rules = valueOf(loadHardRules(rows, market));
        const found = await solveStable(market, rules, { solver });
        const counts = kept(input, rules).map((placement) => remainingPairs(market, rules, placement).length);
        const none = { placement: undefined, blocking: { value: Infinity } };
        const { placement, blocking } = found.status === "solved" ? found : none;
        const own = placement === undefined ? [] : checkProperties({ market, placement }, KEPT);
        const pairs = placement === undefined ? Infinity : remainingPairs(market, rules, placement).length;
        expect(own).toEqual([]);
        expect([blocking.value, pairs]).toEqual([Math.min(...counts), Math.min(...counts)]);
        left += pairs === Infinity ? 0 : pairs;
      },
    ),
    { numRuns: cases(20), seed: 20_260_902 },
  );
  expect(left).toBeGreaterThan(cases(2));
});
