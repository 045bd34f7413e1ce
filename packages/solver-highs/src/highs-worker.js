// @ts-check
/** The side of the backend that runs in a worker and holds HiGHS. */
import { readFileSync } from "node:fs";
import highsModule from "highs";
import { solveInteger } from "./integer.js";
import { createRelaxations } from "./relaxation.js";

/** @import { Highs } from "highs" */
/** @import { Transferable } from "node:worker_threads" */
/** @import { HighsReply, HighsRequest, ProgramData } from "./messages.ts" */
/** @import { WorkerContext } from "@lungang/program/worker-host" */

// The types of `highs` describe a default export; Node gives the function itself.
const loadHighs = /** @type {typeof highsModule.default} */ (/** @type {unknown} */ (highsModule));

// Compiling beside the thread would end in a task for the thread, which must not come while the thread ends
// (worker-entry.js of core): the thread compiles by itself.
const { WebAssembly } = /** @type {{ WebAssembly: Compiler }} */ (/** @type {unknown} */ (globalThis));

const options = { print: () => {}, printErr: () => {}, instantiateWasm };
/** @type {Promise<Highs>} */
const loading = loadHighs(options);

/**
 * The part of `WebAssembly` that compiles in the thread; the types of Node do not have it.
 * @typedef {{ Module: new (bytes: Uint8Array) => object, Instance: new (module: object, imports: object) => object }} Compiler
 */

/**
 * Called by Emscripten in place of its own loading. (The option `wasmModule` of highs 1.15.3 is described and not read.)
 * @param {object} imports
 * @param {(instance: object) => void} receive
 */
function instantiateWasm(imports, receive) {
  const bytes = readFileSync(new URL(import.meta.resolve("highs/runtime")));
  receive(new WebAssembly.Instance(new WebAssembly.Module(bytes), imports));
}

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
