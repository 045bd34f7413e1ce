import type { LinearProgram } from "../linear/program.ts";
import { levelValue } from "../linear/program.ts";
import type { Change, ChangeCosts, Ways } from "./residual.ts";
import { listAt } from "./list-at.ts";
import { Residual } from "./residual.ts";
import type { Effects } from "./side-state.ts";
import { SideState } from "./side-state.ts";
import { Turns } from "./turns.ts";

/**
 * Changes that a point near the one in hand must have; of several for one subject the best is taken.
 *
 * @public
 */
export interface Ask {
  readonly subject: number;
  /** Columns that change by one, together. */
  readonly changes: readonly Change[];
}

/**
 * A point that keeps all rules: what differs from the one in hand.
 *
 * @public
 */
export interface NearbyPoint {
  /** Differences of columns, by column: those asked for and those that follow. */
  readonly changes: ReadonlyMap<number, number>;
  /** Value of every level. */
  readonly values: readonly number[];
}

/**
 * How much is tried.
 *
 * @public
 */
export interface NearbyOptions {
  /** Where it starts: integer, and within all bounds and rows. Shapes: one entry a column. */
  readonly point: Float64Array;
  /**
   * Reduced costs of the levels in their order, which guide the search; what they are wrong about costs time and nothing else.
   * Shapes: one entry a column.
   */
  readonly prices: readonly Float64Array[];
  readonly signal?: AbortSignal | undefined;
}

/** Asks of one subject that are looked into. */
const MOST_ASKS = 8;
/** Changes of somebody else that one is joined with. */
const MOST_PARTNERS = 60;

/** A closed way: the flow is kept by it, side rows perhaps not. */
interface Cycle {
  readonly subject: number;
  readonly changes: readonly Change[];
  readonly cost: number;
  readonly effects: Effects;
}

/**
 * Returns for each subject the best point that was found near one in hand and has the changes asked for: one cycle of the
 * flow that is cheap by the prices, or two where the first breaks a row that the second mends (one who goes more is one who
 * goes less elsewhere). Counters and slacks follow. Every point keeps all bounds and rows; that none is found proves nothing.
 * Events get a turn every 30 ms.
 *
 * @throws {DOMException} if the signal is aborted
 * @public
 */
export async function nearbyPoints(
  program: LinearProgram,
  asks: readonly Ask[],
  { point, prices, signal }: NearbyOptions,
): Promise<ReadonlyMap<number, NearbyPoint>> {
  const turns = new Turns();
  const residual = new Residual(program, costsOf(program, point, prices));
  const side = new SideState(program, point, (column) => residual.isArc(column));
  const cycles = cheapest(await cyclesOf({ residual, side, asks, signal, turns }));
  const byEffect = partnersOf([...cycles.values()].flat());
  const base = program.levels.map((level) => levelValue(level, point));
  const found = new Map<number, NearbyPoint>();
  for (const [subject, own] of cycles) {
    await turns.take();
    signal?.throwIfAborted();
    const near = own
      .flatMap((cycle) => [...tries(cycle, side, byEffect)])
      .flatMap((joined) => nearbyOf(joined, { program, point, side, base }) ?? []);
    const [first, ...others] = near;
    if (first !== undefined)
      found.set(
        subject,
        others.reduce((best, one) => (isBetter(one, best, base) ? one : best), first),
      );
  }
  return found;
}

interface Search {
  readonly residual: Residual;
  readonly side: SideState;
  readonly asks: readonly Ask[];
  readonly signal: AbortSignal | undefined;
  readonly turns: Turns;
}

interface OpenAsk extends Ask {
  readonly over: number;
}

/** Closes every ask by the cheapest way back; those with the same end share one search. */
async function cyclesOf({ residual, side, asks, signal, turns }: Search): Promise<readonly Cycle[]> {
  const cycles: Cycle[] = [];
  const open = new Map<number, OpenAsk[]>();
  const close = ({ subject, changes }: Ask, way: readonly Change[], distance: number) => {
    const all = merged([...changes, ...way]);
    if (all === undefined) return;
    const cost = distance + changes.reduce((sum, change) => sum + residual.costOf(change), 0);
    cycles.push({ subject, changes: all, cost, effects: side.effectsOf(all) });
  };
  for (const ask of asks) {
    const ends = ask.changes.some((change) => residual.costOf(change) === Infinity)
      ? undefined
      : residual.endsOf(ask.changes);
    if (ends === undefined) continue;
    if (ends.over === ends.under) close(ask, [], 0);
    else listAt(open, ends.under).push({ ...ask, over: ends.over });
  }
  for (const [target, group] of open) {
    await turns.take();
    signal?.throwIfAborted();
    const ways: Ways = residual.waysTo(target, new Set(group.map(({ over }) => over)));
    for (const ask of group) {
      const distance = ways.distanceFrom(ask.over);
      if (distance < Infinity) close(ask, ways.changesFrom(ask.over), distance);
    }
  }
  return cycles;
}

/** Sums the changes of columns; undefined where one would change by more than one, as its bounds may not admit it. */
function merged(changes: readonly Change[]): readonly Change[] | undefined {
  const by = new Map<number, number>();
  for (const change of changes) by.set(change.column, (by.get(change.column) ?? 0) + change.by);
  const sums = [...by].filter(([, sum]) => sum !== 0);
  if (sums.length < by.size || sums.some(([, sum]) => Math.abs(sum) > 1)) return undefined;
  return sums.map(([column, sum]) => ({ column, by: sum as 1 | -1 }));
}

/** The cheapest cycles of every subject, in the order of subjects as they were asked for. */
function cheapest(cycles: readonly Cycle[]): ReadonlyMap<number, readonly Cycle[]> {
  const all = new Map<number, Cycle[]>();
  for (const cycle of cycles) listAt(all, cycle.subject).push(cycle);
  return new Map(
    [...all]
      .sort(([a], [b]) => a - b)
      .map(([subject, own]) => [subject, own.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_ASKS)]),
  );
}

/** Cycles by the row that they give something or take something, the cheapest first. */
function partnersOf(cycles: readonly Cycle[]): Partners {
  const lists = new Map<string, Cycle[]>();
  for (const cycle of cycles.toSorted((a, b) => a.cost - b.cost)) {
    for (const [row, by] of cycle.effects) listAt(lists, `${row}${by > 0 ? "+" : "-"}`).push(cycle);
  }
  return lists;
}

/** Cycles that are joined with one, by the row that they mend. */
type Partners = ReadonlyMap<string, readonly Cycle[]>;

/** A cycle alone, then with each that mends the first row that it breaks. */
function* tries(cycle: Cycle, side: SideState, partners: Partners): Generator<readonly Cycle[]> {
  yield [cycle];
  const [row, by] = side.follow(cycle.effects).broken[0] ?? [];
  if (row === undefined || by === undefined) return;
  let tried = 0;
  for (const partner of partners.get(`${row}${by > 0 ? "-" : "+"}`) ?? []) {
    if (partner.subject === cycle.subject || shareColumns(cycle, partner)) continue;
    yield [cycle, partner];
    if (++tried >= MOST_PARTNERS) return;
  }
}

function summed(cycles: readonly Cycle[]): Effects {
  const [first, ...others] = cycles;
  if (first !== undefined && others.length === 0) return first.effects;
  const effects = new Map<number, number>();
  for (const cycle of cycles) for (const [row, by] of cycle.effects) effects.set(row, (effects.get(row) ?? 0) + by);
  return effects;
}

function shareColumns(a: Cycle, b: Cycle): boolean {
  const columns = new Set(a.changes.map(({ column }) => column));
  return b.changes.some(({ column }) => columns.has(column));
}

interface Ground {
  readonly program: LinearProgram;
  readonly point: Float64Array;
  readonly side: SideState;
  readonly base: readonly number[];
}

/** The point of some cycles with what follows from them; undefined where they break a row. */
function nearbyOf(cycles: readonly Cycle[], { program, point, side, base }: Ground): NearbyPoint | undefined {
  const { broken, slacks } = side.follow(summed(cycles));
  if (broken.length > 0) return undefined;
  const changes = new Map(
    cycles.flatMap((cycle) => cycle.changes.map(({ column, by }): [number, number] => [column, by])),
  );
  for (const [column, by] of [...side.counted(changes), ...slacks]) changes.set(column, by);
  for (const [column, by] of changes) {
    const value = (point[column] as number) + by;
    if (value < (program.columnLower[column] as number) || value > (program.columnUpper[column] as number))
      return undefined;
  }
  const values = base.map((value, number) => {
    const { cost } = program.levels[number] as { readonly cost: Float64Array };
    let sum = value;
    for (const [column, by] of changes) sum += (cost[column] as number) * by;
    return sum;
  });
  return { changes, values };
}

/** Whether the first level that a point changes is changed by less, or as much with fewer changes. */
function isBetter(a: NearbyPoint, b: NearbyPoint, base: readonly number[]): boolean {
  const at = base.findIndex((value, level) => a.values[level] !== value || b.values[level] !== value);
  const difference = at < 0 ? 0 : (a.values[at] as number) - (b.values[at] as number);
  return difference === 0 ? a.changes.size < b.changes.size : difference < 0;
}

/** Each level weighs so much less than the one before; one column counts for no more than a tenth of that. */
const BETWEEN_LEVELS = 1e4;
/** What every change costs, in units of the first level: a longer way touches more people, and breaks more rows. */
const ONE_MORE = 1e-9;

/** Prices of all levels in one number, the first by far the heaviest. */
function costsOf(program: LinearProgram, point: Float64Array, prices: readonly Float64Array[]): ChangeCosts {
  const up = new Float64Array(program.columnCount);
  const down = new Float64Array(program.columnCount);
  for (let column = 0; column < program.columnCount; column++) {
    const value = point[column] as number;
    let weight = 1;
    let [rising, falling] = [0, 0];
    for (const [number, reduced] of prices.entries()) {
      const price = Math.min(
        Math.abs(reduced[column] as number) / (program.levels[number]?.step ?? 1),
        BETWEEN_LEVELS / 10,
      );
      if ((reduced[column] as number) > 0) rising += weight * price;
      else falling += weight * price;
      weight /= BETWEEN_LEVELS;
    }
    up[column] = value + 1 > (program.columnUpper[column] as number) ? Infinity : rising + ONE_MORE;
    down[column] = value - 1 < (program.columnLower[column] as number) ? Infinity : falling + ONE_MORE;
  }
  return { up, down };
}
