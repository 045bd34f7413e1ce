import type { AnswerSheet, NativeAnswer, NativeOutput, NativeProgram, NativeTask } from "./native-program.ts";
import { finiteLimit, numberIn } from "./words.ts";

/** Lp_solve counts whole seconds, from one. */
const LEAST_SECONDS = 1;
/** Its gap is relative to 1 more than the value; asked for less, so that the bound below is within the gap of the port. */
const GAP_SHARE = 0.5;

/**
 * Lp_solve. It prints six digits and no bound: the bound is the value less the gap that it was allowed, and its prices
 * prove nothing.
 */
export const LP_SOLVE: NativeProgram = {
  name: "lp_solve",
  executables: ["lp_solve"],
  version: { args: ["-h"], pattern: /version (\S+)/u },
  capabilities: { relaxation: false, warmStart: false, nodeLimit: false },
  args: ({ model }, { limits, configuration }) => [
    "-fmps",
    model,
    "-S3",
    "-ga",
    "0",
    "-gr",
    String(GAP_SHARE * limits.relativeGap),
    ...finiteLimit(limits.timeSeconds, (seconds) => ["-timeout", String(Math.max(LEAST_SECONDS, Math.floor(seconds)))]),
    ...(configuration === 1 ? ["-piv1", "-ca", "-s0"] : []),
  ],
  read: readLpSolve,
};

/** The exit code is the status of the solve and no failure. */
function readLpSolve({ stdout, exitCode }: NativeOutput, sheet: AnswerSheet, task: NativeTask): NativeAnswer {
  const said = (text: string) => stdout.includes(text);
  if (said("This problem is infeasible")) return claim("infeasible", "infeasible");
  if (said("This problem is unbounded")) return claim("unbounded", "unbounded");
  const value = /Value of objective function: (\S+)/u.exec(stdout)?.[1];
  const isStopped = said("SUBOPTIMAL") || said("Suboptimal solution") || said("The model is sub-optimal");
  if (value === undefined) {
    if (exitCode === 7 || isStopped) return { ...claim("stopped", "timeout"), limit: "time" };
    throw new Error(`lp_solve says "${stdout.trim().slice(-200)}", exit code ${exitCode}`);
  }
  readPoint(stdout, sheet);
  if (isStopped) return { status: "stopped", limit: "time", rawStatus: "suboptimal", hasPoint: true };
  const found = numberIn(value, "lp_solve");
  const gap = GAP_SHARE * task.limits.relativeGap * (1 + Math.abs(found));
  return { status: "optimal", rawStatus: "optimal", hasPoint: true, dualBound: found - gap };
}

function claim(status: NativeAnswer["status"], rawStatus: string): NativeAnswer {
  return { status, rawStatus, hasPoint: false };
}

function readPoint(stdout: string, sheet: AnswerSheet): void {
  const from = stdout.indexOf("Actual values of the variables:\n");
  const to = stdout.indexOf("\nActual values of the constraints:");
  if (from < 0 || to < from) throw new Error("lp_solve printed a value without variables");
  for (const line of stdout.slice(stdout.indexOf("\n", from) + 1, to).split("\n")) {
    if (line === "") continue;
    const [name, value] = line.trim().split(/\s+/u);
    sheet.column(name ?? "", numberIn(value ?? "", "lp_solve"));
  }
}
