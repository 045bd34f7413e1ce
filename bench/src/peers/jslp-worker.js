// @ts-check
/** Runs javascript-lp-solver. */
import jslpModule from "javascript-lp-solver";

/** @import { ShiftedModel, ShiftedReply } from "./shifted.ts" */

// The types of the package describe a default export; Node gives the object itself.
const jslp = /** @type {typeof jslpModule.default} */ (/** @type {unknown} */ (jslpModule));

/**
 * Solves one model. Presolve is off: it loses the cost of columns that it fixes. Its own timeout is not used: it returns
 * fractional points as feasible.
 *
 * @param {unknown} body - `{ model: ShiftedModel }`
 * @returns {Promise<{ body: ShiftedReply }>}
 */
export async function handle(body) {
  const { model } = /** @type {{ model: ShiftedModel }} */ (body);
  /** @type {Record<string, { min?: number, max?: number, equal?: number }>} */
  const constraints = {};
  for (const { name, lower, upper } of model.rows) {
    if (lower === upper) constraints[name] = { equal: lower };
    else
      constraints[name] = {
        ...(lower === -Infinity ? {} : { min: lower }),
        ...(upper === Infinity ? {} : { max: upper }),
      };
  }
  /** @type {Record<string, Record<string, number>>} */
  const variables = {};
  /** @type {Record<string, 1>} */
  const ints = {};
  for (const [k, { cost, integer, upper, terms }] of model.variables.entries()) {
    const bounded = upper !== Infinity;
    if (bounded) constraints[`u${k}`] = { max: upper };
    variables[`x${k}`] = { cost, ...Object.fromEntries(terms), ...(bounded ? { [`u${k}`]: 1 } : {}) };
    if (integer) ints[`x${k}`] = 1;
  }
  const options = { presolve: false, useMIRCuts: false, tolerance: model.gap };
  const posed = { optimize: "cost", opType: /** @type {const} */ ("min"), constraints, variables, ints, options };
  const solution = /** @type {any} */ (jslp.Solve(/** @type {any} */ (posed), undefined, true));
  const messages = (solution._tableau?.model?.messages ?? []).map(String);
  if (messages.length > 0) return { body: { status: "stopped", rawStatus: messages.join("; ") } };
  if (solution.feasible !== true) return { body: { status: "infeasible", rawStatus: "infeasible" } };
  if (solution.bounded === false) return { body: { status: "unbounded", rawStatus: "unbounded" } };
  const values = Float64Array.from(model.variables, (_, k) => solution.solutionSet?.[`x${k}`] ?? 0);
  return { body: { status: "optimal", rawStatus: "feasible", values } };
}
