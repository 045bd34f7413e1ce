// @ts-check
/** Runs glpk.js: GLPK in WebAssembly. */
import createGlpk from "glpk.js/node";

/** @import { ShiftedModel, ShiftedReply } from "./shifted.ts" */

/**
 * Solves one model with presolve.
 *
 * @param {unknown} body - `{ model: ShiftedModel }`
 * @returns {Promise<{ body: ShiftedReply }>}
 */
export async function handle(body) {
  const { model } = /** @type {{ model: ShiftedModel }} */ (body);
  const glpk = await createGlpk();
  /** @type {{ name: string, coef: number }[][]} */
  const terms = model.rows.map(() => []);
  const rowOf = new Map(model.rows.map(({ name }, row) => [name, row]));
  for (const [k, variable] of model.variables.entries()) {
    for (const [row, coef] of variable.terms) terms[rowOf.get(row) ?? -1]?.push({ name: `x${k}`, coef });
  }
  /** @param {number} lower @param {number} upper */
  const bounds = (lower, upper) => {
    if (lower === upper) return { type: glpk.GLP_FX, lb: lower, ub: upper };
    if (lower === -Infinity) return { type: upper === Infinity ? glpk.GLP_FR : glpk.GLP_UP, lb: 0, ub: upper };
    return upper === Infinity ? { type: glpk.GLP_LO, lb: lower, ub: 0 } : { type: glpk.GLP_DB, lb: lower, ub: upper };
  };
  const { result } = glpk.solve(
    {
      name: "program",
      objective: {
        direction: glpk.GLP_MIN,
        name: "cost",
        vars: model.variables.map(({ cost }, k) => ({ name: `x${k}`, coef: cost })),
      },
      subjectTo: model.rows.map(({ name, lower, upper }, row) => {
        return { name, vars: terms[row] ?? [], bnds: bounds(lower, upper) };
      }),
      bounds: model.variables.map(({ upper }, k) => ({ name: `x${k}`, ...bounds(0, upper) })),
      generals: model.variables.flatMap(({ integer }, k) => (integer ? [`x${k}`] : [])),
    },
    { mipgap: model.gap, tmlim: Math.max(1, Math.ceil(model.timeSeconds)), presol: true, msglev: glpk.GLP_MSG_OFF },
  );
  const { status, vars } = result;
  if (status === glpk.GLP_NOFEAS) return { body: { status: "infeasible", rawStatus: "no feasible solution" } };
  if (status === glpk.GLP_UNBND) return { body: { status: "unbounded", rawStatus: "unbounded" } };
  if (status !== glpk.GLP_OPT) return { body: { status: "stopped", rawStatus: `status ${status}`, timedOut: true } };
  const values = Float64Array.from(model.variables, (_, k) => vars[`x${k}`] ?? 0);
  return { body: { status: "optimal", rawStatus: "optimal", values } };
}
