import { spawn } from "node:child_process";
import { once } from "node:events";
import { networkProgram, Draws, seedOf, SIDE_ROW_KINDS } from "@lungang/solver-testkit";
import { expect, test } from "vitest";
import type { HighsRequest } from "./messages.ts";

const ENTRY = new URL("../../program/src/node/worker-entry.js", import.meta.url).href;
const MODULE = new URL("./node/highs-worker.js", import.meta.url).href;

/**
 * Sends the requests that it gets to a worker of HiGHS, one after another, and says how many had a point. Compiling beside
 * the thread fails in the worker.
 */
const CHILD = `
import { once } from "node:events";
import { Worker } from "node:worker_threads";
const [requests] = await once(process, "message");
const noAsync = "WebAssembly.compile = () => { throw new Error('compiled beside the thread'); };" +
  "const { instantiate } = WebAssembly;" +
  "WebAssembly.instantiate = (of, imports) => of instanceof WebAssembly.Module ? instantiate(of, imports) : WebAssembly.compile();";
const worker = new Worker(new URL("data:text/javascript," + encodeURIComponent(noAsync + "await import('${ENTRY}');")), {
  workerData: { module: "${MODULE}" },
});
let solved = 0;
for (const [id, body] of requests.entries()) {
  worker.postMessage({ id, flag: new Int32Array(new SharedArrayBuffer(4)), body });
  for (;;) {
    const [message] = await once(worker, "message");
    if (message.kind === "error") throw new Error(message.body);
    if (message.kind !== "reply") continue;
    if (message.body.values !== undefined) solved++;
    break;
  }
}
console.log("solved " + solved);
await worker.terminate();
process.disconnect();
`;

function requestOf(index: number): HighsRequest {
  const program = networkProgram(SIDE_ROW_KINDS[index % SIDE_ROW_KINDS.length] ?? "quota", new Draws(seedOf(5, index)));
  const { columnCount, rowCount, integer, rowLower, rowUpper, starts, rows, values } = program;
  const level = program.levels[1] ?? program.levels[0];
  return {
    programId: index,
    program: { columnCount, rowCount, integer, rowLower, rowUpper, starts, rows, values },
    drop: [],
    cost: level?.cost ?? new Float64Array(columnCount),
    offset: 0,
    columnLower: program.columnLower,
    columnUpper: program.columnUpper,
    cuts: [],
    relaxation: false,
    options: { output_flag: false, mip_rel_gap: 0 },
    progressInterval: 1,
  };
}

test("the worker compiles by itself, and V8 collects none of its code: it dies of neither when it ends", async () => {
  const requests = Array.from({ length: 80 }, (_, index) => requestOf(index));
  const child = spawn(process.execPath, ["--trace-wasm-code-gc", "--input-type=module", "-e", CHILD], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    serialization: "advanced",
  });
  let out = "";
  child.stdout?.on("data", (text: Buffer) => (out += text.toString()));
  child.send(requests);
  const [code] = (await once(child, "close")) as [number];
  const solved = Number(/^solved (\d+)$/mu.exec(out)?.[1]);
  expect({ code, garbage: out.match(/wasm-gc.*/gu) }).toEqual({ code: 0, garbage: null });
  expect(solved).toBeGreaterThan(60);
});
