import { describe, expect, test } from "vitest";
import type { LinearProgram } from "../linear/program.ts";
import type { LevelOutcome } from "./chain-types.ts";
import type { ClosedLevel } from "./closing.ts";
import { compared, costlyBefore } from "./compared.ts";

const closed = [5, 7, 9].map((value, number) => ({ number, value }) as ClosedLevel);

/** Outcomes by value and bound; the last is that of the level after all closed ones. */
const outcomes = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([value, dualBound]) => ({ value, dualBound }) as LevelOutcome);

const NEVER = { from: 0, mayImprove: closed.length };

describe("levels solved in one chain", () => {
  test("lead to the first that is worse, as long as those before are the same to the unit", () => {
    expect(compared(closed, outcomes([5, 5], [8, 8], [3, 3], [0, 0]), NEVER)).toEqual({ number: 1, isLead: true });
    expect(compared(closed, outcomes([5, 5], [7, 7], [9, 9], [4, 4]), NEVER)).toEqual({ number: 3, isLead: true });
  });

  test("have to be solved again from one that a gap leaves open, but for the first", () => {
    expect(compared(closed, outcomes([5, 5], [8, 7], [3, 3], [0, 0]), NEVER)).toEqual({ number: 1, isLead: false });
    expect(compared(closed, outcomes([6, 5], [8, 8], [3, 3], [0, 0]), NEVER)).toEqual({ number: 0, isLead: true });
  });

  test("have to be solved beside the one in hand after one that is better, unless better is an answer", () => {
    const found = outcomes([4, 4], [8, 8], [3, 3], [0, 0]);
    expect(compared(closed, found, NEVER)).toEqual({ number: 1, isLead: false });
    expect(compared(closed, found, { from: 0, mayImprove: 0 })).toEqual({ number: 0, isLead: true });
  });
});

test("levels that cost nothing are passed over on the way back", () => {
  const before = (costs: readonly number[], number: number) => {
    const levels = costs.map((cost) => ({ cost: Float64Array.of(cost) }));
    return costlyBefore({ levels } as unknown as LinearProgram, number);
  };
  expect([before([1, 0, 0, 2], 3), before([1, 3, 0, 2], 3), before([1, 3, 4, 2], 3)]).toEqual([0, 1, 2]);
});
