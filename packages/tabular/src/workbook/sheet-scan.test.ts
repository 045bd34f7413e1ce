import fc from "fast-check";
import { expect, test } from "vitest";
import { cellAddress } from "./book.ts";
import { SHEET_LIMITS, scanSheet } from "./sheet-scan.ts";

/** The tag of a cell as some writer spells it; the first is the usual one. */
const SPELLINGS: readonly ((address: string) => string)[] = [
  (address) => `<c r="${address}" s="1"><v>1</v></c>`,
  (address) => `<c\n r = '${address}'/>`,
  (address) => `<c t="s" r="${address}"/>`,
  (address) => `<x:c s="2" r="${address}"></x:c>`,
];

const scan = (tag: string) => scanSheet(Buffer.from(`<worksheet><sheetData><row r="1">${tag}</row></sheetData>`));

test("an address is read alike however its cell is spelled", () => {
  const { rows, columns } = SHEET_LIMITS;
  const near = (limit: number) => fc.oneof(fc.nat({ max: 2 * limit }), fc.integer({ min: limit - 2, max: limit + 2 }));
  fc.assert(
    fc.property(near(rows), near(columns), (row, column) => {
      const address = cellAddress(row, column);
      const expected = row < rows && column < columns && (row + 1) * (column + 1) <= SHEET_LIMITS.rectangle;
      const found = SPELLINGS.map((spell) => scan(spell(address)));
      expect(found.map((excess) => excess === undefined)).toEqual(SPELLINGS.map(() => expected));
      expect(found.map((excess) => excess?.cell)).toEqual(SPELLINGS.map(() => (expected ? undefined : address)));
    }),
  );
});

test.each(["", "A", "1", "A0", "A01", "AAAA1", "A12345678", "A1:B2", "1A", "A1 ", "&#65;1"])(
  "%j is no address",
  (address) => {
    const excess = scan(`<c r="${address}"/>`);
    expect(excess).toMatchObject({ code: "sheet-too-large", received: address.slice(0, 20), expected: "A1" });
  },
);

test("lower case and a missing address are accepted, as the library does", () => {
  expect(scan('<c r="a1"/><c/><c t="s"><v>0</v></c>')).toBeUndefined();
  expect(scan('<c r="ko1"/>')).toMatchObject({ cell: "ko1" });
});
