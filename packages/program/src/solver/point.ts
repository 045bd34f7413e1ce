import { cutActivity, rowActivity } from "../linear/activity.ts";
import { greatestCoefficient, greatestOf } from "../linear/coefficients.ts";
import type { Cut, LinearProgram } from "../linear/program.ts";

/**
 * How far an integer column may be from an integer before its point is refused.
 *
 * @public
 */
export const INTEGRALITY_TOLERANCE = 1e-5;

/**
 * How far bounds and rows with continuous columns may be missed, times the greater of 1 and the bound.
 *
 * @public
 */
export const FEASIBILITY_TOLERANCE = 1e-6;

/** Beyond this doubles do not hold every integer. */
const EXACT_LIMIT = 2 ** 53;

/**
 * What a point is held against. Shapes: `columnLower` and `columnUpper` have one entry a column.
 *
 * @public
 */
export interface PointRules {
  readonly program: LinearProgram;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly cuts: readonly Cut[];
  /** True where integrality was dropped. */
  readonly relaxation: boolean;
}

/**
 * A point that holds, rounded, or what is wrong with it.
 *
 * @public
 */
export type PointVerdict =
  { readonly holds: true; readonly values: Float64Array } | { readonly holds: false; readonly why: string };

/**
 * Rounds the integer columns of a point and checks every bound, row and cut.
 *
 * Rows and cuts whose columns and coefficients are all integers are summed and compared exactly, in integers of any length
 * where doubles would round, all others within {@link FEASIBILITY_TOLERANCE}. Continuous values within the tolerance of a bound are moved onto it.
 *
 * @public
 */
export function checkPoint(rules: PointRules, point: ArrayLike<number>): PointVerdict {
  const { program } = rules;
  if (point.length !== program.columnCount) {
    return fails(`wanted ${program.columnCount} values, got ${point.length}`);
  }
  const { columnLower, columnUpper } = rules;
  const values = new Float64Array(program.columnCount);
  for (let column = 0; column < values.length; column++) {
    const given = point[column] as number;
    // An integer within its bounds, as nearly all are, is right for every kind of column. Adding 0 turns -0 into 0.
    const isPlain =
      Number.isInteger(given) && given >= (columnLower[column] as number) && given <= (columnUpper[column] as number);
    const value = isPlain ? given + 0 : roundedValue(rules, column, given);
    if (value === undefined) return fails(badColumn(rules, column, given));
    values[column] = value;
  }
  const why = brokenRow(rules, values) ?? brokenCut(rules, values);
  return why === undefined ? { holds: true, values } : fails(why);
}

function fails(why: string): PointVerdict {
  return { holds: false, why };
}

/** Returns the value to use, or nothing if it is outside the bounds or no integer. */
function roundedValue(rules: PointRules, column: number, value: number): number | undefined {
  const lower = rules.columnLower[column] as number;
  const upper = rules.columnUpper[column] as number;
  if (!Number.isFinite(value)) return undefined;
  if (!rules.relaxation && rules.program.integer[column] === 1) {
    // Adding 0 turns -0 into 0.
    const rounded = Math.round(value) + 0;
    const isInteger = Math.abs(value - rounded) <= INTEGRALITY_TOLERANCE;
    return isInteger && rounded >= lower && rounded <= upper ? rounded : undefined;
  }
  if (!within(value, lower, upper)) return undefined;
  return Math.min(Math.max(value, lower), upper) + 0;
}

function within(value: number, lower: number, upper: number): boolean {
  return value >= lower - slack(lower) && value <= upper + slack(upper);
}

function slack(bound: number): number {
  return FEASIBILITY_TOLERANCE * Math.max(1, Math.abs(bound));
}

function badColumn(rules: PointRules, column: number, value: number): string {
  const kind = rules.program.integer[column] === 1 && !rules.relaxation ? "an integer" : "a number";
  return `column ${column} must be ${kind} in [${rules.columnLower[column]}, ${rules.columnUpper[column]}], got ${value}`;
}

function brokenRow(rules: PointRules, values: Float64Array): string | undefined {
  const { program } = rules;
  const activity = rowActivity(program, values);
  const precise = doublesHold(rules, values) ? undefined : preciseActivity(program, values);
  for (let row = 0; row < program.rowCount; row++) {
    const lower = program.rowLower[row] as number;
    const upper = program.rowUpper[row] as number;
    const sum = precise?.[row] ?? (activity[row] as number);
    // Whether a tolerance may be used is asked only where it is needed.
    if (sum >= lower && sum <= upper) continue;
    const exact = !rules.relaxation && exactRows(program)[row] === 1;
    if (exact || !within(Number(sum), lower, upper)) return `row ${row} must be in [${lower}, ${upper}], got ${sum}`;
  }
  return undefined;
}

function brokenCut(rules: PointRules, values: Float64Array): string | undefined {
  const isPrecise = doublesHold(rules, values);
  for (const [k, cut] of rules.cuts.entries()) {
    const exact = !rules.relaxation && isExactCut(rules.program, cut);
    const sum = exact && !isPrecise ? preciseCut(cut, values) : cutActivity(cut, values);
    if (sum >= cut.lower && sum <= cut.upper) continue;
    if (exact || !within(Number(sum), cut.lower, cut.upper)) {
      return `cut ${k} must be in [${cut.lower}, ${cut.upper}], got ${sum}`;
    }
  }
  return undefined;
}

/** Returns whether sums of integers at a point stay so small that doubles hold each of them; relaxations need none. */
function doublesHold({ program, cuts, relaxation }: PointRules, values: Float64Array): boolean {
  if (relaxation) return true;
  return greatestCoefficient(program, cuts) * greatestOf(values) * values.length <= EXACT_LIMIT;
}

/** Returns the values of the rows in integers of any length, nothing for rows that are not all integers. */
function preciseActivity(program: LinearProgram, values: Float64Array): (bigint | undefined)[] {
  const { starts, rows, columnCount } = program;
  const precise = Array.from(exactRows(program), (exact): bigint | undefined => (exact === 1 ? 0n : undefined));
  for (let column = 0; column < columnCount; column++) {
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const row = rows[entry] as number;
      const sum = precise[row];
      if (sum !== undefined)
        precise[row] = sum + BigInt(program.values[entry] as number) * BigInt(values[column] as number);
    }
  }
  return precise;
}

function preciseCut(cut: Cut, values: Float64Array): bigint {
  let sum = 0n;
  for (const [k, column] of cut.columns.entries()) {
    sum += BigInt(cut.values[k] as number) * BigInt(values[column] as number);
  }
  return sum;
}

const exactRowsOf = new WeakMap<LinearProgram, Uint8Array>();

/** Returns 1 for every row whose columns are integer and whose coefficients are integers. */
function exactRows(program: LinearProgram): Uint8Array {
  const known = exactRowsOf.get(program);
  if (known !== undefined) return known;
  const exact = new Uint8Array(program.rowCount).fill(1);
  for (let column = 0; column < program.columnCount; column++) {
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      if (program.integer[column] === 1 && Number.isInteger(program.values[entry])) continue;
      exact[program.rows[entry] as number] = 0;
    }
  }
  exactRowsOf.set(program, exact);
  return exact;
}

function isExactCut(program: LinearProgram, cut: Cut): boolean {
  return cut.columns.every((column, k) => program.integer[column] === 1 && Number.isInteger(cut.values[k]));
}
