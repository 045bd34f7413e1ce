/** The command line as a function. */
export { EXIT } from "./io.ts";
export type { ExitCode, Io, TextSink } from "./io.ts";
export { run } from "./run.ts";
export type { CliIssueCode } from "./issue-codes.ts";
