import type { LinearProgram } from "@lungang/program";
import type { BruteForceOptions, BruteForceResult } from "./brute-force.ts";
import type { ExactOptimum, ExactProgram } from "./exact-relaxation.ts";
import { exactRelaxation } from "./exact-relaxation.ts";

/**
 * What an exact search says; `gaveUp` where it would take more nodes than allowed.
 *
 * @public
 */
export type ExactResult = BruteForceResult | { readonly gaveUp: true };

/**
 * Solves a small program of integer columns by branch and bound in integers of any length: right whatever the
 * magnitudes, and independent of everything that rounds. Values and offsets above 2^53 are rounded in the result alone.
 *
 * @param mostNodes - nodes after which it gives up
 * @throws {RangeError} if a number is no integer, a column has an infinite bound or is not integer
 * @public
 */
export function exactSearch(program: LinearProgram, options: BruteForceOptions = {}, mostNodes = 2000): ExactResult {
  const search = new ExactSearch(program, options);
  return search.run(mostNodes);
}

interface Row {
  readonly values: readonly bigint[];
  readonly side: bigint;
}

interface Box {
  readonly lower: readonly bigint[];
  readonly upper: readonly bigint[];
}

class ExactSearch {
  readonly #cost: readonly bigint[];
  readonly #rows: readonly Row[];
  readonly #offset: number;
  readonly #open: Box[];
  #best: { readonly value: bigint; readonly point: readonly bigint[] } | undefined;

  constructor(program: LinearProgram, options: BruteForceOptions) {
    const level = program.levels[options.level ?? 0];
    if (level === undefined) throw new RangeError(`Cannot search: no level ${options.level}`);
    if (program.integer.includes(0)) throw new RangeError("Cannot search exactly: a column is not integer");
    this.#cost = bigints(level.cost);
    this.#offset = level.offset;
    this.#rows = exactRows(program, options);
    const lower = Array.from(options.columnLower ?? program.columnLower, Math.ceil);
    const upper = Array.from(options.columnUpper ?? program.columnUpper, Math.floor);
    this.#open = [{ lower: bigints(lower), upper: bigints(upper) }];
  }

  run(mostNodes: number): ExactResult {
    for (let node = 0; this.#open.length > 0; node++) {
      if (node >= mostNodes) return { gaveUp: true };
      this.#visit(this.#open.pop() as Box);
    }
    if (this.#best === undefined) return { feasible: false };
    const { value, point } = this.#best;
    return { feasible: true, value: Number(value) + this.#offset, values: Float64Array.from(point, Number) };
  }

  #visit(box: Box): void {
    if (box.lower.some((lower, column) => lower > (box.upper[column] as bigint))) return;
    const relaxed = exactRelaxation(shifted(box, this.#cost, this.#rows));
    if (relaxed === undefined) return;
    const constant = dot(this.#cost, box.lower);
    const bound = constant + ceilDivide(relaxed.value, relaxed.denominator);
    if (this.#best !== undefined && bound >= this.#best.value) return;
    const column = relaxed.point.findIndex((x) => x % relaxed.denominator !== 0n);
    if (column < 0) {
      const point = relaxed.point.map((x, k) => x / relaxed.denominator + (box.lower[k] as bigint));
      this.#best = { value: dot(this.#cost, point), point };
      return;
    }
    this.#branch(box, relaxed, column);
  }

  #branch(box: Box, { point, denominator }: ExactOptimum, column: number): void {
    const below = (box.lower[column] as bigint) + (point[column] as bigint) / denominator;
    const upper = box.upper.map((bound, k) => (k === column ? below : bound));
    const lower = box.lower.map((bound, k) => (k === column ? below + 1n : bound));
    this.#open.push({ lower, upper: box.upper }, { lower: box.lower, upper });
  }
}

function shifted({ lower, upper }: Box, cost: readonly bigint[], rows: readonly Row[]): ExactProgram {
  return {
    cost,
    width: upper.map((bound, column) => bound - (lower[column] as bigint)),
    rows: rows.map(({ values, side }) => ({ values, side: side - dot(values, lower) })),
  };
}

/** Returns the rows and cuts, each with a finite end turned into "at most". */
function exactRows(program: LinearProgram, { cuts = [] }: BruteForceOptions): readonly Row[] {
  const dense = Array.from({ length: program.rowCount }, () => new Float64Array(program.columnCount));
  for (let column = 0; column < program.columnCount; column++) {
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      (dense[program.rows[entry] as number] as Float64Array)[column] = program.values[entry] as number;
    }
  }
  const rows = dense.flatMap((values, row) =>
    bothEnds(values, program.rowLower[row] as number, program.rowUpper[row] as number),
  );
  for (const cut of cuts) {
    const values = new Float64Array(program.columnCount);
    for (const [k, column] of cut.columns.entries()) values[column] = cut.values[k] as number;
    rows.push(...bothEnds(values, cut.lower, cut.upper));
  }
  return rows;
}

function bothEnds(values: Float64Array, lower: number, upper: number): Row[] {
  const exact = bigints(values);
  const rows: Row[] = [];
  if (upper !== Infinity) rows.push({ values: exact, side: BigInt(Math.floor(upper)) });
  if (lower !== -Infinity) rows.push({ values: exact.map((value) => -value), side: -BigInt(Math.ceil(lower)) });
  return rows;
}

function bigints(values: ArrayLike<number>): bigint[] {
  return Array.from(values, (value) => BigInt(value));
}

function dot(a: readonly bigint[], b: readonly bigint[]): bigint {
  return a.reduce((sum, value, k) => sum + value * (b[k] as bigint), 0n);
}

function ceilDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator > quotient * denominator ? quotient + 1n : quotient;
}
