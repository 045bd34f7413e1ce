import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePoints, pointsText } from "./decimal.ts";

describe("parsePoints", () => {
  test.each([
    ["87.5", 875_000],
    [87.5, 875_000],
    [0.1, 1_000],
    ["8.12340000", 81_234],
    ["-3", -30_000],
    ["+2.5", 25_000],
    [-0, 0],
    ["８７．５", 875_000],
    [" 60 ", 600_000],
  ])("reads %j exactly", (value, units) => expect(parsePoints(value)).toBe(units));

  test.each(["", "87,5", "1e3", "1.00001", "12345678901", "九十", ".5", "5."])("refuses %j", (value) =>
    expect(parsePoints(value)).toBeUndefined(),
  );

  test.each([0.1 + 0.2, Number.NaN, Infinity, 1e21, 1e-7])("refuses the number %d", (value) =>
    expect(parsePoints(value)).toBeUndefined(),
  );

  test("comes back from what is printed", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (units) => {
        expect(parsePoints(pointsText(units))).toBe(units);
      }),
      { seed: 3 },
    );
  });
});
