import type { Level, LinearProgram } from "../linear/program.ts";
import { attainableBound, pricedBound } from "../solver/bounds.ts";
import type { ClosedLevel } from "./closing.ts";
import type { ColumnBounds, Face } from "./face.ts";

/** What the best point of a narrower program is compared with. */
export interface Wider {
  readonly closed: readonly ClosedLevel[];
  readonly asked: ColumnBounds;
  /** Bounds of the closed levels, proven of the narrower program. */
  readonly narrower: readonly number[];
}

/**
 * Returns the number of the first closed level in which what is asked of a program may be better than the best point of a
 * narrower one; that of all closed levels where prices exclude it.
 */
export function firstThatMayImprove(program: LinearProgram, { closed, asked, narrower }: Wider): number {
  const found = closed.findIndex(({ number, before, amounts }) => {
    const face = within(before, asked);
    // Nothing that is asked for keeps the levels before.
    if (face === undefined) return false;
    const level = program.levels[number] as Level;
    const rules = { program, columnLower: face.lower, columnUpper: face.upper, cuts: face.cuts, relaxation: true };
    return !amounts.some(({ rowPrices }) => {
      const { bound } = pricedBound(rules, level, rowPrices);
      return attainableBound(program, level, bound) >= (narrower[number] as number);
    });
  });
  return found < 0 ? closed.length : found;
}

/** Returns the part of a face within some bounds; undefined where they cross. */
export function within(face: Face, asked: ColumnBounds): Face | undefined {
  const lower = face.lower.map((bound, column) => Math.max(bound, asked.lower[column] as number));
  const upper = face.upper.map((bound, column) => Math.min(bound, asked.upper[column] as number));
  return lower.every((bound, column) => bound <= (upper[column] as number)) ? { ...face, lower, upper } : undefined;
}
