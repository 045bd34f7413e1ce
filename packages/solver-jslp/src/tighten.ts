import type { EngineTask } from "@lungang/program";

/** Passes over the rows; one is enough where a row bounds one column, more where bounds lead to bounds. */
const PASSES = 4;

/** A term of a row. */
export interface RowTerm {
  readonly column: number;
  readonly value: number;
}

/** A row with its terms. */
export interface TaskRow {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  readonly terms: readonly RowTerm[];
}

/** Shapes: one entry a column. */
export interface ColumnBounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Returns the bounds of a task with infinite ones replaced where rows imply finite ones.
 *
 * Branching need not end on columns without bounds, so a bound that a row gives is worth having. Finite bounds are left
 * as they are.
 */
export function tightenBounds(task: EngineTask, rows: readonly TaskRow[]): ColumnBounds {
  const bounds = { lower: task.columnLower.slice(), upper: task.columnUpper.slice() };
  for (let pass = 0; pass < PASSES; pass++) {
    let changed = false;
    for (const row of rows) changed = tightenByRow(row, bounds, task.program.integer) || changed;
    if (!changed) break;
  }
  return bounds;
}

function tightenByRow(row: TaskRow, bounds: ColumnBounds, integer: Uint8Array): boolean {
  let changed = false;
  for (const { column, value } of row.terms) {
    if (bounds.lower[column] !== -Infinity && bounds.upper[column] !== Infinity) continue;
    const others = row.terms.filter((term) => term.column !== column);
    const atLeast = (row.lower - extreme(others, bounds, "greatest")) / value;
    const atMost = (row.upper - extreme(others, bounds, "least")) / value;
    const [low, high] = value > 0 ? [atLeast, atMost] : [atMost, atLeast];
    const round = integer[column] === 1;
    // Outwards by a little before rounding, so that no integer is lost to arithmetic.
    changed = replace(bounds.lower, column, round ? Math.ceil(low - 1e-6) : low) || changed;
    changed = replace(bounds.upper, column, round ? Math.floor(high + 1e-6) : high) || changed;
  }
  return changed;
}

function replace(bounds: Float64Array, column: number, by: number): boolean {
  if (Number.isFinite(bounds[column]) || !Number.isFinite(by)) return false;
  bounds[column] = by;
  return true;
}

function extreme(terms: readonly RowTerm[], bounds: ColumnBounds, which: "least" | "greatest"): number {
  let sum = 0;
  for (const { column, value } of terms) {
    const atLower = value > 0 === (which === "least");
    sum += value * ((atLower ? bounds.lower[column] : bounds.upper[column]) as number);
  }
  return sum;
}
