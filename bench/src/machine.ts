import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, release, totalmem, type as system } from "node:os";

/** Returns what times depend on beside the scenario; results of different machines are not comparable. */
export function describeMachine() {
  return {
    node: process.version,
    system: `${system()} ${release()}`,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    commit: commit(),
    began: new Date().toISOString(),
  };
}

/** Returns the commit of the working copy, `null` where there is none. */
function commit(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}
