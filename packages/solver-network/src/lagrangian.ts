import type { LinearProgram, Level } from "@lungang/program";
import type { ProgramGraph } from "./flow-graph.ts";
import type { FlowParts } from "./flow-parts.ts";
import type { FlowTotals } from "./flow-totals.ts";
import type { NetworkSimplex, SimplexEnd } from "./network-simplex.ts";
import type { SideColumn, SideCosts, SidePart, SideRow } from "./side-rows.ts";
import { sideCosts } from "./side-rows.ts";

/** Prices are multiples of this, so that costs with prices are exact and the simplex needs no tolerance. */
export const PRICE_GRID = 2 ** -16;

/** Returns the nearest price on the grid. */
export function onGrid(price: number): number {
  return Math.round(price / PRICE_GRID) * PRICE_GRID;
}

/**
 * The program with its side rows priced: what is left is a flow of least cost, and every column outside the network goes
 * to the bound that its reduced cost points to.
 */
export class Lagrangian {
  readonly program: LinearProgram;
  readonly level: Level;
  readonly network: ProgramGraph;
  readonly side: SidePart;
  readonly simplex: NetworkSimplex;
  readonly totals: FlowTotals;
  readonly costs: SideCosts;
  /** Shapes: one price a side row. */
  readonly prices: Float64Array;
  /** Costs of the arcs at the prices. */
  readonly #cost: Float64Array;
  readonly #reduced: Float64Array;

  /** Lagrangians of one program may share its parts: each goes on from the flow that the other has left. */
  constructor(parts: FlowParts, level: Level) {
    this.program = parts.program;
    this.level = level;
    this.network = parts.network;
    this.side = parts.side;
    this.simplex = parts.simplex;
    this.totals = parts.totals;
    this.costs = sideCosts(level, parts.side, parts.network);
    this.prices = new Float64Array(parts.side.rows.length);
    this.#cost = this.costs.arcCost.slice();
    this.#reduced = this.costs.columnCost.slice();
  }

  /** Changes the price of a side row. */
  setPrice(place: number, price: number): void {
    const by = price - (this.prices[place] as number);
    if (by === 0) return;
    this.prices[place] = price;
    const cost = this.#cost;
    const { arcs, arcValues, terms } = this.side.rows[place] as SideRow;
    for (let k = 0; k < arcs.length; k++) {
      const arc = arcs[k] as number;
      cost[arc] = (cost[arc] as number) - by * (arcValues[k] as number);
    }
    for (const { at, value } of terms) this.#reduced[at] = (this.#reduced[at] as number) - by * value;
  }

  setPrices(prices: Float64Array): void {
    for (let place = 0; place < prices.length; place++) this.setPrice(place, prices[place] as number);
  }

  /** Finds the cheapest flow at the prices; `onFlow` sees every flow on the way. */
  evaluate(onFlow?: () => void): SimplexEnd {
    return this.simplex.solve(this.#cost, onFlow);
  }

  /** Returns the bound that the last evaluation proves; exact as long as sums of costs on the grid are. */
  bound(): number {
    const { rows, columns } = this.side;
    const { flow, graph } = this.simplex;
    let bound = this.costs.offset;
    for (let place = 0; place < rows.length; place++) {
      const price = this.prices[place] as number;
      const { lower, upper } = rows[place] as SideRow;
      if (price !== 0) bound += price * (price > 0 ? lower : upper);
    }
    for (let arc = 0; arc < graph.arcCount; arc++) {
      const x = flow[arc] as number;
      if (x !== 0) bound += x * (this.#cost[arc] as number);
    }
    for (let at = 0; at < columns.length; at++) {
      const reduced = this.#reduced[at] as number;
      const { lower, upper } = columns[at] as SideColumn;
      if (reduced !== 0) bound += reduced * (reduced > 0 ? lower : upper);
    }
    return bound;
  }

  /**
   * Returns the way in which the price of a row should go: 1 up, -1 down, 0 neither.
   *
   * Side columns without reduced cost may take any value and so may the row.
   */
  direction(place: number): number {
    const row = this.side.rows[place] as SideRow;
    const price = this.prices[place] as number;
    const [least, most] = this.#activityRange(place, row);
    if (most < row.lower) return 1;
    if (least > row.upper) return -1;
    if (price > 0) return least > row.lower ? -1 : 0;
    return price < 0 && most < row.upper ? 1 : 0;
  }

  #activityRange(place: number, row: SideRow): readonly [number, number] {
    let least = this.totals.activity[place] as number;
    let most = least;
    for (const { at, value } of row.terms) {
      const { lower, upper } = this.side.columns[at] as SideColumn;
      const reduced = this.#reduced[at] as number;
      const down = reduced < 0 ? upper : lower;
      const up = reduced > 0 ? lower : upper;
      least += value * (value > 0 ? down : up);
      most += value * (value > 0 ? up : down);
    }
    return [least, most];
  }

  /** Returns the prices in the form of the port: one a row of the program; node rows have their potentials. */
  rowPrices(): Float64Array {
    const { program, side, network } = this;
    const prices = new Float64Array(program.rowCount);
    network.nodeRow.forEach((row, node) => (prices[row] = this.simplex.potential[node] as number));
    const ofCounter = new Map<number, number>();
    side.rows.forEach(({ row, counter }, place) => {
      if (row >= 0) prices[row] = this.prices[place] as number;
      else ofCounter.set(counter, this.prices[place] as number);
    });
    // The equation of a counter gets what leaves the counter the price of its bounds as reduced cost.
    for (const { column, tie, coefficient } of side.counters) {
      let rest = (this.level.cost[column] as number) - (ofCounter.get(column) ?? 0);
      for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
        const row = program.rows[entry] as number;
        if (row !== tie) rest -= (program.values[entry] as number) * (prices[row] as number);
      }
      prices[tie] = rest / coefficient;
    }
    return prices;
  }

  /** Takes over prices of side rows in the form of the port, on the grid and within their ranges. */
  takePrices(rowPrices: Float64Array, range: (place: number) => readonly [number, number]): void {
    const { side, program } = this;
    side.rows.forEach(({ row, counter }, place) => {
      const [least, most] = range(place);
      const price = row >= 0 ? (rowPrices[row] as number) : this.#counterPrice(program, counter, rowPrices);
      this.setPrice(place, Math.min(Math.max(onGrid(price), least), most));
    });
  }

  #counterPrice(program: LinearProgram, column: number, rowPrices: Float64Array): number {
    let reduced = this.level.cost[column] as number;
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      reduced -= (program.values[entry] as number) * (rowPrices[program.rows[entry] as number] as number);
    }
    return reduced;
  }
}
