import type { Run } from "./run.ts";
import { OURS } from "./solvers.ts";
import { fitPower } from "./statistics.ts";

/** Returns how the seconds of our solves grow with the candidate moves, one line a kind and scenario with several sizes. */
export function growthLines(runs: readonly Run[]): readonly string[] {
  const ours = runs.filter(({ choice, measured }) => choice.solver === OURS && measured !== undefined);
  const keys = [...new Set(ours.map(({ choice }) => `${choice.kind} ${choice.scenario} at gap ${choice.relativeGap}`))];
  return keys.flatMap((key) => {
    const points = ours.flatMap(({ choice, measured }) =>
      measured !== undefined && `${choice.kind} ${choice.scenario} at gap ${choice.relativeGap}` === key
        ? [[measured.size.candidateMoves, measured.solveSeconds] as const]
        : [],
    );
    const law = fitPower(points);
    const sizes = new Set(points.map(([moves]) => moves));
    if (law === undefined || sizes.size < 2) return [];
    const moves = [...sizes].sort((a, b) => a - b);
    return [
      `growth, ${key}: solve seconds ~ candidate moves ^ ${law.exponent.toFixed(2)} (${points.length} runs, ${moves[0]} to ${moves.at(-1)} moves)`,
    ];
  });
}
