import { parseArgs } from "node:util";
import type { Group } from "./groups.ts";
import type { RunKind } from "./run.ts";
import { SCENARIOS, scenarioOf } from "./scenarios.ts";
import { SOLVER_NAMES } from "./solvers.ts";
import { SUITES, suiteOf } from "./suites.ts";

export const HELP = `Runs benchmark scenarios, each run in a process of its own, and writes JSON and tables.

  --suite NAME      ${Object.keys(SUITES).join(", ")}: groups of runs with a name, instead of all below but --out
  --scenarios A,B   all by default: ${SCENARIOS.map(({ name }) => name).join(", ")}
  --sizes 20,60     numbers of schools; real lists have one size
  --seeds 1,2,3     seeds of the made-up counties
  --solvers A,B     compared with each other: ${SOLVER_NAMES.join(", ")}
  --kind plan       plan: all levels; single: one level, nearness and 200 km for every head short; whatIf:
                    one number changed after a plan; questions: why not, of eight kinds, after a plan; files: from a workbook to the files of the plan; years: six years
  --repeat 1        runs of each choice, one round after the other
  --time-limit 600  seconds of all solves of a run; one that needs them has not finished
  --warm-up 0       other counties solved before in the same process, untimed; kind single only
  --gap 1e-4        relative gap to which every level is proven
  --out FILE        where the JSON goes; written anew after every run
  --list            say what there is and stop
`;

const OPTIONS = {
  suite: { type: "string" },
  scenarios: { type: "string" },
  sizes: { type: "string", default: "20,60,200" },
  seeds: { type: "string", default: "1,2,3" },
  solvers: { type: "string", default: "network,highs" },
  kind: { type: "string", default: "plan" },
  repeat: { type: "string", default: "1" },
  "time-limit": { type: "string", default: "600" },
  "warm-up": { type: "string", default: "0" },
  gap: { type: "string", default: "1e-4" },
  out: { type: "string", default: "out/bench/results.json" },
  list: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** What a command line asks for. */
export interface Asked {
  readonly only?: "help" | "list";
  readonly groups: readonly Group[];
  readonly out: string;
}

/** @throws {Error} if an argument is unknown or out of range */
export function readArguments(args: readonly string[]): Asked {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const groups = values.suite === undefined ? groupsOf(values) : suiteOf(values.suite);
  const only = values.help ? "help" : values.list ? "list" : undefined;
  return { groups, out: values.out, ...(only === undefined ? {} : { only }) };
}

const KINDS: Readonly<Record<RunKind, string>> = {
  plan: "all levels",
  single: "one level",
  whatIf: "plans after a plan",
  questions: "questions about a plan",
  files: "from workbook to reports",
  years: "six years",
};

function kindOf(text: string): RunKind {
  const kinds = Object.keys(KINDS) as RunKind[];
  const found = kinds.find((kind) => kind === text);
  if (found !== undefined) return found;
  throw new RangeError(`Cannot read --kind: must be one of ${kinds.join(", ")}, current value is "${text}"`);
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

function groupsOf(values: Values): readonly Group[] {
  const kind = kindOf(values.kind);
  const warmUp = warmUpOf(kind, values["warm-up"]);
  const chosen = values.scenarios === undefined ? SCENARIOS : values.scenarios.split(",").map(scenarioOf);
  return chosen.map(({ name, sizes }) => ({
    title: KINDS[kind],
    kind,
    scenario: name,
    sizes: sizes === undefined ? [undefined] : values.sizes.split(",").map((size) => count("sizes", size)),
    seeds: values.seeds.split(","),
    solvers: values.solvers.split(","),
    repeat: count("repeat", values.repeat),
    timeSeconds: count("time-limit", values["time-limit"]),
    relativeGap: share("gap", values.gap),
    ...(warmUp > 0 ? { warmUp } : {}),
  }));
}

function warmUpOf(kind: RunKind, text: string): number {
  if (text === "0") return 0;
  const warmUp = count("warm-up", text);
  if (kind === "single") return warmUp;
  throw new RangeError(`Cannot read --warm-up: --kind must be single, current value is "${kind}"`);
}

function count(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new RangeError(`Cannot read --${option}: must be a positive integer, current value is "${text}"`);
}

function share(option: string, text: string): number {
  const value = Number(text);
  if (text !== "" && value >= 0 && value < 1) return value;
  throw new RangeError(`Cannot read --${option}: must be a number from 0 to 1, current value is "${text}"`);
}
