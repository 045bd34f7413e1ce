import type { SolvedProgram } from "@lungang/core/formulation";
import { LOTTERY } from "@lungang/core/formulation";
import type { ClosedLevel, Level, LinearProgram } from "@lungang/program";
import { attainableBound, closedLevels } from "@lungang/program";
import type { Explained } from "./explained.ts";
import type { Option } from "./place-options.ts";
import { boundWith } from "./place-options.ts";

const kept = new WeakMap<LinearProgram, readonly ClosedLevel[]>();

/**
 * Returns the levels of a solved program but the lot, closed with what the chain has left: once a program, for as many
 * questions as come.
 *
 * @param solves - whether prices are solved for where those that the chain has left do not close a level
 */
export async function keptLevels(
  { program, chain }: SolvedProgram,
  { request: { solver, signal, limits } }: Explained,
  { solves }: { readonly solves: boolean },
): Promise<readonly ClosedLevel[]> {
  const known = kept.get(program);
  if (known !== undefined) return known;
  const lots = program.levels.findIndex(({ name }) => name === LOTTERY);
  const count = lots < 0 ? undefined : lots;
  const how = { solver, signal, timeSeconds: limits?.timeSeconds, count, inside: false, solves };
  const closed: ClosedLevel[] = [];
  for await (const level of closedLevels(program, chain, how)) closed.push(level);
  if (signal?.aborted !== true) kept.set(program, closed);
  return closed;
}

/** Returns the number of the first level that prices prove lost, for the place of some that keeps levels the longest. */
export function firstLostByAll(
  program: LinearProgram,
  closed: readonly ClosedLevel[],
  places: readonly Option[],
): number | undefined {
  const lost = places.map((place) => {
    const first = closed.findIndex(({ number, value, after, closings }) => {
      const level = program.levels[number] as Level;
      return closings.some((priced) => attainableBound(program, level, boundWith(place, after, priced)) > value);
    });
    return first < 0 ? closed.length : first;
  });
  return lost.length === 0 ? undefined : Math.max(...lost);
}
