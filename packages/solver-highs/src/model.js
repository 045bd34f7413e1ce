// @ts-check
/** Turns programs and cuts into what HiGHS takes. */

/** @import { Highs, Model, SymbolDisposable } from "highs" */
/** @import { CutData, HighsReply, HighsRequest, ProgramData } from "./messages.ts" */
/** @import { WorkerContext } from "@lungang/program" */

/**
 * One solve inside the worker.
 *
 * @typedef {object} Solve
 * @property {Highs} highs
 * @property {ProgramData} program
 * @property {HighsRequest} request
 * @property {WorkerContext} context
 */

/** @typedef {Omit<HighsReply, "memoryBytes">} Answer */

/** Value of the info items `primal_solution_status` and `dual_solution_status` where there is a feasible point. */
const FEASIBLE = 2;

/**
 * @param {Solve} solve
 * @returns {SymbolDisposable<Model>}
 */
export function createModel({ highs, program, request }) {
  const { columnCount, rowCount } = program;
  return highs.createModel({
    numCols: columnCount,
    numRows: rowCount,
    colCost: request.cost,
    offset: request.offset,
    colLower: request.columnLower,
    colUpper: request.columnUpper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: "csc",
      numRows: rowCount,
      numCols: columnCount,
      starts: program.starts,
      indices: program.rows,
      values: program.values,
    },
    ...(request.relaxation ? {} : { integrality: Int32Array.from(program.integer) }),
  });
}

/**
 * @param {Model} model
 * @param {readonly CutData[]} cuts
 */
export function addCuts(model, cuts) {
  for (const cut of cuts) model.addRow(cut.lower, cut.upper, { indices: cut.columns, values: cut.values });
}

/**
 * @param {Model} model
 * @param {"primal" | "dual"} side
 * @returns {boolean} whether the solution of that side may be read
 */
export function hasSolution(model, side) {
  return model.info.get(`${side}_solution_status`) === FEASIBLE;
}
