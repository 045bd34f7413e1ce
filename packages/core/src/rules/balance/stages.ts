import { STAGES, stagesOfType } from "../../instance/codes.ts";
import type { Stage } from "../../instance/codes.ts";
import { NONE } from "../../instance/county.ts";
import { onlyStageOf, studentsOfStage } from "../../instance/school.ts";
import type { School } from "../../instance/school.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import { selectPeople } from "../../formulation/move-tests.ts";
import type { BalanceParams } from "./schema.ts";

/** What is known before the network is built. */
export type BalanceContext = Pick<RowsContext, "eligibility">;

/** The pupils of one stage, reduced by their greatest common divisor. */
export interface BalancedStage {
  readonly stage: Stage;
  /** Pupils of each school in scope over the divisor; 0 elsewhere. Shapes: one entry a school. */
  readonly shares: Float64Array;
  /** All pupils over the divisor: a deviation in heads times this is an integer. */
  readonly whole: number;
  readonly students: number;
  /** People of the set on plan start. Shapes: one entry a school. */
  readonly start: Int32Array;
  readonly startTotal: number;
}

/** Largest weighted sum of deviations that the coefficients are kept below. */
export const MOST_POINTS = 2 ** 31;
/** Beyond this the weights between stages gain nothing. */
const FINEST = 64;
/** Costs that weights may make: every level after the balance has them in a row, and solvers are sure of rows so steep. */
const STEEPEST = 2 ** 20;

/** People of the set who use headcount. Shapes: one entry a person, 1 where they do. */
export function membersOf(params: BalanceParams, { eligibility }: BalanceContext): Uint8Array {
  return selectPeople({ eligibility }, params.set).map((yes, person) => (isCounted(eligibility, person) ? yes : 0));
}

/** Returns the stage that a cell of a school in scope belongs to: its own, or the only one of its school. */
export function stageOfCell({ eligibility }: BalanceContext, index: number): Stage | undefined {
  const { county, inScope } = eligibility;
  const cell = county.cells[index];
  if (cell === undefined || inScope[cell.school] !== 1) return undefined;
  return cell.stage ?? onlyStageOf(county.schools[cell.school] as School);
}

/** Returns the schools in scope that have the stage and state no pupils of it. */
export function withoutPupils({ eligibility }: BalanceContext, stage: Stage): readonly School[] {
  const { county, inScope } = eligibility;
  return county.schools.filter(
    (school, index) =>
      inScope[index] === 1 && stagesOfType(school.type).includes(stage) && studentsOfStage(school, stage) === undefined,
  );
}

/**
 * Returns the stages of an entry with their pupils and people on plan start. Stages without pupils are left out, and those
 * of which a school does not state its pupils: the fair number of no school is known then.
 */
export function balancedStages(
  params: BalanceParams,
  context: BalanceContext,
  members: Uint8Array,
): readonly BalancedStage[] {
  const { county, inScope } = context.eligibility;
  return (params.stages ?? STAGES).flatMap((stage) => {
    if (withoutPupils(context, stage).length > 0) return [];
    const pupils = county.schools.map((school, index) =>
      inScope[index] === 1 ? (studentsOfStage(school, stage) ?? 0) : 0,
    );
    const students = pupils.reduce((sum, count) => sum + count, 0);
    if (students === 0) return [];
    const divisor = pupils.reduce(greatestCommonDivisor, 0);
    const start = new Int32Array(county.schools.length);
    members.forEach((yes, person) => {
      const cell = county.cellOf[person] as number;
      if (yes !== 1 || cell === NONE || stageOfCell(context, cell) !== stage) return;
      const at = county.works[person] as number;
      start[at] = (start[at] as number) + 1;
    });
    return [
      {
        stage,
        shares: Float64Array.from(pupils, (count) => count / divisor),
        whole: students / divisor,
        students,
        start,
        startTotal: start.reduce((sum, heads) => sum + heads, 0),
      },
    ];
  });
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Returns integer weights that make deviations of all stages comparable per 100 pupils, in lowest terms; one stage
 * alone weighs 1. Of those that keep numbers small they are the ones that rounding changes least.
 */
export function stageWeights(stages: readonly BalancedStage[]): readonly number[] {
  const units = stages.map(({ students, whole }) => students * whole);
  const largest = Math.max(1, ...units);
  const exact = units.map((unit) => largest / unit);
  const worst = Math.max(1, mostPoints(stages, largest));
  const steepest = Math.max(1, ...stages.map(({ whole }, k) => whole * (exact[k] as number)));
  const finest = Math.floor(Math.min(FINEST, MOST_POINTS / worst, STEEPEST / steepest));
  let best = { weights: exact.map(Math.round), error: Infinity };
  for (let scale = 1; scale <= Math.max(1, finest); scale++) {
    const weights = exact.map((ratio) => Math.max(1, Math.round(scale * ratio)));
    const error = Math.max(0, ...exact.map((ratio, k) => Math.abs((weights[k] as number) / (scale * ratio) - 1)));
    if (error < best.error) best = { weights, error };
  }
  const divisor = best.weights.reduce(greatestCommonDivisor, 0);
  return best.weights.map((weight) => weight / divisor);
}

/** Returns the points of the worst spread, if a point of the largest stage weighs 1. */
export function mostPoints(stages: readonly BalancedStage[], largest: number): number {
  return stages.reduce(
    (sum, { students, whole, startTotal }) => sum + (largest / (students * whole)) * 2 * whole * startTotal,
    0,
  );
}
