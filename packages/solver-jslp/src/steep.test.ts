import { Draws, exactSearch, seedOf, steepProgram } from "@lungang/solver-testkit";
import { expect, test } from "vitest";
import { createJslpSolver } from "./node.ts";

/** Programs that the library, whatever the order of its branching, calls infeasible at coefficients as they are. */
const CALLED_INFEASIBLE = [991, 6572, 7440];

test.each(CALLED_INFEASIBLE)(
  "what is called infeasible for its large coefficients has a point in scaled rows, and is not believed: %i",
  async (k) => {
    const program = steepProgram(new Draws(seedOf(77, k)), 6250);
    expect(exactSearch(program)).toMatchObject({ feasible: true });
    const solving = createJslpSolver().solve(program, { level: 0, limits: { relativeGap: 0 } });
    await expect(solving).rejects.toThrow("claims infeasible, another configuration found a feasible point");
  },
);
