// @ts-check
/** The side of every solver worker that is the same in all kinds of threads. */

/** @import { WorkerModule, WorkerRequest, WorkerResponse } from "./worker-host.ts" */

/** Some backends put their whole source into the message of an error. */
const MESSAGE_LENGTH = 500;

/**
 * Serves one request with a module and sends what it says. Anything that the module throws ends in the host as a failure
 * of the backend, and the host starts a new worker.
 *
 * @param {Promise<WorkerModule>} module
 * @param {WorkerRequest} request
 * @param {(response: WorkerResponse, transfer: ArrayBuffer[]) => void} send
 * @returns {Promise<void>}
 */
export async function serveRequest(module, { id, flag, body }, send) {
  try {
    const backend = await module;
    const reply = await backend.handle(body, {
      shouldStop: () => Atomics.load(flag, 0) !== 0,
      post: (message, transfer = []) => send({ id, kind: "progress", body: message }, transfer),
    });
    send({ id, kind: "reply", body: reply.body }, reply.transfer ?? []);
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    send({ id, kind: "error", body: said.slice(0, MESSAGE_LENGTH) }, []);
  }
}
