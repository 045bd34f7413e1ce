import type { FlowGraph } from "./flow-graph.ts";
import { NONE, SpanningTree } from "./spanning-tree.ts";

/**
 * A tree to start from, with flows that satisfy every node.
 *
 * Artificial arcs lead from or to the ground; those that carry flow have to lose it before the flow is feasible.
 * Shapes: `flow` has one entry an arc, then one an artificial arc; `isBasic` too.
 */
export interface StartTree {
  readonly tree: SpanningTree;
  readonly flow: Float64Array;
  readonly isBasic: Uint8Array;
  /** Ends of the artificial arcs. Shapes: one entry an artificial arc; one of its ends is the ground. */
  readonly artificialTail: Int32Array;
  readonly artificialHead: Int32Array;
}

/**
 * Returns a tree whose flow is as near to rest as the nodes allow: in a program of rotation, everybody stays.
 *
 * Arcs start at their lower bounds. Nodes through which more than one unit can pass form a breadth-first tree; the
 * others (people) hang below it, from the end from which they can be entered. From the leaves up, what a node lacks
 * flows through the arcs to its parent; what these cannot carry comes through an artificial arc.
 *
 * A flow that satisfies every node may be given instead: its tree has all arcs that are between their bounds, if these
 * form no cycle.
 */
export function startTree(graph: FlowGraph, flow?: Float64Array): StartTree {
  const given = flow && new TreeBuilder(graph, flow).build();
  return given ?? (new TreeBuilder(graph, graph.lower).build() as StartTree);
}

/** Nodes that at most this much can enter are people and the like. */
const UNIT = 1;

class TreeBuilder {
  readonly #graph: FlowGraph;
  readonly #ground: number;
  readonly #near: Neighbours;
  readonly #parent: Int32Array;
  readonly #isUnit: Uint8Array;
  /** The ground, then the nodes in the order in which the tree took them in; its end is the queue of a search. */
  readonly #order: Int32Array;
  #count = 1;
  /** Nodes that a given flow reaches, to be looked at, and the arcs by which it does. */
  readonly #stack: Int32Array;
  readonly #inward: Int32Array;
  readonly #flow: Float64Array;
  readonly #need: Float64Array;
  readonly #arcTo: Int32Array;
  readonly #artificialTail: number[] = [];
  readonly #artificialHead: number[] = [];
  readonly #artificialFlow: number[] = [];
  readonly #isGiven: boolean;
  /** The arcs between their bounds form a cycle. */
  #hasCycle = false;

  constructor(graph: FlowGraph, flow: Float64Array) {
    const { nodeCount } = graph;
    this.#graph = graph;
    this.#ground = nodeCount;
    this.#near = neighbours(graph);
    this.#parent = new Int32Array(nodeCount + 1).fill(NONE);
    this.#isUnit = unitNodes(graph);
    this.#order = new Int32Array(nodeCount + 1);
    this.#order[0] = nodeCount;
    this.#stack = new Int32Array(nodeCount + 1);
    this.#inward = new Int32Array(nodeCount + 1);
    this.#isGiven = flow !== graph.lower;
    this.#flow = flow.slice();
    this.#need = needs(graph, flow);
    this.#arcTo = new Int32Array(nodeCount).fill(NONE);
  }

  /** Returns nothing if a given flow does not satisfy every node, or if no tree has all arcs between their bounds. */
  build(): StartTree | undefined {
    const { inflow } = this.#graph;
    if (this.#isGiven && this.#need.subarray(0, inflow.length).some((need) => need !== 0)) return undefined;
    this.#grow();
    if (this.#hasCycle) return undefined;
    for (let k = this.#count - 1; k > 0; k--) this.#settle(this.#order[k] as number);
    return this.#result();
  }

  /** Grows breadth-first from the ground, then from the node with most arcs of every part without ground. */
  #grow(): void {
    this.#followFlow(this.#ground, NONE);
    this.#growFrom(0, false);
    const left: { readonly node: number; readonly degree: number }[] = [];
    for (let node = 0; node < this.#graph.nodeCount; node++) {
      if (this.#isUnit[node] === 1 || this.#parent[node] !== NONE) continue;
      left.push({ node, degree: this.#wideDegree(node) });
    }
    left.sort((a, b) => b.degree - a.degree || a.node - b.node);
    for (const { node } of left) this.#plant(node, false);
    this.#growFrom(0, true);
    for (let node = 0; node < this.#graph.nodeCount; node++) this.#plant(node, true);
  }

  #plant(node: number, withUnits: boolean): void {
    if (this.#parent[node] !== NONE) return;
    const place = this.#count;
    this.#takeIn(node, this.#ground);
    this.#followFlow(node, NONE);
    this.#growFrom(place, withUnits);
  }

  #takeIn(node: number, parent: number): void {
    this.#parent[node] = parent;
    this.#order[this.#count++] = node;
  }

  /** Takes in everything that a given flow joins to a node by arcs between their bounds: these belong in the tree. */
  #followFlow(from: number, through: number): void {
    if (!this.#isGiven) return;
    const { first, arc: arcs, other: others } = this.#near;
    const stack = this.#stack;
    stack[0] = from;
    this.#inward[from] = through;
    for (let height = 1; height > 0;) {
      const node = stack[--height] as number;
      const inward = this.#inward[node] as number;
      const end = first[node + 1] as number;
      for (let k = first[node] as number; k < end; k++) {
        const arc = arcs[k] as number;
        if (arc === inward || !this.#isBetween(arc)) continue;
        const other = others[k] as number;
        if (other === this.#ground || this.#parent[other] !== NONE) {
          this.#hasCycle = true;
          return;
        }
        this.#takeIn(other, node);
        this.#inward[other] = arc;
        stack[height++] = other;
      }
    }
  }

  /** Number of arcs to nodes that are no units. */
  #wideDegree(node: number): number {
    const { first, other: others } = this.#near;
    let degree = 0;
    for (let k = first[node] as number; k < (first[node + 1] as number); k++) {
      const other = others[k] as number;
      if (other === this.#ground || this.#isUnit[other] === 0) degree++;
    }
    return degree;
  }

  /**
   * Takes in what can be reached from the nodes from a place of the order on. Arcs that lead away from them come first:
   * flow can enter what hangs there, as a strongly feasible tree asks.
   */
  #growFrom(place: number, withUnits: boolean): void {
    for (let k = place; k < this.#count; k++) this.#reach(this.#order[k] as number, withUnits, withUnits);
    for (let k = place; k < this.#count; k++) this.#reach(this.#order[k] as number, withUnits, false);
  }

  #reach(node: number, withUnits: boolean, outwardOnly: boolean): void {
    const { tail } = this.#graph;
    const { first, arc: arcs, other: others } = this.#near;
    const parent = this.#parent;
    const end = first[node + 1] as number;
    for (let k = first[node] as number; k < end; k++) {
      const other = others[k] as number;
      if (other === this.#ground || parent[other] !== NONE) continue;
      if (!withUnits && this.#isUnit[other] === 1) continue;
      const arc = arcs[k] as number;
      if (outwardOnly && tail[arc] !== node) continue;
      this.#takeIn(other, node);
      this.#followFlow(other, arc);
    }
  }

  /** Brings what a node lacks through the arcs to its parent and chooses the one that stays in the tree. */
  #settle(node: number): void {
    const { first, arc: arcs, other: others } = this.#near;
    const parent = this.#parent[node] as number;
    const end = first[node + 1] as number;
    let chosen = NONE;
    for (let k = first[node] as number; k < end; k++) {
      if (others[k] !== parent) continue;
      const arc = arcs[k] as number;
      const moved = this.#push(arc, node);
      if (parent !== this.#ground) this.#need[parent] = (this.#need[parent] as number) + moved;
      if (this.#rank(arc, node) > this.#rank(chosen, node)) chosen = arc;
    }
    this.#arcTo[node] = (this.#need[node] as number) === 0 && chosen !== NONE ? chosen : this.#artificial(node);
  }

  /** In the tree belongs, above all, the arc between its bounds, then one through which more can enter. */
  #rank(arc: number, node: number): number {
    if (arc === NONE) return 0;
    if (this.#isBetween(arc)) return 3;
    return this.#canEnter(arc, node) ? 2 : 1;
  }

  /** Pushes as much of a node's need as fits through an arc; returns the net inflow. */
  #push(arc: number, node: number): number {
    const { head, lower, upper } = this.#graph;
    const need = this.#need[node] as number;
    const sign = head[arc] === node ? 1 : -1;
    if (need * sign <= 0) return 0;
    const room = (upper[arc] as number) - (lower[arc] as number);
    const amount = Math.min(Math.abs(need), room);
    this.#flow[arc] = (lower[arc] as number) + amount;
    this.#need[node] = need - sign * amount;
    return sign * amount;
  }

  #isBetween(arc: number): boolean {
    const { lower, upper } = this.#graph;
    const flow = this.#flow[arc] as number;
    return flow > (lower[arc] as number) && flow < (upper[arc] as number);
  }

  /** Returns whether more flow can reach a node through an arc. */
  #canEnter(arc: number, node: number): boolean {
    const { head, lower, upper } = this.#graph;
    const flow = this.#flow[arc] as number;
    return head[arc] === node ? flow < (upper[arc] as number) : flow > (lower[arc] as number);
  }

  #artificial(node: number): number {
    const need = this.#need[node] as number;
    this.#artificialTail.push(need >= 0 ? this.#ground : node);
    this.#artificialHead.push(need >= 0 ? node : this.#ground);
    this.#artificialFlow.push(Math.abs(need));
    return this.#graph.arcCount + this.#artificialTail.length - 1;
  }

  #result(): StartTree {
    const { arcCount, nodeCount } = this.#graph;
    const flow = new Float64Array(arcCount + this.#artificialFlow.length);
    flow.set(this.#flow);
    flow.set(this.#artificialFlow, arcCount);
    const isBasic = new Uint8Array(flow.length);
    const tree = new SpanningTree(nodeCount + 1, this.#ground);
    for (let k = 1; k < this.#count; k++) {
      const node = this.#order[k] as number;
      const arc = this.#arcTo[node] as number;
      isBasic[arc] = 1;
      tree.attach(node, arc >= arcCount ? this.#ground : (this.#parent[node] as number), arc);
    }
    const artificialTail = Int32Array.from(this.#artificialTail);
    return { tree, flow, isBasic, artificialTail, artificialHead: Int32Array.from(this.#artificialHead) };
  }
}

/** Arcs by node with their other ends, compressed. Shapes: `first` one entry a node, the ground and one more. */
interface Neighbours {
  readonly first: Int32Array;
  readonly arc: Int32Array;
  readonly other: Int32Array;
}

function neighbours({ nodeCount, arcCount, tail: tails, head: heads }: FlowGraph): Neighbours {
  // Counted one place further on than they belong, so that the sums are where each node begins while it is filled.
  const first = new Int32Array(nodeCount + 3);
  for (let k = 0; k < arcCount; k++) {
    const tail = tails[k] as number;
    const head = heads[k] as number;
    first[tail + 2] = (first[tail + 2] as number) + 1;
    first[head + 2] = (first[head + 2] as number) + 1;
  }
  for (let k = 2; k < first.length; k++) first[k] = (first[k] as number) + (first[k - 1] as number);
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

/** Marks the nodes that at most one unit can enter. */
function unitNodes({ nodeCount, arcCount, head, upper }: FlowGraph): Uint8Array {
  const most = new Float64Array(nodeCount + 1);
  for (let arc = 0; arc < arcCount; arc++) {
    const node = head[arc] as number;
    most[node] = (most[node] as number) + (upper[arc] as number);
  }
  const isUnit = new Uint8Array(nodeCount + 1);
  for (let node = 0; node <= nodeCount; node++) if ((most[node] as number) <= UNIT) isUnit[node] = 1;
  return isUnit;
}

/** Returns the net inflow that nodes lack at a flow. */
function needs({ nodeCount, arcCount, tail, head, inflow }: FlowGraph, flow: Float64Array): Float64Array {
  const need = new Float64Array(nodeCount + 1);
  need.set(inflow);
  for (let arc = 0; arc < arcCount; arc++) {
    const x = flow[arc] as number;
    if (x === 0) continue;
    need[tail[arc] as number] = (need[tail[arc] as number] as number) + x;
    need[head[arc] as number] = (need[head[arc] as number] as number) - x;
  }
  return need;
}
