import { describe, expect, test } from "vitest";
import { relativeGap } from "./port.ts";

describe("relativeGap", () => {
  test.each([
    [0, 0, 0],
    [0, -1, Infinity],
    [10, 9, 0.1],
    [-10, -11, 0.1],
    [Infinity, 3, Infinity],
    [3, -Infinity, Infinity],
  ])("of %d and %d is %d", (primal, dual, gap) => {
    expect(relativeGap(primal, dual)).toBe(gap);
  });
});
