/** Solver backend that runs a program installed on the machine. */
export type { ExecRun } from "./engine.ts";
export { createExecSolver } from "./exec-solver.ts";
export type { ExecOptions } from "./exec-solver.ts";
export { findProgram, PROGRAM_NAMES } from "./installed.ts";
export type { InstalledProgram } from "./installed.ts";
export type { AnswerSheet, NativeAnswer, NativeOutput, NativeProgram, NativeTask, RunFiles } from "./native-program.ts";
export type { Usage } from "./usage.ts";
