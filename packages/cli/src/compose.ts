import type { Solver } from "@lungang/program";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createJslpSolver } from "@lungang/solver-jslp/node";
import { createNetworkSolver } from "@lungang/solver-network/node";

/** Solvers that `--solver` takes. */
export const SOLVERS = ["network", "highs", "jslp"] as const;
export type SolverName = (typeof SOLVERS)[number];

/** Fastest on one year; small programs it hands to HiGHS. */
export const YEAR_SOLVER: SolverName = "network";
/** Over years the levels have no network to speak of. */
export const YEARS_SOLVER: SolverName = "highs";

const CREATE: Readonly<Record<SolverName, () => Solver>> = {
  highs: () => createHighsSolver(),
  network: () => createNetworkSolver({ finisher: createHighsSolver() }),
  jslp: () => createJslpSolver(),
};

/** Returns a solver by name; the caller closes it. */
export function createSolver(name: SolverName): Solver {
  return CREATE[name]();
}
