import { Worker } from "node:worker_threads";
import type { StartThread } from "../solver/thread-host.ts";
import { createThreadHost } from "../solver/thread-host.ts";
import type { Patience, WorkerHost, WorkerResponse } from "../solver/worker-host.ts";

/**
 * Returns a host for one worker thread of Node; calls are served one after another.
 *
 * A call that is over its time or cancelled is first asked to stop through a flag on shared memory, then the worker is
 * killed and the next call starts a new one. The worker does not keep a process alive while it has nothing to do.
 *
 * Its workers set the V8 flag `--no-wasm-code-gc` for the whole process, and a module that holds WebAssembly should
 * compile it synchronously: without that, Node can die when a worker ends (docs/decisions/0005-solver-guards.md).
 *
 * @param module - address of a JavaScript file that is a `WorkerModule`
 * @public
 */
export function createNodeWorkerHost(module: URL, patience: Patience = {}): WorkerHost {
  return createThreadHost(startWorker(module), patience);
}

function startWorker(module: URL): StartThread {
  return ({ onResponse, onBroken }) => {
    const entry = new URL("./worker-entry.js", import.meta.url);
    const worker = new Worker(entry, { workerData: { module: module.href }, execArgv: [] });
    worker.on("message", (response: WorkerResponse) => onResponse(response));
    // A worker that breaks while nobody waits for it must not end the process.
    worker.on("error", onBroken);
    worker.on("exit", (code) => onBroken(`it ended with code ${code}`));
    worker.unref();
    return {
      post: (request) => worker.postMessage(request),
      setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
      terminate: () => worker.terminate(),
    };
  };
}
