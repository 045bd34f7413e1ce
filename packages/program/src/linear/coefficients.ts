import type { Cut, LinearProgram } from "./program.ts";

const known = new WeakMap<Float64Array, number>();

/**
 * Returns the greatest absolute value of the coefficients of rows and cuts, `NaN` if one is no number.
 *
 * Cost: one pass over the entries a program and a cut; then it is remembered.
 */
export function greatestCoefficient(program: LinearProgram, cuts: readonly Cut[]): number {
  return cuts.reduce((most, { values }) => Math.max(most, remembered(values)), remembered(program.values));
}

function remembered(values: Float64Array): number {
  let greatest = known.get(values);
  if (greatest === undefined) {
    greatest = greatestOf(values);
    known.set(values, greatest);
  }
  return greatest;
}

/** Returns the greatest absolute value, 0 of none, `NaN` if one is no number. */
export function greatestOf(values: Float64Array): number {
  let greatest = 0;
  for (let k = 0; k < values.length; k++) greatest = Math.max(greatest, Math.abs(values[k] as number));
  return greatest;
}
