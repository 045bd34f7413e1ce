import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { CandidateMoves } from "../moves/candidate-moves.ts";

/**
 * Marks the moves that count in quotas and shares: a change of post inside a school never does, nor does the way home.
 *
 * Shapes: one entry a move.
 */
export function countedMoves({ county, policy }: DecidedCounty, moves: CandidateMoves): Uint8Array {
  const counted = new Uint8Array(moves.count);
  for (let move = 0; move < moves.count; move++) {
    const from = county.works[moves.person[move] as number];
    const inside = county.cells[moves.cell[move] as number]?.school === from;
    const form = policy.forms[moves.form[move] as number];
    counted[move] = form?.countsInQuota === true && !inside ? 1 : 0;
  }
  return counted;
}
