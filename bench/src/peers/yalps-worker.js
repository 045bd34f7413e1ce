// @ts-check
/** Runs yalps. */
import { solve } from "yalps";

/** @import { ShiftedModel, ShiftedReply } from "./shifted.ts" */

/**
 * Solves one model: bounds of 0 and 1 as binaries, any others as rows, the gap as tolerance.
 *
 * @param {unknown} body - `{ model: ShiftedModel }`
 * @returns {Promise<{ body: ShiftedReply }>}
 */
export async function handle(body) {
  const { model } = /** @type {{ model: ShiftedModel }} */ (body);
  const bounded = model.variables.map((variable, k) => ({ variable, k })).filter(({ variable }) => isRow(variable));
  const constraints = [
    ...model.rows.map(({ name, lower, upper }) => /** @type {const} */ ([name, range(lower, upper)])),
    ...bounded.map(({ variable, k }) => /** @type {const} */ ([`u${k}`, { max: variable.upper }])),
  ];
  const variables = model.variables.map(
    (variable, k) =>
      /** @type {const} */ ([
        k,
        [["cost", variable.cost], ...variable.terms, ...(isRow(variable) ? [/** @type {const} */ ([`u${k}`, 1])] : [])],
      ]),
  );
  const numbers = [...model.variables.keys()];
  const { status, variables: found } = solve(
    {
      direction: "minimize",
      objective: "cost",
      constraints,
      variables: /** @type {any} */ (variables),
      integers: new Set(numbers.filter((k) => model.variables[k]?.integer === true)),
      binaries: new Set(numbers.filter((k) => isBinary(model.variables[k]))),
    },
    {
      tolerance: model.gap,
      timeout: model.timeSeconds * 1000,
      maxPivots: Infinity,
      maxIterations: Infinity,
      checkCycles: false,
    },
  );
  if (status === "timedout") return { body: { status: "stopped", rawStatus: status, timedOut: true } };
  if (status === "cycled") return { body: { status: "stopped", rawStatus: status } };
  const values = new Float64Array(model.variables.length);
  for (const [k, value] of found) values[/** @type {number} */ (/** @type {unknown} */ (k))] = value;
  return { body: { status, rawStatus: status, values } };
}

/** @param {ShiftedModel["variables"][number] | undefined} variable */
function isBinary(variable) {
  return variable !== undefined && variable.integer && variable.upper === 1;
}

/** @param {ShiftedModel["variables"][number]} variable */
function isRow(variable) {
  return variable.upper !== Infinity && !isBinary(variable);
}

/**
 * @param {number} lower
 * @param {number} upper
 */
function range(lower, upper) {
  if (lower === upper) return { equal: lower };
  return { ...(lower === -Infinity ? {} : { min: lower }), ...(upper === Infinity ? {} : { max: upper }) };
}
