import type { Solver } from "@lungang/program";
import { createCheckedSolver } from "@lungang/program";
import type { ExecRun } from "./engine.ts";
import { ExecEngine } from "./engine.ts";
import type { InstalledProgram } from "./installed.ts";

/**
 * Options of {@link createExecSolver}.
 *
 * @public
 */
export interface ExecOptions {
  /** Told after every run of the program, for measurements. */
  readonly onRun?: (run: ExecRun) => void;
}

/**
 * Returns a solver that writes each program as MPS into a folder of its own, runs an installed program on it and deletes
 * the folder. Find the program with `findProgram`.
 *
 * Nothing that the program says is believed before it is checked. Where the program writes no point when its time is
 * over, or has to be killed, a point that it had is lost.
 *
 * @public
 */
export function createExecSolver(installed: InstalledProgram, options: ExecOptions = {}): Solver {
  return createCheckedSolver(new ExecEngine(installed, options.onRun));
}
