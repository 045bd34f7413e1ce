import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * Keeps the WebAssembly of HiGHS compiled in a process of tests. V8 compiles the same bytes once as long as somebody holds
 * the module; every command that a test calls starts a worker of its own, which would compile them anew: the first hundred
 * solves after that take five times as long as those later.
 */

/** The part of `WebAssembly` that is used; the types of Node do not have it. */
interface Compiler {
  readonly Module: new (bytes: Uint8Array) => object;
}

const held = globalThis as typeof globalThis & { readonly WebAssembly: Compiler; heldModule?: object };
const { resolve } = createRequire(new URL("../packages/solver-highs/package.json", import.meta.url));
held.heldModule ??= new held.WebAssembly.Module(readFileSync(resolve("highs/runtime")));
