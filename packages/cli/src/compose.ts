import type { Solver } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs";
import { createJslpSolver } from "@lungang/solver-jslp";
import { createNetworkSolver } from "@lungang/solver-network";

/** Solvers that `--solver` takes; the first is the default. */
export const SOLVERS = ["highs", "network", "jslp"] as const;
export type SolverName = (typeof SOLVERS)[number];

const CREATE: Readonly<Record<SolverName, () => Solver>> = {
  highs: () => createHighsSolver(),
  network: () => createNetworkSolver({ finisher: createHighsSolver() }),
  jslp: () => createJslpSolver(),
};

/** Returns a solver by name; the caller closes it. */
export function createSolver(name: SolverName): Solver {
  return CREATE[name]();
}
