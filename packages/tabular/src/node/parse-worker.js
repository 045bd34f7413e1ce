// @ts-check
/** The worker that parses a workbook: waits for the bytes of a clean archive, answers once, can be killed. */
import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { parseArchive } from "../workbook/parse-archive.js";

if (parentPort !== null) {
  const [task] = await once(parentPort, "message");
  parentPort.postMessage(await parseArchive(task.archive));
}
