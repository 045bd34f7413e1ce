import type { Level, LinearProgram } from "@lungang/core";
import { ROW_SIDE } from "@lungang/core";
import type { ProgramGraph } from "./flow-graph.ts";

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
}

/** A column outside the network that counts no arcs: slacks and the like. */
export interface SideColumn {
  readonly column: number;
  readonly cost: number;
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
  /** Costs of the arcs, what the counters cost included. */
  readonly arcCost: Float64Array;
  /** Constant part of the value. */
  readonly offset: number;
}

/** Returns the side rows of a program with the columns that count arcs put in their place. */
export function sidePart(program: LinearProgram, level: Level, network: ProgramGraph): SidePart {
  return new SideBuilder(program, level, network).build();
}

/** The entries of one row of the program. */
interface RowEntries {
  readonly columns: number[];
  readonly values: number[];
}

class SideBuilder {
  readonly #program: LinearProgram;
  readonly #level: Level;
  readonly #network: ProgramGraph;
  readonly #entries = new Map<number, RowEntries>();
  readonly #counters = new Map<number, Counter>();
  readonly #ties = new Set<number>();
  readonly #columns: SideColumn[] = [];
  readonly #placeOf = new Map<number, number>();

  constructor(program: LinearProgram, level: Level, network: ProgramGraph) {
    this.#program = program;
    this.#level = level;
    this.#network = network;
  }

  build(): SidePart {
    this.#collectEntries();
    this.#findCounters();
    this.#collectColumns();
    const rows: SideRow[] = [];
    for (const [row, entries] of this.#entries) if (!this.#ties.has(row)) this.#keep(rows, this.#sideRow(row, entries));
    for (const counter of this.#counters.values()) this.#keep(rows, this.#counterRow(counter));
    rows.forEach(({ terms }, place) => {
      for (const { at, value } of terms) (this.#columns[at] as SideColumn).terms.push({ at: place, value });
    });
    const { arcCost, offset } = this.#costs();
    return { rows, columns: this.#columns, counters: [...this.#counters.values()], arcCost, offset };
  }

  #collectEntries(): void {
    const { rowKinds, starts, rows, values, columnCount, rowCount } = this.#program;
    for (let row = 0; row < rowCount; row++) {
      if (rowKinds[row] === ROW_SIDE) this.#entries.set(row, { columns: [], values: [] });
    }
    for (let column = 0; column < columnCount; column++) {
      for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
        const into = this.#entries.get(rows[entry] as number);
        into?.columns.push(column);
        into?.values.push(values[entry] as number);
      }
    }
  }

  /** A column counts if an equation has it with 1 or -1 and arcs besides. */
  #findCounters(): void {
    const { rowLower, rowUpper } = this.#program;
    for (const [row, { columns, values }] of this.#entries) {
      if (rowLower[row] !== rowUpper[row]) continue;
      const outside = columns.flatMap((column, k) => (this.#isArc(column) ? [] : [k]));
      const [k] = outside;
      if (k === undefined || outside.length > 1 || Math.abs(values[k] as number) !== 1) continue;
      const column = columns[k] as number;
      if (this.#counters.has(column)) continue;
      this.#ties.add(row);
      this.#counters.set(column, this.#counter(row, column, values[k] as number));
    }
  }

  #isArc(column: number): boolean {
    return (this.#network.columnArc[column] as number) >= 0;
  }

  #counter(tie: number, column: number, coefficient: number): Counter {
    const { columns, values } = this.#entries.get(tie) as RowEntries;
    const { columnArc } = this.#network;
    const places = columns.flatMap((other, k) => (other === column ? [] : [k]));
    return {
      column,
      tie,
      coefficient,
      constant: (this.#program.rowLower[tie] as number) / coefficient + 0,
      arcs: Int32Array.from(places, (k) => columnArc[columns[k] as number] as number),
      arcValues: Float64Array.from(places, (k) => -(values[k] as number) / coefficient),
    };
  }

  #collectColumns(): void {
    const { columnCount, columnLower, columnUpper, integer } = this.#program;
    for (let column = 0; column < columnCount; column++) {
      if (this.#isArc(column) || this.#counters.has(column)) continue;
      this.#placeOf.set(column, this.#columns.length);
      this.#columns.push({
        column,
        cost: this.#level.cost[column] as number,
        lower: columnLower[column] as number,
        upper: columnUpper[column] as number,
        isInteger: integer[column] === 1,
        terms: [],
      });
    }
  }

  #sideRow(row: number, { columns, values }: RowEntries): SideRow {
    const onArcs = new Map<number, number>();
    const terms: Term[] = [];
    let constant = 0;
    columns.forEach((column, k) => {
      const value = values[k] as number;
      const arc = this.#network.columnArc[column] as number;
      const counter = this.#counters.get(column);
      if (arc >= 0) onArcs.set(arc, (onArcs.get(arc) ?? 0) + value);
      else if (counter === undefined) terms.push({ at: this.#placeOf.get(column) as number, value });
      else {
        constant += value * counter.constant;
        counter.arcs.forEach((at, n) => {
          onArcs.set(at, (onArcs.get(at) ?? 0) + value * (counter.arcValues[n] as number));
        });
      }
    });
    const kept = [...onArcs].filter(([, value]) => value !== 0);
    return {
      row,
      counter: -1,
      lower: (this.#program.rowLower[row] as number) - constant,
      upper: (this.#program.rowUpper[row] as number) - constant,
      arcs: Int32Array.from(kept, ([arc]) => arc),
      arcValues: Float64Array.from(kept, ([, value]) => value),
      terms,
    };
  }

  #counterRow({ column, constant, arcs, arcValues }: Counter): SideRow {
    const { columnLower, columnUpper } = this.#program;
    const lower = (columnLower[column] as number) - constant;
    const upper = (columnUpper[column] as number) - constant;
    return { row: -1, counter: column, lower, upper, arcs, arcValues, terms: [] };
  }

  /** Leaves out rows that no values of their columns can break. */
  #keep(rows: SideRow[], row: SideRow): void {
    const { graph } = this.#network;
    let least = 0;
    let most = 0;
    const add = (value: number, lower: number, upper: number): void => {
      least += value > 0 ? value * lower : value * upper;
      most += value > 0 ? value * upper : value * lower;
    };
    row.arcs.forEach((arc, k) =>
      add(row.arcValues[k] as number, graph.lower[arc] as number, graph.upper[arc] as number),
    );
    for (const { at, value } of row.terms) {
      const { lower, upper } = this.#columns[at] as SideColumn;
      add(value, lower, upper);
    }
    if (least < row.lower || most > row.upper) rows.push(row);
  }

  #costs(): { arcCost: Float64Array; offset: number } {
    const { cost } = this.#level;
    let { offset } = this.#level;
    const arcCost = Float64Array.from(this.#network.arcColumn, (column) => cost[column] as number);
    for (const { column, constant, arcs, arcValues } of this.#counters.values()) {
      const price = cost[column] as number;
      if (price === 0) continue;
      offset += price * constant;
      arcs.forEach((arc, k) => (arcCost[arc] = (arcCost[arc] as number) + price * (arcValues[k] as number)));
    }
    return { arcCost, offset };
  }
}
