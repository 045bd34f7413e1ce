import { describe, expect, test } from "vitest";
import { randomCase } from "./plan/random-county.ts";
import type { RandomCase } from "./plan/random-county.ts";
import { hasError } from "../src/instance/issue.ts";
import { rowActivity } from "@lungang/program";
import type { LinearProgram } from "@lungang/program";
import { ROW_NODE, labelOf, levelValue } from "@lungang/program";
import { candidateMoves } from "../src/moves/candidates.ts";
import { prepare } from "../src/planner/prepare.ts";
import { checkOf, checkRule } from "../src/planner/rule-checks.ts";
import type { Formulation } from "../src/planner/formulate.ts";
import { formulate } from "../src/planner/formulate.ts";
import { ABSENT } from "../src/formulation/network.ts";
import { countHeads } from "../src/verify/heads.ts";
import { planLevelValue } from "../src/verify/figures.ts";

interface Formulated extends Formulation {
  readonly given: RandomCase;
  readonly prepared: ReturnType<typeof prepare>;
}

/** Programs of random counties that have no issues. */
function programs(count: number): readonly Formulated[] {
  const found: Formulated[] = [];
  for (let seed = 4000; found.length < count; seed++) {
    const given = randomCase(seed, { people: [3, 14] });
    const prepared = prepare(given.instance, given.policy, given.locks);
    if (hasError(prepared.issues)) continue;
    const moves = candidateMoves(prepared.eligibility, prepared.travel);
    found.push({ given, prepared, ...formulate({ ...prepared, moves, seed: "1" }) });
  }
  return found;
}

const PROGRAMS = programs(120);

const isNode = (program: LinearProgram, row: number) => program.rowKinds[row] === ROW_NODE;

describe("the network of a county", () => {
  test("is a closed circulation of equations", () => {
    for (const { program, given } of PROGRAMS) {
      let sum = 0;
      for (let row = 0; row < program.rowCount; row++) {
        if (!isNode(program, row)) continue;
        expect([given.seed, program.rowLower[row]]).toEqual([given.seed, program.rowUpper[row]]);
        sum += program.rowLower[row] as number;
      }
      expect([given.seed, sum]).toEqual([given.seed, 0]);
    }
  });

  test("has columns with at most one origin and one destination", () => {
    for (const { program, given } of PROGRAMS) {
      for (let column = 0; column < program.columnCount; column++) {
        const values: number[] = [];
        for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
          if (isNode(program, program.rows[entry] as number)) values.push(program.values[entry] as number);
        }
        values.sort((a, b) => a - b);
        expect([[], [-1, 1]]).toContainEqual(values);
        const { rule } = labelOf(program.columnLabels, column);
        const ends = rule === "move" || rule === "leave" ? [0, 2] : [0, 1, 2];
        expect(ends, `seed ${given.seed}`).toContain(values.length);
      }
    }
  });

  test("has small integers only", () => {
    for (const { program } of PROGRAMS) {
      const finite = [...program.rowLower, ...program.rowUpper, ...program.columnLower, ...program.columnUpper].filter(
        Number.isFinite,
      );
      const numbers = [...finite, ...program.values, ...program.levels.flatMap(({ cost }) => [...cost])];
      expect(numbers.every((value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31)).toBe(true);
      expect(program.columnUpper.every(Number.isFinite)).toBe(true);
    }
  });
});

/** The point at which everybody stays: what is missing and too much follows from the node rows. */
function stayPoint({ program, network }: Formulation): Float64Array {
  const point = new Float64Array(program.columnCount);
  const settle = (columns: { readonly into: Int32Array; readonly out: Int32Array }) => {
    for (const [k, into] of columns.into.entries()) {
      const out = columns.out[k] as number;
      if (into === ABSENT || out === ABSENT) continue;
      const node = nodeInto(program, into);
      const lacks = (program.rowLower[node] as number) - (rowActivity(program, point)[node] as number);
      point[into] = Math.max(0, lacks);
      point[out] = Math.max(0, -lacks);
    }
  };
  settle({ into: network.shortfall, out: network.overage });
  for (const parts of network.parts ?? []) fill(program, parts, point);
  settle({ into: network.under, out: network.over });
  return point;
}

/** Fills the arcs into the node of a place, cheapest first, with what its cells lack. */
function fill(program: LinearProgram, parts: readonly { readonly column: number }[], point: Float64Array): void {
  const [first] = parts;
  if (first === undefined) return;
  const node = nodeInto(program, first.column);
  let left = (program.rowLower[node] as number) - (rowActivity(program, point)[node] as number);
  for (const { column } of parts) {
    const carried = Math.min(left, program.columnUpper[column] as number);
    point[column] = carried;
    left -= carried;
  }
}

/** The node that a column enters. */
function nodeInto(program: LinearProgram, column: number): number {
  for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
    if (program.values[entry] === 1 && isNode(program, program.rows[entry] as number))
      return program.rows[entry] as number;
  }
  throw new Error(`column ${column} enters no node`);
}

describe("at the point where everybody stays", () => {
  test("all node rows hold, the one of the county too", () => {
    for (const formulated of PROGRAMS) {
      const { program, given } = formulated;
      const activity = rowActivity(program, stayPoint(formulated));
      for (let row = 0; row < program.rowCount; row++) {
        if (!isNode(program, row)) continue;
        expect([given.seed, row, activity[row]]).toEqual([given.seed, row, program.rowLower[row]]);
      }
    }
  });

  test("the levels have the values that a recount gives", () => {
    let above = 0;
    for (const formulated of PROGRAMS) {
      const { program, given, prepared } = formulated;
      const { eligibility, rules } = prepared;
      const facts = {
        eligibility,
        rules,
        checkOf,
        moves: [],
        returns: [],
        participations: [],
        itineraries: [],
        ...countHeads(eligibility, [], []),
      };
      // These price columns of their own, which the point leaves at 0.
      if (rules.some(({ rule }) => ["balance", "itinerant", "staffShare"].includes(rule))) continue;
      const shared = rules.filter(({ rule }) => rule === "evenShortfall").length;
      if (shared > (formulated.network.parts === undefined ? 0 : 1)) continue;
      const violations = rules.flatMap((rule) => checkRule(rule, facts).violations);
      const point = stayPoint(formulated);
      for (const level of program.levels) {
        if (level.name === "compliance" || level.name === "lottery") continue;
        const recounted = planLevelValue(level.name, facts, violations);
        if (recounted > 0) above++;
        expect([given.seed, level.name, levelValue(level, point)]).toEqual([given.seed, level.name, recounted]);
      }
    }
    expect(above).toBeGreaterThan(20);
  });
});
