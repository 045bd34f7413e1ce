import type { Lagrangian } from "./lagrangian.ts";
import type { SideColumn, SideRow } from "./side-rows.ts";

/** Times that all rows are looked at: a slack moved for one row may have broken another. */
const ROUNDS = 3;

/**
 * Completes the flow of a Lagrangian to a point of the program, or returns nothing if a row cannot be satisfied.
 *
 * Counters follow from their equations. Slacks start where they are cheapest and move, the cheapest first, as far as a
 * row needs. Not every completion is found; whoever uses the point checks it.
 */
export function completeFlow(lagrangian: Lagrangian): Float64Array | undefined {
  const activity = flowActivities(lagrangian);
  if (activity === undefined) return undefined;
  const { rows, columns } = lagrangian.side;
  const state: SlackState = { columns, slack: Float64Array.from(columns, restingValue) };
  let broken = true;
  for (let round = 0; broken && round < ROUNDS; round++) {
    broken = false;
    for (const [place, row] of rows.entries()) {
      const missing = missingIn(row, activity[place] as number, state.slack);
      if (missing === 0) continue;
      broken = true;
      if (!repair(row, missing, state)) return undefined;
    }
  }
  return broken ? undefined : pointOf(lagrangian, state.slack);
}

/** Returns what the flow brings to every row, or nothing where it breaks one that no slack can help: most flows end here. */
function flowActivities(lagrangian: Lagrangian): Float64Array | undefined {
  const { rows } = lagrangian.side;
  const activity = new Float64Array(rows.length);
  for (const [place, row] of rows.entries()) {
    const sum = lagrangian.flowActivity(row);
    if (row.terms.length === 0 && (sum < row.lower || sum > row.upper)) return undefined;
    activity[place] = sum;
  }
  return activity;
}

function pointOf({ side, network, simplex, program }: Lagrangian, slack: Float64Array): Float64Array {
  const point = new Float64Array(program.columnCount);
  network.arcColumn.forEach((column, arc) => (point[column] = simplex.flow[arc] as number));
  side.columns.forEach(({ column }, at) => (point[column] = slack[at] as number));
  for (const { column, constant, arcs, arcValues } of side.counters) {
    let value = constant;
    arcs.forEach((arc, k) => (value += (simplex.flow[arc] as number) * (arcValues[k] as number)));
    point[column] = value;
  }
  return point;
}

interface SlackState {
  readonly columns: readonly SideColumn[];
  readonly slack: Float64Array;
}

/** The cheapest value of a slack that no row asks for; 0 where both are the same. */
function restingValue({ cost, lower, upper }: SideColumn): number {
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
function repair(row: SideRow, missing: number, { columns, slack }: SlackState): boolean {
  let left = missing;
  const unitCost = ({ at, value }: { at: number; value: number }): number =>
    ((columns[at] as SideColumn).cost / value) * Math.sign(missing);
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
