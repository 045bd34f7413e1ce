import type { Cut, Level, LinearProgram } from "../linear/program.ts";

/** Reduced costs below this are noise of the solver. */
const NOISE = 1e-6;

/**
 * What earlier levels have decided: narrower column bounds and the rows that keep their values.
 *
 * Shapes: `lower` and `upper` have one entry a column.
 */
export interface Face {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly cuts: readonly Cut[];
}

/** Returns the face before any level is decided: the whole program. */
export function wholeFace(program: LinearProgram): Face {
  return { lower: program.columnLower.slice(), upper: program.columnUpper.slice(), cuts: [] };
}

/** Returns the least value that column bounds alone allow: the bound that costs nothing to prove. */
export function trivialBound(level: Level, { lower, upper }: Face): number {
  let bound = level.offset;
  for (let column = 0; column < level.cost.length; column++) {
    const cost = level.cost[column] as number;
    if (cost > 0) bound += cost * (lower[column] as number);
    else if (cost < 0) bound += cost * (upper[column] as number);
  }
  return bound;
}

/** Returns the face on which a level stands at its trivial bound, or nothing if that bound is infinite. */
export function faceAtTrivialBound(level: Level, face: Face): Face | undefined {
  const lower = face.lower.slice();
  const upper = face.upper.slice();
  for (let column = 0; column < level.cost.length; column++) {
    const cost = level.cost[column] as number;
    if (cost === 0) continue;
    const at = (cost > 0 ? lower[column] : upper[column]) as number;
    if (!Number.isFinite(at)) return undefined;
    lower[column] = at;
    upper[column] = at;
  }
  return { ...face, lower, upper };
}

/** A proven bound of a level with the reduced costs that go with it. */
export interface PricedLevel {
  readonly bound: number;
  /** Shapes: one entry a column. */
  readonly reducedCosts: Float64Array;
}

/**
 * Returns the bounds left when every column whose reduced cost exceeds `room` is held where its reduced cost pushes it.
 *
 * A point that moves such a column by a whole unit is worse than `bound + room` (reduced-cost fixing, model section 3).
 * Where `keep` is given and lies elsewhere the column stays free, so that `keep` remains feasible.
 */
export function fixByReducedCost(
  face: Face,
  { reducedCosts }: PricedLevel,
  {
    room,
    keep,
    integer,
  }: { readonly room: number; readonly keep?: Float64Array | undefined; readonly integer: Uint8Array },
): Face {
  const lower = face.lower.slice();
  const upper = face.upper.slice();
  for (let column = 0; column < reducedCosts.length; column++) {
    const reduced = reducedCosts[column] as number;
    if (Math.abs(reduced) <= room + NOISE || integer[column] !== 1) continue;
    const at = (reduced > 0 ? lower[column] : upper[column]) as number;
    if (keep !== undefined && keep[column] !== at) continue;
    lower[column] = at;
    upper[column] = at;
  }
  return { lower, upper, cuts: face.cuts };
}

/** Returns the face with `level <= allowed` added as a row, unless the column bounds imply it. */
export function holdLevel(face: Face, level: Level, allowed: number): Face {
  const columns: number[] = [];
  let constant = level.offset;
  let most = level.offset;
  for (let column = 0; column < level.cost.length; column++) {
    const cost = level.cost[column] as number;
    if (cost === 0) continue;
    const lower = face.lower[column] as number;
    const upper = face.upper[column] as number;
    most += cost > 0 ? cost * upper : cost * lower;
    if (lower === upper) constant += cost * lower;
    else columns.push(column);
  }
  if (most <= allowed) return face;
  const values = Float64Array.from(columns, (column) => level.cost[column] as number);
  const cut = { lower: -Infinity, upper: allowed - constant, columns: Int32Array.from(columns), values };
  return { ...face, cuts: [...face.cuts, cut] };
}
