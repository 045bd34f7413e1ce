import type { Run } from "./run.ts";
import { median } from "./statistics.ts";
import { AFTER, ALONE } from "./what-if.ts";

/** Returns two lines on all changes of all runs: planned again after a plan, and alone; nothing where no run counts. */
export function changesTable(runs: readonly Run[]): readonly string[] {
  const laps = runs.flatMap(({ measured }) => measured?.laps ?? []);
  const lines = [
    ["after a plan", AFTER],
    ["alone", ALONE],
  ].flatMap(([title = "", prefix = ""]) => {
    const own = laps.filter(({ name }) => name.startsWith(prefix));
    if (own.length === 0) return [];
    const seconds = own.map((lap) => lap.seconds);
    const cpuSeconds = median(own.map((lap) => lap.cpuSeconds));
    const times = [Math.min(...seconds), median(seconds), Math.max(...seconds), cpuSeconds];
    const cells = [...times.map((value) => value.toFixed(3)), String(own.length)];
    return [`  ${title.padEnd(22)}${cells.map((cell) => cell.padStart(10)).join("")}`];
  });
  if (lines.length === 0) return [];
  const heads = ["min s", "median s", "max s", "cpu s", "plans"].map((word) => word.padStart(10)).join("");
  return [`  ${"all changes and seeds".padEnd(22)}${heads}`, ...lines];
}
