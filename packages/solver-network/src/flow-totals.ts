import type { FlowWatcher, NetworkSimplex } from "./network-simplex.ts";
import type { SideCosts, SidePart } from "./side-rows.ts";

/**
 * What the flow at hand brings to every side row and to the value of the level, kept up to date arc by arc.
 *
 * A pivot changes a dozen arcs, a side row may count thousands: to sum rows anew for every flow would be most of the work.
 * All data are integers, so nothing drifts.
 */
export class FlowTotals implements FlowWatcher {
  readonly side: SidePart;
  /** The costs of the level that is solved, whichever costs steer the flow. */
  readonly costs: SideCosts;
  /** Without side columns. Shapes: one entry a side row. */
  readonly activity: Float64Array;
  /** Value of the level without its offset and side columns. */
  value = 0;
  /** Side rows by arc, compressed. */
  readonly #first: Int32Array;
  readonly #row: Int32Array;
  readonly #coefficient: Float64Array;

  /** Follows the flow of a simplex from now on. */
  constructor(side: SidePart, costs: SideCosts, simplex: NetworkSimplex) {
    this.side = side;
    this.costs = costs;
    this.activity = new Float64Array(side.rows.length);
    ({ first: this.#first, row: this.#row, coefficient: this.#coefficient } = byArc(side, simplex.graph.arcCount));
    for (let arc = 0; arc < simplex.graph.arcCount; arc++) {
      const flow = simplex.flow[arc] as number;
      if (flow !== 0) this.moved(arc, flow);
    }
    simplex.watcher = this;
  }

  /** Takes note that the flow of an arc has changed by an amount. */
  moved(arc: number, by: number): void {
    const cost = this.costs.arcCost[arc];
    // Artificial arcs have neither.
    if (cost === undefined) return;
    this.value += cost * by;
    const end = this.#first[arc + 1] as number;
    for (let k = this.#first[arc] as number; k < end; k++) {
      const row = this.#row[k] as number;
      this.activity[row] = (this.activity[row] as number) + (this.#coefficient[k] as number) * by;
    }
  }

  /** Throws unless the totals are those of a flow. For tests; sums over everything. */
  assertOf(flow: Float64Array): void {
    for (const [place, { arcs, arcValues }] of this.side.rows.entries()) {
      const sum = arcs.reduce((all, arc, k) => all + (arcValues[k] as number) * (flow[arc] as number), 0);
      if (sum !== this.activity[place]) throw new Error(`Broken totals: side row ${place} is not ${sum}`);
    }
    const value = this.costs.arcCost.reduce((all, cost, arc) => all + cost * (flow[arc] as number), 0);
    if (value !== this.value) throw new Error(`Broken totals: value ${this.value} is not ${value}`);
  }
}

function byArc(
  { rows }: SidePart,
  arcCount: number,
): { first: Int32Array; row: Int32Array; coefficient: Float64Array } {
  const first = new Int32Array(arcCount + 1);
  for (const { arcs } of rows) {
    for (let k = 0; k < arcs.length; k++) {
      const arc = arcs[k] as number;
      first[arc + 1] = (first[arc + 1] as number) + 1;
    }
  }
  for (let arc = 0; arc < arcCount; arc++) first[arc + 1] = (first[arc + 1] as number) + (first[arc] as number);
  const next = first.slice();
  const row = new Int32Array(first[arcCount] as number);
  const coefficient = new Float64Array(row.length);
  for (const [place, { arcs, arcValues }] of rows.entries()) {
    for (let k = 0; k < arcs.length; k++) {
      const at = next[arcs[k] as number] as number;
      row[at] = place;
      coefficient[at] = arcValues[k] as number;
      next[arcs[k] as number] = at + 1;
    }
  }
  return { first, row, coefficient };
}
