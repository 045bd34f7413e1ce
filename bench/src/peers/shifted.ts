import type { EngineTask } from "@lungang/program";

/** A row of a {@link ShiftedModel}. */
export interface ShiftedRow {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
}

/** A variable of a {@link ShiftedModel}: an integer or a number from 0 to `upper`. */
export interface ShiftedVariable {
  readonly column: number;
  readonly cost: number;
  readonly integer: boolean;
  /** `Infinity` where there is no bound or the rows imply it. */
  readonly upper: number;
  readonly terms: readonly (readonly [row: string, value: number])[];
}

/** A task whose columns all start at 0; fixed columns are left out. Plain data, to be sent to a worker. */
export interface ShiftedModel {
  readonly rows: readonly ShiftedRow[];
  readonly variables: readonly ShiftedVariable[];
  /** Whether a row that is left without variables does not hold; rows without variables are left out. */
  readonly isBroken: boolean;
  readonly gap: number;
  /** Seconds left. */
  readonly timeSeconds: number;
}

/** What a peer says of a {@link ShiftedModel}. */
export interface ShiftedReply {
  readonly status: "optimal" | "infeasible" | "unbounded" | "stopped";
  readonly rawStatus: string;
  /** Shapes: one entry a variable. */
  readonly values?: Float64Array;
  /** Whether a limit in seconds was the reason of the stop. */
  readonly timedOut?: boolean;
}

/** Rounding allowed in a row whose columns are all fixed. */
const TOLERANCE = 1e-9;

/**
 * Returns a task in the form that suits the peers in JavaScript best: their tables are dense, so an upper bound that a
 * row implies is no row of theirs.
 *
 * @throws {RangeError} if a column has no lower bound or the task has cuts: neither occurs in what is compared
 */
export function shift(task: EngineTask): ShiftedModel {
  const { program, columnLower, columnUpper, limits } = task;
  if (task.cuts.length > 0) throw new RangeError("Cannot pose a program with cuts to this peer");
  if (columnLower.includes(-Infinity)) throw new RangeError("Cannot pose a column without a lower bound to this peer");
  const rowLower = program.rowLower.slice();
  const rowUpper = program.rowUpper.slice();
  for (const { column, row, value } of entries(task)) {
    const part = value * (columnLower[column] as number);
    rowLower[row] = (rowLower[row] as number) - part;
    rowUpper[row] = (rowUpper[row] as number) - part;
  }
  const implied = impliedUpper(task, rowUpper);
  const variables: { column: number; terms: [string, number][] }[] = [];
  const variableOf = new Int32Array(program.columnCount).fill(-1);
  for (let column = 0; column < program.columnCount; column++) {
    if (columnLower[column] === columnUpper[column]) continue;
    variableOf[column] = variables.push({ column, terms: [] }) - 1;
  }
  for (const { column, row, value } of entries(task))
    variables[variableOf[column] as number]?.terms.push([`r${row}`, value]);
  const used = new Set(variables.flatMap(({ terms }) => terms.map(([row]) => row)));
  const rows = Array.from(rowLower, (lower, row) => ({ name: `r${row}`, lower, upper: rowUpper[row] as number }));
  return {
    rows: rows.filter(({ name }) => used.has(name)),
    isBroken: rows.some(({ name, lower, upper }) => !used.has(name) && (lower > TOLERANCE || upper < -TOLERANCE)),
    variables: variables.map(({ column, terms }) => {
      const width = (columnUpper[column] as number) - (columnLower[column] as number);
      return {
        column,
        cost: task.level.cost[column] as number,
        integer: program.integer[column] === 1,
        upper: (implied[column] as number) <= width ? Infinity : width,
        terms,
      };
    }),
    gap: limits.relativeGap,
    timeSeconds: limits.timeSeconds,
  };
}

/** Returns the point of the program that the values of the variables stand for. */
export function unshift(task: EngineTask, model: ShiftedModel, values: Float64Array): Float64Array {
  const point = task.columnLower.slice();
  model.variables.forEach(({ column }, k) => (point[column] = (point[column] as number) + (values[k] as number)));
  return point;
}

function* entries({ program }: EngineTask): Generator<{ column: number; row: number; value: number }> {
  for (let column = 0; column < program.columnCount; column++) {
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      yield { column, row: program.rows[entry] as number, value: program.values[entry] as number };
    }
  }
}

/** Returns the bound that a row without negative coefficients puts on a column above its lower bound. */
function impliedUpper(task: EngineTask, rowUpper: Float64Array): Float64Array {
  const positive = new Uint8Array(rowUpper.length).fill(1);
  for (const { row, value } of entries(task)) if (value < 0) positive[row] = 0;
  const implied = new Float64Array(task.program.columnCount).fill(Infinity);
  for (const { column, row, value } of entries(task)) {
    if (positive[row] !== 1) continue;
    implied[column] = Math.min(implied[column] as number, (rowUpper[row] as number) / value);
  }
  return implied;
}
