// @ts-check
/** The side of the backend that runs in a worker and holds HiGHS, whatever kind of worker it is. */
import { solveInteger } from "./integer.js";
import { createRelaxations } from "./relaxation.js";

/** @import { Highs } from "highs" */
/** @import { WorkerContext, WorkerModule } from "@lungang/program" */
/** @import { HighsReply, HighsRequest, ProgramData } from "./messages.ts" */

/**
 * Returns what serves the requests of a worker.
 *
 * @param {Promise<Highs>} loading - HiGHS, loaded in the way of the kind of worker
 * @returns {WorkerModule["handle"]}
 */
export function createHandler(loading) {
  /** @type {Map<number, ProgramData>} */
  const programs = new Map();
  const relaxations = createRelaxations();

  /**
   * @param {HighsRequest} request
   * @returns {ProgramData}
   */
  function programOf({ drop, programId, program: sent }) {
    for (const id of drop) {
      programs.delete(id);
      relaxations.drop(id);
    }
    if (sent !== undefined) programs.set(programId, sent);
    const program = programs.get(programId);
    if (program === undefined) throw new Error(`Cannot solve: program ${programId} was not sent`);
    return program;
  }

  /**
   * @param {unknown} body - a HighsRequest
   * @param {WorkerContext} context
   * @returns {Promise<{ body: HighsReply, transfer: ArrayBuffer[] }>}
   */
  return async function handle(body, context) {
    const request = /** @type {HighsRequest} */ (body);
    const highs = await loading;
    const program = programOf(request);
    const solve = { highs, program, request, context };
    // Without integer columns HiGHS reports no dual bound, but row prices.
    const isRelaxation = request.relaxation || !program.integer.includes(1);
    const answer = isRelaxation ? relaxations.solve(solve) : solveInteger(solve);
    const reply = { ...answer, memoryBytes: highs.memoryBytes };
    return { body: reply, transfer: buffersOf(reply) };
  };
}

/**
 * @param {HighsReply} reply
 * @returns {ArrayBuffer[]}
 */
function buffersOf({ values, rowPrices, basis }) {
  const arrays = [values, rowPrices, basis?.colStatus, basis?.rowStatus];
  return arrays.flatMap((array) => (array === undefined ? [] : [/** @type {ArrayBuffer} */ (array.buffer)]));
}
