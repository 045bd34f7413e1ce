import type { Measured } from "./measure.ts";
import type { RunChoice } from "./one-run.ts";

/** A choice and what its process gave. */
export interface Run {
  readonly choice: RunChoice;
  readonly measured?: Measured;
  /** Why the run does not count. */
  readonly failed?: string;
}

/** Returns the middle value, the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Returns the results of one scenario and size as text: sizes, then a line a phase. */
export function tableOf(runs: readonly Run[]): string {
  const [first] = runs;
  if (first === undefined) return "";
  const { scenario, schools, solver } = first.choice;
  const good = runs.flatMap(({ measured }) => measured ?? []);
  const title = `${scenario}${schools === undefined ? "" : ` ${schools}`} (${solver}): ${good.length} of ${runs.length} runs count`;
  const failures = runs.flatMap(({ choice, failed }) =>
    failed === undefined ? [] : [`  seed ${choice.seed}: ${failed}`],
  );
  if (good.length === 0) return [title, ...failures].join("\n");
  return [title, ...failures, sizeLine(good), ...phaseLines(good)].join("\n");
}

const COUNTS = ["schools", "people", "candidateMoves", "columns", "rows", "sideRows"] as const;

function sizeLine(good: readonly Measured[]): string {
  const counts = COUNTS.map((key) => `${key} ${spread(good.map(({ size }) => size[key]))}`);
  return `  ${[...counts, `moves ${spread(good.map(({ moves }) => moves))}`].join(", ")}`;
}

function spread(values: readonly number[]): string {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return least === most ? String(least) : `${least}-${most}`;
}

function phaseLines(good: readonly Measured[]): readonly string[] {
  const names = [...new Set(good.flatMap(({ laps }) => laps.map(({ name }) => name)))];
  const lines = names.map((name) => {
    const laps = good.flatMap((run) => run.laps.find((lap) => lap.name === name) ?? []);
    return line(name, {
      seconds: laps.map((lap) => lap.seconds),
      cpuSeconds: laps.map((lap) => lap.cpuSeconds),
      megabytes: laps.map((lap) => lap.peakMegabytes),
    });
  });
  const megabytes = good.map(({ peakMegabytes }) => peakMegabytes);
  return [
    `  ${"phase".padEnd(22)}${["min s", "median s", "max s", "cpu s", "peak MB"].map((word) => word.padStart(10)).join("")}`,
    ...lines,
    line("all solves", {
      seconds: good.map(({ solveSeconds }) => solveSeconds),
      cpuSeconds: good.map(({ solveCpuSeconds }) => solveCpuSeconds),
      megabytes,
    }),
    line("all but the solves", {
      seconds: good.map(({ ourSeconds }) => ourSeconds),
      cpuSeconds: good.map(({ ourCpuSeconds }) => ourCpuSeconds),
      megabytes,
    }),
  ];
}

interface Cells {
  readonly seconds: readonly number[];
  readonly cpuSeconds: readonly number[];
  readonly megabytes: readonly number[];
}

function line(name: string, { seconds, cpuSeconds, megabytes }: Cells): string {
  const times = [Math.min(...seconds), median(seconds), Math.max(...seconds), median(cpuSeconds)];
  const cells = [...times.map((value) => value.toFixed(3)), String(Math.max(...megabytes))];
  return `  ${name.padEnd(22)}${cells.map((cell) => cell.padStart(10)).join("")}`;
}
