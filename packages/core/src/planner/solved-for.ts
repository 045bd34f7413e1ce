import type { PlanRequest } from "../plan/outcome.ts";
import type { SolvedProgram } from "./carry-over.ts";
import { memoryOf, solvedBy } from "./carry-over.ts";
import { formulateRequest } from "./formulate-request.ts";
import { Stopwatch } from "./stopwatch.ts";

/**
 * Returns the program of a request that admits more candidate moves than the plan that it comes after and is else the same,
 * with what the chain of that plan has found, in terms of the wider program. What it found of ranges is left out: it need
 * not hold of more moves. Undefined where there is no such plan, or the request cannot be formulated.
 *
 * @public
 */
export function solvedProgramFor(request: PlanRequest): SolvedProgram | undefined {
  const known = memoryOf(request);
  if (known === undefined) return undefined;
  const formulated = formulateRequest(request, { known, capacities: [], watch: new Stopwatch() });
  if ("issues" in formulated || formulated.start === undefined) return undefined;
  const { prepared, found, formulation, start } = formulated;
  const chain = { ...start, ranges: start.prices.map(() => undefined), levels: known.chain.levels };
  return solvedBy({ prepared, moves: found.moves, formulation }, chain);
}
