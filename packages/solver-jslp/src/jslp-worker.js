// @ts-check
/** The side of the backend that runs in a worker and holds javascript-lp-solver. */
import jslpModule from "javascript-lp-solver";

/** @import { JslpReply, JslpRequest } from "./messages.ts" */

// The types of the package describe a default export; Node gives the object itself.
const jslp = /** @type {typeof jslpModule.default} */ (/** @type {unknown} */ (jslpModule));

/**
 * Solves one request.
 *
 * @param {unknown} body - a JslpRequest
 * @returns {Promise<{ body: JslpReply }>}
 */
export async function handle(body) {
  const { model } = /** @type {JslpRequest} */ (body);
  const startedAt = performance.now();
  // The full result instead of the short one, whose keys mix variables with `feasible` and `result`.
  const solution = /** @type {import("javascript-lp-solver").Solution} */ (jslp.Solve(model, undefined, true));
  const elapsed = performance.now() - startedAt;
  return { body: { ...describe(solution), elapsed } };
}

/** @param {any} solution */
function describe(solution) {
  return {
    feasible: solution.feasible === true,
    bounded: solution.bounded !== false,
    variables: solution.solutionSet ?? {},
    messages: (solution._tableau?.model?.messages ?? []).map(String),
  };
}
