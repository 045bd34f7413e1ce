import type { LinearProgram, SolveOptions, Solver, SolveResult } from "@lungang/program";
import type { ExecRun } from "@lungang/solver-exec/node";
import { solverOf } from "./solvers.ts";

/** A solver whose solves are watched. */
export interface Watched {
  readonly solver: Solver;
  /** Runs of an installed program for anything but that proof; none for other solvers. */
  readonly runs: readonly ExecRun[];
}

/**
 * Returns a solver by name that tells when a solve that proves a plan the only one begins: the one solve of a chain with
 * a limit of nodes, where the chain itself was given none.
 */
export function watchedSolver(name: string, onUniqueness: () => void = () => {}): Watched {
  const runs: ExecRun[] = [];
  let isProof = false;
  const inner = solverOf(name, (run) => {
    if (!isProof) runs.push(run);
  });
  const solver: Solver = {
    name: inner.name,
    version: inner.version,
    capabilities: inner.capabilities,
    solve: (program: LinearProgram, options: SolveOptions): Promise<SolveResult> => {
      isProof = options.limits?.nodes !== undefined;
      if (isProof) onUniqueness();
      return inner.solve(program, options);
    },
    close: () => inner.close(),
  };
  return { solver, runs };
}

/** What installed programs used, together. */
export function programUse(runs: readonly ExecRun[]) {
  const sum = (key: "cpuSeconds" | "ownSeconds" | "programSeconds" | "writeSeconds") =>
    runs.reduce((total, run) => total + (run[key] ?? 0), 0);
  const peaks = runs.flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
  return {
    cpuSeconds: sum("cpuSeconds"),
    /** Seconds of files and of starting the programs: no fault of theirs. */
    aroundSeconds: sum("writeSeconds") + sum("programSeconds") - sum("ownSeconds"),
    ...(peaks.length > 0 ? { programMegabytes: Math.round(Math.max(...peaks)) } : {}),
  };
}
