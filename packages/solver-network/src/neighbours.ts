import type { FlowGraph } from "./flow-graph.ts";

/** Nodes that at most this much can enter are people and the like. */
const UNIT = 1;

/** Arcs by node with their other ends, compressed. Shapes: `first` one entry a node, the ground and one more. */
export interface Neighbours {
  readonly first: Int32Array;
  readonly arc: Int32Array;
  readonly other: Int32Array;
}

/**
 * Returns the arcs of a graph by node.
 *
 * @param first - where the arcs of each node begin, one place further on; changed into where they begin
 */
export function neighbours(
  { nodeCount, arcCount, tail: tails, head: heads }: FlowGraph,
  first: Int32Array,
): Neighbours {
  const arc = new Int32Array(2 * arcCount);
  const other = new Int32Array(2 * arcCount);
  for (let k = 0; k < arcCount; k++) {
    const tail = tails[k] as number;
    const head = heads[k] as number;
    const atTail = first[tail + 1] as number;
    first[tail + 1] = atTail + 1;
    arc[atTail] = k;
    other[atTail] = head;
    const atHead = first[head + 1] as number;
    first[head + 1] = atHead + 1;
    arc[atHead] = k;
    other[atHead] = tail;
  }
  return { first: first.subarray(0, nodeCount + 2), arc, other };
}

/** What one look over all arcs tells of the nodes. */
export interface Seen {
  /** Where the arcs of each node begin in a list by node, one place further on: filling the list moves that back. */
  readonly first: Int32Array;
  /** Marks the nodes that at most one unit can enter. Shapes: one entry a node, then the ground. */
  readonly isUnit: Uint8Array;
  /** Net inflow that nodes lack at the flow. Shapes: one entry a node, then the ground. */
  readonly need: Float64Array;
}

/** Looks over all arcs once. */
export function lookOver(
  { nodeCount, arcCount, tail: tails, head: heads, upper, inflow }: FlowGraph,
  flow: Float64Array,
): Seen {
  const first = new Int32Array(nodeCount + 3);
  const most = new Float64Array(nodeCount + 1);
  const need = new Float64Array(nodeCount + 1);
  need.set(inflow);
  for (let arc = 0; arc < arcCount; arc++) {
    const tail = tails[arc] as number;
    const head = heads[arc] as number;
    const x = flow[arc] as number;
    first[tail + 2] = (first[tail + 2] as number) + 1;
    first[head + 2] = (first[head + 2] as number) + 1;
    most[head] = (most[head] as number) + (upper[arc] as number);
    if (x === 0) continue;
    need[tail] = (need[tail] as number) + x;
    need[head] = (need[head] as number) - x;
  }
  for (let k = 2; k < first.length; k++) first[k] = (first[k] as number) + (first[k - 1] as number);
  const isUnit = new Uint8Array(nodeCount + 1);
  for (let node = 0; node <= nodeCount; node++) if ((most[node] as number) <= UNIT) isUnit[node] = 1;
  return { first, isUnit, need };
}
