import type { LevelValue, Run } from "./run.ts";

/** Rounding allowed where values of different solvers are compared, relative. */
const ROUNDING = 1e-7;

/**
 * Marks as failed the runs of one task whose answers contradict those of others: a value below a bound that another has
 * proven, or outside the gap of a better one. Both sides of a contradiction are marked; which is wrong is not decided.
 */
export function withoutContradictions(runs: readonly Run[]): readonly Run[] {
  const marked = new Map<Run, string>();
  for (const [k, run] of runs.entries()) {
    for (const other of runs.slice(0, k)) {
      if (!isSameTask(run, other) || run.measured === undefined || other.measured === undefined) continue;
      const why = contradiction(run.measured.levels, other.measured.levels, run.choice.relativeGap);
      if (why === undefined) continue;
      marked.set(run, `contradicts ${other.choice.solver}: ${why}`);
      marked.set(other, `contradicts ${run.choice.solver}: ${why}`);
    }
  }
  return runs.map((run) => {
    const failed = marked.get(run);
    if (failed === undefined) return run;
    const { measured: _measured, ...rest } = run;
    return { ...rest, failed };
  });
}

function isSameTask({ choice: a }: Run, { choice: b }: Run): boolean {
  // Years may end at their limit with any value above the bounds.
  if (a.kind === "years") return false;
  return a.kind === b.kind && a.scenario === b.scenario && a.schools === b.schools && a.seed === b.seed;
}

/**
 * Returns why two lists of levels cannot both be right, nothing if they can.
 *
 * Levels are compared as long as those before them are equal: after a different value another problem is solved.
 */
export function contradiction(a: readonly LevelValue[], b: readonly LevelValue[], gap: number): string | undefined {
  for (const [k, one] of a.entries()) {
    const two = b[k];
    if (two === undefined || two.name !== one.name) return `level ${k} is ${one.name} and ${two?.name}`;
    const scale = Math.max(1, Math.abs(one.value), Math.abs(two.value));
    const bound = Math.max(one.dualBound ?? -Infinity, two.dualBound ?? -Infinity);
    const [least, most] = [Math.min(one.value, two.value), Math.max(one.value, two.value)];
    if (least < bound - ROUNDING * scale) return `${one.name} has the value ${least} below the bound ${bound}`;
    if (most - least > (gap + ROUNDING) * scale) return `${one.name} has the values ${one.value} and ${two.value}`;
    if (one.value !== two.value) return undefined;
  }
  return undefined;
}
