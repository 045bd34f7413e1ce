import type { Solver } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs";
import { createJslpSolver } from "@lungang/solver-jslp";
import { createNetworkSolver } from "@lungang/solver-network";

const SOLVERS: Readonly<Record<string, () => Solver>> = {
  highs: createHighsSolver,
  network: () => createNetworkSolver({ finisher: createHighsSolver() }),
  jslp: createJslpSolver,
};

/** Returns a backend by name. @throws {RangeError} if there is none */
export function solverOf(name: string): Solver {
  const create = Object.hasOwn(SOLVERS, name) ? SOLVERS[name] : undefined;
  if (create === undefined)
    throw new RangeError(`Cannot find solver "${name}": there are ${Object.keys(SOLVERS).join(", ")}`);
  return create();
}
