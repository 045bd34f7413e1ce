import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lotOf, lotText } from "./draw.ts";

test("a lot is the first twelve digits of a SHA-256 that anyone can repeat", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: "grapheme" }), (seed, id) => {
      const digits = createHash("sha256").update(`${seed}\n${id}`, "utf8").digest("hex").slice(0, 12);
      expect(lotText(lotOf(seed, id))).toBe(digits);
    }),
    { seed: 4 },
  );
});
