import type { Engine, EngineAnswer, EngineTask, Solver, WorkerHost } from "@lungang/program";
import { createCheckedSolver, levelValue } from "@lungang/program";

import { createNodeWorkerHost } from "@lungang/program/node";
import { shift, unshift } from "./shifted.ts";
import type { ShiftedReply } from "./shifted.ts";

/** A package from npm that is measured and nothing else. */
export interface PeerSpec {
  readonly name: string;
  readonly version: string;
  /** Address of its worker. */
  readonly worker: URL;
}

/** Returns a solver on a peer that runs in a worker, so that a limit can end it. */
export function createPeerSolver(spec: PeerSpec): Solver {
  return createCheckedSolver(new PeerEngine(spec));
}

class PeerEngine implements Engine {
  readonly name: string;
  readonly version: string;
  readonly proof = "bound";
  readonly capabilities = {
    relaxation: false,
    warmStart: false,
    nodeLimit: false,
    continuousColumns: true,
    maxColumns: 2_000_000,
    greatestCoefficient: 2 ** 24,
    trustedCoefficient: 2 ** 20,
  };
  readonly #host: WorkerHost;

  constructor({ name, version, worker }: PeerSpec) {
    this.name = name;
    this.version = version;
    this.#host = createNodeWorkerHost(worker, { afterLimit: 0.1, afterCancel: 0 });
  }

  async run(task: EngineTask): Promise<EngineAnswer> {
    const model = shift(task);
    if (model.isBroken) return { status: "infeasible", rawStatus: "a row has no columns left" };
    if (model.variables.length === 0) return fixedAnswer(task);
    const outcome = await this.#host.call({
      body: () => ({ model }),
      timeSeconds: task.limits.timeSeconds,
      ...(task.signal === undefined ? {} : { signal: task.signal }),
    });
    if (outcome.kind === "killed") return { status: "stopped", limit: outcome.limit, rawStatus: "killed" };
    const { status, rawStatus, values, timedOut } = outcome.body as ShiftedReply;
    if (status === "stopped") return { status, rawStatus, limit: timedOut === true ? "time" : "other" };
    if (status !== "optimal" || values === undefined) return { status, rawStatus };
    const point = unshift(task, model, values);
    return { status, rawStatus, values: point, dualBound: boundBelow(task, point) };
  }

  async close(): Promise<void> {
    await this.#host.close();
  }
}

/** Everything is fixed: the one point that is left. */
function fixedAnswer({ columnLower: values, level }: EngineTask): EngineAnswer {
  return { status: "optimal", rawStatus: "no columns left", values, dualBound: levelValue(level, values) };
}

/** A peer that says it is within the gap of its value, counted from the shifted point, says no bound: this is it. */
function boundBelow(task: EngineTask, point: Float64Array): number {
  const { level, limits, columnLower } = task;
  const value = levelValue(level, point);
  const own = value - levelValue(level, columnLower);
  const allowed = limits.relativeGap * Math.abs(own);
  return value - (own >= 0 ? allowed : allowed / (1 - Math.min(limits.relativeGap, 0.5)));
}
