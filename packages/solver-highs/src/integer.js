// @ts-check
/** Integer solves: a new model each, so that the answer depends on nothing that was solved before. */
import { addCuts, createModel, hasSolution } from "./model.js";

/** @import { HighsCallbackMap } from "highs" */
/** @import { Answer, Solve } from "./model.js" */
/** @import { HighsNote } from "./messages.ts" */

/**
 * @param {Solve} solve
 * @returns {Answer}
 */
export function solveInteger(solve) {
  const { request } = solve;
  const model = createModel(solve);
  try {
    addCuts(model, request.cuts);
    model.options.set(request.options);
    if (request.point !== undefined) model.setSolution({ colValue: request.point });
    const work = new Work(request.iterations);
    const { modelStatus } = model.run(callbacks(solve, work));
    const dualBound = Number(model.info.get("mip_dual_bound"));
    return {
      modelStatus,
      iterations: work.iterations,
      isUsedUp: work.isUsedUp,
      ...(hasSolution(model, "primal") ? { values: model.getSolution().colValue } : {}),
      ...(Number.isFinite(dualBound) ? { dualBound } : {}),
    };
  } finally {
    model.dispose();
  }
}

/** Iterations of the linear programs of a solve, as far as HiGHS has told. */
class Work {
  /** @type {number} */
  iterations = 0;
  #most;

  /** @param {number | undefined} most */
  constructor(most = Infinity) {
    this.#most = most;
  }

  get isUsedUp() {
    return this.iterations >= this.#most;
  }
}

/**
 * @param {Solve} solve
 * @param {Work} work
 * @returns {HighsCallbackMap}
 */
function callbacks({ highs, request, context }, work) {
  const { mipInterrupt, mipImprovingSolution } = highs.constants.callbackType;
  let nextNote = 0;
  return {
    [mipImprovingSolution]: ({ data }) => {
      const values = data.mip_solution;
      if (values === undefined) return;
      const note = /** @type {HighsNote} */ ({ kind: "incumbent", values });
      context.post(note, [/** @type {ArrayBuffer} */ (values.buffer)]);
    },
    [mipInterrupt]: (event) => {
      work.iterations = Number(event.data.mip_total_lp_iterations ?? 0);
      if (context.shouldStop() || work.isUsedUp) event.interrupt();
      const now = performance.now();
      if (now < nextNote) return;
      nextNote = now + request.progressInterval * 1000;
      const { mip_primal_bound, mip_dual_bound, mip_node_count } = event.data;
      /** @type {HighsNote} */
      const note = {
        kind: "progress",
        primalBound: mip_primal_bound ?? Infinity,
        dualBound: mip_dual_bound ?? -Infinity,
        nodes: Number(mip_node_count ?? 0),
      };
      context.post(note);
    },
  };
}
