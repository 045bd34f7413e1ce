import type { Lagrangian } from "./lagrangian.ts";
import type { SideColumn, SideRow } from "./side-rows.ts";

/** Times that all rows are looked at: a slack moved for one row may have broken another. */
const ROUNDS = 3;

/**
 * Completes the flow of a Lagrangian to a point of the program with a value of the level below `limit`, or returns
 * nothing if there is none or a row cannot be satisfied.
 *
 * Counters follow from their equations. Slacks start where they are cheapest and move, the cheapest first, as far as a
 * row needs. Not every completion is found; whoever uses the point checks it.
 */
export function completeFlow(lagrangian: Lagrangian, limit: number): Float64Array | undefined {
  if (!isWithinFirmRows(lagrangian)) return undefined;
  const { side, totals } = lagrangian;
  const { columnCost, offset } = totals.costs;
  const slack = Float64Array.from(side.columns, (column, at) => restingValue(column, columnCost[at] as number));
  const state: SlackState = { columns: side.columns, costs: columnCost, slack };
  let broken = true;
  for (let round = 0; broken && round < ROUNDS; round++) {
    broken = false;
    for (const [place, row] of side.rows.entries()) {
      const missing = missingIn(row, totals.activity[place] as number, slack);
      if (missing === 0) continue;
      broken = true;
      if (!repair(row, missing, state)) return undefined;
    }
  }
  const value = slack.reduce((sum, x, at) => sum + x * (columnCost[at] as number), offset + totals.value);
  return broken || value >= limit ? undefined : pointOf(lagrangian, slack);
}

/** Returns whether the flow keeps the rows that no slack can help: most flows end here. */
function isWithinFirmRows({ side: { rows }, totals: { activity } }: Lagrangian): boolean {
  for (let place = 0; place < rows.length; place++) {
    const { terms, lower, upper } = rows[place] as SideRow;
    const sum = activity[place] as number;
    if (terms.length === 0 && (sum < lower || sum > upper)) return false;
  }
  return true;
}

function pointOf({ side, network, simplex, program }: Lagrangian, slack: Float64Array): Float64Array {
  const point = new Float64Array(program.columnCount);
  const { arcColumn } = network;
  for (let arc = 0; arc < arcColumn.length; arc++) point[arcColumn[arc] as number] = simplex.flow[arc] as number;
  side.columns.forEach(({ column }, at) => (point[column] = slack[at] as number));
  for (const { column, constant, arcs, arcValues } of side.counters) {
    let value = constant;
    for (let k = 0; k < arcs.length; k++)
      value += (simplex.flow[arcs[k] as number] as number) * (arcValues[k] as number);
    point[column] = value;
  }
  return point;
}

interface SlackState {
  readonly columns: readonly SideColumn[];
  /** Shapes: as the columns. */
  readonly costs: Float64Array;
  readonly slack: Float64Array;
}

/** The cheapest value of a slack that no row asks for; 0 where both are the same. */
function restingValue({ lower, upper }: SideColumn, cost: number): number {
  if (cost < 0 && Number.isFinite(upper)) return upper;
  if (cost > 0 && Number.isFinite(lower)) return lower;
  return Math.min(Math.max(0, lower), upper);
}

/** Returns what a row lacks, negative where it has too much. */
function missingIn({ lower, upper, terms }: SideRow, activity: number, slack: Float64Array): number {
  let sum = activity;
  for (const { at, value } of terms) sum += value * (slack[at] as number);
  if (sum < lower) return lower - sum;
  return sum > upper ? upper - sum : 0;
}

/** Moves slacks of a row until it holds. */
function repair(row: SideRow, missing: number, { columns, costs, slack }: SlackState): boolean {
  let left = missing;
  const unitCost = ({ at, value }: { at: number; value: number }): number =>
    ((costs[at] as number) / value) * Math.sign(missing);
  for (const { at, value } of row.terms.toSorted((a, b) => unitCost(a) - unitCost(b) || a.at - b.at)) {
    if (left * missing <= 0) break;
    const { lower, upper, isInteger } = columns[at] as SideColumn;
    const exact = left / value;
    const wanted = isInteger ? Math.sign(exact) * Math.ceil(Math.abs(exact)) : exact;
    const before = slack[at] as number;
    const after = Math.min(Math.max(before + wanted, lower), upper);
    slack[at] = after;
    left -= value * (after - before);
  }
  return left * missing <= 0;
}
