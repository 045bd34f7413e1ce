import type { Measured, Run, Spent } from "./run.ts";
import { OURS } from "./solvers.ts";
import { quotient, spanOf, spanText, summary } from "./span.ts";
import type { Span } from "./span.ts";
import { median } from "./statistics.ts";

const HEADS = ["finished", "min s", "median s", "max s", "own s", "cpu s", "peak MB", "times ours"];
const WIDTH = 10;
/** The last column holds a spread. */
const WIDE = 30;
/** Characters of the reason why a run does not count. */
const REASON = 300;

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
  const seconds = own.flatMap((run) => spentBy(run, "solveSeconds"));
  if (seconds.length === 0) return [finished];
  const ownSeconds = own.flatMap((run) => spentBy(run, "ownSeconds"));
  const times = [...summary(seconds), spanOf(ownSeconds, median)];
  return [finished, ...times.map(spanText), ...useOf(good), ratioText(ratios(runs, name))];
}

/** Processor time and memory of the runs that finished. */
function useOf(good: readonly Measured[]): readonly string[] {
  if (good.length === 0) return ["-", "-"];
  const peak = Math.max(...good.map(({ peakMegabytes, programMegabytes }) => programMegabytes ?? peakMegabytes));
  return [median(good.map(({ solveCpuSeconds }) => solveCpuSeconds)).toFixed(2), String(peak)];
}

/** Returns the seconds of a run that counts, the least that they can be where the limit ended it, nothing otherwise. */
function spentBy({ choice, measured, spent }: Run, key: keyof Spent): readonly Span[] {
  if (measured !== undefined) return [{ low: measured[key], high: measured[key] }];
  return spent === undefined ? [] : [{ low: Math.min(choice.timeSeconds, spent[key]), high: Infinity }];
}

/** Returns how many times ours a solver took by its own clock, a span a seed of which that is known of both. */
export function ratios(runs: readonly Run[], name: string): readonly Span[] {
  const seeds = [...new Set(runs.map(({ choice }) => choice.seed))];
  return seeds.flatMap((seed) => {
    const theirs = ownSeconds(runs, name, seed);
    const ours = ownSeconds(runs, OURS, seed);
    return theirs.length > 0 && ours.length > 0 ? [quotient(spanOf(theirs, median), spanOf(ours, median))] : [];
  });
}

function ownSeconds(runs: readonly Run[], solver: string, seed: string): readonly Span[] {
  const own = runs.filter(({ choice }) => choice.solver === solver && choice.seed === seed);
  return own.flatMap((run) => spentBy(run, "ownSeconds"));
}

function ratioText(spans: readonly Span[]): string {
  if (spans.length === 0) return "-";
  const [least, middle, most] = summary(spans).map(spanText);
  return `${middle} (${least} to ${most})`;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.slice(0, REASON) ?? "";
}
