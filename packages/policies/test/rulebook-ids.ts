/** Rules of the source documents, by prefix: how many there are, and the numbers that are split into letters. */
const COUNTS: Readonly<Record<string, number>> = {
  BN: 18,
  BQ: 19,
  CJ: 3,
  CX: 6,
  DM: 10,
  FL: 3,
  GL: 7,
  GP: 8,
  GX: 10,
  HL: 25,
  IP: 6,
  NE: 1,
  SC: 9,
  SE: 1,
  SZ: 1,
  XC: 26,
  XR: 18,
  YL: 35,
  YY: 16,
  ZW: 8,
};

const SPLIT: Readonly<Record<string, readonly string[]>> = {
  "BN-05": ["", "a", "b"],
  "BQ-06": ["a", "b"],
  "YL-14": ["a", "b", "c", "d"],
};

/** Every rule id of the source documents, counted by hand and apart from the registry. */
export const RULEBOOK_IDS: readonly string[] = Object.entries(COUNTS).flatMap(([prefix, count]) =>
  Array.from({ length: count }, (_, k) => `${prefix}-${String(k + 1).padStart(2, "0")}`).flatMap((id) =>
    (SPLIT[id] ?? [""]).map((letter) => id + letter),
  ),
);
