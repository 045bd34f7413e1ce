import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The command line in a process of its own, which can be ended as by a power cut. */

/** The command line as it is built; tests that start it are skipped where it is not. */
export const BIN = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));
export const isBuilt = existsSync(BIN);

const PRELOAD = new URL("stop-at.js", import.meta.url).href;

/** Where a process ends: at a call of the file system, or after some time. */
export type Stop = { readonly at: number; readonly how: "before" | "half" | "after" } | { readonly afterMs: number };

/** How a process has ended. */
export interface Ended {
  /** Exit code; null where it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

/** What a process is started with beside its arguments. */
export interface Start {
  readonly cwd: string;
  readonly stop?: Stop;
  /** File into which the names of the calls of the file system are written. */
  readonly log?: string;
  /** A shell command that becomes the process, for limits of the system. */
  readonly limits?: string;
}

/** Runs the command line until it ends or is ended. */
export async function runChild(argv: readonly string[], { cwd, stop, log, limits }: Start): Promise<Ended> {
  const exact = stop !== undefined && "at" in stop ? { STOP_AT: String(stop.at), STOP_HOW: stop.how } : {};
  const env = { ...process.env, NODE_OPTIONS: "", ...exact, ...(log === undefined ? {} : { STOP_LOG: log }) };
  const isWatched = log !== undefined || Object.keys(exact).length > 0;
  const node = [process.execPath, ...(isWatched ? ["--import", PRELOAD] : []), BIN, ...argv];
  const [program = "", ...given] = limits === undefined ? node : ["sh", "-c", `${limits}; exec "$@"`, "sh", ...node];
  const start = performance.now();
  const child = spawn(program, given, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (err += piece.toString()));
  const timer =
    stop !== undefined && "afterMs" in stop ? setTimeout(() => child.kill("SIGKILL"), stop.afterMs) : undefined;
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  clearTimeout(timer);
  return { code, out, err, ms: performance.now() - start };
}

/** Returns the calls of the file system that a command makes, in their order, and how long it takes. */
export async function callsOf(
  argv: readonly string[],
  cwd: string,
): Promise<{ readonly calls: readonly string[]; readonly ms: number }> {
  const log = `${cwd}.log`;
  const { code, err, ms } = await runChild(argv, { cwd, log });
  if (code !== 0) throw new Error(`${argv.join(" ")}: ${code}\n${err}`);
  const calls = (await readFile(log, "utf8")).trimEnd().split("\n");
  await rm(log);
  return { calls, ms };
}
