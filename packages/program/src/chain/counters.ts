import type { Level, LinearProgram } from "../linear/program.ts";
import { ROW_NODE } from "../linear/program.ts";
import { restrictProgram } from "../linear/restrict.ts";
import { attainableBound } from "../solver/bounds.ts";
import { hasIncumbent } from "../solver/port.ts";
import type { Face } from "./face.ts";
import type { LevelSetting } from "./level-types.ts";

/** Programs with more counters are left as they are: two relaxations each would cost more than they gain. */
const MOST_COUNTERS = 12;

/** On larger faces one relaxation takes longer than a level. */
const MOST_COLUMNS = 400_000;

/** Makes counts large beside what solvers round: a bound has to tell one count from the next. */
const SCALE = 1024;

/** Counts this near are the same. */
const SAME = 1e-6;

/**
 * Narrows the columns that count others (T = Σ x, with which shares are written) to the values that a face still has.
 *
 * A share binds two counts, and a relaxation makes one of them fractional: nearly all of the distance between a level's
 * relaxation and its integers comes from there. The least and the greatest value over the face, rounded to integers,
 * mostly leave one value, and then later levels have hardly any such distance. The bounds are those of relaxations,
 * proven by their prices; `point`, a point of the face, stays in it.
 *
 * Returns the face given where nothing is narrowed.
 */
export async function narrowCounters(setting: LevelSetting, face: Face, point: Float64Array): Promise<Face> {
  if (!setting.solver.capabilities.relaxation) return face;
  const { lower: columnLower, upper: columnUpper, cuts } = face;
  const small = restrictProgram(setting.program, { columnLower, columnUpper, cuts, levels: [] });
  if (small.program.columnCount > MOST_COLUMNS) return face;
  const counters = countersOf(small.program, (column) => entriesOf(setting.program, small.columns[column] as number));
  if (counters.length === 0 || counters.length > MOST_COUNTERS) return face;
  const from = small.shrink(point);
  const found = await ranges(setting, small.program, { counters, from });
  const lower = face.lower.slice();
  const upper = face.upper.slice();
  for (const counter of counters) {
    const column = small.columns[counter] as number;
    // A point in hand says more than any rounding.
    lower[column] = Math.min(found.columnLower[counter] as number, point[column] as number);
    upper[column] = Math.max(found.columnUpper[counter] as number, point[column] as number);
  }
  return { ...face, lower, upper };
}

/** Returns in how many rows of a program a column stands. */
function entriesOf({ starts }: LinearProgram, column: number): number {
  return (starts[column + 1] as number) - (starts[column] as number);
}

/**
 * Returns the integer columns outside the network that an equation ties to others and some other row asks about. One that
 * only its own equation knows counts for nobody: a deviation from a fair number, of which a county has hundreds.
 *
 * @param entries - in how many rows of the whole program a column stands
 */
function countersOf(program: LinearProgram, entries: (column: number) => number): readonly number[] {
  const { columnLower, columnUpper } = program;
  const found: number[] = [];
  for (let column = 0; column < program.columnCount; column++) {
    const width = (columnUpper[column] as number) - (columnLower[column] as number);
    if (width > 1 && entries(column) > 1 && counts(program, column)) found.push(column);
  }
  return found;
}

function counts(
  { starts, rows, values, integer, rowKinds, rowLower, rowUpper }: LinearProgram,
  column: number,
): boolean {
  let isTied = false;
  for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
    const row = rows[entry] as number;
    if (rowKinds[row] === ROW_NODE) return false;
    if (rowLower[row] === rowUpper[row] && Math.abs(values[entry] as number) === 1) isTied = true;
  }
  return isTied && integer[column] === 1;
}

/** Minimises and maximises counters over the relaxation, each with what the ones before have narrowed. */
async function ranges(
  { solver, effort, seed, signal, report }: LevelSetting,
  program: LinearProgram,
  { counters, from }: { readonly counters: readonly number[]; readonly from: Float64Array },
): Promise<{ columnLower: Float64Array; columnUpper: Float64Array }> {
  const columnLower = program.columnLower.slice();
  const columnUpper = program.columnUpper.slice();
  const levels = counters.flatMap((counter) => [counting(program, counter, 1), counting(program, counter, -1)]);
  const probed: LinearProgram = { ...program, levels };
  const seen: Float64Array[] = [];
  const done: number[] = [];
  for (const [number, level] of levels.entries()) {
    const counter = counters[Math.floor(number / 2)] as number;
    const isLeast = number % 2 === 0;
    if (done.some((other) => other !== counter && goesWith(seen, counter, other))) continue;
    report("relaxation");
    const result = await solver.solve(probed, {
      level: number,
      relaxation: true,
      columnLower: columnLower.slice(),
      columnUpper: columnUpper.slice(),
      limits: effort.time(),
      seed,
      start: { values: from },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!hasIncumbent(result) || result.termination.reason !== "optimal") break;
    seen.push(result.values);
    if (!isLeast) done.push(counter);
    const bound = attainableBound(probed, level, result.dualBound) / SCALE;
    if (isLeast) columnLower[counter] = Math.max(columnLower[counter] as number, bound);
    else columnUpper[counter] = Math.min(columnUpper[counter] as number, -bound + 0);
  }
  return { columnLower, columnUpper };
}

/** Returns whether two counters stood a whole number apart in every point seen: narrowing one then does for both. */
function goesWith(seen: readonly Float64Array[], counter: number, other: number): boolean {
  const apart = seen.map((values) => (values[counter] as number) - (values[other] as number));
  const [first = Number.NaN] = apart;
  const isWhole = Math.abs(first - Math.round(first)) < SAME;
  return isWhole && apart.every((distance) => Math.abs(distance - first) < SAME);
}

function counting(program: LinearProgram, counter: number, sign: 1 | -1): Level {
  const cost = new Float64Array(program.columnCount);
  cost[counter] = sign * SCALE;
  return { name: "counter", unit: "heads", step: SCALE, tolerance: 0, offset: 0, cost };
}
