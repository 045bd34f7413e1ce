import { describe, expect, test } from "vitest";
import { bruteForce, Draws, fromJslpModel, smallProgram } from "./index.ts";

describe("bruteForce", () => {
  const program = smallProgram({
    columns: [
      { lower: -1, upper: 3, costs: [-3, 1] },
      { lower: 0, upper: 4, costs: [-2, 5] },
    ],
    rows: [{ lower: -Infinity, upper: 7, terms: [[0, 1], [1, 2]] }], // prettier-ignore
    levels: [{}, { offset: 10 }],
  });

  test("finds the optimum of every level", () => {
    expect(bruteForce(program)).toMatchObject({ feasible: true, value: -13 });
    expect(bruteForce(program, { level: 1 })).toMatchObject({ feasible: true, value: 9 });
  });

  test("keeps cuts and bounds", () => {
    const cut = { lower: -Infinity, upper: 1, columns: Int32Array.from([1]), values: Float64Array.from([1]) };
    expect(bruteForce(program, { cuts: [cut] })).toMatchObject({ value: -11 });
    expect(bruteForce(program, { columnUpper: Float64Array.from([0, 4]) })).toMatchObject({ value: -6 });
    expect(bruteForce(program, { cuts: [{ ...cut, upper: -1 }] })).toEqual({ feasible: false });
  });

  test("refuses infinite bounds", () => {
    const free = smallProgram({ columns: [{ lower: 0, upper: Infinity }], rows: [] });
    expect(() => bruteForce(free)).toThrow(RangeError);
  });
});

describe("fromJslpModel", () => {
  test("turns a maximisation round", () => {
    const { program, sign } = fromJslpModel({
      direction: "maximize",
      objective: "profit",
      variables: { a: { profit: 2, wood: 0.5 } },
      constraints: { wood: { max: 3 }, unused: { min: 0 } },
      integers: ["a"],
    });
    expect(sign).toBe(-1);
    expect([...(program.levels[0]?.cost ?? [])]).toEqual([-2]);
    expect([...program.rowUpper]).toEqual([3, Infinity]);
    expect([...program.integer]).toEqual([1]);
  });
});

describe("Draws", () => {
  test("are the same for the same seed and within their range", () => {
    const draws = new Draws(7);
    const drawn = Array.from({ length: 200 }, () => draws.integer(-2, 2));
    const again = new Draws(7);
    expect(drawn).toEqual(Array.from({ length: 200 }, () => again.integer(-2, 2)));
    expect(new Set(drawn).size).toBe(5);
  });
});
