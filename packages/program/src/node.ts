/** What solvers need of Node: a host for their workers. */
export { createNodeWorkerHost } from "./node/worker-host.ts";
