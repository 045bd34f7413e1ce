// @ts-check
/**
 * Entry of every solver worker: loads the module named in `workerData.module` and passes it one request at a time.
 *
 * The module exports `handle(body, context)`, see `WorkerModule` in worker-host.ts. Anything it throws ends in the
 * host as a failure of the backend, and the host starts a new worker.
 */
import { setFlagsFromString } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";

/** @import { WorkerModule, WorkerRequest } from "./worker-host.ts" */

// Node takes a thread's queue of tasks away before V8 forgets the thread. Where a compiler thread of V8 posts a task in
// between, to collect compiled WebAssembly that newer code has replaced, the whole process dies of SIGSEGV.
setFlagsFromString("--no-wasm-code-gc");

/** Some backends put their whole source into the message of an error. */
const MESSAGE_LENGTH = 500;

const port = parentPort;
if (port === null) throw new Error("Cannot serve solves: worker-entry.js must run in a worker thread");

const module = /** @type {Promise<WorkerModule>} */ (import(workerData.module));

port.on("message", (/** @type {WorkerRequest} */ request) => {
  void serve(request);
});

/** @param {WorkerRequest} request */
async function serve({ id, flag, body }) {
  try {
    const backend = await module;
    const reply = await backend.handle(body, {
      shouldStop: () => Atomics.load(flag, 0) !== 0,
      post: (message, transfer = []) => port?.postMessage({ id, kind: "progress", body: message }, transfer),
    });
    port?.postMessage({ id, kind: "reply", body: reply.body }, reply.transfer ?? []);
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    port?.postMessage({ id, kind: "error", body: said.slice(0, MESSAGE_LENGTH) });
  }
}
