import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { withoutContradictions } from "./agreement.ts";
import { busyCoresNow } from "./machine.ts";
import type { Measured, Run, RunChoice, RunKind, Spent } from "./run.ts";

/** Runs that are compared with each other. */
export interface Group {
  readonly title: string;
  readonly kind: RunKind;
  readonly scenario: string;
  /** One after the other; `undefined` is the one size of a real list. */
  readonly sizes: readonly (number | undefined)[];
  readonly seeds: readonly string[];
  readonly solvers: readonly string[];
  readonly repeat: number;
  readonly timeSeconds: number;
  readonly relativeGap: number;
  /** Counties solved before in the same process, untimed; one level only. @defaultValue 0 */
  readonly warmUp?: number;
  /** A solver that finished no run of a size is not asked about larger ones. @defaultValue false */
  readonly untilUnfinished?: boolean;
}

/** Seconds that a process may take beside its solves before it is killed. */
const PATIENCE = 300;
/** Megabytes of objects that one process may hold: large counties are large. */
const HEAP_MEGABYTES = 8192;

/** Runs a group size by size and hands over the runs of each size, those that contradict each other marked. */
export function runGroup(group: Group, onRun: (run: Run) => void): readonly Run[] {
  const runs: Run[] = [];
  let solvers = group.solvers;
  for (const schools of group.sizes) {
    const ofSize = choicesOf(group, schools, solvers).map((choice) => {
      const run = runOne(choice);
      onRun(run);
      return run;
    });
    runs.push(...withoutContradictions(ofSize));
    if (group.untilUnfinished === true) {
      solvers = solvers.filter((name) => ofSize.some(({ choice, measured }) => choice.solver === name && measured));
    }
  }
  return runs;
}

/** Returns the runs of one size: in rounds, and in each round the solvers in turn, so that a slow minute meets all. */
function choicesOf(group: Group, schools: number | undefined, solvers: readonly string[]): readonly RunChoice[] {
  const { kind, scenario, seeds, repeat, timeSeconds, relativeGap, warmUp } = group;
  return Array.from({ length: repeat }).flatMap((_, round) =>
    seeds.flatMap((seed, k) => {
      const first = (round + k) % Math.max(1, solvers.length);
      return [...solvers.slice(first), ...solvers.slice(0, first)].map((solver) => ({
        kind,
        scenario,
        seed,
        solver,
        timeSeconds,
        relativeGap,
        ...(schools === undefined ? {} : { schools }),
        ...(warmUp === undefined ? {} : { warmUp }),
      }));
    }),
  );
}

function runOne(choice: RunChoice): Run {
  const script = fileURLToPath(new URL("./one-run.js", import.meta.url));
  const busyCores = busyCoresNow();
  const { timeSeconds, warmUp = 0 } = choice;
  const patience = timeSeconds * (1 + warmUp) + PATIENCE;
  const child = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, script, JSON.stringify(choice)],
    {
      encoding: "utf8",
      maxBuffer: 64 * 2 ** 20,
      timeout: patience * 1000,
      killSignal: "SIGKILL",
    },
  );
  if (child.status === 0) return { choice, busyCores, measured: JSON.parse(child.stdout) as Measured };
  if (child.error !== undefined && "code" in child.error && child.error.code === "ETIMEDOUT") {
    const spent = { solveSeconds: timeSeconds, ownSeconds: timeSeconds };
    return { choice, busyCores, failed: `not finished within ${timeSeconds} s: killed after ${patience} s`, spent };
  }
  const spent = child.stdout.trim() === "" ? {} : { spent: JSON.parse(child.stdout) as Spent };
  return {
    choice,
    busyCores,
    ...spent,
    failed: child.stderr.trim().slice(-2000) || `ended with ${child.signal ?? child.status}`,
  };
}
