import { HIGHS_SCRIPT } from "./highs-script.ts";
import type { AnswerSheet, NativeAnswer, NativeOutput, NativeProgram, NativeTask } from "./native-program.ts";

/** Stands for no limit; HiGHS takes finite options only. */
const UNLIMITED = 1e9;

/** HiGHS as Python has it (highspy or scipy), one thread. */
export const HIGHS: NativeProgram = {
  name: "highs-native",
  executables: ["python3"],
  version: { args: ["-c", HIGHS_SCRIPT, "--version"], pattern: /HiGHS (\S+)/u },
  capabilities: { relaxation: true, warmStart: true, nodeLimit: true },
  args: ({ model, answer, start }, task) => [
    "-c",
    HIGHS_SCRIPT,
    model,
    answer,
    JSON.stringify(options(task)),
    ...(start === undefined ? [] : [start]),
  ],
  startText: (values) => `${values.join("\n")}\n`,
  read: readHighs,
};

function options({
  limits,
  seed,
  configuration,
  isLinear,
  interior,
}: NativeTask): Readonly<Record<string, string | number>> {
  return {
    threads: 1,
    parallel: "off",
    random_seed: seed % 2 ** 31,
    // A decimal point, or Python takes them for integers and HiGHS refuses them.
    time_limit: Math.min(limits.timeSeconds, UNLIMITED) + TINY,
    mip_rel_gap: Math.min(limits.relativeGap, UNLIMITED) + TINY,
    mip_abs_gap: Math.min(limits.absoluteGap, UNLIMITED) + TINY,
    mip_max_nodes: Math.min(limits.nodes, UNLIMITED),
    presolve: configuration === 1 ? "off" : "on",
    // Where the interior point method fails, the other configuration is the simplex method.
    ...(isLinear && interior && configuration === 0 ? { solver: "ipm", run_crossover: "off" } : {}),
  };
}

const TINY = 1e-12;

/** What the script writes. */
interface Written {
  readonly status: string;
  readonly bound: number | null;
  readonly isPoint: boolean;
  readonly isPriced: boolean;
  readonly columns: readonly string[];
  readonly values: readonly number[];
  readonly rows: readonly string[];
  readonly prices: readonly number[];
  readonly ownSeconds: number;
}

const MEANINGS: Readonly<Record<string, Pick<NativeAnswer, "status" | "limit">>> = {
  Optimal: { status: "optimal" },
  Empty: { status: "optimal" },
  Infeasible: { status: "infeasible" },
  "Primal infeasible or unbounded": { status: "infeasibleOrUnbounded" },
  Unbounded: { status: "unbounded" },
  "Time limit reached": { status: "stopped", limit: "time" },
  "Iteration limit reached": { status: "stopped", limit: "iteration" },
  // Said of every limit that counts nodes, leaves or improving solutions; only nodes are limited here.
  "Solution limit reached": { status: "stopped", limit: "node" },
};

function readHighs({ answer, stderr, exitCode }: NativeOutput, sheet: AnswerSheet, task: NativeTask): NativeAnswer {
  if (answer === undefined)
    throw new Error(`HiGHS wrote no answer, exit code ${exitCode}: ${stderr.trim().slice(-300)}`);
  const written = JSON.parse(answer) as Written;
  const meaning = MEANINGS[written.status];
  if (meaning === undefined) throw new Error(`HiGHS ended with "${written.status}"`);
  const hasPrices = written.isPriced && task.isLinear;
  if (written.isPoint) written.columns.forEach((name, k) => sheet.column(name, written.values[k] as number));
  if (hasPrices) written.rows.forEach((name, k) => sheet.price(name, written.prices[k] as number));
  const bound = task.isLinear || written.bound === null ? {} : { dualBound: written.bound };
  return {
    ...meaning,
    rawStatus: written.status,
    hasPoint: written.isPoint,
    hasPrices,
    ownSeconds: written.ownSeconds,
    ...bound,
  };
}
