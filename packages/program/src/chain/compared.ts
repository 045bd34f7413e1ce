import type { LinearProgram } from "../linear/program.ts";
import type { LevelOutcome } from "./chain-types.ts";
import type { ClosedLevel } from "./closing.ts";

/**
 * Returns the number of the level before one that costs anything: where nothing costs, the points that keep the levels are the
 * same before and after, and a solver would only look for any of them.
 */
export function costlyBefore({ levels }: LinearProgram, number: number): number {
  let before = number - 1;
  while (before > 0 && levels[before]?.cost.every((cost) => cost === 0) === true) before--;
  return before;
}

interface ComparedFrom {
  readonly from: number;
  /** Number of the first level that may be better than in hand. */
  readonly mayImprove: number;
}

/**
 * Compares levels solved in one chain with those in hand, from one on. As long as they are the same to the unit the next is
 * what it would be beside the levels in hand.
 *
 * @returns the first level that differs, proven to the unit, or the first that has to be solved beside those in hand
 */
export function compared(
  closed: readonly ClosedLevel[],
  levels: readonly (LevelOutcome | undefined)[],
  { from, mayImprove }: ComparedFrom,
): { readonly number: number; readonly isLead: boolean } {
  for (let number = from; ; number++) {
    const [known, found] = [closed[number], levels[number]];
    if (known === undefined) return { number, isLead: true };
    // The level a chain begins with is solved to the unit, or as far as a limit lets it.
    if (found === undefined || (number > from && found.value !== found.dualBound)) return { number, isLead: false };
    if (isLead(known, found, number >= mayImprove)) return { number, isLead: true };
    if (found.value !== known.value) return { number: number + 1, isLead: false };
  }
}

/** Whether a level, solved beside what those before it keep, is the first that differs from the point in hand. */
function isLead(closed: ClosedLevel, found: LevelOutcome, mayImprove: boolean): boolean {
  return found.value > closed.value || (mayImprove && found.value < closed.value);
}
