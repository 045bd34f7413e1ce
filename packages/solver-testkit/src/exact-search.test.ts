import { describe, expect, test } from "vitest";
import { bruteForce } from "./brute-force.ts";
import { exactSearch } from "./exact-search.ts";
import { assignmentProgram, equationProgram, generalProgram, negativeProgram, wideProgram } from "./families.ts";
import { Draws, seedOf } from "./random.ts";
import { smallProgram } from "./small-program.ts";

const FAMILIES = { assignmentProgram, equationProgram, generalProgram, negativeProgram, wideProgram };

describe("exactSearch", () => {
  test.each(Object.entries(FAMILIES))("finds what trying every point finds: %s", (_name, draw) => {
    let feasible = 0;
    for (let k = 0; k < 60; k++) {
      const program = draw(new Draws(seedOf(8, k)));
      const wanted = bruteForce(program);
      const found = exactSearch(program);
      if (wanted.feasible) feasible++;
      const value = (result: typeof found) => "gaveUp" in result || (result.feasible ? result.value : "infeasible");
      expect(value(found), `program ${k}`).toEqual(value(wanted));
    }
    expect(feasible).toBeGreaterThan(10);
  });

  test("is exact where doubles are not", () => {
    const huge = 2 ** 53 - 1;
    const program = smallProgram({
      columns: [
        { lower: 0, upper: 9, costs: [1] },
        { lower: 0, upper: 9, costs: [1] },
      ],
      // 3 (2^53 - 1) + 1 is no double: the nearest one is 3 (2^53 - 1).
      rows: [{ lower: -Infinity, upper: 0, terms: [[0, huge], [1, -huge]] }, { lower: 3, upper: 9, terms: [[0, 1]] }], // prettier-ignore
    });
    expect(exactSearch(program)).toMatchObject({ feasible: true, value: 6 });
  });

  test("says when it gives up, and refuses what is no integer", () => {
    const odd = { lower: 1, upper: 1, terms: [0, 1, 2].map((column) => [column, 2] as const) };
    const columns = [0, 1, 2].map(() => ({ lower: 0, upper: 1000 }));
    expect(exactSearch(smallProgram({ columns, rows: [{ ...odd, lower: 999, upper: 999 }] }), {}, 5)).toEqual({
      gaveUp: true,
    });
    expect(() => exactSearch(smallProgram({ columns: [{ lower: 0, upper: Infinity }], rows: [] }))).toThrow(RangeError);
    expect(() => exactSearch(smallProgram({ columns: [{ lower: 0, upper: 1, costs: [0.5] }], rows: [] }))).toThrow(
      RangeError,
    );
  });
});
