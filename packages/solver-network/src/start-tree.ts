import type { FlowGraph } from "./flow-graph.ts";
import type { Neighbours } from "./neighbours.ts";
import { lookOver, neighbours } from "./neighbours.ts";
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
  /** The arcs between a node and its parent, as lists. Shapes: `#firstUp` one entry a node, `#nextUp` one an arc. */
  readonly #firstUp: Int32Array;
  readonly #nextUp: Int32Array;
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
    const seen = lookOver(graph, flow);
    this.#near = neighbours(graph, seen.first);
    this.#parent = new Int32Array(nodeCount + 1).fill(NONE);
    this.#isUnit = seen.isUnit;
    this.#order = new Int32Array(nodeCount + 1);
    this.#order[0] = nodeCount;
    this.#stack = new Int32Array(nodeCount + 1);
    this.#inward = new Int32Array(nodeCount + 1);
    this.#firstUp = new Int32Array(nodeCount + 1).fill(NONE);
    this.#nextUp = new Int32Array(graph.arcCount);
    this.#isGiven = flow !== graph.lower;
    this.#flow = flow.slice();
    this.#need = seen.need;
    this.#arcTo = new Int32Array(nodeCount).fill(NONE);
  }

  /** Returns nothing if a given flow does not satisfy every node, or if no tree has all arcs between their bounds. */
  build(): StartTree | undefined {
    const { inflow } = this.#graph;
    if (this.#isGiven && this.#need.subarray(0, inflow.length).some((need) => need !== 0)) return undefined;
    this.#grow();
    if (this.#hasCycle) return undefined;
    this.#linkToParents();
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
    if (withUnits) for (let k = place; this.#isAhead(k); k++) this.#reach(this.#order[k] as number, true, true);
    for (let k = place; this.#isAhead(k); k++) this.#reach(this.#order[k] as number, withUnits, false);
  }

  /** Returns whether a place of the order is taken and nodes are left to be found from it. */
  #isAhead(place: number): boolean {
    return place < this.#count && this.#count <= this.#graph.nodeCount;
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

  /** Lists, node by node, the arcs between a node and its parent. */
  #linkToParents(): void {
    const { arcCount, tail: tails, head: heads } = this.#graph;
    const parent = this.#parent;
    for (let arc = arcCount - 1; arc >= 0; arc--) {
      const tail = tails[arc] as number;
      const head = heads[arc] as number;
      let node = NONE;
      if (parent[tail] === head) node = tail;
      else if (parent[head] === tail) node = head;
      if (node === NONE) continue;
      this.#nextUp[arc] = this.#firstUp[node] as number;
      this.#firstUp[node] = arc;
    }
  }

  /** Brings what a node lacks through the arcs to its parent and chooses the one that stays in the tree. */
  #settle(node: number): void {
    const parent = this.#parent[node] as number;
    let chosen = NONE;
    for (let arc = this.#firstUp[node] as number; arc !== NONE; arc = this.#nextUp[arc] as number) {
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
