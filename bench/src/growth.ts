import type { Run } from "./run.ts";
import { OURS } from "./solvers.ts";
import { fitPower } from "./statistics.ts";

/** Runs whose seconds are compared. */
function kindOf({ choice: { kind, scenario, relativeGap, warmUp = 0 } }: Run): string {
  return `${kind} ${scenario} at gap ${relativeGap}${warmUp > 0 ? ", warm" : ""}`;
}

/** Returns how the seconds of our solves grow with the candidate moves, one line a kind and scenario with several sizes. */
export function growthLines(runs: readonly Run[]): readonly string[] {
  const ours = runs.filter(({ choice, measured }) => choice.solver === OURS && measured !== undefined);
  const keys = [...new Set(ours.map(kindOf))];
  return keys.flatMap((key) => {
    const ofKind = ours.filter((run) => kindOf(run) === key);
    // Counties of one size say nothing of growth.
    const sizes = new Set(ofKind.map(({ choice }) => choice.schools));
    const points = ofKind.flatMap(({ measured }) =>
      measured === undefined ? [] : [[measured.size.candidateMoves, measured.solveSeconds] as const],
    );
    const law = fitPower(points);
    if (law === undefined || sizes.size < 2) return [];
    const moves = points.map(([count]) => count).sort((a, b) => a - b);
    return [
      `growth, ${key}: solve seconds ~ candidate moves ^ ${law.exponent.toFixed(2)} (${points.length} runs, ${moves[0]} to ${moves.at(-1)} moves)`,
    ];
  });
}
