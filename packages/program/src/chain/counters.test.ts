import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws, seedOf, smallProgram } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import type { LinearProgram } from "../linear/program.ts";
import { checkPoint } from "../solver/point.ts";
import { Effort } from "./effort.ts";
import { narrowCounters } from "./counters.ts";
import { wholeFace } from "./face.ts";

const highs = createHighsSolver();

afterAll(() => highs.close());

const MOVES = 8;
const TOTAL = MOVES;
const PART = MOVES + 1;

/** Moves, how many there are, and how many of the first five; the second count is held against the first. */
function sharedCounts(least: number, share: readonly [number, number], cap: number): LinearProgram {
  const moves = Array.from({ length: MOVES }, (_, column) => column);
  const count = (from: readonly number[], column: number) => ({
    lower: 0,
    upper: 0,
    terms: [...from.map((move) => [move, 1] as const), [column, -1] as const],
  });
  return smallProgram({
    columns: [
      ...moves.map(() => ({ lower: 0, upper: 1, costs: [1] })),
      { lower: 0, upper: 50 },
      { lower: 0, upper: 50 },
    ],
    rows: [
      count(moves, TOTAL),
      count(moves.slice(0, 5), PART),
      { lower: 0, upper: Infinity, terms: [[PART, share[1]] as const, [TOTAL, -share[0]] as const] },
      { lower: least, upper: Infinity, terms: [[TOTAL, 1] as const] },
      { lower: -Infinity, upper: cap, terms: [[PART, 1] as const] },
    ],
  });
}

function setting(program: LinearProgram, solver = highs) {
  const limits = {
    effort: new Effort({}),
    seed: 0,
    relativeGap: 0,
    nodes: undefined,
    interior: false,
    trial: false,
    signal: undefined,
  };
  return { program, solver, ...limits, report: () => {} };
}

/** Every point of the program, by trying all moves. */
function pointsOf(program: LinearProgram): readonly Float64Array[] {
  const { columnLower, columnUpper } = program;
  const rules = { program, columnLower, columnUpper, cuts: [], relaxation: false };
  return Array.from({ length: 2 ** MOVES }, (_, bits) => {
    const point = Float64Array.from({ length: MOVES + 2 }, (_unused, move) => (move < MOVES ? (bits >> move) & 1 : 0));
    point[TOTAL] = point.subarray(0, MOVES).reduce((sum, x) => sum + x, 0);
    point[PART] = point.subarray(0, 5).reduce((sum, x) => sum + x, 0);
    return point;
  }).filter((point) => checkPoint(rules, point).holds);
}

describe("columns that count", () => {
  test("are narrowed to what the rows leave, rounded to integers", async () => {
    // 3 of 7 at least are among the first five, of whom 2 may go: at most 4.67 go in all.
    const program = sharedCounts(4, [3, 7], 2);
    const [point] = pointsOf(program);
    if (point === undefined) throw new Error("wanted a point");
    const face = await narrowCounters(setting(program), wholeFace(program), point);
    expect([...face.lower.subarray(TOTAL)]).toEqual([4, 2]);
    expect([...face.upper.subarray(TOTAL)]).toEqual([4, 2]);
  });

  test("keep every point of random programs", async () => {
    let narrowed = 0;
    for (let k = 0; k < 25; k++) {
      const draws = new Draws(seedOf(11, k));
      const share = [draws.integer(1, 4), draws.integer(4, 9)] as const;
      const program = sharedCounts(draws.integer(0, 6), share, draws.integer(1, 5));
      const points = pointsOf(program);
      const [point] = points;
      if (point === undefined) continue;
      const whole = wholeFace(program);
      const face = await narrowCounters(setting(program), whole, point);
      if ((face.upper[TOTAL] as number) < (whole.upper[TOTAL] as number)) narrowed++;
      const isInside = (x: number, column: number) => x >= (face.lower[column] ?? 0) && x <= (face.upper[column] ?? 0);
      for (const other of points) expect(other.every(isInside), `program ${k}`).toBe(true);
    }
    expect(narrowed).toBeGreaterThan(10);
  });

  test("are those that other rows ask about: any number of deviations with a row of their own is left alone", async () => {
    const moves = Array.from({ length: MOVES }, (_, column) => column);
    // A deviation of every move from none, as a rule of balance has one for every school.
    const deviations = Array.from({ length: 20 }, (_, k) => MOVES + 2 + k);
    const shared = sharedCounts(4, [3, 7], 2);
    const rowsOf = (program: LinearProgram, row: number) =>
      Array.from({ length: program.columnCount }, (_, column) => column).flatMap((column) => {
        const first = program.starts[column] as number;
        const entries = program.rows.subarray(first, program.starts[column + 1]);
        const at = entries.indexOf(row);
        return at < 0 ? [] : [[column, program.values[first + at] as number] as const];
      });
    const program = smallProgram({
      columns: [
        ...moves.map(() => ({ lower: 0, upper: 1, costs: [1] })),
        { lower: 0, upper: 50 },
        { lower: 0, upper: 50 },
        ...deviations.map(() => ({ lower: 0, upper: 9 })),
      ],
      rows: [
        ...Array.from({ length: shared.rowCount }, (_, row) => ({
          lower: shared.rowLower[row] as number,
          upper: shared.rowUpper[row] as number,
          terms: rowsOf(shared, row),
        })),
        ...deviations.map((column, k) => ({
          lower: 0,
          upper: 0,
          terms: [[k % MOVES, 1] as const, [column, -1] as const],
        })),
      ],
    });
    const [point] = pointsOf(shared);
    if (point === undefined) throw new Error("wanted a point");
    const whole = Float64Array.from([...point, ...deviations.map((_, k) => point[k % MOVES] as number)]);
    const asked: number[] = [];
    const solver = {
      ...highs,
      solve: (given: LinearProgram, options: Parameters<typeof highs.solve>[1]) => {
        asked.push(given.levels.length);
        return highs.solve(given, options);
      },
    };
    const face = await narrowCounters(setting(program, solver), wholeFace(program), whole);
    expect([...face.lower.subarray(TOTAL, TOTAL + 2)]).toEqual([4, 2]);
    expect([...face.upper.subarray(TOTAL, TOTAL + 2)]).toEqual([4, 2]);
    expect(new Set(asked)).toEqual(new Set([4]));
  });

  test("stay as they are without relaxations", async () => {
    const program = sharedCounts(4, [3, 7], 2);
    const solver = { ...highs, name: "none", capabilities: { ...highs.capabilities, relaxation: false } };
    const whole = wholeFace(program);
    expect(await narrowCounters(setting(program, solver), whole, new Float64Array(MOVES + 2))).toBe(whole);
  });
});
