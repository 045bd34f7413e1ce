import type { Cut, Level, LinearProgram } from "../linear/program.ts";
import type { ColumnRanges } from "../solver/port.ts";

/** Reduced costs below this are noise of the solver. */
const NOISE = 1e-6;

/**
 * Bounds of columns. Shapes: one entry a column.
 *
 * @public
 */
export interface ColumnBounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * What earlier levels have decided: narrower column bounds and the rows that keep their values.
 *
 * @public
 */
export interface Face extends ColumnBounds {
  readonly cuts: readonly Cut[];
  /** Number of the level that each cut holds. Shapes: one entry a cut. */
  readonly held: readonly number[];
}

/** Returns the face before any level is decided: the whole program. */
export function wholeFace(program: LinearProgram): Face {
  return { lower: program.columnLower.slice(), upper: program.columnUpper.slice(), cuts: [], held: [] };
}

/** Returns the face before any level is decided, with the most that some levels may be. */
export function boundedFace(program: LinearProgram, atMost: ReadonlyMap<number, number> = new Map()): Face {
  return [...atMost].reduce(
    (face, [number, allowed]) => holdLevel(face, program.levels[number] as Level, { number, allowed }),
    wholeFace(program),
  );
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

/**
 * A proven bound of a level with the reduced costs that go with it.
 *
 * @public
 */
export interface PricedLevel {
  readonly bound: number;
  /** Shapes: one entry a column. */
  readonly reducedCosts: Float64Array;
  readonly prices: LevelPrices;
}

/** Prices of rows and of held levels, in a form that outlives a face. */
export interface LevelPrices {
  /** Shapes: one entry a row of the program. */
  readonly rows: Float64Array;
  /** Price of the row that holds an earlier level, by number of the level. */
  readonly held: ReadonlyMap<number, number>;
}

/** Returns prices of rows and cuts, as a solver gives them, in a form that outlives the face. */
export function levelPrices(face: Face, prices: Float64Array): LevelPrices {
  const rows = prices.length - face.cuts.length;
  const held = new Map(face.held.map((level, cut) => [level, prices[rows + cut] as number]));
  return { rows: prices.slice(0, rows), held };
}

/** Returns the prices of rows and cuts that a face has of {@link LevelPrices}; held levels without one cost nothing. */
export function facePrices(face: Face, { rows, held }: LevelPrices): Float64Array {
  const prices = new Float64Array(rows.length + face.cuts.length);
  prices.set(rows);
  face.held.forEach((level, cut) => (prices[rows.length + cut] = held.get(level) ?? 0));
  return prices;
}

/**
 * Returns the bounds left when every column whose reduced cost exceeds `room` is held where its reduced cost pushes it.
 *
 * A point that moves such a column by a whole unit is worse than `bound + room` (reduced-cost fixing, model section 3).
 * Where `keep` is given and lies elsewhere the column stays free, so that `keep` remains feasible.
 *
 * @public
 */
export function fixByReducedCost<B extends ColumnBounds>(
  face: B,
  { reducedCosts }: Pick<PricedLevel, "reducedCosts">,
  {
    room,
    keep,
    integer,
  }: { readonly room: number; readonly keep?: Float64Array | undefined; readonly integer: Uint8Array },
): B {
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
  return { ...face, lower, upper };
}

/**
 * Returns bounds with narrower ones for some columns.
 *
 * @public
 */
export function narrowBounds<B extends ColumnBounds>(
  bounds: B,
  { columns, lower: least, upper: most }: ColumnRanges,
): B {
  const lower = bounds.lower.slice();
  const upper = bounds.upper.slice();
  columns.forEach((column, k) => {
    lower[column] = Math.max(lower[column] as number, least[k] as number);
    upper[column] = Math.min(upper[column] as number, most[k] as number);
  });
  return { ...bounds, lower, upper };
}

/**
 * Returns the face with `level <= allowed` as a row in place of an earlier, looser one of the level; without a row where the
 * column bounds imply it.
 */
export function holdLevel(
  before: Face,
  level: Level,
  { number, allowed }: { readonly number: number; readonly allowed: number },
): Face {
  const face = withoutHeld(before, number);
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
  return { ...face, cuts: [...face.cuts, cut], held: [...face.held, number] };
}

function withoutHeld(face: Face, number: number): Face {
  if (!face.held.includes(number)) return face;
  const isOther = (_: unknown, cut: number): boolean => face.held[cut] !== number;
  return { ...face, cuts: face.cuts.filter(isOther), held: face.held.filter(isOther) };
}
