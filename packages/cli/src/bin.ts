#!/usr/bin/env node
import { run } from "./run.ts";

/** What a shell reports for a program that was ended by an interrupt. */
const INTERRUPTED = 130;

const MILLISECONDS = 1000;

const controller = new AbortController();
process.on("SIGINT", () => {
  // The first interrupt keeps the best plan found so far; the second ends the program at once.
  if (controller.signal.aborted) process.exit(INTERRUPTED);
  controller.abort();
});
// A reader that closes the pipe early, for example `head`, is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  signal: controller.signal,
  every: (seconds, tick) => {
    const timer = setInterval(tick, seconds * MILLISECONDS);
    return () => clearInterval(timer);
  },
});
