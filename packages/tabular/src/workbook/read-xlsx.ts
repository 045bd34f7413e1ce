import { Worker } from "node:worker_threads";
import type { Checked, Issue, Place } from "@lungang/core";
import type { Book, SheetData } from "./book.ts";
import { fileIssue } from "./file-issues.ts";
import { preflight } from "./preflight.ts";

export interface ReadLimits {
  /**
   * Seconds after which parsing is killed.
   * @defaultValue 30
   */
  readonly timeLimitSeconds?: number;
  /**
   * Heap of the parser in MB.
   * @defaultValue 1024
   */
  readonly memoryLimitMb?: number;
  /** Name of the file in messages. */
  readonly file?: string;
}

/** @internal */
export interface ParseTask {
  readonly archive: Uint8Array;
}

/** @internal */
export type ParsedSheet = Omit<SheetData, "file" | "hiddenRows" | "lines"> & { readonly hiddenRows: readonly number[] };

/** @internal */
export type ParseAnswer =
  { readonly ok: true; readonly sheets: readonly ParsedSheet[]; readonly date1904: boolean } | { readonly ok: false };

const DEFAULT_SECONDS = 30;
const DEFAULT_MEMORY_MB = 1024;

/**
 * Reads an .xlsx workbook into rows of typed cells.
 *
 * The bytes pass a preflight first; parsing runs in a worker thread with a memory limit and is killed at the time limit.
 */
export async function readXlsxBook(bytes: Uint8Array, limits: ReadLimits = {}): Promise<Checked<Book>> {
  const place: Place = limits.file === undefined ? {} : { file: limits.file };
  // The thread starts while the bytes are checked, and gets them only when they are clean.
  const parser = new Parser(limits, place);
  try {
    const archive = await preflight(bytes, place);
    if (!(archive instanceof Uint8Array)) return { ok: false, issues: archive };
    const answer = await parser.parse({ archive });
    if ("code" in answer) return { ok: false, issues: [answer] };
    if (!answer.ok) return { ok: false, issues: [fileIssue("damaged-workbook", place)] };
    const sheets = answer.sheets.map((sheet) => ({ ...sheet, ...place, hiddenRows: new Set(sheet.hiddenRows) }));
    return { ok: true, value: { sheets, date1904: answer.date1904 }, warnings: [] };
  } finally {
    await parser.stop();
  }
}

/** A worker thread that parses one archive. */
class Parser {
  readonly #worker: Worker;
  readonly #place: Place;
  readonly #timeLimitSeconds: number;
  readonly #answer: Promise<ParseAnswer | Issue>;

  constructor({ timeLimitSeconds = DEFAULT_SECONDS, memoryLimitMb = DEFAULT_MEMORY_MB }: ReadLimits, place: Place) {
    this.#place = place;
    this.#timeLimitSeconds = timeLimitSeconds;
    this.#worker = new Worker(new URL("./parse-worker.js", import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    });
    this.#answer = new Promise((resolve) => {
      this.#worker.once("message", resolve);
      this.#worker.once("error", (error: NodeJS.ErrnoException) => {
        const outOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        resolve(fileIssue(outOfMemory ? "reading-too-big" : "damaged-workbook", place));
      });
      this.#worker.once("exit", () => resolve({ ok: false }));
    });
  }

  /** Returns the sheets, or what became of the thread. */
  async parse(task: ParseTask): Promise<ParseAnswer | Issue> {
    let timer: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<Issue>((resolve) => {
      const expected = `≤ ${this.#timeLimitSeconds} s`;
      const giveUp = () => resolve(fileIssue("reading-too-slow", this.#place, { expected }));
      timer = setTimeout(giveUp, this.#timeLimitSeconds * 1000);
    });
    this.#worker.postMessage(task);
    const answer = await Promise.race([this.#answer, tooSlow]);
    clearTimeout(timer);
    return answer;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
