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
    const { modelStatus } = model.run(callbacks(solve));
    const dualBound = Number(model.info.get("mip_dual_bound"));
    return {
      modelStatus,
      ...(hasSolution(model, "primal") ? { values: model.getSolution().colValue } : {}),
      ...(Number.isFinite(dualBound) ? { dualBound } : {}),
    };
  } finally {
    model.dispose();
  }
}

/**
 * @param {Solve} solve
 * @returns {HighsCallbackMap}
 */
function callbacks({ highs, request, context }) {
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
      if (context.shouldStop()) event.interrupt();
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
