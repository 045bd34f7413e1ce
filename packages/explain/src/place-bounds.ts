import type { SolvedProgram } from "@lungang/core/formulation";
import { ABSENT, LOTTERY, solvedProgram } from "@lungang/core/formulation";
import type { ClosedLevel, Level, LinearProgram } from "@lungang/program";
import { attainableBound, closedLevels, levelValue } from "@lungang/program";
import { z } from "zod";
import type { Explained } from "./explained.ts";
import { placeExamples, placeExampleSchema } from "./place-examples.ts";
import type { Option } from "./place-options.ts";
import { boundWith, optionsOf } from "./place-options.ts";

/** Shape of what a bound says: the level, its value in the plan, and by how much it gets worse at the least. */
const leastSchema = z.strictObject({
  level: z.string(),
  unit: z.string(),
  before: z.number(),
  by: z.number().positive(),
});

/** Shape of what prices prove about single schools wished for; of a school that is not listed nothing is known. */
const wishedSchema = z.array(leastSchema.extend({ school: z.string() }));

/**
 * Shape of what prices prove about the places that a plan does not give a person, without another plan.
 *
 * @public
 */
export const placeBoundSchema = z.discriminatedUnion("answer", [
  /** Any of them makes this level worse by so much at the least, or one before it. */
  leastSchema.extend({
    answer: z.literal("atLeast"),
    /** True where all others were held to what the plan does with them. @defaultValue others may change */
    othersHeld: z.boolean().exactOptional(),
    example: placeExampleSchema.exactOptional(),
    wished: wishedSchema.exactOptional(),
  }),
  /** Nothing is proven: one of them may cost nothing. Only a question tells. */
  z.strictObject({
    answer: z.literal("notKnown"),
    example: placeExampleSchema.exactOptional(),
    wished: wishedSchema.exactOptional(),
  }),
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

/**
 * Returns for everybody who has a choice in the program what any other place costs at the least, from prices: no plan is
 * made. A bound speaks of levels in their order: the level named gets worse by so much, unless an earlier one gets worse,
 * which is dearer still. The true first level may so be earlier and is never later.
 *
 * Beside a bound stands a plan that keeps all rules and places the person otherwise, where one was found: what another
 * place costs at the most, and whom it touches.
 *
 * The bounds hold up to the first level that is not proven to the unit or may lose within a tolerance. The lot is no price.
 */
export async function placeBounds(explained: Explained): Promise<ReadonlyMap<number, PlaceBound>> {
  const solved = solvedProgram(explained.outcome.memory);
  const { program, chain } = solved;
  const options = optionsOf(solved);
  const prices = await closeOptions(explained, solved, [...options.values()].flat());
  const { plan } = explained.outcome;
  const examples = await placeExamples(solved, options, { plan, prices, signal: explained.request.signal });
  const bounds = [...options].map(([person, places]): [number, PlaceBound] => {
    const bound = least(program, chain.values, places);
    if (bound.answer === "onlyPlace") return [person, bound];
    const example = examples.get(person);
    const wished = wishedBounds(solved, person, places);
    return [
      person,
      { ...bound, ...(example === undefined ? {} : { example }), ...(wished.length === 0 ? {} : { wished }) },
    ];
  });
  return new Map(bounds);
}

/** Notes of every option the first level that it cannot keep; returns the reduced costs of the levels that were closed. */
async function closeOptions(
  { request }: Explained,
  { program, chain }: SolvedProgram,
  options: readonly Option[],
): Promise<readonly Float64Array[]> {
  const { solver, signal, limits } = request;
  const lots = program.levels.findIndex(({ name }) => name === LOTTERY);
  const how = { solver, signal, timeSeconds: limits?.timeSeconds, count: lots < 0 ? undefined : lots };
  const prices: Float64Array[] = [];
  let open = options;
  for await (const closed of closedLevels(program, chain, how)) {
    const level = program.levels[closed.number] as Level;
    prices.push(...closed.closings.slice(0, 1).map(({ reducedCosts }) => reducedCosts));
    const test = new LevelTest(program, level, closed);
    open = open.filter((option) => !test.finds(option));
    const found = chain.levels.find(({ name }) => name === level.name);
    const isProven = found?.value === found?.dualBound || test.isProven();
    if (level.tolerance > 0 || !isProven || open.length === 0) break;
  }
  return prices;
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

/** What single schools cost at the least that a person wished for, in the order of the wishes, where it is known. */
function wishedBounds(
  { program, chain, moves, network, eligibility: { county } }: SolvedProgram,
  person: number,
  places: readonly Option[],
): z.infer<typeof wishedSchema> {
  const first = moves.starts[person] as number;
  const columns = network.move.slice(first, moves.starts[person + 1]);
  const schoolOf = ({ move }: Option) => county.cells[moves.cell[first + columns.indexOf(move)] ?? -1]?.school;
  const wishes = county.persons[person]?.application?.wishes ?? [];
  return wishes.flatMap((school) => {
    const index = county.schoolIndex.get(school);
    const there = places.filter((place) => place.move !== ABSENT && schoolOf(place) === index);
    const bound = least(program, chain.values, there);
    if (bound.answer !== "atLeast") return [];
    const { level, unit, before, by } = bound;
    return [{ school, level, unit, before, by }];
  });
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
