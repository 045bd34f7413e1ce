import { SolverFailedError } from "./port.ts";
import type { Patience, WorkerCall, WorkerHost, WorkerOutcome, WorkerRequest, WorkerResponse } from "./worker-host.ts";

/**
 * A running thread, of whatever kind.
 */
export interface Thread {
  post(request: WorkerRequest): void;
  /** Says whether a call is waiting for the thread; one that has nothing to do should keep no process alive. */
  setBusy(isBusy: boolean): void;
  terminate(): Promise<unknown>;
}

/**
 * What a thread tells its host.
 */
export interface ThreadEvents {
  readonly onResponse: (response: WorkerResponse) => void;
  /** The thread broke or ended; it gets no further request. */
  readonly onBroken: (why: unknown) => void;
}

/**
 * Starts a thread that serves {@link WorkerRequest}s in the order in which they come.
 */
export type StartThread = (events: ThreadEvents) => Thread;

/** Seconds from a time limit to the request to stop, for backends that look at the flag oftener than at the clock. */
const ASK_AFTER = 0.25;

const LONGEST_TIMER = 2 ** 31 - 1;

/** Some backends put their whole source into the message of an error. */
const MESSAGE_LENGTH = 500;

/**
 * Returns a host for one thread at a time; calls are served one after another.
 *
 * A call that is over its time or cancelled is first asked to stop through a flag on shared memory, then the thread is
 * killed and the next call starts a new one.
 */
export function createThreadHost(startThread: StartThread, patience: Patience = {}): WorkerHost {
  return new Host(startThread, { afterLimit: 1.5, afterCancel: 1, ...patience });
}

/** What a call that is being served listens to. */
interface Listener {
  readonly thread: Thread;
  readonly id: number;
  readonly onResponse: (response: WorkerResponse) => void;
  readonly onBroken: (why: unknown) => void;
}

class Host implements WorkerHost {
  readonly #startThread: StartThread;
  readonly #patience: Required<Patience>;
  #thread: Thread | undefined;
  #listener: Listener | undefined;
  #generation = 0;
  #requests = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(startThread: StartThread, patience: Required<Patience>) {
    this.#startThread = startThread;
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
    this.#thread ??= this.#start();
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  #serve(call: WorkerCall, deadline: number): Promise<WorkerOutcome> {
    const thread = (this.#thread ??= this.#start());
    const flag = newFlag();
    const request: WorkerRequest = { id: ++this.#requests, flag, body: call.body(this.#generation) };
    thread.setBusy(true);
    return new Promise<WorkerOutcome>((resolve, reject) => {
      const watch = new Watch({ call, deadline, flag, patience: this.#patience }, (limit) => {
        this.#discard(thread);
        finish(() => resolve({ kind: "killed", limit }));
      });
      const onBroken = (why: unknown): void => {
        this.#discard(thread);
        finish(() => reject(failure(why)));
      };
      const onResponse = ({ kind, body }: WorkerResponse): void => {
        if (kind === "progress") call.onMessage?.(body);
        else if (kind === "reply") finish(() => resolve({ kind: "reply", body }));
        else onBroken(body);
      };
      const finish = (settle: () => void): void => {
        watch.end();
        this.#listener = undefined;
        thread.setBusy(false);
        settle();
      };
      this.#listener = { thread, id: request.id, onResponse, onBroken };
      thread.post(request);
    });
  }

  #start(): Thread {
    this.#generation++;
    const listenerOf = (own: Thread) => (this.#listener?.thread === own ? this.#listener : undefined);
    const thread: Thread = this.#startThread({
      onResponse: (response) => {
        const listener = listenerOf(thread);
        if (listener?.id === response.id) listener.onResponse(response);
      },
      onBroken: (why) => {
        const listener = listenerOf(thread);
        if (listener !== undefined) listener.onBroken(why);
        else if (this.#thread === thread) this.#discard(thread);
      },
    });
    return thread;
  }

  #discard(thread: Thread): void {
    if (this.#thread === thread) this.#thread = undefined;
    void thread.terminate();
  }
}

/** Where there is no shared memory (a page that is not isolated) a thread cannot hear the request to stop: it is killed. */
function newFlag(): Int32Array {
  const Memory = typeof SharedArrayBuffer === "undefined" ? ArrayBuffer : SharedArrayBuffer;
  return new Int32Array(new Memory(Int32Array.BYTES_PER_ELEMENT));
}

function failure(why: unknown): SolverFailedError {
  const said = why instanceof Error ? why.message : String(why);
  return new SolverFailedError(`Cannot go on: the solver's worker broke: ${said.slice(0, MESSAGE_LENGTH)}`, {
    cause: why,
  });
}

/** Waits for the calls before; a cancel or the end of the time meanwhile is the outcome. */
async function waitForTurn(before: Promise<unknown>, call: WorkerCall): Promise<WorkerOutcome | undefined> {
  const { signal } = call;
  let timer: Timer;
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
  readonly #timers: Timer[] = [];
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

type Timer = ReturnType<typeof setTimeout> | undefined;

function startTimer(milliseconds: number, run: () => void): Timer {
  if (milliseconds === Infinity) return undefined;
  return setTimeout(run, Math.min(Math.max(milliseconds, 0), LONGEST_TIMER));
}
