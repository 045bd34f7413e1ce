import { relativeGap } from "@lungang/program";
import type { Run } from "./run.ts";

/** Returns value, bound and gap of every level of every run: where a limit may end a level, they say what it left open. */
export function levelsTable(runs: readonly Run[]): readonly string[] {
  return runs.flatMap(({ choice, measured }) => {
    if (measured === undefined) return [];
    return [
      line(`seed ${choice.seed}`, ["value", "bound", "gap"]),
      ...measured.levels.map(({ name, value, dualBound }) => {
        const proven = dualBound === null ? ["-", "-"] : [dualBound, relativeGap(value, dualBound).toPrecision(2)];
        return line(name, [value, ...proven]);
      }),
    ];
  });
}

function line(name: string, cells: readonly (number | string)[]): string {
  return `  ${name.padEnd(34)}${cells.map((cell) => String(cell).padStart(18)).join("")}`;
}
