import type { LinearProgram } from "@lungang/program";
import { ROW_SIDE } from "@lungang/program";

/** Returns the side rows of a program by number. */
export function sideRowsOf({ rowKinds, rowCount }: LinearProgram): Int32Array {
  const rows = new Int32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (rowKinds[row] === ROW_SIDE) rows[count++] = row;
  return rows.slice(0, count);
}

/** Entries of some rows, row by row. Shapes: `first` one entry a row and one more. */
export interface RowEntries {
  readonly first: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** Returns the entries of some rows, row by row. */
export function entriesOf(
  { starts, rows, values, rowCount, columnCount }: LinearProgram,
  chosen: Int32Array,
): RowEntries {
  const numberOf = new Int32Array(rowCount).fill(-1);
  for (let number = 0; number < chosen.length; number++) numberOf[chosen[number] as number] = number;
  const first = new Int32Array(chosen.length + 1);
  for (let entry = 0; entry < rows.length; entry++) {
    const number = numberOf[rows[entry] as number] as number;
    if (number >= 0) first[number + 1] = (first[number + 1] as number) + 1;
  }
  for (let k = 0; k < chosen.length; k++) first[k + 1] = (first[k + 1] as number) + (first[k] as number);
  const next = first.slice();
  const column = new Int32Array(first[chosen.length] as number);
  const value = new Float64Array(column.length);
  for (let j = 0; j < columnCount; j++) {
    const end = starts[j + 1] as number;
    for (let entry = starts[j] as number; entry < end; entry++) {
      const number = numberOf[rows[entry] as number] as number;
      if (number < 0) continue;
      const at = next[number] as number;
      column[at] = j;
      value[at] = values[entry] as number;
      next[number] = at + 1;
    }
  }
  return { first, column, value };
}
