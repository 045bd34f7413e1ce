import fc from "fast-check";
import { expect, test } from "vitest";
import { ceilShare, floorShare, parseShare, share, shareText } from "./share.ts";

test.each([
  ["8%", [2, 25]],
  ["2.5%", [1, 40]],
  ["0.08", [2, 25]],
  ["1/12", [1, 12]],
  [" ８％ ", [2, 25]],
  ["0", [0, 1]],
  ["100%", [1, 1]],
  ["0.07", [7, 100]],
])("parseShare reads %s exactly", (text, [numerator, denominator]) => {
  expect(parseShare(text)).toEqual({ numerator, denominator });
});

test.each(["", "eight", "-1%", "1/0", "1e-2", "1/2/3", "8 %%", "12345678901.23", ".5"])(
  "parseShare refuses %j",
  (text) => {
    expect(parseShare(text)).toBeUndefined();
  },
);

test.each([
  [-1, 2],
  [1, 0],
  [0.5, 1],
  [1, 2 ** 60],
])("share refuses %d/%d", (numerator, denominator) => {
  expect(() => share(numerator, denominator)).toThrow(RangeError);
});

test.each([
  ["10%", 87, 9, 8],
  ["8%", 87, 7, 6],
  ["30%", 5, 2, 1],
  ["30%", 3, 1, 0],
  ["0.07", 100, 7, 7],
  ["1/3", 0, 0, 0],
  ["100%", 41, 41, 41],
])("%s of %d is %d rounded up and %d rounded down", (text, count, up, down) => {
  const part = parseShare(text) ?? share(0, 1);
  expect([ceilShare(part, count), floorShare(part, count)]).toEqual([up, down]);
});

test("rounding agrees with integers of any size", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), fc.nat(100_000), (numerator, denominator, count) => {
      const part = share(numerator, denominator);
      const exact = BigInt(numerator) * BigInt(count);
      expect(BigInt(floorShare(part, count))).toBe(exact / BigInt(denominator));
      expect(BigInt(ceilShare(part, count))).toBe((exact + BigInt(denominator) - 1n) / BigInt(denominator));
    }),
  );
});

test("shareText speaks in percent", () => {
  expect([shareText(share(2, 25)), shareText(share(1, 12)), shareText(share(1, 1))]).toEqual(["8%", "8.33%", "100%"]);
});
