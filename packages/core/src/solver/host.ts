/** The killable worker that backends run in; apart from the door of core, because it needs `node:worker_threads`. */
export { createWorkerHost } from "./worker-host.ts";
export type {
  WorkerCall,
  WorkerContext,
  WorkerHost,
  WorkerModule,
  WorkerOutcome,
  WorkerRequest,
} from "./worker-host.ts";
