// @ts-check
/**
 * Entry of every solver worker in Node: loads the module named in `workerData.module` and passes it one request at a time.
 *
 * The module exports `handle(body, context)`, see `WorkerModule` in solver/worker-host.ts.
 */
import { setFlagsFromString } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { serveRequest } from "../solver/serve-request.js";

/** @import { WorkerModule, WorkerRequest } from "../solver/worker-host.ts" */

// Node takes a thread's queue of tasks away before V8 forgets the thread. Where a compiler thread of V8 posts a task in
// between, to collect compiled WebAssembly that newer code has replaced, the whole process dies of SIGSEGV.
setFlagsFromString("--no-wasm-code-gc");

const port = parentPort;
if (port === null) throw new Error("Cannot serve solves: worker-entry.js must run in a worker thread");

const module = /** @type {Promise<WorkerModule>} */ (import(workerData.module));

port.on("message", (/** @type {WorkerRequest} */ request) => {
  void serveRequest(module, request, (response, transfer) => port.postMessage(response, transfer));
});
