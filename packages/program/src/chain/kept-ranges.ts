import type { ColumnRanges } from "../solver/port.ts";
import type { ColumnBounds } from "./face.ts";

/** Returns ranges with those of the columns whose bounds have become narrower; a column may then occur twice. */
export function withNarrower(known: ColumnRanges | undefined, before: ColumnBounds, now: ColumnBounds): ColumnRanges {
  const columns = known === undefined ? [] : [...known.columns];
  const lower = known === undefined ? [] : [...known.lower];
  const upper = known === undefined ? [] : [...known.upper];
  for (let column = 0; column < before.lower.length; column++) {
    if (before.lower[column] === now.lower[column] && before.upper[column] === now.upper[column]) continue;
    columns.push(column);
    lower.push(now.lower[column] as number);
    upper.push(now.upper[column] as number);
  }
  return { columns: Int32Array.from(columns), lower: Float64Array.from(lower), upper: Float64Array.from(upper) };
}
