import type { Level, LinearProgram } from "../linear/program.ts";
import type { RestrictedProgram } from "../linear/restrict.ts";
import { restrictProgram } from "../linear/restrict.ts";
import { attainableBound } from "../solver/bounds.ts";
import { checkPoint } from "../solver/point.ts";
import type { Limit } from "../solver/port.ts";
import { SolverFailedError } from "../solver/port.ts";
import type { ChainOptions, ChainStart, LevelOutcome } from "./chain-types.ts";
import { solveChain } from "./chain.ts";
import { Effort } from "./effort.ts";
import type { ClosedLevel } from "./closing.ts";
import type { ColumnBounds, Face, LevelPrices } from "./face.ts";
import { levelPrices, wholeFace } from "./face.ts";
import { compared, costlyBefore } from "./compared.ts";
import { firstThatMayImprove, within } from "./may-improve.ts";

/**
 * What a chain asked again gives.
 *
 * @public
 */
export type AgainResult =
  | {
      readonly status: "solved";
      /** Number of the first level that differs; that of closed levels where none does. */
      readonly lead: number;
      /** Shapes: one entry a column of the program. */
      readonly values: Float64Array;
      /** All closed levels, then the last one. */
      readonly levels: readonly LevelOutcome[];
    }
  | { readonly status: "infeasible" }
  | { readonly status: "stopped"; readonly limit: Limit };

/**
 * What a chain is asked again with.
 *
 * @public
 */
export interface AgainOptions extends Pick<ChainOptions, "solver" | "seed" | "timeSeconds" | "nodes" | "signal"> {
  /**
   * The levels of the program that count, closed, from the first, without tolerances. A level with a gap is held at its value
   * as it is: what is then found gets worse against that.
   */
  readonly closed: readonly ClosedLevel[];
  /** What is asked: bounds of columns that lie within those of the program. */
  readonly asked: ColumnBounds;
  /** Minimised after all closed levels. */
  readonly last: Level;
  /**
   * Number of the level that is looked at first; any gives the same answer, the right one the soonest.
   *
   * @defaultValue the first that closing prices say cannot be kept
   */
  readonly first?: number | undefined;
  /**
   * Bounds of the closed levels where they are proven of a narrower program, whose best point is in hand. What is asked for may
   * then be better, too: from the first level of which prices do not exclude it the search ends at one that differs either way.
   *
   * @defaultValue the point in hand is the best of this program
   */
  readonly narrower?: readonly number[] | undefined;
  /** Gap of levels that are not solved to the unit. @defaultValue 0 */
  readonly relativeGap?: number | undefined;
  /** Numbers of levels that are solved to the unit whatever the gap, as the first that differs is. @defaultValue none */
  readonly exact?: ReadonlySet<number> | undefined;
  /** Called as soon as the first level that differs is solved. */
  readonly onLead?: ((number: number, outcome: LevelOutcome) => void) | undefined;
}

/**
 * Minimises the levels of a solved chain once more where columns have narrower bounds, as {@link solveChain} would from the
 * start, but from the first level that differs: the levels before it keep their values, and the points that do are known
 * from the closed levels, on columns that are few for all but the first levels.
 *
 * Where the points that keep some levels hold nothing that is asked for, the first level that differs lies among those;
 * the one before is looked at next, until there is a point. That a later face has none is not confirmed by a second solve:
 * the level then found must be worse than its value, which it would not be if that were wrong.
 *
 * @throws {SolverFailedError} if the backend broke or contradicts itself
 * @public
 */
export async function solveChainAgain(program: LinearProgram, options: AgainOptions): Promise<AgainResult> {
  const effort = new Effort(options);
  const mayImprove = firstImproved(program, options);
  let number = Math.min(options.first ?? firstLost(program, options), mayImprove);
  let isTrial = number > 0;
  for (;;) {
    const found = await solveFrom(program, options, { number, effort, isTrial: isTrial && number > 0, mayImprove });
    if (found.status === "infeasible") {
      if (number === 0) return found;
      if (!isTrial) throw new SolverFailedError(`No point at level ${number}, and none is worse before it`);
      number = costlyBefore(program, number);
      continue;
    }
    if (found.status === "stopped") return found;
    const end = compared(options.closed, found.levels, { from: number, mayImprove });
    if (end.isLead) return { ...found, lead: end.number };
    number = end.number;
    isTrial = false;
  }
}

function firstImproved(program: LinearProgram, { closed, asked, narrower }: AgainOptions): number {
  return narrower === undefined ? closed.length : firstThatMayImprove(program, { closed, asked, narrower });
}

/** Returns the number of the first closed level that prices prove lost where something is asked. */
function firstLost(program: LinearProgram, { closed, asked }: AgainOptions): number {
  const columns = narrowedColumns(program, asked);
  const lost = closed.findIndex(({ number, value, after, closings }) =>
    closings.some(({ bound, reducedCosts }) => {
      const priced = bound + columns.reduce((sum, column) => sum + costOf(column, { reducedCosts, after, asked }), 0);
      return attainableBound(program, program.levels[number] as Level, priced) > value;
    }),
  );
  return lost < 0 ? closed.length : lost;
}

function narrowedColumns({ columnLower, columnUpper }: LinearProgram, { lower, upper }: ColumnBounds): number[] {
  const columns: number[] = [];
  for (let column = 0; column < lower.length; column++) {
    if (lower[column] !== columnLower[column] || upper[column] !== columnUpper[column]) columns.push(column);
  }
  return columns;
}

interface PricedColumn {
  readonly reducedCosts: Float64Array;
  readonly after: ColumnBounds;
  readonly asked: ColumnBounds;
}

/** What a bound rises by as a column is held within what is asked; `Infinity` where nothing is left of it. */
function costOf(column: number, { reducedCosts, after, asked }: PricedColumn): number {
  const [low, high] = [after.lower[column] as number, after.upper[column] as number];
  const least = Math.max(low, asked.lower[column] as number);
  const most = Math.min(high, asked.upper[column] as number);
  if (least > most) return Infinity;
  const reduced = reducedCosts[column] as number;
  if (reduced === 0) return 0;
  return reduced > 0 ? reduced * (least - low) : reduced * (most - high);
}

interface From {
  readonly number: number;
  readonly effort: Effort;
  readonly isTrial: boolean;
  readonly mayImprove: number;
}

/** Solves the levels from one on, on the points that keep those before. */
async function solveFrom(program: LinearProgram, options: AgainOptions, at: From): Promise<AgainResult> {
  const { closed, asked, last, solver, seed, nodes, signal, onLead, relativeGap = 0, exact } = options;
  const { number, effort, isTrial, mayImprove } = at;
  const face = within(number === 0 ? wholeFace(program) : (closed[number - 1] as ClosedLevel).held, asked);
  if (face === undefined) return { status: "infeasible" };
  const levels = [...closed.slice(number).map((level) => program.levels[level.number] as Level), last];
  const { lower: columnLower, upper: columnUpper, cuts } = face;
  const small = restrictProgram(program, { columnLower, columnUpper, cuts, levels });
  if (small.brokenRow >= 0) return { status: "infeasible" };
  const solved: LevelOutcome[] = [];
  const left = effort.time();
  const result = await solveChain(small.program, {
    solver,
    seed: seed ?? 0,
    nodes,
    signal,
    ...left,
    relativeGap,
    exact: new Set([0, ...[...(exact ?? [])].map((level) => level - number)]),
    proveUnique: false,
    trial: isTrial,
    start: startOf(program, small, { face, closed, number }),
    onLevel: (outcome) => {
      const place = number + levels.findIndex(({ name }) => name === outcome.name);
      solved[place] = outcome;
      const end = compared(closed, solved, { from: number, mayImprove });
      if (end.isLead && end.number === place && place < closed.length) onLead?.(place, outcome);
    },
  });
  if (result.status !== "solved") {
    return result.status === "stopped" ? { status: "stopped", limit: result.limit } : { status: "infeasible" };
  }
  const point = { program, columnLower: asked.lower, columnUpper: asked.upper, cuts: [], relaxation: false };
  const verdict = checkPoint(point, small.expand(result.values));
  if (!verdict.holds) throw new SolverFailedError(`A point of a part does not hold in the whole: ${verdict.why}`);
  const before = closed.slice(0, number).map((level) => keptOutcome(program, level));
  return { status: "solved", lead: number, values: verdict.values, levels: [...before, ...result.levels] };
}

interface Part {
  readonly face: Face;
  readonly closed: readonly ClosedLevel[];
  /** The first level that is solved. */
  readonly number: number;
}

/**
 * Prices of the levels without a question are near those with it: here in terms of the part, in which the rows that hold
 * earlier levels are rows like others. There is no point to start from.
 */
function startOf(program: LinearProgram, small: RestrictedProgram, { face, closed, number }: Part): ChainStart {
  const prices = closed.slice(number).map(({ before, amounts }): LevelPrices | undefined => {
    const rowPrices = amounts.at(-1)?.rowPrices;
    if (rowPrices === undefined) return undefined;
    const known = levelPrices(before, rowPrices);
    const priceOf = (row: number): number =>
      (row < program.rowCount ? known.rows[row] : known.held.get(face.held[row - program.rowCount] as number)) ?? 0;
    const later = [...known.held].filter(([level]) => level >= number);
    return {
      rows: Float64Array.from(small.rows, priceOf),
      held: new Map(later.map(([level, price]) => [level - number, price])),
    };
  });
  return { values: small.program.columnLower, prices };
}

/** A level that keeps its value: a point may be better where that is not the least there is. */
function keptOutcome(program: LinearProgram, { number, value }: ClosedLevel): LevelOutcome {
  const { name, unit } = program.levels[number] as Level;
  return { name, unit, value, dualBound: value, relativeGap: 0, reason: "optimal" };
}
