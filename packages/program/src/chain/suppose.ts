import type { Level, LinearProgram } from "../linear/program.ts";
import { levelValue } from "../linear/program.ts";
import { attainableBound, pricedBound } from "../solver/bounds.ts";
import type { ChainStart } from "./chain-types.ts";
import type { Face, LevelPrices } from "./face.ts";
import { faceAtTrivialBound, facePrices, fixByReducedCost, holdLevel, trivialBound } from "./face.ts";

/** A level that is supposed to stand at a bound that is known without a solve. */
export interface Supposed {
  readonly number: number;
  readonly bound: number;
  readonly before: Face;
  /** The points that stand there. */
  readonly after: Face;
  /** Prices that prove the bound; absent where the bounds of the columns alone do. */
  readonly prices: LevelPrices | undefined;
}

interface SupposedFrom {
  readonly face: Face;
  readonly start: ChainStart | undefined;
}

/**
 * Returns the supposition that a level stands at a bound: where its prices of a like program still prove the value that it had
 * there, or at the bound of the columns alone where that is usual. A pure and degenerate level is hard to solve and easy to skip.
 */
export function supposed(program: LinearProgram, number: number, { face, start }: SupposedFrom): Supposed | undefined {
  const level = program.levels[number] as Level;
  // Held at its bound, the level could not lose what its tolerance lets it lose; a row that bounds it may ask for less.
  if (level.tolerance > 0 || face.held.includes(number)) return undefined;
  const prices = start?.prices[number];
  if (start !== undefined && prices !== undefined)
    return atPricedBound(program, number, { face, values: start.values, prices });
  if (level.usuallyTrivial !== true) return undefined;
  const after = faceAtTrivialBound(level, face);
  const bound = trivialBound(level, face);
  return after && { number, bound, before: face, after, prices: undefined };
}

interface Priced {
  readonly face: Face;
  /** A point of the like program. Shapes: one entry a column. */
  readonly values: Float64Array;
  readonly prices: LevelPrices;
}

function atPricedBound(program: LinearProgram, number: number, { face, values, prices }: Priced): Supposed | undefined {
  const level = program.levels[number] as Level;
  const { integer } = program;
  const rules = { program, columnLower: face.lower, columnUpper: face.upper, cuts: face.cuts, relaxation: true };
  const { bound: proven, reducedCosts } = pricedBound(rules, level, facePrices(face, prices));
  const bound = attainableBound(program, level, proven);
  if (levelValue(level, values) !== bound) return undefined;
  const fixed = fixByReducedCost(face, { reducedCosts }, { room: bound - proven, integer });
  return { number, bound, before: face, after: holdLevel(fixed, level, { number, allowed: bound }), prices };
}
