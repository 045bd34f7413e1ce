import type { Engine, EngineAnswer, EngineTask, WorkerHost } from "@lungang/program";
import type { JslpReply } from "./messages.ts";
import type { Translation } from "./translate.ts";
import { pointOf, translate } from "./translate.ts";

/** Version of the npm package. */
const VERSION = "javascript-lp-solver 1.0.3";

/** The other configuration, which scales rows, was right where the first is not on random programs up to here. */
const GREATEST_COEFFICIENT = 100_000;

/**
 * On 20,000 random programs of 2 to 5 columns of small range with coefficients of up to this the library was always right;
 * with 6,250 it called 3 infeasible that are not, with 25,000 it was wrong on 18.
 */
const TRUSTED_COEFFICIENT = 1000;

/** javascript-lp-solver in a worker, without the guards that every backend gets. */
export class JslpEngine implements Engine {
  readonly name = "jslp";
  readonly version = VERSION;
  readonly proof = "search";
  readonly capabilities;
  readonly #host: WorkerHost;

  constructor(host: WorkerHost, maxColumns: number) {
    this.#host = host;
    this.capabilities = {
      relaxation: false,
      warmStart: false,
      nodeLimit: false,
      continuousColumns: true,
      maxColumns,
      greatestCoefficient: GREATEST_COEFFICIENT,
      trustedCoefficient: TRUSTED_COEFFICIENT,
    };
  }

  async run(task: EngineTask): Promise<EngineAnswer> {
    const translation = translate(task, { scaled: task.configuration === 1 });
    if (translation.brokenRow !== undefined) {
      return { status: "infeasible", rawStatus: `row ${translation.brokenRow} has no columns left` };
    }
    if (translation.parts.size === 0) {
      return { status: "optimal", rawStatus: "no columns left", values: translation.base };
    }
    translation.model.options = optionsOf(task);
    const outcome = await this.#host.call({
      body: () => ({ model: translation.model }),
      timeSeconds: task.limits.timeSeconds,
      ...(task.signal === undefined ? {} : { signal: task.signal }),
    });
    if (outcome.kind === "killed") return { status: "stopped", limit: outcome.limit, rawStatus: "killed" };
    return answerOf(outcome.body as JslpReply, translation, task);
  }

  async close(): Promise<void> {
    await this.#host.close();
  }
}

/**
 * Presolve is off in both: it loses the cost of columns that it fixes. The library's own timeout is not used: it returns
 * fractional points as feasible.
 */
function optionsOf(task: EngineTask): Record<string, unknown> {
  return {
    presolve: false,
    useMIRCuts: false,
    ...(task.configuration === 1 ? { nodeSelection: "depth-first", branching: "pseudocost" } : {}),
  };
}

function answerOf(reply: JslpReply, translation: Translation, task: EngineTask): EngineAnswer {
  // What came late is no answer, so that the limit means the same on every machine.
  if (reply.elapsed >= task.limits.timeSeconds * 1000) {
    return { status: "stopped", limit: "time", rawStatus: "timeout" };
  }
  // The simplex gave up in a cycle: once more with another order of branching, then it has no answer.
  if (reply.messages.length > 0) {
    if (task.configuration === 0) throw new Error(`javascript-lp-solver: ${reply.messages.join("; ")}`);
    return { status: "stopped", limit: "other", rawStatus: reply.messages.join("; ") };
  }
  if (!reply.feasible) return { status: "infeasible", rawStatus: "infeasible" };
  if (!reply.bounded) return { status: "unbounded", rawStatus: "unbounded" };
  return { status: "optimal", rawStatus: "feasible", values: pointOf(translation, reply.variables) };
}
