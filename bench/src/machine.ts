import { execFileSync } from "node:child_process";
import type { CpuInfo } from "node:os";
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

/** Milliseconds over which the machine is watched. */
const WATCHED = 250;

/** Watches the machine for a moment and returns how many of its cores are busy; blocks meanwhile. */
export function busyCoresNow(): number {
  const before = cpus();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, WATCHED);
  return busyCores(before, cpus());
}

type Times = readonly Pick<CpuInfo, "times">[];

/** Returns how many cores were busy between two readings, to two decimals. Shapes: one entry a core. */
export function busyCores(before: Times, after: Times): number {
  const busy = after.reduce((sum, { times }, core) => {
    const earlier = before[core]?.times ?? times;
    const all = total(times) - total(earlier);
    return all <= 0 ? sum : sum + 1 - (times.idle - earlier.idle) / all;
  }, 0);
  return Math.round(busy * 100) / 100;
}

function total({ user, nice, sys, idle, irq }: CpuInfo["times"]): number {
  return user + nice + sys + idle + irq;
}

/** Returns the commit of the working copy, `null` where there is none. */
function commit(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}
