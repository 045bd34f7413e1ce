import seedrandom from "seedrandom";
import type { RowsContext } from "./context.ts";

/** Ranks are drawn below this: two plans tie with a chance of at most columns / range (isolation lemma). */
const RANGE = 1 << 20;

/**
 * Gives every candidate move, and every column of light forms, a rank from the seed and its place in canonical order; the
 * smallest sum wins.
 *
 * Ranks depend on no id, so renaming people changes nothing but who of two identical twins goes.
 */
export function addLottery(
  { moves, network, builder }: RowsContext,
  level: number,
  { seed, columns }: { readonly seed: string; readonly columns: readonly number[] },
): void {
  const draw = seedrandom(`lungang/${seed}`);
  let rank = 0;
  for (let move = 0; move < moves.count; move++) {
    // Of the forms of one move the earlier of the policy wins: the ranks after the first go up one by one.
    rank = isOtherForm(moves, move) ? rank + 1 : 1 + Math.floor(draw() * RANGE);
    builder.addCost(level, network.move[move] as number, rank);
  }
  for (const column of columns) builder.addCost(level, column, 1 + Math.floor(draw() * RANGE));
}

/** Whether a candidate takes the same person to the same post as the one before it. */
function isOtherForm({ person, cell }: RowsContext["moves"], move: number): boolean {
  return move > 0 && person[move] === person[move - 1] && cell[move] === cell[move - 1];
}
