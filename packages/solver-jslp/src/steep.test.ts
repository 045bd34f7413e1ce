import { Draws, exactSearch, seedOf, steepProgram } from "@lungang/solver-testkit";
import { expect, test } from "vitest";
import { createJslpSolver } from "./node.ts";

/** Programs that the library, whatever the order of its branching, calls infeasible at coefficients as they are. */
const CALLED_INFEASIBLE = [991, 6572, 7440];

test.each(CALLED_INFEASIBLE)(
  "what is called infeasible for its large coefficients is looked at in scaled rows: %i",
  async (k) => {
    const program = steepProgram(new Draws(seedOf(77, k)), 6250);
    const wanted = exactSearch(program);
    const result = await createJslpSolver().solve(program, { level: 0, limits: { relativeGap: 0 } });
    expect(wanted).toMatchObject({ feasible: true, value: result.primalBound });
    expect(result.termination).toEqual({ reason: "optimal" });
  },
);
