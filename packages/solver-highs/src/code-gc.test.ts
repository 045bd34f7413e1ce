import { spawn } from "node:child_process";
import { once } from "node:events";
import { networkProgram, Draws, seedOf, SIDE_ROW_KINDS } from "@lungang/solver-testkit";
import { expect, test } from "vitest";
import type { HighsRequest } from "./messages.ts";

/** Solves the requests that it is sent, all in the main thread, and says how many had a point. */
const CHILD = `
const { handle } = await import(${JSON.stringify(new URL("./highs-worker.js", import.meta.url).href)});
const [requests] = await new Promise((resolve) => process.once("message", (...args) => resolve(args)));
let solved = 0;
for (const request of requests) {
  const { body } = await handle(request, { shouldStop: () => false, post: () => {} });
  if (body.values !== undefined) solved++;
}
console.log("solved " + solved);
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

test("V8 collects no compiled code of HiGHS: where a thread ends meanwhile, the process would die", async () => {
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
