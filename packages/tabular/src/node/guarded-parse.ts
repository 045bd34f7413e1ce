import { Worker } from "node:worker_threads";
import type { Issue, SourceLocation } from "@lungang/core";
import { fileIssue } from "../workbook/file-issues.ts";
import type { ParseAnswer, ParseArchive } from "../workbook/read-xlsx.ts";

/**
 * What the parser may use.
 *
 * @public
 */
export interface ReadLimits {
  /**
   * Seconds of processor time of this process, all its threads together, after which parsing is given up.
   *
   * Waiting does not count, so a busy machine reads the same files as an idle one.
   * @defaultValue 300
   */
  readonly processorSeconds?: number;
  /**
   * Heap of the parser in MB.
   * @defaultValue 1024
   */
  readonly memoryLimitMb?: number;
}

const DEFAULT_PROCESSOR_SECONDS = 300;
const DEFAULT_MEMORY_MB = 1024;
const LOOK_EVERY_MS = 50;
const MICROSECONDS = 1e6;

/** Returns a parser that runs in a worker thread of its own, with limits on memory and on work. */
export function guardedParse(limits: ReadLimits): ParseArchive {
  return async (archive, place) => {
    const worker = startWorker(limits);
    const watch = watchWork(limits, place);
    try {
      const answer = answerOf(worker, place);
      worker.postMessage({ archive });
      return await Promise.race([answer, watch.givenUp]);
    } finally {
      watch.stop();
      await worker.terminate();
    }
  };
}

function startWorker({ memoryLimitMb = DEFAULT_MEMORY_MB }: ReadLimits): Worker {
  return new Worker(new URL("./parse-worker.js", import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
  });
}

function answerOf(worker: Worker, place: SourceLocation): Promise<ParseAnswer | Issue> {
  return new Promise((resolve) => {
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      resolve(fileIssue(outOfMemory ? "reading-too-big" : "damaged-workbook", place));
    });
    worker.once("exit", () => resolve({ ok: false }));
  });
}

/** Looks now and then at the processor time used, until stopped. */
function watchWork({ processorSeconds = DEFAULT_PROCESSOR_SECONDS }: ReadLimits, place: SourceLocation) {
  const start = process.cpuUsage();
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<Issue>((resolve) => {
    timer = setInterval(() => {
      const { user, system } = process.cpuUsage(start);
      if (user + system <= processorSeconds * MICROSECONDS) return;
      resolve(fileIssue("reading-too-slow", place, { expected: `≤ ${processorSeconds} s` }));
    }, LOOK_EVERY_MS);
  });
  return { givenUp, stop: () => clearInterval(timer) };
}
