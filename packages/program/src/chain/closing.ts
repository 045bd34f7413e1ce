import type { LinearProgram } from "../linear/program.ts";
import { levelValue } from "../linear/program.ts";
import type { PricedBound } from "../solver/bounds.ts";
import { attainableBound, pricedBound } from "../solver/bounds.ts";
import type { Solver } from "../solver/port.ts";
import { hasIncumbent } from "../solver/port.ts";
import type { ChainResult } from "./chain-types.ts";
import { Effort } from "./effort.ts";
import type { ColumnBounds, Face, LevelPrices } from "./face.ts";
import { facePrices, fixByReducedCost, holdLevel, narrowBounds, wholeFace } from "./face.ts";

/**
 * A level with prices that close it: what they prove of points that differ from the one in hand.
 *
 * @public
 */
export interface ClosedLevel {
  readonly number: number;
  /** Value of the level at the point in hand. */
  readonly value: number;
  /** Bounds of columns and rows that every point keeps which keeps the levels before this one. */
  readonly before: Face;
  /** Proven over `before`: how much a level is above its value where some columns are held. The last is not the best. */
  readonly amounts: readonly PricedBound[];
  /** Bounds of columns that every point keeps which keeps this level, too. */
  readonly after: ColumnBounds;
  /**
   * Proven over `after`: only whether a point can keep the level, because `after` supposes that it does. The first is the
   * best.
   */
  readonly closings: readonly PricedBound[];
  /** What every point keeps that keeps this level: `after`, with the level as a row where bounds do not imply it. */
  readonly held: Face;
}

/**
 * What levels are closed with.
 *
 * @public
 */
export interface ClosingOptions {
  readonly solver: Solver;
  /** Levels that are closed, counted from the first. @defaultValue all */
  readonly count?: number | undefined;
  /** Whether faces that are not large are solved once more for prices inside. @defaultValue true */
  readonly inside?: boolean | undefined;
  /** Whether anything is solved; where not, levels keep the prices that the chain has left. @defaultValue true */
  readonly solves?: boolean | undefined;
  readonly seed?: number;
  /** Seconds for all levels together; where they are over, levels keep the prices that the chain has left. */
  readonly timeSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Closes the levels of a solved chain one by one. The prices that a chain leaves are those of its last solve: where a level
 * needed a search they lie below its value, and with such a gap they prove hardly anything of anybody. One relaxation over
 * the face after the level (columns held by reduced cost, counters narrowed, the levels before as rows, the level itself
 * not) mostly proves the value itself. Levels whose own prices do so are not solved again for that, but on faces that are
 * not large once more for prices inside the face of all that are optimal (strict complementarity).
 *
 * All bounds are computed from prices here, by weak duality; nothing of what a solver claims is believed. They are about
 * points that keep the values of the point in hand level by level, and so say which points are better only as far as those
 * values are proven.
 *
 * @param solved - point and prices of the chain
 * @public
 */
export async function* closedLevels(
  program: LinearProgram,
  { values, prices, ranges }: Pick<Extract<ChainResult, { status: "solved" }>, "values" | "prices" | "ranges">,
  options: ClosingOptions,
): AsyncGenerator<ClosedLevel> {
  const effort = new Effort(options);
  let face = wholeFace(program);
  for (const [number, level] of program.levels.slice(0, options.count).entries()) {
    const value = levelValue(level, values);
    const allowed = value + level.tolerance;
    const { integer } = program;
    const priced = (on: Face, rows: Float64Array) => pricedBound(rulesOf(program, on), level, rows);
    const fixed = (on: Face, { bound, reducedCosts }: PricedBound) =>
      fixByReducedCost(on, { reducedCosts }, { room: allowed - bound, integer, keep: values });
    const before = face;
    const own = priced(before, rowPrices(program, before, prices[number]));
    // Found for the least value of the level; under a tolerance the point in hand may lie above it.
    const narrower = level.tolerance === 0 ? ranges[number] : undefined;
    const kept = fixed(before, own);
    const narrowed = narrower === undefined ? kept : narrowBounds(kept, narrower);
    const isClosed = attainableBound(program, level, own.bound) >= value;
    const better = isClosed ? undefined : await relaxed(program, narrowed, { number, values, options, effort });
    const known = better === undefined ? [own.rowPrices] : [better, own.rowPrices];
    const after = fixed(narrowed, priced(narrowed, better ?? own.rowPrices));
    const amounts = better === undefined ? [own] : [own, priced(before, better)];
    // At a corner many columns that no optimum has cost nothing; inside the face of all optimal prices each of them costs
    // something. The chain's own prices may lie below the value and still hold columns that the others do not.
    const how = { number, values, options, effort, interior: true };
    const inside = isWorthInside(narrowed, options) ? await relaxed(program, narrowed, how) : undefined;
    const closings = (inside === undefined ? known : [...known, inside]).map((rows) => priced(after, rows));
    const held = holdLevel(after, level, { number, allowed });
    yield { number, value, before, amounts, after, closings, held };
    face = held;
  }
}

/** On larger faces prices from inside would take longer than all the rest. */
const MOST_INSIDE = 20_000;

function isWorthInside({ lower, upper }: ColumnBounds, { inside = true, solves = true }: ClosingOptions): boolean {
  if (!inside || !solves) return false;
  let free = 0;
  for (let column = 0; column < lower.length; column++) if (lower[column] !== upper[column]) free++;
  return free <= MOST_INSIDE;
}

/** Returns the prices that the chain has left, in the order of rows and cuts; zeros prove what the columns alone do. */
function rowPrices({ rowCount }: LinearProgram, face: Face, known: LevelPrices | undefined): Float64Array {
  return known === undefined ? new Float64Array(rowCount + face.cuts.length) : facePrices(face, known);
}

function mayRelax({ solver, signal, solves = true }: ClosingOptions): boolean {
  return solves && solver.capabilities.relaxation && signal?.aborted !== true;
}

/** Returns prices of rows and cuts of the relaxation over a face; undefined where it was not solved. */
async function relaxed(
  program: LinearProgram,
  { lower, upper, cuts }: Face,
  { number, values, options, effort, interior = false }: RelaxedOptions,
): Promise<Float64Array | undefined> {
  const { solver, seed = 0, signal } = options;
  if (effort.isOver() || !mayRelax(options)) return undefined;
  const result = await solver.solve(program, {
    level: number,
    cuts,
    columnLower: lower,
    columnUpper: upper,
    relaxation: true,
    interior,
    limits: effort.time(),
    seed,
    start: { values },
    ...(signal === undefined ? {} : { signal }),
  });
  return hasIncumbent(result) ? result.rowPrices : undefined;
}

interface RelaxedOptions {
  readonly number: number;
  readonly values: Float64Array;
  readonly options: ClosingOptions;
  readonly effort: Effort;
  /** Prices inside the face of all that are optimal. */
  readonly interior?: boolean;
}

function rulesOf(program: LinearProgram, { lower, upper, cuts }: Face) {
  return { program, columnLower: lower, columnUpper: upper, cuts, relaxation: true };
}
