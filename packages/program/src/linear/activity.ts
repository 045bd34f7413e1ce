import type { Cut, LinearProgram } from "./program.ts";

/**
 * Returns the value of every row at a point.
 *
 * Shapes: `point` one entry a column; the result one entry a row.
 * Guarantees: exact while all products and sums are integers below 2^53.
 *
 * @public
 */
export function rowActivity(program: LinearProgram, point: ArrayLike<number>): Float64Array {
  const { starts, rows, values, columnCount } = program;
  const activity = new Float64Array(program.rowCount);
  let entry = 0;
  for (let column = 0; column < columnCount; column++) {
    const end = starts[column + 1] as number;
    const x = point[column] as number;
    if (x === 0) {
      entry = end;
      continue;
    }
    for (; entry < end; entry++) {
      const row = rows[entry] as number;
      activity[row] = (activity[row] as number) + (values[entry] as number) * x;
    }
  }
  return activity;
}

/**
 * Returns the value of a cut at a point. Shapes: `point` one entry a column of the program.
 *
 * @public
 */
export function cutActivity(cut: Cut, point: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < cut.columns.length; k++) {
    sum += (cut.values[k] as number) * (point[cut.columns[k] as number] as number);
  }
  return sum;
}
