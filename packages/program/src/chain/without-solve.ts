import type { Cut, Level, LinearProgram } from "../linear/program.ts";
import { levelValue } from "../linear/program.ts";
import { attainableBound, pricedBound } from "../solver/bounds.ts";
import { checkPoint } from "../solver/point.ts";
import { relativeGap } from "../solver/port.ts";
import type { PricedLevel } from "./face.ts";
import { facePrices, trivialBound } from "./face.ts";
import type { LevelEnd, LevelSetting, LevelStart } from "./level-types.ts";

/**
 * Returns how a level ends if bounds of columns or prices at hand prove its incumbent, and the least value that the
 * bounds of columns alone allow.
 */
export function withoutSolve(
  setting: LevelSetting,
  number: number,
  start: LevelStart,
): { readonly lowest: number; readonly end: LevelEnd | undefined } {
  const { program } = setting;
  const level = program.levels[number] as Level;
  const lowest = trivialBound(level, start.face);
  const value = start.incumbent === undefined ? Infinity : levelValue(level, start.incumbent);
  const known = { start, value };
  return { lowest, end: value <= lowest ? trivialEnd(program, level, known) : provenByPrices(setting, level, known) };
}

/** Returns a point of a like program if it holds in this one too, with cuts. */
export function pointThatHolds(
  program: LinearProgram,
  cuts: readonly Cut[],
  values: Float64Array,
): Float64Array | undefined {
  const { columnLower, columnUpper } = program;
  const verdict = checkPoint({ program, columnLower, columnUpper, cuts, relaxation: false }, values);
  return verdict.holds ? verdict.values : undefined;
}

interface Incumbent {
  readonly start: LevelStart;
  /** Of the incumbent. */
  readonly value: number;
}

/** The level stands at the bound that the columns alone prove; its costs are reduced costs at prices of zero. */
function trivialEnd(program: LinearProgram, level: Level, known: Incumbent): LevelEnd {
  const prices = { rows: new Float64Array(program.rowCount), held: new Map<number, number>() };
  return endWithoutSolve(known, { bound: known.value, reducedCosts: level.cost, prices });
}

/** Any prices prove a bound: where those given close the gap to the incumbent, nothing is solved. */
function provenByPrices(setting: LevelSetting, level: Level, known: Incumbent): LevelEnd | undefined {
  const { incumbent, prices, face } = known.start;
  if (incumbent === undefined || prices === undefined) return undefined;
  const { program } = setting;
  const rules = { program, columnLower: face.lower, columnUpper: face.upper, cuts: face.cuts, relaxation: false };
  const { bound, reducedCosts } = pricedBound(rules, level, facePrices(face, prices));
  const dualBound = Math.min(attainableBound(program, level, bound), known.value);
  const isClosed = dualBound === known.value || relativeGap(known.value, dualBound) <= setting.relativeGap;
  return isClosed ? { ...endWithoutSolve(known, { bound, reducedCosts, prices }), dualBound } : undefined;
}

function endWithoutSolve({ start, value }: Incumbent, priced: PricedLevel): LevelEnd {
  const { incumbent, token } = start;
  return { status: "solved", incumbent, value, dualBound: value, priced, token, reproducible: true };
}
