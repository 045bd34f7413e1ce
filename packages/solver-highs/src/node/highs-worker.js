// @ts-check
/** The worker of HiGHS in Node: WebAssembly is read from the package and compiled in the thread. */
import { readFileSync } from "node:fs";
import highsModule from "highs";
import { createHandler } from "../handler.js";

// The types of `highs` describe a default export; Node gives the function itself.
const loadHighs = /** @type {typeof highsModule.default} */ (/** @type {unknown} */ (highsModule));

// Compiling beside the thread would end in a task for the thread, which must not come while the thread ends
// (worker-entry.js of program): the thread compiles by itself.
const { WebAssembly } = /** @type {{ WebAssembly: Compiler }} */ (/** @type {unknown} */ (globalThis));

const options = { print: () => {}, printErr: () => {}, instantiateWasm };

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

export const handle = createHandler(loadHighs(options));
