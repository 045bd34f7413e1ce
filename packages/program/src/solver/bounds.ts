import type { Cut, Level, LinearProgram } from "../linear/program.ts";
import type { PointRules } from "./point.ts";
import { CarefulSum, roundingOf } from "./rounding.ts";

/** Reduced costs below this, times the greatest cost, count as zero where the bound they point to is infinite. */
const REDUCED_COST_TOLERANCE = 1e-7;

/** What a dual bound may exceed an attainable value by through rounding: absolute, and relative to the value. */
const ROUNDING = { absolute: 1e-6, relative: 1e-9 };

/**
 * Returns the least attainable value of a level that is not below a proven bound.
 *
 * Values are `offset + k * step` where all columns with a cost are integer and every cost is a multiple of the step; if
 * the step does not divide the costs, 1 is used; if a cost is not an integer the bound is returned as it is. A value that
 * is attainable is returned as it is, however large.
 *
 * @public
 */
export function attainableBound(program: LinearProgram, level: Level, bound: number): number {
  const step = attainableStep(program, level);
  if (step === 0 || !Number.isFinite(bound)) return bound;
  const tolerance = Math.min(step / 2, Math.max(ROUNDING.absolute, ROUNDING.relative * Math.abs(bound)));
  return level.offset + step * Math.ceil((bound - level.offset - tolerance) / step) + 0;
}

/**
 * Returns by how much two ways to compute a value of a level may differ: a share of it, but never as much as lies between
 * two values, so that large values are told apart as well as small ones.
 */
export function valueRounding(program: LinearProgram, level: Level, value: number): number {
  const step = attainableStep(program, level);
  return Math.min(step === 0 ? Infinity : step / 2, ROUNDING.relative * Math.max(1, Math.abs(value)));
}

const stepOf = new WeakMap<Level, { readonly program: LinearProgram; readonly step: number }>();

/** Returns the distance between two values of a level that is certain, 0 if there is none. */
function attainableStep(program: LinearProgram, level: Level): number {
  const known = stepOf.get(level);
  if (known?.program === program) return known.step;
  // Decimal data have no step, whatever the level says; where costs are integers 1 is always right.
  let step = Number.isInteger(level.step) && level.step > 0 ? level.step : 1;
  for (let column = 0; column < program.columnCount; column++) {
    const cost = level.cost[column] as number;
    if (cost === 0) continue;
    if (program.integer[column] !== 1 || !Number.isInteger(cost)) {
      step = 0;
      break;
    }
    if (cost % step !== 0) step = 1;
  }
  stepOf.set(level, { program, step });
  return step;
}

/**
 * A bound by weak duality.
 *
 * @public
 */
export interface PricedBound {
  /** No point of the relaxation has a smaller value, also with {@link rounding}; `-Infinity` if the prices prove nothing. */
  readonly bound: number;
  /** What the bound is less by, because its sums may have been rounded up by so much; 0 where they are exact. */
  readonly rounding: number;
  /** Shapes: one entry a column; cost minus the priced entries of the column. */
  readonly reducedCosts: Float64Array;
  /** The prices given, 0 where the sign points to a bound that a row does not have. */
  readonly rowPrices: Float64Array;
}

/**
 * Returns the bound that row prices prove, whoever found them, and the reduced costs that go with them.
 *
 * Any prices give a valid bound: each row adds price times the bound it pushes to, each column its reduced cost times
 * the bound it is pushed to. So the engine is not asked for its own claim.
 *
 * Shapes: `prices` has one entry a row, then one a cut.
 *
 * @public
 */
export function pricedBound(rules: PointRules, level: Level, prices: Float64Array): PricedBound {
  const rowPrices = pricesThatCount(rules, prices);
  const reducedCosts = reduceCosts(rules.program, { level, cuts: rules.cuts, rowPrices });
  const { columnLower, columnUpper } = rules;
  const sum = new CarefulSum(level.offset);
  addRows(rules, rowPrices, sum);
  let tolerance = -1;
  let isBounded = true;
  for (let column = 0; column < reducedCosts.length; column++) {
    const reduced = reducedCosts[column] as number;
    if (reduced === 0) continue;
    const at = (reduced > 0 ? columnLower[column] : columnUpper[column]) as number;
    if (Number.isFinite(at)) {
      sum.add(reduced * at);
      continue;
    }
    // Columns without a bound are few: what counts as none is found out when one has a reduced cost.
    if (tolerance < 0) tolerance = REDUCED_COST_TOLERANCE * greatestCost(level);
    if (Math.abs(reduced) > tolerance) isBounded = false;
  }
  const rounding = roundingOf(rules, level, rowPrices);
  return { bound: isBounded ? sum.value() - rounding : -Infinity, rounding, reducedCosts, rowPrices };
}

/** Returns the greatest cost, at least 1. */
function greatestCost({ cost }: Level): number {
  let greatest = 1;
  for (let column = 0; column < cost.length; column++) greatest = Math.max(greatest, Math.abs(cost[column] as number));
  return greatest;
}

/** Returns prices with 0 where the sign points to a bound that a row does not have. */
function pricesThatCount(rules: PointRules, prices: Float64Array): Float64Array {
  return prices.map((price, row) => (price !== 0 && Number.isFinite(pushedTo(rules, row, price)) ? price : 0));
}

/** Returns the bound of a row or cut that a price pushes to. */
function pushedTo({ program, cuts }: PointRules, row: number, price: number): number {
  const cut = row < program.rowCount ? undefined : (cuts[row - program.rowCount] as Cut);
  if (cut !== undefined) return price > 0 ? cut.lower : cut.upper;
  return (price > 0 ? program.rowLower[row] : program.rowUpper[row]) as number;
}

function addRows(rules: PointRules, rowPrices: Float64Array, sum: CarefulSum): void {
  for (let row = 0; row < rowPrices.length; row++) {
    const price = rowPrices[row] as number;
    if (price !== 0) sum.add(price * pushedTo(rules, row, price));
  }
}

function reduceCosts(
  program: LinearProgram,
  priced: { readonly level: Level; readonly cuts: readonly Cut[]; readonly rowPrices: Float64Array },
): Float64Array {
  const { level, cuts, rowPrices } = priced;
  const { starts, rows, values, columnCount } = program;
  const reduced = level.cost.slice();
  for (let column = 0; column < columnCount; column++) {
    const end = starts[column + 1] as number;
    let cost = reduced[column] as number;
    for (let entry = starts[column] as number; entry < end; entry++) {
      cost -= (values[entry] as number) * (rowPrices[rows[entry] as number] as number);
    }
    reduced[column] = cost;
  }
  for (let k = 0; k < cuts.length; k++) {
    const { columns, values: ofCut } = cuts[k] as Cut;
    const price = rowPrices[program.rowCount + k] as number;
    for (let entry = 0; entry < columns.length; entry++) {
      const column = columns[entry] as number;
      reduced[column] = (reduced[column] as number) - (ofCut[entry] as number) * price;
    }
  }
  return reduced;
}

/** Returns whether the bounds of the columns alone keep the value of a level from falling for ever. */
export function isBoundedByColumns(rules: PointRules, level: Level): boolean {
  return level.cost.every((cost, column) => {
    if (cost === 0) return true;
    return Number.isFinite(cost > 0 ? rules.columnLower[column] : rules.columnUpper[column]);
  });
}
