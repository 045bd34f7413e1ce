import { countAdmittedMoves } from "../eligibility/admitted-moves.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { CandidateMoves } from "./candidate-moves.ts";

/**
 * Returns what "optimal" is said of: the candidates that were kept of all the moves that the policy admits.
 *
 * @public
 */
export function chosenAmong(
  eligibility: DecidedCounty,
  { form }: Pick<CandidateMoves, "form">,
): { readonly candidateMoves: number; readonly admittedMoves: number } {
  const candidateMoves = form.reduce((count, number) => (number >= 0 ? count + 1 : count), 0);
  return { candidateMoves, admittedMoves: countAdmittedMoves(eligibility) };
}
