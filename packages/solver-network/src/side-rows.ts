import type { Level, LinearProgram } from "@lungang/program";
import type { ProgramGraph } from "./flow-graph.ts";
import { picked } from "./flow-graph.ts";
import { entriesOf, sideRowsOf } from "./side-entries.ts";

/** A coefficient of an arc or of a side column. */
export interface Term {
  readonly at: number;
  readonly value: number;
}

/**
 * A row that gets a price: `lower <= Σ arcs + Σ side columns <= upper`.
 *
 * It is a side row of the program, or says that a column which counts arcs keeps its bounds.
 */
export interface SideRow {
  /** Row of the program, or -1. */
  readonly row: number;
  /** The column that counts, or -1. */
  readonly counter: number;
  readonly lower: number;
  readonly upper: number;
  /** Shapes: one entry a term. */
  readonly arcs: Int32Array;
  readonly arcValues: Float64Array;
  /** Terms of side columns; `at` is a place in {@link SidePart.columns}. */
  readonly terms: readonly Term[];
  /** No values of its columns can break it; such a row is there for a counter whose bounds may become narrower. */
  readonly neverBreaks: boolean;
}

/** Programs with more counters are not split on them, and rows of counters that never break are left out. */
const MOST_COUNTERS = 12;

/** A column outside the network that counts no arcs: slacks and the like. */
export interface SideColumn {
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
  readonly isInteger: boolean;
  /** Rows in which it occurs; `at` is a place in {@link SidePart.rows}. */
  readonly terms: Term[];
}

/** A column that one equation ties to arcs alone: `constant + Σ values x arcs`. */
export interface Counter {
  readonly column: number;
  /** The row of the program that ties it, and its coefficient there, 1 or -1. */
  readonly tie: number;
  readonly coefficient: number;
  readonly constant: number;
  readonly arcs: Int32Array;
  readonly arcValues: Float64Array;
}

/** Everything of a program that is no network, written in terms of arcs. */
export interface SidePart {
  readonly rows: readonly SideRow[];
  readonly columns: readonly SideColumn[];
  readonly counters: readonly Counter[];
}

/** A level in terms of arcs: its value is `offset + Σ arcCost x flow + Σ columnCost x side column`. */
export interface SideCosts {
  /** What the counters cost included. Shapes: one entry an arc. */
  readonly arcCost: Float64Array;
  /** Shapes: one entry a side column. */
  readonly columnCost: Float64Array;
  readonly offset: number;
}

/** Returns the side rows of a program with the columns that count arcs put in their place. */
export function sidePart(program: LinearProgram, network: ProgramGraph): SidePart {
  return new SideBuilder(program, network).build();
}

/** Returns what a level costs once the columns that count arcs are put in their place. */
export function sideCosts({ cost, offset: start }: Level, side: SidePart, { arcColumn }: ProgramGraph): SideCosts {
  const arcCost = picked(cost, arcColumn);
  let offset = start;
  for (const { column, constant, arcs, arcValues } of side.counters) {
    const price = cost[column] as number;
    if (price === 0) continue;
    offset += price * constant;
    for (let k = 0; k < arcs.length; k++) {
      const arc = arcs[k] as number;
      arcCost[arc] = (arcCost[arc] as number) + price * (arcValues[k] as number);
    }
  }
  return { arcCost, offset, columnCost: Float64Array.from(side.columns, ({ column }) => cost[column] as number) };
}

class SideBuilder {
  readonly #program: LinearProgram;
  readonly #network: ProgramGraph;
  readonly #sideRows: Int32Array;
  /** Entries of side rows, row by row. Shapes: `first` one entry a side row and one more. */
  readonly #first: Int32Array;
  readonly #entryColumn: Int32Array;
  readonly #entryValue: Float64Array;
  /** Number of the counter that a column is, or -1. Shapes: one entry a column. */
  readonly #counterOf: Int32Array;
  readonly #counters: Counter[] = [];
  readonly #ties = new Set<number>();
  readonly #columns: SideColumn[] = [];
  /** Place of a side column, or -1. Shapes: one entry a column. */
  readonly #placeOf: Int32Array;
  /** Coefficients of the arcs in the row that is being built. Shapes: one entry an arc. */
  readonly #onArc: Float64Array;
  /** The arcs of that row in the order in which they came, and marks of them. Shapes: one entry an arc. */
  readonly #touched: Int32Array;
  readonly #isTouched: Uint8Array;
  #touchedCount = 0;

  constructor(program: LinearProgram, network: ProgramGraph) {
    this.#program = program;
    this.#network = network;
    this.#sideRows = sideRowsOf(program);
    ({ first: this.#first, column: this.#entryColumn, value: this.#entryValue } = entriesOf(program, this.#sideRows));
    this.#counterOf = new Int32Array(program.columnCount).fill(-1);
    this.#placeOf = new Int32Array(program.columnCount).fill(-1);
    this.#onArc = new Float64Array(network.graph.arcCount);
    this.#touched = new Int32Array(network.graph.arcCount);
    this.#isTouched = new Uint8Array(network.graph.arcCount);
  }

  build(): SidePart {
    this.#sideRows.forEach((row, number) => this.#findCounter(row, number));
    this.#collectColumns();
    const rows: SideRow[] = [];
    this.#sideRows.forEach((row, number) => {
      if (!this.#ties.has(row)) this.#keep(rows, this.#sideRow(row, number));
    });
    const keepsAll = this.#counters.length <= MOST_COUNTERS;
    for (const counter of this.#counters) this.#keep(rows, this.#counterRow(counter), keepsAll);
    rows.forEach(({ terms }, place) => {
      for (const { at, value } of terms) (this.#columns[at] as SideColumn).terms.push({ at: place, value });
    });
    return { rows, columns: this.#columns, counters: this.#counters };
  }

  /** A column counts if an equation has it with 1 or -1 and arcs besides. */
  #findCounter(row: number, number: number): void {
    const { rowLower, rowUpper } = this.#program;
    if (rowLower[row] !== rowUpper[row]) return;
    let found = -1;
    for (let entry = this.#first[number] as number; entry < (this.#first[number + 1] as number); entry++) {
      if (this.#isArc(this.#entryColumn[entry] as number)) continue;
      if (found >= 0) return;
      found = entry;
    }
    if (found < 0 || Math.abs(this.#entryValue[found] as number) !== 1) return;
    const column = this.#entryColumn[found] as number;
    if ((this.#counterOf[column] as number) >= 0) return;
    this.#ties.add(row);
    this.#counterOf[column] = this.#counters.length;
    this.#counters.push(this.#counter(row, number, found));
  }

  #isArc(column: number): boolean {
    return (this.#network.columnArc[column] as number) >= 0;
  }

  #counter(tie: number, number: number, own: number): Counter {
    const { columnArc } = this.#network;
    const coefficient = this.#entryValue[own] as number;
    const size = (this.#first[number + 1] as number) - (this.#first[number] as number) - 1;
    const arcs = new Int32Array(size);
    const arcValues = new Float64Array(size);
    let k = 0;
    for (let entry = this.#first[number] as number; entry < (this.#first[number + 1] as number); entry++) {
      if (entry === own) continue;
      arcs[k] = columnArc[this.#entryColumn[entry] as number] as number;
      arcValues[k++] = -(this.#entryValue[entry] as number) / coefficient;
    }
    const column = this.#entryColumn[own] as number;
    const constant = (this.#program.rowLower[tie] as number) / coefficient + 0;
    return { column, tie, coefficient, constant, arcs, arcValues };
  }

  #collectColumns(): void {
    const { columnLower, columnUpper, integer } = this.#program;
    for (const column of this.#network.otherColumns) {
      if ((this.#counterOf[column] as number) >= 0) continue;
      this.#placeOf[column] = this.#columns.length;
      this.#columns.push({
        column,
        lower: columnLower[column] as number,
        upper: columnUpper[column] as number,
        isInteger: integer[column] === 1,
        terms: [],
      });
    }
  }

  #sideRow(row: number, number: number): SideRow {
    const { columnArc } = this.#network;
    const terms: Term[] = [];
    const end = this.#first[number + 1] as number;
    let constant = 0;
    for (let entry = this.#first[number] as number; entry < end; entry++) {
      const column = this.#entryColumn[entry] as number;
      const value = this.#entryValue[entry] as number;
      const arc = columnArc[column] as number;
      const counter = this.#counterOf[column] as number;
      if (arc >= 0) this.#addArc(arc, value);
      else if (counter >= 0) constant += this.#addCounter(this.#counters[counter] as Counter, value);
      else terms.push({ at: this.#placeOf[column] as number, value });
    }
    const { arcs, arcValues } = this.#takeArcs();
    const lower = (this.#program.rowLower[row] as number) - constant;
    const upper = (this.#program.rowUpper[row] as number) - constant;
    return { row, counter: -1, lower, upper, arcs, arcValues, terms, neverBreaks: false };
  }

  /** Puts a counter in terms of arcs in the row that is being built; returns its constant part. */
  #addCounter({ arcs, arcValues, constant }: Counter, value: number): number {
    for (let k = 0; k < arcs.length; k++) this.#addArc(arcs[k] as number, value * (arcValues[k] as number));
    return value * constant;
  }

  #addArc(arc: number, value: number): void {
    this.#onArc[arc] = (this.#onArc[arc] as number) + value;
    if (this.#isTouched[arc] === 1) return;
    this.#isTouched[arc] = 1;
    this.#touched[this.#touchedCount++] = arc;
  }

  /** Takes the coefficients of the row built, and clears them for the next. */
  #takeArcs(): Pick<SideRow, "arcs" | "arcValues"> {
    const arcs = new Int32Array(this.#touchedCount);
    const arcValues = new Float64Array(this.#touchedCount);
    let count = 0;
    for (let k = 0; k < arcs.length; k++) {
      const arc = this.#touched[k] as number;
      const value = this.#onArc[arc] as number;
      this.#onArc[arc] = 0;
      this.#isTouched[arc] = 0;
      if (value === 0) continue;
      arcs[count] = arc;
      arcValues[count++] = value;
    }
    this.#touchedCount = 0;
    return { arcs: arcs.subarray(0, count), arcValues: arcValues.subarray(0, count) };
  }

  #counterRow({ column, constant, arcs, arcValues }: Counter): SideRow {
    const { columnLower, columnUpper } = this.#program;
    const lower = (columnLower[column] as number) - constant;
    const upper = (columnUpper[column] as number) - constant;
    return { row: -1, counter: column, lower, upper, arcs, arcValues, terms: [], neverBreaks: false };
  }

  /** Leaves out rows that no values of their columns can break, or marks them. */
  #keep(rows: SideRow[], row: SideRow, always = false): void {
    if (this.#canBreak(row)) rows.push(row);
    else if (always) rows.push({ ...row, neverBreaks: true });
  }

  #canBreak({ arcs, arcValues, terms, lower: least, upper: most }: SideRow): boolean {
    const { graph } = this.#network;
    let down = 0;
    let up = 0;
    for (let k = 0; k < arcs.length; k++) {
      const arc = arcs[k] as number;
      const value = arcValues[k] as number;
      const lower = graph.lower[arc] as number;
      const upper = graph.upper[arc] as number;
      down += value > 0 ? value * lower : value * upper;
      up += value > 0 ? value * upper : value * lower;
    }
    for (const { at, value } of terms) {
      const { lower, upper } = this.#columns[at] as SideColumn;
      down += value > 0 ? value * lower : value * upper;
      up += value > 0 ? value * upper : value * lower;
    }
    return down < least || up > most;
  }
}
