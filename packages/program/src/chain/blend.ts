import type { Level } from "../linear/program.ts";
import { levelValue } from "../linear/program.ts";
import { relativeGap } from "../solver/port.ts";
import type { BlendOutcome } from "./chain-types.ts";

/** How many times as much a usual step of a level weighs as one of the level after it. */
const RATIO = 3;
/** What a usual step of the last level weighs. */
const LEAST = 100;
/** Costs of a level stay below this in absolute value (guarantee of `LinearProgram`). */
const MOST = 2 ** 31;

/**
 * Returns one level that weighs others: a usual step of a level, the median of its costs, counts three times as much as
 * one of the level after it.
 *
 * A pure level can be massively degenerate: many points are equal in it, and the search for one that is integer wanders
 * among them. Costs that differ from column to column break the ties, so that the blend is solved in a small part of the
 * time of its first level (model section 3).
 *
 * @throws {RangeError} if there is no level
 * @public
 */
export function blendedLevel(levels: readonly Level[]): Level {
  const [first] = levels;
  if (first === undefined) throw new RangeError("Cannot blend: there is no level");
  const cost = new Float64Array(first.cost.length);
  let offset = 0;
  const weights = blendWeights(levels);
  levels.forEach((level, number) => {
    const weight = weights[number] as number;
    offset += weight * level.offset;
    for (let column = 0; column < cost.length; column++)
      cost[column] = (cost[column] as number) + weight * (level.cost[column] as number);
  });
  for (let column = 0; column < cost.length; column++)
    cost[column] = Math.max(-MOST, Math.min(MOST, Math.round(cost[column] as number)));
  return { name: BLEND, unit: "weighted", step: 1, tolerance: 0, offset: Math.round(offset), cost };
}

/** Name of the blended level. */
export const BLEND = "blend";

/**
 * Returns what one unit of each level weighs in the blend of them.
 *
 * @public
 */
export function blendWeights(levels: readonly Level[]): readonly number[] {
  return levels.map((level, number) => {
    const usual = medianCost(level);
    return usual === 0 ? 0 : (LEAST * RATIO ** (levels.length - 1 - number)) / usual;
  });
}

function medianCost({ cost }: Level): number {
  const sizes = cost
    .filter((value) => value !== 0)
    .map(Math.abs)
    .sort();
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** A blend that was solved, and its bound. */
export interface Blended {
  readonly level: Level;
  readonly dualBound: number;
}

/** Returns what a blend is at a point. */
export function blendOutcome({ level, dualBound }: Blended, values: Float64Array): BlendOutcome {
  const value = levelValue(level, values);
  return { value, dualBound, relativeGap: relativeGap(value, dualBound) };
}
