import type {
  Engine,
  EngineAnswer,
  EngineTask,
  Limit,
  LinearProgram,
  WorkerHost,
  WorkerOutcome,
} from "@lungang/program";
import type { HighsBasis, HighsNote, HighsReply, HighsRequest, ProgramData } from "./messages.ts";
import { highsOptions } from "./options.ts";
import { ProgramStore } from "./program-store.ts";

/** Version of the npm package; its major and minor number are those of HiGHS. */
const VERSION = "highs 1.15.3";

/** WebAssembly memory never shrinks; a worker that has grown beyond this is replaced after its solve. */
const MEMORY_LIMIT_BYTES = 1.2e9;

/**
 * On random programs of 2 to 5 columns of small range HiGHS 1.15.1 gave a wrong optimum on 8 of 1,500 with coefficients of
 * up to 10 million, and with a second look on none of 5,000 up to here.
 */
const GREATEST_COEFFICIENT = 2 ** 24;

/** On 20,000 such programs with coefficients of up to this, and as many up to half of it, one look was always right. */
const TRUSTED_COEFFICIENT = 2 ** 22;

const PROGRESS_INTERVAL_SECONDS = 0.1;

/** The start token of this backend: a basis and the costs that it is optimal for. */
class BasisToken {
  readonly basis: HighsBasis;
  readonly cost: Float64Array;

  constructor(basis: HighsBasis, cost: Float64Array) {
    this.basis = basis;
    this.cost = cost;
  }
}

/** Costs that may differ from those that a basis is optimal for. */
const MOST_OTHER_COSTS = 8;

/** Where a relaxation starts. */
interface StartBasis extends HighsBasis {
  /** Some costs are others than those that it is optimal for: it has a point, but no prices. */
  readonly isPrimal: boolean;
}

/**
 * Returns the basis to go on from, if it pays.
 *
 * Measured on 64,000 columns: after a change of bounds or cuts a basis saves all but some milliseconds of 2.6 s; after a
 * change of all costs it saves nothing, and a start from nothing with presolve is up to twice as fast. After a change of
 * few costs the primal simplex method goes on from it.
 */
function startBasis(task: EngineTask): StartBasis | undefined {
  const { start, level, relaxation, configuration } = task;
  const token = start?.token;
  if (!relaxation || !(token instanceof BasisToken)) return undefined;
  const others = otherCosts(token.cost, level.cost);
  if (others > MOST_OTHER_COSTS || (others > 0 && configuration === 1)) return undefined;
  return { ...standing(token.basis, task), isPrimal: others > 0 };
}

function otherCosts(before: Float64Array, now: Float64Array): number {
  if (before === now) return 0;
  if (before.length !== now.length) return Infinity;
  let count = 0;
  for (let column = 0; column < now.length; column++) if (before[column] !== now[column]) count++;
  return count;
}

/** Statuses of columns outside the basis, in the codes of HiGHS. */
const AT_LOWER = 0;
const AT_UPPER = 2;

/** Returns a basis whose columns at a bound that has moved stand where the point of the start stands, at the other one. */
function standing(basis: HighsBasis, { start, columnLower, columnUpper }: EngineTask): HighsBasis {
  const values = start?.values;
  if (values?.length !== basis.colStatus.length) return basis;
  const colStatus = basis.colStatus.map((status, column) => {
    const value = values[column];
    if (status === AT_UPPER && value !== columnUpper[column] && value === columnLower[column]) return AT_LOWER;
    if (status === AT_LOWER && value !== columnLower[column] && value === columnUpper[column]) return AT_UPPER;
    return status;
  });
  return { ...basis, colStatus };
}

/** HiGHS in a worker, without the guards. */
export class HighsEngine implements Engine {
  readonly name = "highs";
  readonly version = VERSION;
  readonly proof = "bound";
  readonly capabilities = {
    relaxation: true,
    warmStart: true,
    nodeLimit: true,
    iterationLimit: true,
    continuousColumns: true,
    maxColumns: 2_000_000,
    greatestCoefficient: GREATEST_COEFFICIENT,
    trustedCoefficient: TRUSTED_COEFFICIENT,
  };
  readonly #host: WorkerHost;
  readonly #programs = new ProgramStore();

  constructor(host: WorkerHost) {
    this.#host = host;
  }

  async run(task: EngineTask): Promise<EngineAnswer> {
    const seen: Seen = {};
    const outcome = await this.#host.call({
      body: (generation) => this.#request(task, generation),
      timeSeconds: task.limits.timeSeconds,
      ...(task.signal === undefined ? {} : { signal: task.signal }),
      onMessage: (message) => takeNote(seen, task, message as HighsNote),
    });
    if (outcome.kind === "killed") return killedAnswer(outcome, seen);
    const reply = outcome.body as HighsReply;
    if (reply.memoryBytes > MEMORY_LIMIT_BYTES) await this.#host.close();
    return answerOf(reply, task);
  }

  prepare(): void {
    this.#host.prepare();
  }

  async close(): Promise<void> {
    await this.#host.close();
  }

  #request(task: EngineTask, generation: number): HighsRequest {
    const { id, isNew, drop } = this.#programs.use(task.program, generation);
    const basis = startBasis(task);
    const point = task.start?.values;
    const hasPoint = !task.relaxation && point?.length === task.program.columnCount;
    return {
      programId: id,
      ...(isNew ? { program: dataOf(task.program) } : {}),
      drop,
      cost: task.level.cost,
      offset: task.level.offset,
      columnLower: task.columnLower,
      columnUpper: task.columnUpper,
      cuts: task.cuts,
      relaxation: task.relaxation,
      ...(basis === undefined ? {} : { basis: { colStatus: basis.colStatus, rowStatus: basis.rowStatus } }),
      ...(hasPoint ? { point } : {}),
      options: highsOptions(task, basis),
      ...(Number.isFinite(task.limits.iterations) ? { iterations: task.limits.iterations } : {}),
      progressInterval: PROGRESS_INTERVAL_SECONDS,
    };
  }
}

/** What a running solve has told so far. */
interface Seen {
  values?: Float64Array;
  dualBound?: number;
}

function takeNote(seen: Seen, task: EngineTask, note: HighsNote): void {
  if (note.kind === "incumbent") {
    seen.values = note.values;
    return;
  }
  seen.dualBound = note.dualBound;
  task.onProgress?.({ primalBound: note.primalBound, dualBound: note.dualBound, nodes: note.nodes });
}

function killedAnswer(outcome: Extract<WorkerOutcome, { kind: "killed" }>, seen: Seen): EngineAnswer {
  return { status: "stopped", limit: outcome.limit, rawStatus: "Killed", ...seen };
}

function dataOf(program: LinearProgram): ProgramData {
  const { columnCount, rowCount, integer, rowLower, rowUpper, starts, rows, values } = program;
  return { columnCount, rowCount, integer, rowLower, rowUpper, starts, rows, values };
}

interface Meaning {
  readonly text: string;
  readonly status: EngineAnswer["status"];
  readonly limit?: Limit;
}

/** Model statuses of HiGHS by their code; what is not here is a failure. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  6: { text: "Empty", status: "optimal" },
  7: { text: "Optimal", status: "optimal" },
  8: { text: "Infeasible", status: "infeasible" },
  9: { text: "Primal infeasible or unbounded", status: "infeasibleOrUnbounded" },
  10: { text: "Unbounded", status: "unbounded" },
  11: { text: "Bound on objective reached", status: "stopped", limit: "objective" },
  12: { text: "Target for objective reached", status: "stopped", limit: "objective" },
  13: { text: "Time limit reached", status: "stopped", limit: "time" },
  14: { text: "Iteration limit reached", status: "stopped", limit: "iteration" },
  // Said of every limit that counts nodes, leaves or improving solutions; only nodes are limited here.
  16: { text: "Solution limit reached", status: "stopped", limit: "node" },
  17: { text: "Interrupted by user", status: "stopped", limit: "interrupted" },
};

/** The host also asks for the end when the time is over; that is the clock and no cancel. */
function interruptedBy({ isUsedUp }: HighsReply, { signal }: EngineTask): Limit {
  if (signal?.aborted === true) return "interrupted";
  return isUsedUp === true ? "iteration" : "time";
}

function answerOf(reply: HighsReply, task: EngineTask): EngineAnswer {
  const meaning = MEANINGS[reply.modelStatus];
  if (meaning === undefined) throw new Error(`HiGHS ended with model status ${reply.modelStatus}`);
  const limit = meaning.limit === "interrupted" ? interruptedBy(reply, task) : meaning.limit;
  return {
    status: meaning.status,
    rawStatus: meaning.text,
    ...(limit === undefined ? {} : { limit }),
    ...(reply.values === undefined ? {} : { values: reply.values }),
    ...(reply.dualBound === undefined ? {} : { dualBound: reply.dualBound }),
    ...(reply.iterations === undefined ? {} : { iterations: reply.iterations }),
    ...(reply.rowPrices === undefined ? {} : { rowPrices: reply.rowPrices }),
    ...(reply.basis === undefined ? {} : { token: new BasisToken(reply.basis, task.level.cost) }),
  };
}
