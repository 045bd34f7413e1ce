import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine, EngineAnswer, EngineTask } from "@lungang/program";
import type { InstalledProgram } from "./installed.ts";
import type { NativeProgram, NativeTask, RunFiles } from "./native-program.ts";
import { writeProgram, Sheet } from "./written-program.ts";
import type { WrittenProgram } from "./written-program.ts";
import { runProgram } from "./run-program.ts";
import type { Usage } from "./usage.ts";

/**
 * What one run took, for whoever measures.
 *
 * @public
 */
export interface ExecRun extends Usage {
  /** Seconds from the task to the files. */
  readonly writeSeconds: number;
  /** Seconds from the start of the program to its end. */
  readonly programSeconds: number;
  /** Seconds of reading and solving by the clock of the program, where it says so; else all of the program. */
  readonly ownSeconds: number;
}

/** The limit of the backend on HiGHS (`solver-highs/src/engine.ts`): what is installed rounds as it does. */
const GREATEST_COEFFICIENT = 2 ** 24;
const TRUSTED_COEFFICIENT = 2 ** 20;

/** Seconds that a program may take to write down what it has when its time is over. */
const GRACE_SECONDS = 1;

/** An installed program, without the guards. */
export class ExecEngine implements Engine {
  readonly name: string;
  readonly version: string;
  readonly proof = "bound";
  readonly capabilities;
  readonly #installed: InstalledProgram;
  readonly #onRun: ((run: ExecRun) => void) | undefined;
  /** Cancels what is running when the solver is closed. */
  #closing = new AbortController();

  constructor(installed: InstalledProgram, onRun?: (run: ExecRun) => void) {
    this.#installed = installed;
    this.#onRun = onRun;
    this.name = installed.program.name;
    this.version = `${installed.program.name} ${installed.version}`;
    this.capabilities = {
      ...installed.program.capabilities,
      continuousColumns: true,
      maxColumns: 2_000_000,
      greatestCoefficient: GREATEST_COEFFICIENT,
      trustedCoefficient: TRUSTED_COEFFICIENT,
    };
  }

  async run(task: EngineTask): Promise<EngineAnswer> {
    const startedAt = performance.now();
    const written = writeProgram(task);
    if (written.small.brokenRow >= 0) return { status: "infeasible", rawStatus: "a row has no columns left" };
    if (written.small.program.columnCount === 0) return withoutColumns(written, task);
    const folder = await mkdtemp(join(tmpdir(), "lungang-exec-"));
    try {
      return await this.#runIn(folder, { task, written, startedAt });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#closing = new AbortController();
  }

  async #runIn(
    folder: string,
    {
      task,
      written,
      startedAt,
    }: { readonly task: EngineTask; readonly written: WrittenProgram; readonly startedAt: number },
  ): Promise<EngineAnswer> {
    const { program, executable } = this.#installed;
    const files = await writeFiles(folder, { task, written, program });
    const writeSeconds = (performance.now() - startedAt) / 1000;
    const timeSeconds = task.limits.timeSeconds - writeSeconds;
    if (timeSeconds <= 0) return { status: "stopped", limit: "time", rawStatus: "not started" };
    const { seed, configuration, interior } = task;
    const isLinear = !written.small.program.integer.includes(1);
    const asked: NativeTask = { isLinear, interior, seed, configuration, limits: { ...task.limits, timeSeconds } };
    const signal = AbortSignal.any([this.#closing.signal, ...(task.signal === undefined ? [] : [task.signal])]);
    const args = program.args(files, asked);
    const end = await runProgram({ executable, args, folder, killAfter: timeSeconds + GRACE_SECONDS, signal });
    const times = { ...end.usage, writeSeconds, programSeconds: (performance.now() - startedAt) / 1000 - writeSeconds };
    if (end.kind === "killed") {
      this.#onRun?.({ ...times, ownSeconds: times.programSeconds });
      return { status: "stopped", limit: end.limit, rawStatus: "killed" };
    }
    const sheet = new Sheet(written);
    const said = program.read({ ...end, answer: await textOf(files.answer) }, sheet, asked);
    const { hasPoint, hasPrices, dualBound, ownSeconds, ...status } = said;
    this.#onRun?.({ ...times, ownSeconds: ownSeconds ?? times.programSeconds });
    return {
      ...status,
      ...(hasPoint ? { values: sheet.values() } : {}),
      ...(dualBound === undefined ? {} : { dualBound: dualBound + written.offset }),
      ...(hasPrices === true ? { rowPrices: sheet.prices(rowsOf(task)) } : {}),
    };
  }
}

function rowsOf({ program, cuts }: EngineTask): number {
  return program.rowCount + cuts.length;
}

/** Everything is fixed: the one point that is left. */
function withoutColumns(written: WrittenProgram, task: EngineTask): EngineAnswer {
  return {
    status: "optimal",
    rawStatus: "no columns left",
    values: written.small.expand([]),
    dualBound: written.offset,
    ...(task.relaxation ? { rowPrices: new Float64Array(rowsOf(task)) } : {}),
  };
}

async function writeFiles(
  folder: string,
  {
    task,
    written,
    program,
  }: {
    readonly task: EngineTask;
    readonly written: WrittenProgram;
    readonly program: NativeProgram;
  },
): Promise<RunFiles> {
  const files = { model: join(folder, "model.mps"), answer: join(folder, "answer.txt") };
  await writeFile(files.model, written.text);
  const point = task.start?.values;
  if (task.relaxation || program.startText === undefined || point?.length !== task.program.columnCount) return files;
  const start = join(folder, "start.txt");
  await writeFile(start, program.startText(written.small.shrink(point)));
  return { ...files, start };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
