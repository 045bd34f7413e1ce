import { mustMoveMeaning } from "../mustMove/schema.ts";
import { newRecruitsMeaning } from "../newRecruits/schema.ts";
import { STAGES } from "../../instance/codes.ts";
import type { Stage } from "../../instance/codes.ts";
import { NONE } from "../../instance/county.ts";
import { onlyStageOf, studentsOfStage } from "../../instance/school.ts";
import type { School } from "../../instance/school.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import { selectPeople } from "../../formulation/move-tests.ts";
import { rulesOf } from "../../policy/policy-rule.ts";
import { isHard } from "../../policy/strength.ts";
import type { BalanceParams } from "./schema.ts";

/** What is known before the network is built. */
export type BalanceContext = Pick<RowsContext, "eligibility" | "moves" | "rules">;

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

/** Returns the stages of an entry with their pupils and people on plan start; stages without pupils are left out. */
export function balancedStages(
  params: BalanceParams,
  context: BalanceContext,
  members: Uint8Array,
): readonly BalancedStage[] {
  const { county, inScope } = context.eligibility;
  return (params.stages ?? STAGES).flatMap((stage) => {
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
 * alone weighs 1.
 */
export function stageWeights(stages: readonly BalancedStage[]): readonly number[] {
  const units = stages.map(({ students, whole }) => students * whole);
  const largest = Math.max(1, ...units);
  const finest = Math.max(1, Math.min(FINEST, Math.floor(MOST_POINTS / Math.max(1, mostPoints(stages, largest)))));
  const weights = units.map((unit) => Math.max(1, Math.round((finest * largest) / unit)));
  const divisor = weights.reduce(greatestCommonDivisor, 0);
  return weights.map((weight) => weight / divisor);
}

/** Returns the points of the worst spread, if a point of the largest stage weighs 1. */
export function mostPoints(stages: readonly BalancedStage[], largest: number): number {
  return stages.reduce(
    (sum, { students, whole, startTotal }) => sum + (largest / (students * whole)) * 2 * whole * startTotal,
    0,
  );
}

const MUST: ReadonlySet<string> = new Set(["forced", "pinned", "returning"]);

/** Returns a test of people who leave their post in every plan. */
function mustGo({ eligibility, rules }: BalanceContext): (person: number) => boolean {
  const goes = rulesOf(rules, mustMoveMeaning).some((rule) => isHard(rule));
  const placed = rulesOf(rules, newRecruitsMeaning).some((rule) => isHard(rule));
  return (person) => {
    const standing = eligibility.decisions[person]?.standing ?? "";
    return (goes && MUST.has(standing)) || (placed && standing === "recruit");
  };
}

/** Where each person of the set can end; a fixed total needs one stage a person. */
export interface StageOfMembers {
  /** Heads of each stage in every plan. */
  readonly totals: ReadonlyMap<Stage, number>;
  /** People who can end in more than one stage, or in a stage or none. */
  readonly crossing: readonly number[];
}

/** Returns the totals by stage and the people who keep them from being fixed. */
export function stageTotals(context: BalanceContext, members: Uint8Array): StageOfMembers {
  const { eligibility, moves } = context;
  const goes = mustGo(context);
  const totals = new Map<Stage, number>();
  const crossing: number[] = [];
  members.forEach((yes, person) => {
    if (yes !== 1) return;
    const cells = Array.from(moves.cell.subarray(moves.starts[person], moves.starts[person + 1]));
    if (cells.length === 0 || !goes(person)) cells.push(eligibility.county.cellOf[person] as number);
    const [first, ...others] = new Set(cells.map((cell) => stageOfCell(context, cell)));
    if (others.length > 0) crossing.push(person);
    else if (first !== undefined) totals.set(first, (totals.get(first) ?? 0) + 1);
  });
  return { totals, crossing };
}
