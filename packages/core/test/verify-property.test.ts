import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyPlan } from "../src/planner/verify-plan.ts";
import { CORRUPTIONS } from "./corruptions.ts";
import type { HandPlan } from "./hand-plan.ts";
import { handPlan } from "./hand-plan.ts";
import { MOVES, instance, policy } from "./verify-county.ts";

/** Valid plans that every corruption is tried on; plans of the planner join them. */
const VALID: readonly (readonly [string, HandPlan])[] = [
  ["a hand-made plan", handPlan({ instance, policy, moves: MOVES })],
];

test.each(VALID)("verifyPlan accepts %s and finds whatever spoils it", (_name, hand) => {
  expect(verifyPlan(hand).violations).toEqual([]);
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(CORRUPTIONS)), fc.infiniteStream(fc.nat()), (name, numbers) => {
      const pick = (bound: number) => (numbers.next().value as number) % bound;
      const spoiled = CORRUPTIONS[name]?.(hand, pick);
      if (spoiled === undefined) return;
      const report = verifyPlan({ ...hand, plan: spoiled.plan });
      expect(report.ok).toBe(false);
      expect(report.violations.map(({ rule }) => rule)).toContain(spoiled.rule);
    }),
    { numRuns: 300 },
  );
});

test("verifyPlan does not depend on the order of the lines", () => {
  const hand = handPlan({ instance, policy, moves: MOVES });
  fc.assert(
    fc.property(fc.shuffledSubarray(hand.plan.moves, { minLength: hand.plan.moves.length }), (moves) => {
      expect(verifyPlan({ ...hand, plan: { ...hand.plan, moves } }).ok).toBe(true);
    }),
    { numRuns: 50 },
  );
});
