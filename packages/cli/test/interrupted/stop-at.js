// Loaded before the command line in a process that is to die: counts its calls of the file system and ends it at one of
// them as a power cut would, before it, after it, or with half of a file written.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const { STOP_AT = "0", STOP_HOW = "before", STOP_LOG = "" } = process.env;
const COUNTED = /** @type {const} */ (["writeFile", "rename", "rm", "rmdir", "mkdir", "copyFile"]);

let steps = 0;

/**
 * @param {string} name
 * @param {(...given: any[]) => Promise<unknown>} call
 * @returns {(...given: any[]) => Promise<unknown>}
 */
function stopping(name, call) {
  return async (...given) => {
    const step = ++steps;
    if (STOP_LOG !== "") fs.appendFileSync(STOP_LOG, `${name}\n`);
    const stops = step === Number(STOP_AT);
    if (stops && STOP_HOW === "before") die();
    if (stops && STOP_HOW === "half") {
      if (name === "writeFile") fs.writeFileSync(given[0], half(given[1]));
      die();
    }
    const result = await call(...given);
    if (stops) die();
    return result;
  };
}

/**
 * @param {Uint8Array | string} content
 * @returns {Uint8Array | string}
 */
function half(content) {
  return content.slice(0, Math.floor(content.length / 2));
}

function die() {
  process.kill(process.pid, "SIGKILL");
}

if (isMainThread) {
  const promises = /** @type {Record<string, any>} */ (fs.promises);
  for (const name of COUNTED) promises[name] = stopping(name, promises[name]);
  syncBuiltinESMExports();
}
