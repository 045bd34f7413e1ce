// @ts-check
/** Relaxations: the model stays loaded between solves, and a solve goes on from the basis that it is given. */
import { addCuts, createModel, hasSolution } from "./model.js";

/** @import { Model, SymbolDisposable } from "highs" */
/** @import { Answer, Solve } from "./model.js" */
/** @import { CutData, HighsBasis } from "./messages.ts" */

/** Status of a row or column that is in the basis, in the codes of HiGHS. */
const BASIC = 1;

/**
 * @typedef {object} Held
 * @property {SymbolDisposable<Model>} model
 * @property {readonly CutData[]} cuts
 */

/**
 * Returns a store of loaded relaxations.
 *
 * Guarantees: an answer depends on the request alone. Without a basis a solve starts from nothing, even if the model
 * was solved before.
 */
export function createRelaxations() {
  /** @type {Map<number, Held>} */
  const held = new Map();
  return {
    /** @param {number} id */
    drop(id) {
      held.get(id)?.model.dispose();
      held.delete(id);
    },
    /**
     * @param {Solve} solve
     * @returns {Answer}
     */
    solve(solve) {
      const { programId } = solve.request;
      const model = refresh(held, solve);
      try {
        return run(model, solve);
      } catch (error) {
        this.drop(programId);
        throw error;
      }
    },
  };
}

/**
 * @param {Map<number, Held>} held
 * @param {Solve} solve
 * @returns {Model}
 */
function refresh(held, solve) {
  const { request, program } = solve;
  const known = held.get(request.programId);
  if (known === undefined) {
    const model = createModel(solve);
    held.set(request.programId, { model, cuts: request.cuts });
    addCuts(model, request.cuts);
    return model;
  }
  const { model, cuts } = known;
  const all = /** @type {const} */ ({ kind: "range", from: 0, to: program.columnCount - 1 });
  if (program.columnCount > 0) {
    model.changeColsCost(all, request.cost);
    model.changeColsBounds(all, request.columnLower, request.columnUpper);
  }
  model.changeObjectiveOffset(request.offset);
  if (cuts.length > 0) {
    model.deleteRows({ kind: "range", from: program.rowCount, to: program.rowCount + cuts.length - 1 });
  }
  addCuts(model, request.cuts);
  held.set(request.programId, { model, cuts: request.cuts });
  return model;
}

/**
 * @param {Model} model
 * @param {Solve} solve
 * @returns {Answer}
 */
function run(model, { highs, program, request, context }) {
  model.options.set(request.options);
  model.zeroAllClocks();
  const basis = fitBasis(request.basis, program.columnCount, program.rowCount + request.cuts.length);
  if (basis === undefined) model.clearSolver();
  else model.setBasis(basis);
  const { simplexInterrupt, ipmInterrupt } = highs.constants.callbackType;
  /** @param {{ interrupt(): void }} event */
  const stop = (event) => {
    if (context.shouldStop()) event.interrupt();
    return undefined;
  };
  const { modelStatus } = model.run({ [simplexInterrupt]: stop, [ipmInterrupt]: stop });
  if (!hasSolution(model, "primal")) return { modelStatus };
  const { colValue, rowDual } = model.getSolution();
  return {
    modelStatus,
    values: colValue,
    ...(hasSolution(model, "dual") ? { rowPrices: rowDual } : {}),
    ...(model.info.get("basis_validity") === 1 ? { basis: model.getBasis() } : {}),
  };
}

/**
 * Fits the basis of a solve with fewer or more cuts: new rows are basic; a basis of the wrong size is dropped.
 *
 * @param {HighsBasis | undefined} basis
 * @param {number} columnCount
 * @param {number} rowCount
 * @returns {HighsBasis | undefined}
 */
function fitBasis(basis, columnCount, rowCount) {
  if (basis === undefined || basis.colStatus.length !== columnCount) return undefined;
  const rowStatus = new Int32Array(rowCount).fill(BASIC);
  rowStatus.set(basis.rowStatus.subarray(0, rowCount));
  let basic = 0;
  for (const status of basis.colStatus) if (status === BASIC) basic++;
  for (const status of rowStatus) if (status === BASIC) basic++;
  return basic === rowCount ? { colStatus: basis.colStatus, rowStatus } : undefined;
}
