import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { startUsage } from "./usage.ts";
import type { Usage } from "./usage.ts";

/** What is run, and when it has to end. */
export interface ProgramRun {
  readonly executable: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** Seconds after which it is killed. */
  readonly killAfter: number;
  readonly signal?: AbortSignal | undefined;
}

/** How a run ended. */
export type ProgramEnd =
  | {
      readonly kind: "ended";
      readonly usage: Usage;
      readonly exitCode: number;
      readonly stdout: string;
      readonly stderr: string;
    }
  | { readonly kind: "killed"; readonly usage: Usage; readonly limit: "time" | "interrupted" };

/** A program that writes more than this has lost its way. */
const MOST_OUTPUT = 256 * 2 ** 20;
/** Longest delay of `setTimeout`. */
const LONGEST_TIMER = 2 ** 31 - 1;

const running = new Set<ChildProcess>();
let isWatched = false;

/** No program outlives the process that asked it. */
function killAtExit(): void {
  if (isWatched) return;
  isWatched = true;
  process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
}

/**
 * Runs a program to its end, or kills it.
 *
 * @throws {Error} if it cannot be started, dies of a signal or floods its output
 */
export function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  killAtExit();
  return new Promise((resolve, reject) => {
    const child = spawn(run.executable, run.args, { cwd: run.folder, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const look = startUsage(child.pid);
    const output = { stdout: [] as string[], stderr: [] as string[], length: 0 };
    let killed: "time" | "interrupted" | "flood" | undefined;
    const kill = (why: typeof killed): void => {
      killed ??= why;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => kill("time"), Math.min(run.killAfter * 1000, LONGEST_TIMER));
    const onAbort = (): void => kill("interrupted");
    run.signal?.addEventListener("abort", onAbort);
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        output.length += text.length;
        if (output.length > MOST_OUTPUT) kill("flood");
        else output[stream].push(text);
      });
    }
    const settle = (): Usage => {
      clearTimeout(timer);
      run.signal?.removeEventListener("abort", onAbort);
      running.delete(child);
      return look.stop();
    };
    child.on("error", (error) => {
      settle();
      reject(new Error(`Cannot run ${run.executable}: ${error.message}`, { cause: error }));
    });
    child.on("close", (exitCode, signal) => {
      const usage = settle();
      const stderr = output.stderr.join("");
      if (killed === "flood") reject(new Error(`${run.executable} wrote more than ${MOST_OUTPUT} characters`));
      else if (killed !== undefined) resolve({ kind: "killed", usage, limit: killed });
      else if (exitCode === null)
        reject(new Error(`${run.executable} died of ${signal}: ${stderr.slice(-300).trim()}`));
      else resolve({ kind: "ended", usage, exitCode, stdout: output.stdout.join(""), stderr });
    });
    if (run.signal?.aborted === true) onAbort();
  });
}
