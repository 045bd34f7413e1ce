import type { Measured, Run } from "./run.ts";
import { median, spread } from "./statistics.ts";

const COUNTS = ["schools", "people", "candidateMoves", "columns", "rows", "sideRows"] as const;

/** Returns the sizes and a line a phase of the runs of one solver; nothing where no run counts. */
export function phasesTable(runs: readonly Run[]): readonly string[] {
  const good = runs.flatMap(({ measured }) => measured ?? []);
  if (good.length === 0) return [];
  const names = [...new Set(good.flatMap(({ laps }) => laps.map(({ name }) => name)))];
  const heads = ["min s", "median s", "max s", "cpu s", "peak MB"].map((word) => word.padStart(10)).join("");
  return [sizeLine(good), `  ${"phase".padEnd(22)}${heads}`, ...names.map((name) => phaseLine(name, good))];
}

function sizeLine(good: readonly Measured[]): string {
  const counts = COUNTS.map((key) => `${key} ${spread(good.map(({ size }) => size[key]))}`);
  const moves = good.flatMap((run) => run.moves ?? []);
  return `  ${[...counts, ...(moves.length > 0 ? [`moves ${spread(moves)}`] : [])].join(", ")}`;
}

function phaseLine(name: string, good: readonly Measured[]): string {
  const laps = good.flatMap((run) => run.laps.find((lap) => lap.name === name) ?? []);
  const seconds = laps.map((lap) => lap.seconds);
  const cpuSeconds = laps.map((lap) => lap.cpuSeconds);
  const times = [Math.min(...seconds), median(seconds), Math.max(...seconds), median(cpuSeconds)];
  const cells = [
    ...times.map((value) => value.toFixed(3)),
    String(Math.max(...laps.map(({ peakMegabytes }) => peakMegabytes))),
  ];
  return `  ${name.padEnd(22)}${cells.map((cell) => cell.padStart(10)).join("")}`;
}
