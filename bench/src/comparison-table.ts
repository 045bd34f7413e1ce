import type { Run } from "./run.ts";
import { OURS } from "./solvers.ts";
import { median } from "./statistics.ts";

const HEADS = ["finished", "min s", "median s", "max s", "own s", "cpu s", "peak MB", "times ours"];
const WIDTH = 10;
/** The last column holds a spread. */
const WIDE = 22;

/** Returns the runs of one task and size, a line a solver, then why runs do not count. */
export function comparisonTable(runs: readonly Run[]): readonly string[] {
  const solvers = [...new Set(runs.map(({ choice }) => choice.solver))];
  return [
    `  ${"solver".padEnd(22)}${HEADS.map(padded).join("")}`,
    ...solvers.map((name) => `  ${name.padEnd(22)}${cells(runs, name).map(padded).join("")}`),
    ...runs.flatMap(({ choice, failed }) =>
      failed === undefined ? [] : [`  ${choice.solver}, seed ${choice.seed}: ${firstLine(failed)}`],
    ),
  ];
}

function padded(cell: string, place: number): string {
  return cell.padStart(place === HEADS.length - 1 ? WIDE : WIDTH);
}

function cells(runs: readonly Run[], name: string): readonly string[] {
  const own = runs.filter(({ choice }) => choice.solver === name);
  const good = own.flatMap(({ measured }) => measured ?? []);
  const finished = `${good.length} of ${own.length}`;
  if (good.length === 0) return [finished];
  const seconds = good.map(({ solveSeconds }) => solveSeconds);
  const peak = Math.max(...good.map(({ peakMegabytes, programMegabytes }) => programMegabytes ?? peakMegabytes));
  const times = [
    Math.min(...seconds),
    median(seconds),
    Math.max(...seconds),
    median(good.map(({ ownSeconds }) => ownSeconds)),
    median(good.map(({ solveCpuSeconds }) => solveCpuSeconds)),
  ];
  return [finished, ...times.map((value) => value.toFixed(2)), String(peak), ratioText(ratios(runs, name))];
}

/** Returns how many times ours a solver took by its own clock, one number a seed that both finished. */
export function ratios(runs: readonly Run[], name: string): readonly number[] {
  const seeds = [...new Set(runs.map(({ choice }) => choice.seed))];
  return seeds.flatMap((seed) => {
    const theirs = ownSeconds(runs, name, seed);
    const ours = ownSeconds(runs, OURS, seed);
    return theirs.length > 0 && ours.length > 0 ? [median(theirs) / median(ours)] : [];
  });
}

function ownSeconds(runs: readonly Run[], solver: string, seed: string): readonly number[] {
  return runs.flatMap(({ choice, measured }) =>
    choice.solver === solver && choice.seed === seed && measured !== undefined ? [measured.ownSeconds] : [],
  );
}

function ratioText(values: readonly number[]): string {
  if (values.length === 0) return "-";
  const [least, middle, most] = [Math.min(...values), median(values), Math.max(...values)].map((value) =>
    value.toFixed(2),
  );
  return `${middle} (${least}-${most})`;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.slice(0, 160) ?? "";
}
