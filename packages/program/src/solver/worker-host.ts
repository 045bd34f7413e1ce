/**
 * Workers as a solver sees them: somebody who serves calls, can be asked to stop and can be killed. Which kind of thread
 * that is, is decided by whoever composes: `@lungang/program/node` has the threads of Node.
 */

/** What reaches a worker. */
export interface WorkerRequest {
  readonly id: number;
  /** Not 0 once the solve should end by itself. Shapes: one entry, on shared memory where there is any. */
  readonly flag: Int32Array;
  readonly body: unknown;
}

/** What a worker sends back: any number of messages, then one reply or one error. */
export interface WorkerResponse {
  readonly id: number;
  readonly kind: "progress" | "reply" | "error";
  readonly body: unknown;
}

/**
 * What a worker module gets besides the body of a request.
 *
 * @public
 */
export interface WorkerContext {
  /** Returns whether the solve was asked to end by itself and keep what it has. */
  shouldStop(): boolean;
  /** Sends a message before the reply; the memory of `transfer` is handed over. */
  post(message: unknown, transfer?: ArrayBuffer[]): void;
}

/**
 * A JavaScript module that a worker loads.
 *
 * @public
 */
export interface WorkerModule {
  handle(body: unknown, context: WorkerContext): Promise<{ readonly body: unknown; readonly transfer?: ArrayBuffer[] }>;
}

/**
 * One call of a worker.
 *
 * @public
 */
export interface WorkerCall {
  /** Builds the request for a worker; the number changes whenever a new one was started. */
  readonly body: (generation: number) => unknown;
  /** Waiting for earlier calls included. */
  readonly timeSeconds: number;
  readonly signal?: AbortSignal;
  readonly onMessage?: (message: unknown) => void;
}

/**
 * How a call ended: with a reply, or with the end of the worker.
 *
 * @public
 */
export type WorkerOutcome =
  | { readonly kind: "reply"; readonly body: unknown }
  | { readonly kind: "killed"; readonly limit: "time" | "interrupted" };

/**
 * A worker that is started at the first call, kept warm, and killed when it does not listen.
 *
 * It runs one module, which whoever creates it has chosen, and belongs to one solver, which closes it.
 *
 * @public
 */
export interface WorkerHost {
  /** @throws {SolverFailedError} if the worker broke */
  call(call: WorkerCall): Promise<WorkerOutcome>;
  /** Starts the worker, if there is none, so that a call need not wait for it. */
  prepare(): void;
  /** Ends the worker; a later call starts another. */
  close(): Promise<void>;
}

/**
 * How long a worker that was asked to stop may go on.
 *
 * @public
 */
export interface Patience {
  /** Seconds from a time limit to the kill. @defaultValue 1.5, so that the answer is there within 2 s */
  readonly afterLimit?: number;
  /** Seconds from a cancel to the kill. @defaultValue 1 */
  readonly afterCancel?: number;
}
