import { describe, expect, test } from "vitest";
import { pageStarts, paperOf } from "./pages.ts";

/** A table of official looks: rows of 24 points on a page of 509, of a width that is not made smaller. */
const sheet = (rows: number, below = 36) => ({
  widths: [40, 40],
  above: 106,
  repeated: 32,
  rows: Array.from({ length: rows }, () => 24),
  below,
});

test("paper is A4 while letters stay readable, and A3 beyond", () => {
  expect(paperOf([60, 60])).toBe("a4");
  expect(paperOf(Array.from({ length: 19 }, () => 10))).toBe("a3");
});

describe("pages", () => {
  // (509 - 106) / 24 rows fill the first page, and 19 the next ones.
  test.each([
    ["all on one page", 5, []],
    ["the signature alone on the second page", 16, [13]],
    ["one row on the second page", 17, [14]],
    ["two rows on the second page", 18, [15]],
    ["three rows on the second page", 19, [16]],
    ["the signature alone on the third page", 16 + 19, [16, 32]],
    ["a full page and a half", 16 + 10, [16]],
    ["one row", 1, []],
  ])("begin so that rows stand above the signature: %s", (_name, rows, starts) => {
    expect(pageStarts(sheet(rows))).toEqual(starts);
  });

  test("keep many lines below the table together", () => {
    expect(pageStarts(sheet(13, 36))).toEqual([]);
    expect(pageStarts(sheet(13, 120))).toEqual([10]);
  });

  test("of a long sheet are no more than programs take", () => {
    expect(pageStarts(sheet(30_000)).length).toBe(1000);
  });
});
