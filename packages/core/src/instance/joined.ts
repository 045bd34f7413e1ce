import type { Cell } from "./cells.ts";

/**
 * Posts of one school that one person may join (SC-04). Each needs whole loads of its own, which are its demand; what is left
 * of all of them together needs so many heads more, each of whom may stand in any of them, no two in one.
 *
 * @public
 */
export interface JoinedPosts {
  /** Cells by position, those with the most periods beyond whole loads first. */
  readonly cells: readonly number[];
  /** Heads beyond whole loads: one at least, and fewer than there are cells. */
  readonly heads: number;
}

/** Cells and which of them are joined. */
export interface CellsOfCounty {
  readonly cells: readonly Cell[];
  readonly joined: readonly JoinedPosts[];
}

/**
 * Returns the most heads that a post may need: one more than whole loads where it is joined with others.
 *
 * @public
 */
export function mostNeeded({ demand, joined }: Cell): number {
  return joined === undefined ? demand : demand + 1;
}

/**
 * Returns the heads that a post needs where so many are at each. Of joined posts those that have a head beyond whole loads need
 * it, as many as their heads are; what is left of these is needed at the posts with the most periods. What posts need
 * adds up to what their school needs, and what they lack to what it lacks.
 *
 * @param heads - Shapes: one entry a cell
 * @public
 */
export function needOf(county: CellsOfCounty, heads: ArrayLike<number>, index: number): number {
  return needBeside(county, { heads, before: heads }, index);
}

/** Returns what {@link needOf} does, where posts that had a head beyond whole loads before come first. */
export function needBeside(
  county: CellsOfCounty,
  { heads, before }: { readonly heads: ArrayLike<number>; readonly before: ArrayLike<number> },
  index: number,
): number {
  const { demand, joined } = county.cells[index] as Cell;
  if (joined === undefined) return demand;
  const { cells, heads: beyond } = county.joined[joined] as JoinedPosts;
  const has = (counts: ArrayLike<number>, cell: number) =>
    (counts[cell] as number) > (county.cells[cell] as Cell).demand;
  const rank = (cell: number) => (!has(heads, cell) ? 2 : has(before, cell) ? 0 : 1);
  const own = cells.indexOf(index);
  const ahead = cells.filter((cell, at) => rank(cell) < rank(index) || (rank(cell) === rank(index) && at < own));
  return ahead.length < beyond ? demand + 1 : demand;
}

/**
 * Returns how many heads more a post needs where so many are at each, whichever of the joined posts takes them; below 0 where
 * it has more than it needs.
 *
 * @param heads - Shapes: one entry a cell
 */
export function openHeads(county: CellsOfCounty, heads: ArrayLike<number>, index: number): number {
  const { demand, joined } = county.cells[index] as Cell;
  const here = heads[index] as number;
  if (joined === undefined || here > demand) return needOf(county, heads, index) - here;
  return demand - here + Math.min(1, openBeyond(county, heads, joined));
}

/** Returns how many of the heads beyond whole loads joined posts still need. Shapes: `heads` one entry a cell. */
export function openBeyond(county: CellsOfCounty, heads: ArrayLike<number>, joined: number): number {
  const { cells, heads: beyond } = county.joined[joined] as JoinedPosts;
  const taken = cells.filter((cell) => (heads[cell] as number) > (county.cells[cell] as Cell).demand).length;
  return Math.max(0, beyond - taken);
}

/** Returns the heads that joined posts need together, whole loads and what is beside them. */
export function neededTogether({ cells, joined }: CellsOfCounty, at: number): number {
  const { cells: own, heads } = joined[at] as JoinedPosts;
  return own.reduce((sum, cell) => sum + (cells[cell] as Cell).demand, heads);
}
