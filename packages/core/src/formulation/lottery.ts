import seedrandom from "seedrandom";
import type { RowsContext } from "./context.ts";

/** Ranks are drawn below this: two plans tie with a chance of at most columns / range (isolation lemma). */
const RANGE = 1 << 20;

/**
 * Gives every candidate move, and every column of light forms, a rank from the seed and its place in canonical order; the smallest sum wins.
 *
 * Ranks depend on no id, so renaming people changes nothing but who of two identical twins goes.
 */
export function addLottery(
  { moves, network, builder }: RowsContext,
  level: number,
  { seed, columns }: { readonly seed: string; readonly columns: readonly number[] },
): void {
  const draw = seedrandom(`lungang/${seed}`);
  for (let move = 0; move < moves.count; move++) {
    builder.addCost(level, network.move[move] as number, 1 + Math.floor(draw() * RANGE));
  }
  for (const column of columns) builder.addCost(level, column, 1 + Math.floor(draw() * RANGE));
}
