import type { Transferable } from "node:worker_threads";
import { Worker } from "node:worker_threads";
import { SolverFailedError } from "./port.ts";

/** What reaches a worker. */
export interface WorkerRequest {
  readonly id: number;
  /** Not 0 once the solve should end by itself. Shapes: one entry, on shared memory. */
  readonly flag: Int32Array;
  readonly body: unknown;
}

/** What a worker module gets besides the body of a request. */
export interface WorkerContext {
  /** Returns whether the solve was asked to end by itself and keep what it has. */
  shouldStop(): boolean;
  /** Sends a message before the reply. */
  post(message: unknown, transfer?: Transferable[]): void;
}

/** A JavaScript module that a worker loads. */
export interface WorkerModule {
  handle(
    body: unknown,
    context: WorkerContext,
  ): Promise<{ readonly body: unknown; readonly transfer?: Transferable[] }>;
}

/** One call of a worker. */
export interface WorkerCall {
  /** Builds the request for a worker; the number changes whenever a new one was started. */
  readonly body: (generation: number) => unknown;
  /** Waiting for earlier calls included. */
  readonly timeSeconds: number;
  readonly signal?: AbortSignal;
  readonly onMessage?: (message: unknown) => void;
}

/** How a call ended: with a reply, or with the end of the worker. */
export type WorkerOutcome =
  | { readonly kind: "reply"; readonly body: unknown }
  | { readonly kind: "killed"; readonly limit: "time" | "interrupted" };

/** A worker that is started at the first call, kept warm, and killed when it does not listen. */
export interface WorkerHost {
  /** @throws {SolverFailedError} if the worker broke */
  call(call: WorkerCall): Promise<WorkerOutcome>;
  /** Starts the worker, if there is none, so that a call need not wait for it. */
  prepare(): void;
  close(): Promise<void>;
}

/** Seconds from a time limit to the request to stop, for backends that look at the flag oftener than at the clock. */
const ASK_AFTER = 0.25;
/** How long a worker that was asked to stop may go on. */
export interface Patience {
  /** Seconds from a time limit to the kill. @defaultValue 1.5, so that the answer is there within 2 s */
  readonly afterLimit?: number;
  /** Seconds from a cancel to the kill. @defaultValue 1 */
  readonly afterCancel?: number;
}

const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Returns a host for one worker; calls are served one after another.
 *
 * A call that is over its time or cancelled is first asked to stop through a flag on shared memory, then the worker is
 * killed and the next call starts a new one. The worker does not keep a process alive while it has nothing to do.
 *
 * Its workers set the V8 flag `--no-wasm-code-gc` for the whole process, and a module that holds WebAssembly should
 * compile it synchronously: without that, Node can die when a worker ends (docs/decisions/0010-solver-guards.md).
 *
 * @param module - address of a JavaScript file that is a {@link WorkerModule}
 */
export function createWorkerHost(module: URL, patience: Patience = {}): WorkerHost {
  return new Host(module, { afterLimit: 1.5, afterCancel: 1, ...patience });
}

class Host implements WorkerHost {
  readonly #module: URL;
  readonly #patience: Required<Patience>;
  #worker: Worker | undefined;
  #generation = 0;
  #requests = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(module: URL, patience: Required<Patience>) {
    this.#module = module;
    this.#patience = patience;
  }

  async call(call: WorkerCall): Promise<WorkerOutcome> {
    const deadline = performance.now() + call.timeSeconds * 1000;
    const before = this.#queue;
    let release = (): void => {};
    const mine = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#queue = before.then(() => mine);
    try {
      const early = await waitForTurn(before, call);
      return early ?? (await this.#serve(call, deadline));
    } finally {
      release();
    }
  }

  prepare(): void {
    this.#worker ??= this.#spawn();
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #serve(call: WorkerCall, deadline: number): Promise<WorkerOutcome> {
    const worker = (this.#worker ??= this.#spawn());
    const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const request: WorkerRequest = { id: ++this.#requests, flag, body: call.body(this.#generation) };
    worker.ref();
    return new Promise<WorkerOutcome>((resolve, reject) => {
      const watch = new Watch({ call, deadline, flag, patience: this.#patience }, (limit) => {
        this.#discard(worker);
        finish(() => resolve({ kind: "killed", limit }));
      });
      const onMessage = (message: { id: number; kind: string; body: unknown }): void => {
        if (message.id !== request.id) return;
        if (message.kind === "progress") call.onMessage?.(message.body);
        else if (message.kind === "reply") finish(() => resolve({ kind: "reply", body: message.body }));
        else onBroken(message.body);
      };
      const onBroken = (why: unknown): void => {
        this.#discard(worker);
        const said = why instanceof Error ? why.message.slice(0, 500) : String(why);
        finish(() => reject(new SolverFailedError(`Cannot go on: the solver's worker broke: ${said}`, { cause: why })));
      };
      const onExit = (code: number): void => onBroken(`it ended with code ${code}`);
      const finish = (settle: () => void): void => {
        watch.end();
        worker.off("message", onMessage).off("error", onBroken).off("exit", onExit);
        worker.unref();
        settle();
      };
      worker.on("message", onMessage).on("error", onBroken).on("exit", onExit);
      worker.postMessage(request);
    });
  }

  #spawn(): Worker {
    this.#generation++;
    const entry = new URL("./worker-entry.js", import.meta.url);
    const worker = new Worker(entry, { workerData: { module: this.#module.href }, execArgv: [] });
    // A worker that breaks while nobody waits for it must not end the process.
    worker.on("error", () => this.#discard(worker));
    worker.unref();
    return worker;
  }

  #discard(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
    void worker.terminate();
  }
}

/** Waits for the calls before; a cancel or the end of the time meanwhile is the outcome. */
async function waitForTurn(before: Promise<unknown>, call: WorkerCall): Promise<WorkerOutcome | undefined> {
  const { signal } = call;
  let timer: NodeJS.Timeout | undefined;
  let onAbort = (): void => {};
  const early = new Promise<WorkerOutcome>((resolve) => {
    onAbort = () => resolve({ kind: "killed", limit: "interrupted" });
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener("abort", onAbort);
    timer = startTimer(call.timeSeconds * 1000, () => resolve({ kind: "killed", limit: "time" }));
  });
  const outcome = await Promise.race([early, before.then(() => undefined)]);
  clearTimeout(timer);
  signal?.removeEventListener("abort", onAbort);
  return outcome;
}

/** The timers and the listener of one call. */
class Watch {
  readonly #timers: (NodeJS.Timeout | undefined)[] = [];
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: () => void;

  constructor(
    of: {
      readonly call: WorkerCall;
      readonly deadline: number;
      readonly flag: Int32Array;
      readonly patience: Required<Patience>;
    },
    kill: (limit: "time" | "interrupted") => void,
  ) {
    const left = of.deadline - performance.now();
    const ask = (): number => Atomics.store(of.flag, 0, 1);
    this.#signal = of.call.signal;
    this.#onAbort = () => {
      ask();
      this.#timers.push(startTimer(of.patience.afterCancel * 1000, () => kill("interrupted")));
    };
    this.#timers.push(startTimer(left + ASK_AFTER * 1000, ask));
    this.#timers.push(startTimer(left + of.patience.afterLimit * 1000, () => kill("time")));
    this.#signal?.addEventListener("abort", this.#onAbort);
    if (this.#signal?.aborted === true) this.#onAbort();
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }
}

function startTimer(milliseconds: number, run: () => void): NodeJS.Timeout | undefined {
  if (milliseconds === Infinity) return undefined;
  return setTimeout(run, Math.min(Math.max(milliseconds, 0), LONGEST_TIMER));
}
