import { greatestCoefficient } from "../linear/coefficients.ts";
import type { Level, LinearProgram } from "../linear/program.ts";
import type { SolveRequest } from "./engine.ts";

/** Greatest cost of a level (guarantee of `LinearProgram`): products with counts stay integers that doubles hold. */
const GREATEST_COST = 2 ** 31;

/** Greatest finite bound of a row, a cut or a column, and offset of a level: beyond it doubles do not hold every integer. */
const GREATEST_BOUND = 2 ** 53;

/**
 * Returns the first number of a request that a solver cannot be trusted with, and where it stands: what is no number,
 * infinite where only a finite one has a meaning, or too large.
 *
 * Cost: one pass over the entries and row bounds a program, over the costs a level, over the columns a request.
 *
 * @param mostCoefficient - greatest coefficient of a row or a cut
 */
export function unusableNumber(request: SolveRequest, mostCoefficient: number): string | undefined {
  const { program, level, columnLower, columnUpper, cuts } = request;
  return (
    inCoefficients(request, mostCoefficient) ??
    once(program.rowLower, () => inBounds("row", program.rowLower, program.rowUpper)) ??
    once(level.cost, () => inCosts(level)) ??
    inNumber(`the offset of level ${level.name}`, level.offset, GREATEST_BOUND) ??
    inBounds("column", columnLower, columnUpper) ??
    inBounds(
      "cut",
      Float64Array.from(cuts, (cut) => cut.lower),
      Float64Array.from(cuts, (cut) => cut.upper),
    )
  );
}

const looked = new WeakMap<Float64Array, { readonly found: string | undefined }>();

/** Looks at numbers that belong to a program once and not with every solve. */
function once(numbers: Float64Array, look: () => string | undefined): string | undefined {
  const known = looked.get(numbers) ?? { found: look() };
  looked.set(numbers, known);
  return known.found;
}

function inCoefficients({ program, cuts }: SolveRequest, most: number): string | undefined {
  if (greatestCoefficient(program, cuts) <= most) return undefined;
  return (
    inEntries(program, most) ??
    cuts.map(({ columns, values }, cut) => first(values, columns, { of: `cut ${cut}`, most })).find(Boolean)
  );
}

function inEntries({ starts, rows, values }: LinearProgram, most: number): string | undefined {
  const entry = values.findIndex((value) => !isUsable(value, most));
  if (entry < 0) return undefined;
  const column = starts.findLastIndex((start) => start <= entry);
  return inNumber(`the coefficient of column ${column} in row ${rows[entry]}`, values[entry] as number, most);
}

function first(
  values: Float64Array,
  columns: Int32Array,
  { of, most }: { readonly of: string; readonly most: number },
): string | undefined {
  const entry = values.findIndex((value) => !isUsable(value, most));
  if (entry < 0) return undefined;
  return inNumber(`the coefficient of column ${columns[entry]} in ${of}`, values[entry] as number, most);
}

function inCosts({ name, cost }: Level): string | undefined {
  const column = cost.findIndex((value) => !isUsable(value, GREATEST_COST));
  if (column < 0) return undefined;
  return inNumber(`the cost of column ${column} in level ${name}`, cost[column] as number, GREATEST_COST);
}

/** A lower bound may be minus infinite and an upper one infinite: then there is none. */
function inBounds(what: "row" | "column" | "cut", lower: Float64Array, upper: Float64Array): string | undefined {
  for (let place = 0; place < lower.length; place++) {
    const low = lower[place] as number;
    const high = upper[place] as number;
    if (!isUsable(low, GREATEST_BOUND) && low !== -Infinity) {
      return inNumber(`the lower bound of ${what} ${place}`, low, GREATEST_BOUND);
    }
    if (!isUsable(high, GREATEST_BOUND) && high !== Infinity) {
      return inNumber(`the upper bound of ${what} ${place}`, high, GREATEST_BOUND);
    }
  }
  return undefined;
}

function isUsable(value: number, most: number): boolean {
  return value <= most && value >= -most;
}

function inNumber(what: string, value: number, most: number): string | undefined {
  if (isUsable(value, most)) return undefined;
  return `${what} must be a number of at most ${most} in absolute value, got ${value}`;
}
