import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths } from "./calendar.ts";
import type { RetireCategory } from "./retirement.ts";
import { retirementDate, retirementDelayMonths } from "./retirement.ts";

/** Rows of the published tables: month of birth, months of delay, month of retirement. */
const TABLE: readonly (readonly [RetireCategory, string, number, string])[] = [
  ["male60", "1964-12", 0, "2024-12"],
  ["male60", "1965-01", 1, "2025-02"],
  ["male60", "1965-04", 1, "2025-05"],
  ["male60", "1965-05", 2, "2025-07"],
  ["male60", "1970-08", 17, "2032-01"],
  ["male60", "1976-08", 35, "2039-07"],
  ["male60", "1976-09", 36, "2039-09"],
  ["male60", "1999-01", 36, "2062-01"],
  ["femaleCadre55", "1969-12", 0, "2024-12"],
  ["femaleCadre55", "1970-01", 1, "2025-02"],
  ["femaleCadre55", "1981-08", 35, "2039-07"],
  ["femaleCadre55", "1981-09", 36, "2039-09"],
  ["female50", "1974-12", 0, "2024-12"],
  ["female50", "1975-01", 1, "2025-02"],
  ["female50", "1975-02", 1, "2025-03"],
  ["female50", "1975-03", 2, "2025-05"],
  ["female50", "1984-10", 59, "2039-09"],
  ["female50", "1984-11", 60, "2039-11"],
];

describe("retirementDate", () => {
  test.each(TABLE)("%s born in %s: %i months later, in %s", (category, birth, delay, retirement) => {
    expect(retirementDelayMonths(`${birth}-10`, category)).toBe(delay);
    expect(retirementDate(`${birth}-10`, category)).toBe(`${retirement}-10`);
  });

  test("a day that the month of retirement lacks becomes its last day", () => {
    expect(retirementDate("1966-12-31", "male60")).toBe(addMonths("2026-12-31", 6));
    expect(retirementDate("1966-12-31", "male60")).toBe("2027-06-30");
  });

  test("nobody who is younger retires earlier", () => {
    const birth = fc.integer({ min: 0, max: 12 * 60 }).map((months) => addMonths("1950-01-15", months));
    const category = fc.constantFrom<RetireCategory>("male60", "femaleCadre55", "female50");
    fc.assert(
      fc.property(birth, category, (date, kind) => {
        expect(retirementDate(addMonths(date, 1), kind) > retirementDate(date, kind)).toBe(true);
      }),
    );
  });
});
