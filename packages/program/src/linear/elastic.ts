import { NO_NODE, ProgramBuilder } from "./builder.ts";
import type { LabelGroup, LinearProgram } from "./program.ts";
import { ROW_NODE, ROW_SIDE, labelOf } from "./program.ts";
import { MOST_SLACK } from "./slack-bounds.ts";

/** Name of the only level of an elastic program. */
export const VIOLATION = "violation";

/**
 * A program in which chosen rows and bounds may be broken at a price a unit.
 *
 * @public
 */
export interface ElasticProgram {
  readonly program: LinearProgram;
  /** What each slack column stands for: the label of the row or bound that it breaks. Ordered by column. */
  readonly slacks: readonly { readonly column: number; readonly group: LabelGroup; readonly subject: number }[];
}

/** What is to be known of rows, by number. */
export interface ElasticRows {
  /** What one unit of violation is worth in a row. @defaultValue 1 */
  readonly units?: ReadonlyMap<number, number>;
  /**
   * Side rows that bind nothing, because they have slack of their own; columns that are in no other row keep the bound
   * nearest to 0. A slack that ranges far and costs nothing is more than arithmetic in floating point can be trusted with.
   *
   * @defaultValue none
   */
  readonly free?: ReadonlySet<number>;
}

/**
 * Returns the elastic form of a program: side rows and column bounds whose rule may give get slack columns, and the one
 * level counts what is broken. Node rows always hold.
 *
 * @param priceOf - points that a unit of violation of a label group costs, a positive integer; 0 where it has to hold
 * @public
 */
export function elasticProgram(
  program: LinearProgram,
  priceOf: (group: LabelGroup) => number,
  rows: ElasticRows = {},
): ElasticProgram {
  return new Elastic(program, priceOf, rows).build();
}

class Elastic {
  readonly #program: LinearProgram;
  readonly #priceOf: (group: LabelGroup) => number;
  readonly #units: ReadonlyMap<number, number>;
  readonly #free: ReadonlySet<number>;
  readonly #builder = new ProgramBuilder();
  readonly #slacks: { column: number; group: LabelGroup; subject: number }[] = [];
  readonly #level: number;

  constructor(program: LinearProgram, priceOf: (group: LabelGroup) => number, { units, free }: ElasticRows) {
    this.#program = program;
    this.#priceOf = priceOf;
    this.#units = units ?? new Map();
    this.#free = free ?? new Set();
    this.#level = this.#builder.addLevel({ name: VIOLATION, unit: "units" });
  }

  build(): ElasticProgram {
    const { rowCount, columnCount } = this.#program;
    for (let row = 0; row < rowCount; row++) this.#copyRow(row);
    for (let column = 0; column < columnCount; column++) this.#copyColumn(column);
    for (let row = 0; row < rowCount; row++) this.#loosenRow(row);
    for (let column = 0; column < columnCount; column++) this.#loosenColumn(column);
    return { program: this.#builder.build(), slacks: this.#slacks };
  }

  /** The network stays one: what may give has columns in side rows, or runs along what it loosens. */
  #copyRow(row: number): void {
    const group = this.#builder.group(labelOf(this.#program.rowLabels, row));
    if (this.#isNode(row)) {
      const label = { group, subject: this.#program.rowLabels.subjectOf[row] as number };
      this.#builder.addNode(this.#program.rowLower[row] as number, label);
      return;
    }
    const bounds = this.#free.has(row)
      ? { lower: -Infinity, upper: Infinity }
      : { lower: this.#program.rowLower[row] as number, upper: this.#program.rowUpper[row] as number };
    this.#builder.addSideRow(bounds, { group, subject: this.#program.rowLabels.subjectOf[row] as number });
  }

  #copyColumn(column: number): void {
    const { columnLower, columnUpper, integer, columnLabels } = this.#program;
    const label = labelOf(columnLabels, column);
    const lower = columnLower[column] as number;
    const spec = {
      lower: lower > 0 && this.#priceOf(label) > 0 ? 0 : lower,
      upper: this.#isIdle(column) ? Math.max(0, lower) : (columnUpper[column] as number),
      integer: integer[column] === 1,
    };
    this.#builder.addArc(this.#endsOf(column), spec, {
      group: this.#builder.group(label),
      subject: columnLabels.subjectOf[column] as number,
    });
    this.#copyEntries(column, column);
  }

  /** Returns the nodes that a column leaves and enters. */
  #endsOf(column: number): { readonly from: number; readonly to: number } {
    const { starts, rows, values } = this.#program;
    const ends = { from: NO_NODE, to: NO_NODE };
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const row = rows[entry] as number;
      if (this.#isNode(row)) ends[(values[entry] as number) < 0 ? "from" : "to"] = row;
    }
    return ends;
  }

  #isNode(row: number): boolean {
    return this.#program.rowKinds[row] === ROW_NODE && !this.#free.has(row);
  }

  /** Whether nothing that binds has a column. */
  #isIdle(column: number): boolean {
    const { starts, rows, columnUpper } = this.#program;
    const own = rows.subarray(starts[column], starts[column + 1]);
    return own.length > 0 && (columnUpper[column] as number) > 0 && own.every((row) => this.#free.has(row));
  }

  #copyEntries(from: number, to: number): void {
    const { starts, rows, values } = this.#program;
    for (let entry = starts[from] as number; entry < (starts[from + 1] as number); entry++) {
      const row = rows[entry] as number;
      if (!this.#isNode(row)) this.#builder.addEntry(row, to, values[entry] as number);
    }
  }

  #loosenRow(row: number): void {
    const { rowKinds, rowLower, rowUpper, rowLabels } = this.#program;
    const group = labelOf(rowLabels, row);
    if (rowKinds[row] !== ROW_SIDE || this.#priceOf(group) === 0 || this.#free.has(row)) return;
    const subject = rowLabels.subjectOf[row] as number;
    const unit = this.#units.get(row) ?? 1;
    if (Number.isFinite(rowLower[row])) this.#builder.addEntry(row, this.#slack(group, subject), unit);
    if (Number.isFinite(rowUpper[row])) this.#builder.addEntry(row, this.#slack(group, subject), -unit);
  }

  #loosenColumn(column: number): void {
    const { columnLower, columnLabels } = this.#program;
    const group = labelOf(columnLabels, column);
    if (this.#priceOf(group) === 0) return;
    const subject = columnLabels.subjectOf[column] as number;
    const lower = columnLower[column] as number;
    if (lower > 0) {
      const label = { group: this.#builder.group(group), subject };
      const row = this.#builder.addSideRow({ lower, upper: Infinity }, label);
      this.#builder.addEntry(row, column, 1);
      this.#builder.addEntry(row, this.#slack(group, subject), 1);
      return;
    }
    this.#copyEntries(column, this.#slack(group, subject, this.#endsOf(column)));
  }

  #slack(group: LabelGroup, subject: number, ends = { from: NO_NODE, to: NO_NODE }): number {
    const label = { group: this.#builder.group(group), subject };
    const column = this.#builder.addArc(ends, { lower: 0, upper: MOST_SLACK }, label);
    this.#builder.addCost(this.#level, column, this.#priceOf(group));
    this.#slacks.push({ column, group, subject });
    return column;
  }
}
