// Says how a test process ended where it did not end by itself: vitest says only that it did.
import { subscribe } from "node:diagnostics_channel";
import type { ChildProcess } from "node:child_process";

/** Vitest calls this once, in the process that starts all others. */
export function setup(): void {
  subscribe("child_process", onChild);
}

function onChild(message: unknown): void {
  const { process: child } = message as { readonly process: ChildProcess };
  child.once("exit", (code, signal) => {
    // Vitest itself ends processes with SIGTERM.
    if (code !== 0 && signal !== "SIGTERM")
      console.error(`Process ${child.pid} ended with ${signal ?? `code ${code}`}`);
  });
}
