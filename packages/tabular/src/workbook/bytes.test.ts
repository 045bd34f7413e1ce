import { expect, test } from "vitest";
import { asciiBytes, concatBytes, indexOfBytes, startsWithBytes } from "./bytes.ts";

test("bytes are found where a text search finds them", () => {
  const text = "aab<!<!DOCTYPE x><!DOCTYPE";
  for (const wanted of ["a", "ab", "<!DOCTYPE", "<!DOCTYPEx", "E", ""]) {
    for (const from of [0, 1, 7]) {
      expect(indexOfBytes(asciiBytes(text), asciiBytes(wanted), from)).toBe(text.indexOf(wanted, from));
    }
  }
  expect(startsWithBytes(asciiBytes("PK"), asciiBytes("PK\u0003"))).toBe(false);
});

test("pieces are joined in order", () => {
  expect(concatBytes([asciiBytes("ab"), new Uint8Array(), asciiBytes("c")])).toEqual(asciiBytes("abc"));
});
