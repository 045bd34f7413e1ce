import type { Solver } from "@lungang/program";

/** A backend that is asked as ever, until somebody interrupts. */
export interface EndedSolver {
  readonly solver: Solver;
  readonly signal: AbortSignal;
  /** How many times it was asked. */
  readonly calls: () => number;
}

/** Returns a backend whose caller is interrupted when it is asked for the so many-th time; 0 for never. */
export function endedAt(backend: Solver, endsAt: number): EndedSolver {
  const controller = new AbortController();
  let calls = 0;
  const solve: Solver["solve"] = (program, options) => {
    calls++;
    if (calls === endsAt) controller.abort();
    return backend.solve(program, options);
  };
  const solver = { ...backend, capabilities: backend.capabilities, solve };
  return { solver, signal: controller.signal, calls: () => calls };
}
