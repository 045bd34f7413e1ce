// @ts-check
/** The side of the backend that runs in a worker and holds HiGHS. */
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import highsModule from "highs";
import { solveInteger } from "./integer.js";
import { createRelaxations } from "./relaxation.js";

/** @import { Highs } from "highs" */
/** @import { Transferable } from "node:worker_threads" */
/** @import { HighsReply, HighsRequest, ProgramData } from "./messages.ts" */
/** @import { WorkerContext } from "@lungang/core/solver-host" */

// The types of `highs` describe a default export; Node gives the function itself.
const loadHighs = /** @type {typeof highsModule.default} */ (/** @type {unknown} */ (highsModule));

// Node takes a thread's queue of tasks away before V8 forgets the thread. Where a compiler thread of V8 posts a task in
// between, the whole process dies of SIGSEGV. It does so to free baseline code that optimised code has replaced, and at
// the end of compiling beside the thread: so that code is kept until the thread ends, and the thread compiles by itself.
setFlagsFromString("--no-wasm-code-gc");
const { WebAssembly } = /** @type {{ WebAssembly: { Module: new (bytes: Uint8Array) => object } }} */ (
  /** @type {unknown} */ (globalThis)
);
const wasmModule = new WebAssembly.Module(readFileSync(new URL(import.meta.resolve("highs/runtime"))));

/** @type {Promise<Highs>} */
const loading = loadHighs({ wasmModule, print: () => {}, printErr: () => {} });

/** @type {Map<number, ProgramData>} */
const programs = new Map();
const relaxations = createRelaxations();

/**
 * Solves one request.
 *
 * @param {unknown} body - a HighsRequest
 * @param {WorkerContext} context
 * @returns {Promise<{ body: HighsReply, transfer: Transferable[] }>}
 */
export async function handle(body, context) {
  const request = /** @type {HighsRequest} */ (body);
  const highs = await loading;
  for (const id of request.drop) {
    programs.delete(id);
    relaxations.drop(id);
  }
  if (request.program !== undefined) programs.set(request.programId, request.program);
  const program = programs.get(request.programId);
  if (program === undefined) throw new Error(`Cannot solve: program ${request.programId} was not sent`);
  const solve = { highs, program, request, context };
  // Without integer columns HiGHS reports no dual bound, but row prices.
  const isRelaxation = request.relaxation || !program.integer.includes(1);
  const answer = isRelaxation ? relaxations.solve(solve) : solveInteger(solve);
  const reply = { ...answer, memoryBytes: highs.memoryBytes };
  return { body: reply, transfer: buffersOf(reply) };
}

/**
 * @param {HighsReply} reply
 * @returns {Transferable[]}
 */
function buffersOf({ values, rowPrices, basis }) {
  const arrays = [values, rowPrices, basis?.colStatus, basis?.rowStatus];
  return arrays.flatMap((array) => (array === undefined ? [] : [/** @type {ArrayBuffer} */ (array.buffer)]));
}
