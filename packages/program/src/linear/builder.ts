import type { LabelGroup, LabelTable, Level, LinearProgram } from "./program.ts";
import { ROW_NODE, ROW_SIDE } from "./program.ts";
import { GrowingFloat64, GrowingInt32 } from "./growing.ts";
import { MOST_SLACK, boundSlacks } from "./slack-bounds.ts";
import { stableOrder } from "./stable-order.ts";

/**
 * Description of a level before its costs are known; see {@link Level}.
 *
 * @public
 */
export interface LevelSpec {
  readonly name: string;
  readonly unit: string;
  /** @defaultValue the greatest common divisor of the costs */
  readonly step?: number;
  readonly tolerance?: number;
  /** @defaultValue false */
  readonly usuallyTrivial?: boolean;
}

/**
 * Bounds and domain of a new column.
 *
 * @public
 */
export interface ColumnSpec {
  readonly lower: number;
  readonly upper: number;
  /** @defaultValue true */
  readonly integer?: boolean;
}

/**
 * Bounds of a new side row.
 *
 * @public
 */
export interface RowSpec {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Identifies what a row or column stands for: a group from {@link ProgramBuilder.group} and a subject index.
 *
 * @public
 */
export interface LabelRef {
  readonly group: number;
  readonly subject: number;
}

/**
 * Marks the missing end of an arc: a column that enters or leaves the network.
 *
 * @public
 */
export const NO_NODE = -1;

interface LevelDraft {
  readonly spec: LevelSpec;
  readonly columns: GrowingInt32;
  readonly costs: GrowingFloat64;
  offset: number;
}

/**
 * Collects rows, columns and costs in flat arrays and builds a {@link LinearProgram}.
 *
 * Node rows and arcs come first-class: {@link addArc} writes -1 at the origin and +1 at the destination, so no caller
 * can break the network.
 *
 * @public
 */
export class ProgramBuilder {
  readonly #groups: LabelGroup[] = [];
  readonly #groupNumbers = new Map<string, number>();
  readonly #rowLower = new GrowingFloat64();
  readonly #rowUpper = new GrowingFloat64();
  readonly #rowKind = new GrowingInt32();
  readonly #rowGroup = new GrowingInt32();
  readonly #rowSubject = new GrowingInt32();
  readonly #columnLower = new GrowingFloat64();
  readonly #columnUpper = new GrowingFloat64();
  readonly #integer = new GrowingInt32();
  readonly #columnGroup = new GrowingInt32();
  readonly #columnSubject = new GrowingInt32();
  /** Ends of arcs in the network, {@link NO_NODE} for other columns. */
  readonly #from = new GrowingInt32();
  readonly #to = new GrowingInt32();
  readonly #entryRow = new GrowingInt32();
  readonly #entryColumn = new GrowingInt32();
  readonly #entryValue = new GrowingFloat64();
  readonly #levels: LevelDraft[] = [];
  /** Slack columns by the rows that they belong to. */
  readonly #slacks = new Map<number, number[]>();

  get rowCount(): number {
    return this.#rowLower.length;
  }

  get columnCount(): number {
    return this.#columnLower.length;
  }

  /** Returns the number of a label group; equal groups share one. */
  group(group: LabelGroup): number {
    const key = JSON.stringify([group.rule, group.source, group.subjectKind]);
    const known = this.#groupNumbers.get(key);
    if (known !== undefined) return known;
    this.#groups.push(group);
    this.#groupNumbers.set(key, this.#groups.length - 1);
    return this.#groups.length - 1;
  }

  /** Adds a level and returns its number; levels are minimised in the order in which they were added. */
  addLevel(spec: LevelSpec): number {
    this.#levels.push({ spec, columns: new GrowingInt32(), costs: new GrowingFloat64(), offset: 0 });
    return this.#levels.length - 1;
  }

  /** Adds a node row `inflow - outflow = supply` and returns its number. */
  addNode(netInflow: number, label: LabelRef): number {
    return this.#addRow({ lower: netInflow, upper: netInflow }, ROW_NODE, label);
  }

  /** Adds a row that lies across the network and returns its number. */
  addSideRow(bounds: RowSpec, label: LabelRef): number {
    return this.#addRow(bounds, ROW_SIDE, label);
  }

  /** Adds to the required net inflow of a node row. */
  shiftNode(row: number, by: number): void {
    this.#rowLower.add(row, by);
    this.#rowUpper.add(row, by);
  }

  /** Returns the sum of the net inflows that node rows ask for; a closed circulation needs 0. */
  totalNetInflow(): number {
    let sum = 0;
    for (let row = 0; row < this.rowCount; row++)
      if (this.#rowKind.get(row) === ROW_NODE) sum += this.#rowLower.get(row);
    return sum;
  }

  /** Adds an arc between two node rows; {@link NO_NODE} leaves an end open. */
  addArc(ends: { readonly from: number; readonly to: number }, spec: ColumnSpec, label: LabelRef): number {
    const column = this.addColumn(spec, label);
    return this.#connect(column, ends);
  }

  /** Adds an arc with the ends of another one, without its costs, and the same upper bound from 0. */
  addParallelArc(column: number, label: LabelRef): number {
    const added = this.addColumn({ lower: 0, upper: this.#columnUpper.get(column) }, label);
    return this.#connect(added, { from: this.#from.get(column), to: this.#to.get(column) });
  }

  /** Gives a column to another rule: the one whose bound it now carries. */
  relabel(column: number, label: LabelRef): void {
    this.#columnGroup.set(column, label.group);
    this.#columnSubject.set(column, label.subject);
  }

  /** Adds a column without entries in node rows. */
  addColumn(spec: ColumnSpec, label: LabelRef): number {
    this.#columnLower.push(spec.lower);
    this.#columnUpper.push(spec.upper);
    this.#integer.push(spec.integer === false ? 0 : 1);
    this.#columnGroup.push(label.group);
    this.#columnSubject.push(label.subject);
    this.#from.push(NO_NODE);
    this.#to.push(NO_NODE);
    return this.#columnLower.length - 1;
  }

  /**
   * Adds a column by which a side row may miss its bounds, and returns it: integer, from 0 to what the row can miss within
   * the bounds of all other columns, which is known once they are.
   *
   * @param value - what one unit of the column is worth in the row; positive where it stands in for what the row lacks
   */
  addSlack(row: number, value: number, label: LabelRef): number {
    const column = this.addColumn({ lower: 0, upper: MOST_SLACK }, label);
    this.addEntry(row, column, value);
    this.#slacks.set(row, [...(this.#slacks.get(row) ?? []), column]);
    return column;
  }

  /** Narrows the bounds of a column to the intersection with `[lower, upper]`. */
  tighten(column: number, lower: number, upper: number): void {
    this.#columnLower.set(column, Math.max(this.#columnLower.get(column), lower));
    this.#columnUpper.set(column, Math.min(this.#columnUpper.get(column), upper));
  }

  /** Adds an entry of a side row; entries of the same row and column are summed. */
  addEntry(row: number, column: number, value: number): void {
    if (this.#rowKind.get(row) !== ROW_SIDE) throw new RangeError(`Cannot add an entry: row ${row} is a node row`);
    this.#entry(row, column, value);
  }

  /** Adds an integer cost of a column in a level; several costs of one column are summed. */
  addCost(level: number, column: number, cost: number): void {
    const draft = this.#level(level);
    draft.columns.push(column);
    draft.costs.push(cost);
  }

  /** Adds a constant to the value of a level. */
  addOffset(level: number, by: number): void {
    this.#level(level).offset += by;
  }

  build(): LinearProgram {
    const columnCount = this.columnCount;
    const matrix = this.#matrix();
    const [rowLower, rowUpper] = [this.#rowLower.toArray(), this.#rowUpper.toArray()];
    const [columnLower, columnUpper] = [this.#columnLower.toArray(), this.#columnUpper.toArray()];
    boundSlacks({ ...matrix, rowLower, rowUpper, columnLower, columnUpper }, this.#slacks);
    return {
      columnCount,
      rowCount: this.rowCount,
      columnLower,
      columnUpper,
      integer: new Uint8Array(this.#integer.toArray()),
      rowLower,
      rowUpper,
      rowKinds: new Uint8Array(this.#rowKind.toArray()),
      ...matrix,
      levels: this.#levels.map((draft) => buildLevel(draft, columnCount)),
      rowLabels: labelTable(this.#groups, this.#rowGroup, this.#rowSubject),
      columnLabels: labelTable(this.#groups, this.#columnGroup, this.#columnSubject),
    };
  }

  #level(level: number): LevelDraft {
    const draft = this.#levels[level];
    if (draft === undefined) throw new RangeError(`Cannot add a cost: no level ${level}`);
    return draft;
  }

  #connect(column: number, ends: { readonly from: number; readonly to: number }): number {
    if (ends.from !== NO_NODE) this.#entry(ends.from, column, -1);
    if (ends.to !== NO_NODE) this.#entry(ends.to, column, 1);
    this.#from.set(column, ends.from);
    this.#to.set(column, ends.to);
    return column;
  }

  #addRow(bounds: RowSpec, kind: number, label: LabelRef): number {
    this.#rowLower.push(bounds.lower);
    this.#rowUpper.push(bounds.upper);
    this.#rowKind.push(kind);
    this.#rowGroup.push(label.group);
    this.#rowSubject.push(label.subject);
    return this.#rowLower.length - 1;
  }

  #entry(row: number, column: number, value: number): void {
    this.#entryRow.push(row);
    this.#entryColumn.push(column);
    this.#entryValue.push(value);
  }

  /** Sorts the entries by column and row with two counting passes, sums duplicates and drops zeros. */
  #matrix(): Pick<LinearProgram, "starts" | "rows" | "values"> {
    const entryRows = this.#entryRow.toArray();
    const entryColumns = this.#entryColumn.toArray();
    const order = stableOrder(entryColumns, this.columnCount, stableOrder(entryRows, this.rowCount));
    const starts = new Int32Array(this.columnCount + 1);
    const rows = new Int32Array(order.length);
    const values = new Float64Array(order.length);
    let used = 0;
    let position = 0;
    for (let column = 0; column < this.columnCount; column++) {
      const first = used;
      starts[column] = first;
      for (; position < order.length; position++) {
        const entry = order[position] as number;
        if (entryColumns[entry] !== column) break;
        const row = entryRows[entry] as number;
        const repeated = used > first && rows[used - 1] === row;
        if (!repeated) rows[used++] = row;
        values[used - 1] = (repeated ? (values[used - 1] as number) : 0) + this.#entryValue.get(entry);
      }
      used = dropZeros(rows, values, { first, end: used });
    }
    starts[this.columnCount] = used;
    return { starts, rows: rows.slice(0, used), values: values.slice(0, used) };
  }
}

/** Closes the gaps that cancelled entries leave in `first .. end - 1` and returns the new end. */
function dropZeros(
  rows: Int32Array,
  values: Float64Array,
  range: { readonly first: number; readonly end: number },
): number {
  let kept = range.first;
  for (let k = range.first; k < range.end; k++) {
    if (values[k] === 0) continue;
    rows[kept] = rows[k] as number;
    values[kept++] = values[k] as number;
  }
  return kept;
}

function buildLevel(draft: LevelDraft, columnCount: number): Level {
  const cost = new Float64Array(columnCount);
  for (let k = 0; k < draft.columns.length; k++) {
    const column = draft.columns.get(k);
    cost[column] = (cost[column] as number) + draft.costs.get(k);
  }
  const { spec } = draft;
  return {
    name: spec.name,
    unit: spec.unit,
    step: spec.step ?? commonStep(cost),
    tolerance: spec.tolerance ?? 0,
    usuallyTrivial: spec.usuallyTrivial ?? false,
    offset: draft.offset,
    cost,
  };
}

/** Returns the greatest common divisor of the costs: values of the level differ by multiples of it. 1 without costs or with fractions. */
function commonStep(costs: Float64Array): number {
  let step = 0;
  for (const cost of costs) {
    if (!Number.isInteger(cost)) return 1;
    for (let a = Math.abs(cost), b = step; a !== 0 && step !== 1;) {
      [a, b] = [b % a, a];
      if (a === 0) step = b;
    }
  }
  return step === 0 ? 1 : step;
}

function labelTable(groups: readonly LabelGroup[], groupOf: GrowingInt32, subjectOf: GrowingInt32): LabelTable {
  return { groups, groupOf: new Uint16Array(groupOf.toArray()), subjectOf: subjectOf.toArray() };
}
