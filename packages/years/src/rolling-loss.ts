import { blendWeights, blendedLevel } from "@lungang/program";
import type { Level } from "@lungang/program";
import type { Solver } from "@lungang/program";
import type { YearsBasis } from "./base-years.ts";
import { baseYears } from "./base-years.ts";
import { horizonProgram } from "./horizon-program.ts";
import type { LevelTotal } from "./totals.ts";
import { forYears } from "./years-policy.ts";

/**
 * What planning year after year may have lost, in units of the level.
 *
 * @public
 */
export interface LevelLoss {
  readonly name: string;
  readonly total: number;
  /** No plan of these years in which nobody starts twice is below it, whatever it does to the other levels. */
  readonly bound: number;
}

/**
 * What planning year after year may have lost.
 *
 * @public
 */
export interface RollingLoss {
  readonly levels: readonly LevelLoss[];
  /**
   * One figure: all of these levels weighed as in a blend, the distance of the plan from the bound of that sum, relative
   * to the plan. Absent where a relaxation ended before its bound was found.
   */
  readonly share?: number;
}

/**
 * Returns what a plan of years may lose against the best plan, from the relaxation of the one program: it needs no
 * integer solve and is there also where that program is too large for one.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function rollingLoss(
  given: YearsBasis,
  totals: readonly LevelTotal[],
  { solver, timeSeconds }: { readonly solver: Solver; readonly timeSeconds?: number },
): Promise<RollingLoss> {
  const basis = { ...given, policies: given.policies.map(forYears) };
  const { years } = baseYears(basis);
  const { program } = horizonProgram({ years });
  const levels = totals.flatMap(({ name }) => program.levels.filter((level) => level.name === name));
  const bounds: number[] = [];
  const limits = timeSeconds === undefined ? {} : { timeSeconds: timeSeconds / (levels.length + 1) };
  const boundOf = async (level: Level) => {
    const options = { level: 0, relaxation: true, interior: true, limits } as const;
    const { dualBound } = await solver.solve({ ...program, levels: [level] }, options);
    return dualBound;
  };
  for (const level of levels) bounds.push(await boundOf(level));
  const losses = totals.map(({ name, total }, at) => ({ name, total, bound: bounds[at] ?? -Infinity }));
  if (levels.length === 0) return { levels: losses };
  const weights = blendWeights(levels);
  const value = totals.reduce((sum, { total }, at) => sum + (weights[at] ?? 0) * total, 0);
  const bound = await boundOf(blendedLevel(levels));
  if (!Number.isFinite(bound)) return { levels: losses };
  return { levels: losses, share: value <= bound ? 0 : (value - bound) / Math.max(1, Math.abs(value)) };
}
