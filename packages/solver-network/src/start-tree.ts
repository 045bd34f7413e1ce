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
  /** Arcs by node, compressed. */
  readonly #first: Int32Array;
  readonly #touching: Int32Array;
  readonly #parent: Int32Array;
  readonly #isUnit: Uint8Array;
  readonly #order: number[] = [];
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
    ({ first: this.#first, touching: this.#touching } = arcsByNode(graph));
    this.#parent = new Int32Array(nodeCount + 1).fill(NONE);
    this.#isUnit = unitNodes(graph);
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
    for (let k = this.#order.length - 1; k >= 0; k--) this.#settle(this.#order[k] as number);
    return this.#result();
  }

  /** Grows breadth-first from the ground, then from the node with most arcs of every part without ground. */
  #grow(): void {
    const first = [this.#ground];
    this.#followFlow(first, this.#ground, NONE);
    this.#growFrom(first, false);
    const left: { readonly node: number; readonly degree: number }[] = [];
    for (let node = 0; node < this.#graph.nodeCount; node++) {
      if (this.#isUnit[node] === 1 || this.#parent[node] !== NONE) continue;
      left.push({ node, degree: this.#wideDegree(node) });
    }
    left.sort((a, b) => b.degree - a.degree || a.node - b.node);
    for (const { node } of left) this.#plant(node, false);
    this.#growFrom([this.#ground, ...this.#order], true);
    for (let node = 0; node < this.#graph.nodeCount; node++) this.#plant(node, true);
  }

  #plant(node: number, withUnits: boolean): void {
    if (this.#parent[node] !== NONE) return;
    this.#parent[node] = this.#ground;
    this.#order.push(node);
    const queue = [node];
    this.#followFlow(queue, node, NONE);
    this.#growFrom(queue, withUnits);
  }

  /** Takes in everything that a given flow joins to a node by arcs between their bounds: these belong in the tree. */
  #followFlow(queue: number[], from: number, through: number): void {
    if (!this.#isGiven) return;
    const stack = [{ node: from, arc: through }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { node, arc: inward } = top;
      for (let k = this.#first[node] as number; k < (this.#first[node + 1] as number); k++) {
        const arc = this.#touching[k] as number;
        if (arc === inward || !this.#isBetween(arc)) continue;
        const other = this.#otherEnd(arc, node);
        if (other === this.#ground || this.#parent[other] !== NONE) {
          this.#hasCycle = true;
          return;
        }
        this.#parent[other] = node;
        this.#order.push(other);
        queue.push(other);
        stack.push({ node: other, arc });
      }
    }
  }

  /** Number of arcs to nodes that are no units. */
  #wideDegree(node: number): number {
    let degree = 0;
    for (let k = this.#first[node] as number; k < (this.#first[node + 1] as number); k++) {
      const other = this.#otherEnd(this.#touching[k] as number, node);
      if (other === this.#ground || this.#isUnit[other] === 0) degree++;
    }
    return degree;
  }

  /** Arcs that lead away from the queue come first: flow can enter what hangs there, as a strongly feasible tree asks. */
  #growFrom(queue: number[], withUnits: boolean): void {
    for (const outward of [true, false]) {
      for (let k = 0; k < queue.length; k++) this.#reach(queue, queue[k] as number, { withUnits, outward });
    }
  }

  #reach(queue: number[], node: number, how: { readonly withUnits: boolean; readonly outward: boolean }): void {
    const { tail } = this.#graph;
    for (let k = this.#first[node] as number; k < (this.#first[node + 1] as number); k++) {
      const arc = this.#touching[k] as number;
      const other = this.#otherEnd(arc, node);
      if (other === this.#ground || this.#parent[other] !== NONE) continue;
      if (!how.withUnits && this.#isUnit[other] === 1) continue;
      if (how.withUnits && how.outward && tail[arc] !== node) continue;
      this.#parent[other] = node;
      this.#order.push(other);
      queue.push(other);
      this.#followFlow(queue, other, arc);
    }
  }

  #otherEnd(arc: number, node: number): number {
    const { tail, head } = this.#graph;
    return (tail[arc] === node ? head[arc] : tail[arc]) as number;
  }

  /** Brings what a node lacks through the arcs to its parent and chooses the one that stays in the tree. */
  #settle(node: number): void {
    const parent = this.#parent[node] as number;
    let chosen = NONE;
    for (let k = this.#first[node] as number; k < (this.#first[node + 1] as number); k++) {
      const arc = this.#touching[k] as number;
      if (this.#otherEnd(arc, node) !== parent) continue;
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
    for (const node of this.#order) {
      const arc = this.#arcTo[node] as number;
      isBasic[arc] = 1;
      tree.attach(node, arc >= arcCount ? this.#ground : (this.#parent[node] as number), arc);
    }
    const artificialTail = Int32Array.from(this.#artificialTail);
    return { tree, flow, isBasic, artificialTail, artificialHead: Int32Array.from(this.#artificialHead) };
  }
}

function arcsByNode({ nodeCount, arcCount, tail, head }: FlowGraph): { first: Int32Array; touching: Int32Array } {
  const first = new Int32Array(nodeCount + 2);
  const count = (node: number): number => (first[node + 1] = (first[node + 1] as number) + 1);
  for (let arc = 0; arc < arcCount; arc++) {
    count(tail[arc] as number);
    count(head[arc] as number);
  }
  for (let node = 0; node <= nodeCount; node++) first[node + 1] = (first[node + 1] as number) + (first[node] as number);
  const next = first.slice();
  const touching = new Int32Array(2 * arcCount);
  const place = (node: number, arc: number): void => {
    const at = next[node] as number;
    touching[at] = arc;
    next[node] = at + 1;
  };
  for (let arc = 0; arc < arcCount; arc++) {
    place(tail[arc] as number, arc);
    place(head[arc] as number, arc);
  }
  return { first, touching };
}

/** Marks the nodes that at most one unit can enter. */
function unitNodes({ nodeCount, arcCount, head, upper }: FlowGraph): Uint8Array {
  const most = new Float64Array(nodeCount + 1);
  for (let arc = 0; arc < arcCount; arc++) {
    const node = head[arc] as number;
    most[node] = (most[node] as number) + (upper[arc] as number);
  }
  return Uint8Array.from(most, (sum) => (sum <= UNIT ? 1 : 0));
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
