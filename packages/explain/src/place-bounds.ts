import type { SolvedProgram } from "@lungang/core/formulation";
import { ABSENT, LOTTERY, solvedProgram } from "@lungang/core/formulation";
import type { ClosedLevel, ColumnBounds, Level, LinearProgram, PricedBound } from "@lungang/program";
import { attainableBound, closedLevels, levelValue } from "@lungang/program";
import { z } from "zod";
import type { Explained } from "./explained.ts";

/**
 * Shape of what prices prove about the places that a plan does not give a person, without another plan.
 *
 * @public
 */
export const placeBoundSchema = z.discriminatedUnion("answer", [
  /** Any of them makes this level worse by so much at the least, or one before it. */
  z.strictObject({
    answer: z.literal("atLeast"),
    level: z.string(),
    unit: z.string(),
    /** Value of the level in the plan. */
    before: z.number(),
    by: z.number().positive(),
  }),
  /** Nothing is proven: one of them may cost nothing. Only a question tells. */
  z.strictObject({ answer: z.literal("notKnown") }),
  /** Policy, decisions and posts leave the person no other place. */
  z.strictObject({ answer: z.literal("onlyPlace") }),
]);

/**
 * What prices prove about the places that a plan does not give a person; see {@link placeBoundSchema}.
 *
 * @public
 */
export type PlaceBound = z.infer<typeof placeBoundSchema>;

/**
 * Returns whether an answer about another place is a bound from prices, and not that of a plan made again.
 *
 * @public
 */
export function isBound<T extends { readonly answer: string }>(
  alternative: T,
): alternative is Extract<T, { answer: PlaceBound["answer"] }> {
  return BOUNDS.has(alternative.answer);
}

const BOUNDS: ReadonlySet<string> = new Set<PlaceBound["answer"]>(["atLeast", "notKnown", "onlyPlace"]);

/** A place that somebody could have instead: leaving with one move, or staying. */
interface Option {
  readonly leave: number;
  /** {@link ABSENT} for staying. */
  readonly move: number;
  /** Columns of all moves of the person: the others are 0. */
  readonly columns: Int32Array;
  /** Filled in when the first level is found that the option cannot keep. */
  bound?: { readonly level: number; readonly by: number };
}

/**
 * Returns for everybody who has a choice in the program what any other place costs at the least, from prices: no plan is
 * made. A bound speaks of levels in their order: the level named gets worse by so much, unless an earlier one gets worse,
 * which is dearer still. The true first level may so be earlier and is never later.
 *
 * The bounds hold up to the first level that is not proven to the unit or may lose within a tolerance. The lot is no price.
 */
export async function placeBounds({ request, outcome }: Explained): Promise<ReadonlyMap<number, PlaceBound>> {
  const solved = solvedProgram(outcome.memory);
  const { program, chain } = solved;
  const options = optionsOf(solved);
  let open = [...options.values()].flat();
  const { solver, signal, limits } = request;
  const lots = program.levels.findIndex(({ name }) => name === LOTTERY);
  const how = { solver, signal, timeSeconds: limits?.timeSeconds, count: lots < 0 ? undefined : lots };
  for await (const closed of closedLevels(program, chain, how)) {
    const level = program.levels[closed.number] as Level;
    const test = new LevelTest(program, level, closed);
    open = open.filter((option) => !test.finds(option));
    const found = chain.levels.find(({ name }) => name === level.name);
    const isProven = found?.value === found?.dualBound || test.isProven();
    if (level.tolerance > 0 || !isProven || open.length === 0) break;
  }
  return new Map([...options].map(([person, places]) => [person, least(program, chain.values, places)]));
}

/** The cheapest place in the order of levels: the latest level, and in it the least amount. */
function least(program: LinearProgram, values: Float64Array, places: readonly Option[]): PlaceBound {
  if (places.length === 0) return { answer: "onlyPlace" };
  let cheapest: Option["bound"];
  for (const { bound } of places) {
    if (bound === undefined) return { answer: "notKnown" };
    const { level, by } = cheapest ?? { level: -1, by: 0 };
    if (bound.level > level || (bound.level === level && bound.by < by)) cheapest = bound;
  }
  if (cheapest === undefined) return { answer: "notKnown" };
  const level = program.levels[cheapest.level] as Level;
  const { name, unit } = level;
  return { answer: "atLeast", level: name, unit, before: levelValue(level, values), by: cheapest.by };
}

/** Tells of single options whether they can keep a level. */
class LevelTest {
  readonly #program: LinearProgram;
  readonly #level: Level;
  readonly #closed: ClosedLevel;

  constructor(program: LinearProgram, level: Level, closed: ClosedLevel) {
    this.#program = program;
    this.#level = level;
    this.#closed = closed;
  }

  /** Whether no point that keeps the levels before has a smaller value. */
  isProven(): boolean {
    return this.#closed.closings.some(({ bound }) => this.#attainable(bound) >= this.#closed.value);
  }

  /** Whether the level is the first that an option cannot keep; notes then by how much it gets worse at the least. */
  finds(option: Option): boolean {
    const { after, before, closings, amounts, value, number } = this.#closed;
    const allowed = value + this.#level.tolerance;
    if (closings.every((priced) => this.#attainable(boundWith(option, after, priced)) <= allowed)) return false;
    const proven = amounts.map((priced) => this.#attainable(boundWith(option, before, priced)) - value);
    // Any amount above the value is at least one attainable step above it.
    const step = this.#attainable(allowed + LESS_THAN_A_STEP) - value;
    option.bound = { level: number, by: Math.max(step, ...proven.filter((amount) => Number.isFinite(amount))) };
    return true;
  }

  #attainable(bound: number): number {
    return attainableBound(this.#program, this.#level, bound);
  }
}

/** Values are whole numbers: what lies so far above one of them is rounded up to the next. */
const LESS_THAN_A_STEP = 0.75;

/** Returns what prices prove where an option is taken; `Infinity` where the bounds of columns do not admit it. */
function boundWith(
  { leave, move, columns }: Option,
  { lower, upper }: ColumnBounds,
  { bound, reducedCosts }: Pick<PricedBound, "bound" | "reducedCosts">,
): number {
  let proven = bound;
  const hold = (column: number, at: 0 | 1) => {
    const [low, high] = [lower[column] as number, upper[column] as number];
    if (at < low || at > high) proven = Infinity;
    const cost = reducedCosts[column] as number;
    if (cost !== 0) proven += cost * at - cost * (cost > 0 ? low : high);
  };
  hold(leave, move === ABSENT ? 0 : 1);
  for (const column of columns) hold(column, column === move ? 1 : 0);
  return proven;
}

/** Returns the places of everybody who has columns that the plan does not give them, by person. */
function optionsOf({
  network,
  chain,
  moves,
  eligibility,
  program,
}: SolvedProgram): ReadonlyMap<number, readonly Option[]> {
  const found = new Map<number, readonly Option[]>();
  const bounds = { lower: program.columnLower, upper: program.columnUpper };
  const free = { bound: 0, reducedCosts: new Float64Array(program.columnCount) };
  eligibility.county.persons.forEach((_person, person) => {
    const leave = network.leave[person] as number;
    const [first, end] = [moves.starts[person] as number, moves.starts[person + 1] as number];
    if (leave === ABSENT || first === end) return;
    const columns = network.move.slice(first, end);
    const taken = columns.findIndex((column) => chain.values[column] === 1);
    const cell = taken < 0 ? ABSENT : moves.cell[first + taken];
    const options = [...columns].flatMap((move, at): Option[] =>
      moves.cell[first + at] === cell ? [] : [{ leave, move, columns }],
    );
    if (taken >= 0) options.push({ leave, move: ABSENT, columns });
    found.set(
      person,
      options.filter((option) => boundWith(option, bounds, free) < Infinity),
    );
  });
  return found;
}
