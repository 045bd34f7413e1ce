import type { EngineTask } from "@lungang/program";
import { UnsupportedModelError } from "@lungang/program";
import type { ColumnBounds, RowTerm, TaskRow } from "./tighten.ts";
import { tightenBounds } from "./tighten.ts";

/** One column of a javascript-lp-solver model in terms of a column of the program: `value = base + sign * variable`. */
export interface Part {
  readonly column: number;
  readonly sign: 1 | -1;
}

/** Bounds of a row in the format of javascript-lp-solver. */
export interface RowBounds {
  min?: number;
  max?: number;
  equal?: number;
}

/** A model of javascript-lp-solver. */
export interface JslpModel {
  readonly optimize: "cost";
  readonly opType: "min";
  readonly constraints: Record<string, RowBounds>;
  readonly variables: Record<string, Record<string, number>>;
  readonly ints: Record<string, 1>;
  options: Record<string, unknown>;
}

/** A task as javascript-lp-solver can be trusted with it. */
export interface Translation {
  readonly model: JslpModel;
  /** Shapes: one entry a column; the value where every variable is 0. */
  readonly base: Float64Array;
  /** Name of a variable to its column; a free column has two variables. */
  readonly parts: ReadonlyMap<string, Part>;
  /** A row that the fixed columns alone break, if there is one. */
  readonly brokenRow?: string;
}

const TOLERANCE = 1e-9;

/**
 * Writes a task as a model whose variables all start at 0.
 *
 * The library is wrong about variables below 0, so a column with a lower bound is moved there, one with only an upper
 * bound is turned round, and a free continuous one is split in two. Upper bounds become rows (`u0`, ...), the rows of the program
 * `r0`, ..., the variables `c0`, `c0n`: no name from outside reaches the library. Fixed columns are left out.
 *
 * @param scaled - whether rows are divided by a power of two near their greatest coefficient: beside large ones the library
 *   takes small differences for none, and calls infeasible what is not
 * @throws {UnsupportedModelError} if an integer column has no finite bound and no row implies one
 */
export function translate(task: EngineTask, { scaled = false }: { readonly scaled?: boolean } = {}): Translation {
  const { program, level } = task;
  const rows = collectRows(task);
  const box = { integer: program.integer, ...tightenBounds(task, rows) };
  const base = new Float64Array(program.columnCount);
  const parts = new Map<string, Part>();
  const constraints: Record<string, RowBounds> = {};
  const variables: Record<string, Record<string, number>> = {};
  const ints: Record<string, 1> = {};
  for (let column = 0; column < program.columnCount; column++) {
    base[column] = baseOf(box, column);
    for (const sign of signsOf(box, column)) {
      const name = sign === 1 ? `c${column}` : `c${column}n`;
      parts.set(name, { column, sign });
      variables[name] = { cost: sign * (level.cost[column] as number) };
      if (program.integer[column] === 1) ints[name] = 1;
      addUpperBound(box, column, { constraints, entries: variables[name] });
    }
  }
  const brokenRow = addRows(rows, { base, constraints, variables });
  if (scaled) scaleRows(constraints, variables);
  const model: JslpModel = { optimize: "cost", opType: "min", constraints, variables, ints, options: {} };
  return { model, base, parts, ...(brokenRow === undefined ? {} : { brokenRow }) };
}

/** Powers of two divide without rounding. */
function scaleRows(constraints: Record<string, RowBounds>, variables: Record<string, Record<string, number>>): void {
  const units = new Map<string, number>();
  for (const [row, value] of Object.values(variables).flatMap(rowEntries)) {
    units.set(row, Math.max(units.get(row) ?? 0, 2 ** Math.floor(Math.log2(Math.abs(value)))));
  }
  for (const column of Object.values(variables)) {
    for (const [row, value] of rowEntries(column)) column[row] = value / (units.get(row) as number);
  }
  for (const [row, unit] of units) {
    const bounds = constraints[row] as RowBounds;
    for (const end of ["min", "max", "equal"] as const) {
      if (bounds[end] !== undefined) bounds[end] /= unit;
    }
  }
}

function rowEntries(column: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(column).filter(([row, value]) => row !== "cost" && value !== 0);
}

/** Returns the point of the program that the variables of a model stand for; missing variables are 0. */
export function pointOf(translation: Translation, variables: Readonly<Record<string, number>>): Float64Array {
  const point = translation.base.slice();
  for (const [name, { column, sign }] of translation.parts) {
    point[column] = (point[column] as number) + sign * (variables[name] ?? 0);
  }
  return point;
}

interface Box extends ColumnBounds {
  readonly integer: Uint8Array;
}

function baseOf(box: Box, column: number): number {
  const lower = lowerOf(box, column);
  if (Number.isFinite(lower)) return lower;
  const upper = upperOf(box, column);
  return Number.isFinite(upper) ? upper : 0;
}

/** An integer column cannot sit on a fractional bound, so the move goes to the integer within. */
function lowerOf({ lower, integer }: Box, column: number): number {
  const bound = lower[column] as number;
  return integer[column] === 1 ? Math.ceil(bound) : bound;
}

function upperOf({ upper, integer }: Box, column: number): number {
  const bound = upper[column] as number;
  return integer[column] === 1 ? Math.floor(bound) : bound;
}

function signsOf(box: Box, column: number): (1 | -1)[] {
  const lower = lowerOf(box, column);
  const upper = upperOf(box, column);
  if (lower === upper) return [];
  if (Number.isFinite(lower)) return [1];
  if (Number.isFinite(upper)) return [-1];
  if (box.integer[column] === 0) return [1, -1];
  // Split in two it may be branched on for ever.
  throw new UnsupportedModelError(`Cannot solve with jslp: integer column ${column} has no finite bound`);
}

function addUpperBound(
  box: Box,
  column: number,
  to: { readonly constraints: Record<string, RowBounds>; readonly entries: Record<string, number> },
): void {
  const width = upperOf(box, column) - lowerOf(box, column);
  if (!Number.isFinite(width)) return;
  to.constraints[`u${column}`] = { max: width };
  to.entries[`u${column}`] = 1;
}

function collectRows({ program, cuts }: EngineTask): TaskRow[] {
  const terms: RowTerm[][] = Array.from({ length: program.rowCount }, () => []);
  for (let column = 0; column < program.columnCount; column++) {
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      terms[program.rows[entry] as number]?.push({ column, value: program.values[entry] as number });
    }
  }
  const rows = terms.map((ofRow, row) => ({
    name: `r${row}`,
    lower: program.rowLower[row] as number,
    upper: program.rowUpper[row] as number,
    terms: ofRow,
  }));
  const extra = cuts.map((cut, k) => ({
    name: `r${program.rowCount + k}`,
    lower: cut.lower,
    upper: cut.upper,
    terms: Array.from(cut.columns, (column, entry) => ({ column, value: cut.values[entry] as number })),
  }));
  return [...rows, ...extra];
}

interface Draft {
  readonly base: Float64Array;
  readonly constraints: Record<string, RowBounds>;
  readonly variables: Record<string, Record<string, number>>;
}

/** Adds the rows that still have variables; returns the name of one that has none and does not hold. */
function addRows(rows: readonly TaskRow[], draft: Draft): string | undefined {
  let broken: string | undefined;
  for (const row of rows) {
    const fixed = row.terms.reduce((sum, { column, value }) => sum + value * (draft.base[column] as number), 0);
    const lower = row.lower - fixed;
    const upper = row.upper - fixed;
    if (addEntries(row, draft.variables)) {
      const bounds = rowBounds(lower, upper);
      if (bounds !== undefined) draft.constraints[row.name] = bounds;
    } else if (lower > TOLERANCE || upper < -TOLERANCE) {
      broken = row.name;
    }
  }
  return broken;
}

function addEntries(row: TaskRow, variables: Draft["variables"]): boolean {
  let found = false;
  for (const { column, value } of row.terms) {
    for (const [name, sign] of [
      [`c${column}`, 1],
      [`c${column}n`, -1],
    ] as const) {
      const entries = variables[name];
      if (entries === undefined) continue;
      found = true;
      entries[row.name] = (entries[row.name] ?? 0) + sign * value;
    }
  }
  return found;
}

function rowBounds(lower: number, upper: number): RowBounds | undefined {
  if (lower === upper) return { equal: lower };
  const bounds: RowBounds = {};
  if (lower !== -Infinity) bounds.min = lower;
  if (upper !== Infinity) bounds.max = upper;
  return Object.keys(bounds).length === 0 ? undefined : bounds;
}
