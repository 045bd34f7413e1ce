import type { LinearProgram } from "./program.ts";

/** Largest amount by which a row can miss its bounds, where nothing else bounds it. */
export const MOST_SLACK = 10_000_000;

/** The parts of a program that say how far rows go. */
type Bounded = Pick<
  LinearProgram,
  "starts" | "rows" | "values" | "rowLower" | "rowUpper" | "columnLower" | "columnUpper"
>;

/** How far rows go without their slack, and what a slack column is worth in its row. */
interface Ranges {
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly worth: ReadonlyMap<number, number>;
}

/**
 * Narrows the upper bounds of slack columns to what their rows can miss within the bounds of all other columns: a slack that
 * could grow without need is a number that arithmetic in floating point does not tell apart.
 *
 * @param slacks - slack columns by their rows, which each of them is in alone
 */
export function boundSlacks(program: Bounded, slacks: ReadonlyMap<number, readonly number[]>): void {
  if (slacks.size === 0) return;
  const ranges = rangesOf(program, new Set([...slacks.values()].flat()));
  for (const [row, columns] of slacks)
    for (const column of columns) {
      const units = Math.ceil(missedBy(program, ranges, { row, column }));
      if (Number.isFinite(units))
        program.columnUpper[column] = Math.min(program.columnUpper[column] as number, Math.max(0, units));
    }
}

/** Returns how far rows go without their slack. */
function rangesOf(
  { starts, rows, values, rowLower, columnLower, columnUpper }: Bounded,
  own: ReadonlySet<number>,
): Ranges {
  const least = new Float64Array(rowLower.length);
  const most = new Float64Array(rowLower.length);
  const worth = new Map<number, number>();
  for (let column = 0; column < columnLower.length; column++) {
    const [lower, upper] = [columnLower[column] as number, columnUpper[column] as number];
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const row = rows[entry] as number;
      const value = values[entry] as number;
      if (own.has(column)) {
        worth.set(column, value);
        continue;
      }
      least[row] = (least[row] as number) + value * (value > 0 ? lower : upper);
      most[row] = (most[row] as number) + value * (value > 0 ? upper : lower);
    }
  }
  return { least, most, worth };
}

function missedBy(
  { rowLower, rowUpper }: Bounded,
  { least, most, worth }: Ranges,
  { row, column }: { readonly row: number; readonly column: number },
): number {
  const value = worth.get(column) as number;
  const lacked = (rowLower[row] as number) - (least[row] as number);
  const exceeded = (most[row] as number) - (rowUpper[row] as number);
  return (value > 0 ? lacked : exceeded) / Math.abs(value);
}
