import type { EngineTask, RestrictedProgram } from "@lungang/program";
import { restrictProgram, writeMps } from "@lungang/program";
import type { AnswerSheet } from "./native-program.ts";

/** A task as text, and the way back from what is said of it. */
export interface WrittenProgram {
  readonly small: RestrictedProgram;
  /** Constant part of the value; not in the text, because readers differ in its sign. */
  readonly offset: number;
  readonly text: string;
}

/** Returns a task as text: fixed columns and empty rows are left out, cuts are rows. */
export function writeProgram({
  program,
  level,
  columnLower,
  columnUpper,
  cuts,
  relaxation,
}: EngineTask): WrittenProgram {
  const integer = relaxation ? new Uint8Array(program.columnCount) : program.integer;
  const alone = { ...program, integer, levels: [level] };
  const bounds = relaxation ? { columnLower, columnUpper } : wholeBounds(integer, columnLower, columnUpper);
  const small = restrictProgram(alone, { ...bounds, cuts });
  const [objective] = small.program.levels;
  if (objective === undefined) throw new RangeError("Cannot write a program without a level");
  const text = writeMps({ ...small.program, levels: [{ ...objective, offset: 0 }] }, 0);
  return { small, offset: objective.offset, text };
}

/** Bounds of integer columns at integers: some readers refuse others. */
function wholeBounds(integer: Uint8Array, lower: Float64Array, upper: Float64Array) {
  return {
    columnLower: lower.map((bound, column) => (integer[column] === 1 ? Math.ceil(bound) : bound)),
    columnUpper: upper.map((bound, column) => (integer[column] === 1 ? Math.floor(bound) : bound)),
  };
}

/** An {@link AnswerSheet} that knows where a program left it empty. */
export class Sheet implements AnswerSheet {
  readonly columnNames: readonly string[];
  readonly rowNames: readonly string[];
  readonly #written: WrittenProgram;
  readonly #values: Float64Array;
  readonly #prices: Float64Array;

  constructor(written: WrittenProgram) {
    const { program } = written.small;
    this.#written = written;
    this.#values = new Float64Array(program.columnCount).fill(NaN);
    this.#prices = new Float64Array(program.rowCount);
    this.columnNames = Array.from(this.#values, (_, column) => `C${column}`);
    this.rowNames = [...written.text.matchAll(/^ [NEGL] (R\d+U?)$/gmu)].map(([, name]) => name as string);
  }

  column(name: string, value: number): void {
    this.#values[indexOf(name, "C", this.#values.length)] = value;
  }

  price(name: string, value: number): void {
    const row = indexOf(name, "R", this.#prices.length);
    this.#prices[row] = (this.#prices[row] as number) + value;
  }

  /** Returns the point of the whole program. @throws {Error} if a column was left out */
  values(): Float64Array {
    const missing = this.#values.findIndex(Number.isNaN);
    if (missing >= 0) throw new Error(`its answer leaves out column C${missing}`);
    return this.#written.small.expand(this.#values);
  }

  /** Returns a price for each of a number of rows of the whole program and its cuts; rows left out have none. */
  prices(count: number): Float64Array {
    const prices = new Float64Array(count);
    this.#written.small.rows.forEach((row, k) => (prices[row] = this.#prices[k] as number));
    return prices;
  }
}

function indexOf(name: string, letter: string, count: number): number {
  const digits = /^[CR](\d+)U?$/u.exec(name)?.[1];
  const index = digits === undefined ? NaN : Number(digits);
  if (name.startsWith(letter) && index < count) return index;
  throw new Error(`its answer speaks of "${name.slice(0, 100)}", which is not in the program`);
}
