import type { LinearProgram } from "../linear/program.ts";
import { ROW_NODE } from "../linear/program.ts";
import { NodeHeap } from "./node-heap.ts";

/**
 * A column that changes by one.
 *
 * @public
 */
export interface Change {
  readonly column: number;
  readonly by: 1 | -1;
}

/** What it costs to change each column by one; `Infinity` where its bounds forbid it. Shapes: one entry a column. */
export interface ChangeCosts {
  readonly up: Float64Array;
  readonly down: Float64Array;
}

const NONE = -1;

/**
 * The residual network of a point: which columns of node rows can change by one, from which node to which.
 *
 * A column that is raised takes one from the node of its -1 and gives it to the node of its +1; a column that is lowered
 * does the opposite. Columns with one end have the other at the ground, a node behind the rows.
 */
export class Residual {
  readonly #ground: number;
  readonly #program: LinearProgram;
  readonly #costs: ChangeCosts;
  readonly #tail: Int32Array;
  readonly #head: Int32Array;
  /** Ends of arcs by the node that they enter; an arc is twice its column, plus one where the column is lowered. */
  readonly #starts: Int32Array;
  readonly #arcs: Int32Array;

  constructor(program: LinearProgram, costs: ChangeCosts) {
    this.#program = program;
    this.#costs = costs;
    this.#ground = program.rowCount;
    this.#tail = new Int32Array(program.columnCount).fill(NONE);
    this.#head = new Int32Array(program.columnCount).fill(NONE);
    for (let column = 0; column < program.columnCount; column++) this.#findEnds(column);
    const starts = new Int32Array(program.rowCount + 2);
    this.#forEachArc((_arc, end) => (starts[end + 1] = (starts[end + 1] as number) + 1));
    for (let node = 0; node <= program.rowCount; node++)
      starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
    const arcs = new Int32Array(starts[program.rowCount + 1] as number);
    const at = starts.slice();
    this.#forEachArc((arc, end) => {
      arcs[at[end] as number] = arc;
      at[end] = (at[end] as number) + 1;
    });
    [this.#starts, this.#arcs] = [starts, arcs];
  }

  /** Whether a column stands in node rows. */
  isArc(column: number): boolean {
    return this.#tail[column] !== NONE;
  }

  costOf({ column, by }: Change): number {
    return (by > 0 ? this.#costs.up[column] : this.#costs.down[column]) as number;
  }

  /** Returns the node that changes leave with one too many and the one that they leave with one too few, if that is all. */
  endsOf(changes: readonly Change[]): { readonly over: number; readonly under: number } | undefined {
    const balance = new Map<number, number>();
    const add = (node: number, by: number) => balance.set(node, (balance.get(node) ?? 0) + by);
    for (const { column, by } of changes) {
      add(this.#head[column] as number, by);
      add(this.#tail[column] as number, 0 - by);
    }
    const off = [...balance].filter(([, by]) => by !== 0);
    if (off.length === 0) return { over: NONE, under: NONE };
    if (off.length > 2 || off.some(([, by]) => Math.abs(by) !== 1)) return undefined;
    const over = off.find(([, by]) => by === 1)?.[0];
    const under = off.find(([, by]) => by === -1)?.[0];
    return over === undefined || under === undefined ? undefined : { over, under };
  }

  /** Finds the cheapest ways from some nodes to one, until there is one from each of them. */
  waysTo(target: number, from: ReadonlySet<number>): Ways {
    const nodes = this.#program.rowCount + 1;
    const distance = new Float64Array(nodes).fill(Infinity);
    const next = new Int32Array(nodes).fill(NONE);
    const settled = new Uint8Array(nodes);
    const heap = new NodeHeap(distance);
    distance[target] = 0;
    heap.push(target);
    let wanted = from.size;
    while (wanted > 0) {
      const node = heap.pop();
      if (node === undefined) break;
      settled[node] = 1;
      if (from.has(node)) wanted--;
      for (let k = this.#starts[node] as number; k < (this.#starts[node + 1] as number); k++) {
        const arc = this.#arcs[k] as number;
        const before = this.#startOf(arc);
        const total = (distance[node] as number) + this.#arcCost(arc);
        if (settled[before] === 1 || total >= (distance[before] as number)) continue;
        distance[before] = total;
        next[before] = arc;
        heap.push(before);
      }
    }
    return {
      distanceFrom: (node) => (settled[node] === 1 ? (distance[node] as number) : Infinity),
      changesFrom: (node) => this.#changesOn(next, node, target),
    };
  }

  #changesOn(next: Int32Array, from: number, target: number): readonly Change[] {
    const changes: Change[] = [];
    for (let node = from; node !== target;) {
      const arc = next[node] as number;
      const column = arc >> 1;
      const isLowered = (arc & 1) === 1;
      changes.push({ column, by: isLowered ? -1 : 1 });
      node = (isLowered ? this.#tail[column] : this.#head[column]) as number;
    }
    return changes;
  }

  #findEnds(column: number): void {
    const { starts, rows, rowKinds, values } = this.#program;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const row = rows[entry] as number;
      if (rowKinds[row] !== ROW_NODE) continue;
      if ((values[entry] as number) < 0) this.#tail[column] = row;
      else this.#head[column] = row;
    }
    if (this.#tail[column] === this.#head[column]) return;
    if (this.#tail[column] === NONE) this.#tail[column] = this.#ground;
    if (this.#head[column] === NONE) this.#head[column] = this.#ground;
  }

  /** Every arc with the node that it enters. */
  #forEachArc(take: (arc: number, end: number) => void): void {
    const { up, down } = this.#costs;
    for (let column = 0; column < this.#program.columnCount; column++) {
      if (!this.isArc(column)) continue;
      if (up[column] !== Infinity) take(2 * column, this.#head[column] as number);
      if (down[column] !== Infinity) take(2 * column + 1, this.#tail[column] as number);
    }
  }

  #startOf(arc: number): number {
    const column = arc >> 1;
    return ((arc & 1) === 1 ? this.#head[column] : this.#tail[column]) as number;
  }

  #arcCost(arc: number): number {
    const column = arc >> 1;
    return ((arc & 1) === 1 ? this.#costs.down[column] : this.#costs.up[column]) as number;
  }
}

/** Cheapest ways to one node. */
export interface Ways {
  /** `Infinity` where no way was found. */
  readonly distanceFrom: (node: number) => number;
  /** Changes on the way from a node that one was found from, in their order. */
  readonly changesFrom: (node: number) => readonly Change[];
}
