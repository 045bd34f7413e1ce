import { afterAll, describe, expect, test } from "vitest";
import type { LinearProgram } from "@lungang/program";
import { hasIncumbent } from "@lungang/program";
import {
  assignmentProgram,
  bruteForce,
  Draws,
  generalProgram,
  networkProgram,
  seedOf,
  smallProgram,
} from "@lungang/solver-testkit";
import { solverOf } from "../solvers.ts";
import { shift } from "./shifted.ts";

const PROGRAMS = 25;
const families = [assignmentProgram, generalProgram, (draws: Draws): LinearProgram => networkProgram("quota", draws)];

describe.each(["javascript-lp-solver", "yalps", "glpk.js"])("%s as a peer", (name) => {
  const solver = solverOf(name);
  afterAll(() => solver.close());

  test(`finds the optimum of ${PROGRAMS} small programs`, async () => {
    for (let k = 0; k < PROGRAMS; k++) {
      const seed = seedOf(7, k);
      const program = (families[k % families.length] ?? generalProgram)(new Draws(seed));
      const wanted = bruteForce(program);
      const result = await solver.solve(program, { level: 0, limits: { relativeGap: 0, timeSeconds: 20 } });
      const value = hasIncumbent(result) ? Math.round(result.primalBound * 1e6) / 1e6 : result.termination.reason;
      expect(value, `program seed ${seed}`).toBe(wanted.feasible ? wanted.value : "infeasible");
    }
  });

  test("says its version", () => {
    expect(solver.version).toMatch(/ \d+\.\d+\.\d+$/u);
  });
});

describe("shift", () => {
  const task = (program: LinearProgram) => ({
    program,
    level: program.levels[0] as LinearProgram["levels"][number],
    columnLower: program.columnLower,
    columnUpper: program.columnUpper,
    cuts: [],
    relaxation: false,
    interior: false,
    limits: { timeSeconds: 1, nodes: Infinity, iterations: Infinity, relativeGap: 0, absoluteGap: 0 },
    seed: 0,
    configuration: 0 as const,
  });

  test("starts every column at 0, leaves out fixed ones and bounds that a row implies", () => {
    const program = smallProgram({
      columns: [
        { lower: -2, upper: 3, costs: [1] },
        { lower: 4, upper: 4, costs: [1] },
        { lower: 0, upper: 9, costs: [1] },
      ],
      rows: [{ lower: 1, upper: 5, terms: [[0, 1], [1, 1], [2, 1]] }], // prettier-ignore
    });
    const { rows, variables } = shift(task(program));
    // -2 + 4 of the row is there already.
    expect(rows).toEqual([{ name: "r0", lower: -1, upper: 3 }]);
    expect(variables.map(({ column, upper }) => [column, upper])).toEqual([
      [0, Infinity],
      [2, Infinity],
    ]);
  });

  test("finds a row broken that has fixed columns alone", () => {
    const program = smallProgram({ columns: [{ lower: 1, upper: 1 }], rows: [{ lower: 2, upper: 3, terms: [[0, 1]] }] }); // prettier-ignore
    expect(shift(task(program))).toMatchObject({ isBroken: true, rows: [], variables: [] });
  });

  test("keeps a bound that no row implies", () => {
    const program = smallProgram({
      columns: [
        { lower: 0, upper: 3, costs: [1] },
        { lower: 0, upper: 9, costs: [1] },
      ],
      rows: [{ lower: 1, upper: 5, terms: [[0, 1], [1, -1]] }], // prettier-ignore
    });
    expect(shift(task(program)).variables.map(({ upper }) => upper)).toEqual([3, 9]);
  });
});
