import type { Engine, EngineAnswer, EngineTask, LinearProgram } from "@lungang/program";
import { ROW_NODE } from "@lungang/program";
import { delegate } from "./delegate.ts";
import { NetworkSolve } from "./network-solve.ts";
import type { NetworkSolverOptions, Settings } from "./settings.ts";

/** Whoever asks for this gap asks whether there is a point at all; prices have nothing to say about that. */
const ANY_POINT = 1;

/** Evaluations that a level takes which needs no finisher. */
const MANY_EVALUATIONS = 20;

/** Version of the kernel, for the manifest. */
const VERSION = "network kernel 1";

/** The kernel with its finisher, without the guards. */
export class NetworkEngine implements Engine {
  readonly name = "network";
  readonly version: string;
  readonly proof = "bound";
  readonly capabilities;
  readonly #settings: Settings;

  constructor(options: NetworkSolverOptions) {
    const { finisher } = options;
    this.#settings = {
      fewColumns: 500,
      siftFrom: 12_000,
      provable: 6000,
      near: 4000,
      checkInvariants: false,
      ...options,
    };
    this.version = `${VERSION}, ${finisher.version}`;
    // The kernel's own work has no iterations of the kind that the finisher counts.
    this.capabilities = { ...finisher.capabilities, warmStart: true, wholeLevels: true, iterationLimit: false };
  }

  async run(task: EngineTask): Promise<EngineAnswer> {
    const { finisher, fewColumns } = this.#settings;
    if (task.configuration === 1) return delegate(finisher, task, "second opinion");
    if (task.relaxation) return (await this.#sifted(task)) ?? delegate(finisher, task, "relaxation");
    if (task.level.cost.every((cost) => cost === 0)) return delegate(finisher, task, "no costs");
    if (task.limits.relativeGap >= ANY_POINT) return delegate(finisher, task, "any point will do");
    if (!isKernelProgram(task)) return delegate(finisher, task, "no network");
    if (!hasMoreFree(task, fewColumns)) return delegate(finisher, task, "few columns");
    const answer = await new NetworkSolve(this.#preparing(task), this.#settings).run();
    return answer ?? delegate(finisher, task, "network not usable");
  }

  /** Large relaxations are solved on near columns; a point inside an optimal face is not among those found so. */
  async #sifted(task: EngineTask): Promise<EngineAnswer | undefined> {
    const { finisher, siftFrom } = this.#settings;
    if (task.interior || !finisher.capabilities.relaxation || !hasMoreFree(task, siftFrom - 1)) {
      return undefined;
    }
    this.prepare();
    return isKernelProgram(task) ? new NetworkSolve(task, this.#settings).relax() : undefined;
  }

  /** A level that the kernel cannot close at once needs the finisher in the end: its worker starts while prices move. */
  #preparing(task: EngineTask): EngineTask {
    let reports = 0;
    const onProgress: EngineTask["onProgress"] = (progress) => {
      if (++reports === MANY_EVALUATIONS) this.prepare();
      task.onProgress?.(progress);
    };
    return { ...task, onProgress };
  }

  prepare(): void {
    this.#settings.finisher.prepare?.();
  }

  close(): Promise<void> {
    return this.#settings.finisher.close();
  }
}

/** Returns whether a program has node rows and the integers that exact arithmetic needs. */
function isKernelProgram({ program, level, cuts }: EngineTask): boolean {
  if (!program.rowKinds.includes(ROW_NODE)) return false;
  return areExact(level.cost) && cuts.every(({ values }) => areExact(values)) && hasExactEntries(program);
}

/** Larger coefficients and costs would spoil exact sums on the grid of prices. */
const LARGEST = 2 ** 28;

function areExact(values: Float64Array): boolean {
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number;
    if (!Number.isInteger(value) || value > LARGEST || value < -LARGEST) return false;
  }
  return true;
}

const exactEntriesOf = new WeakMap<LinearProgram, boolean>();

function hasExactEntries(program: LinearProgram): boolean {
  const known = exactEntriesOf.get(program);
  if (known !== undefined) return known;
  const isExact = areExact(program.values);
  exactEntriesOf.set(program, isExact);
  return isExact;
}

/** Returns whether more than so many columns are free. */
function hasMoreFree({ columnLower, columnUpper }: EngineTask, count: number): boolean {
  let free = 0;
  for (let column = 0; free <= count && column < columnLower.length; column++) {
    if (columnLower[column] !== columnUpper[column]) free++;
  }
  return free > count;
}
