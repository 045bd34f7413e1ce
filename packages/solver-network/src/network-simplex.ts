/* oxlint-disable max-lines -- one algorithm on one set of arrays; its parts share them all */
import type { FlowGraph } from "./flow-graph.ts";
import { AT_LOWER, AT_UPPER, BASIC, Pricing } from "./pricing.ts";
import { NONE } from "./spanning-tree.ts";
import type { SpanningTree } from "./spanning-tree.ts";
import { startTree } from "./start-tree.ts";

/** How a solve ended. `limit`: too many pivots; the flow is feasible, its potentials prove nothing. */
export type SimplexEnd = "optimal" | "unbounded" | "limit";

/** Hears of every change of the flow. */
export interface FlowWatcher {
  moved(arc: number, by: number): void;
}

/** Pivots without progress, in numbers of nodes, after which the least index enters and leaves (Bland), so nothing cycles. */
const PATIENCE = 3;
/** Pivots of one solve, in numbers of arcs. */
const MOST_PIVOTS = 40;

/**
 * Primal network simplex with bounded arcs, after Cunningham and the usual tree of parents and depths.
 *
 * Costs are on a binary grid, so that every sum here is exact: reduced costs are compared with 0 and no error adds up.
 * The tree is kept between solves; when only costs change the flow stays feasible and few pivots are left.
 *
 * Potentials are prices of node rows: reduced cost = cost + potential of the tail - potential of the head.
 */
export class NetworkSimplex {
  readonly graph: FlowGraph;
  /** Flow of the arcs, then of the artificial ones. */
  readonly flow: Float64Array;
  /** Shapes: one entry a node, then 0 for the ground. */
  readonly potential: Float64Array;
  /** Pivots of all solves. */
  pivots = 0;
  watcher: FlowWatcher | undefined;
  readonly #tree: SpanningTree;
  readonly #state: Int8Array;
  readonly #tail: Int32Array;
  readonly #head: Int32Array;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #cost: Float64Array;
  readonly #pricing: Pricing;
  #idle = 0;
  /** The pivot at hand: the arc that leaves and whether it hangs below the source of the cycle's flow. */
  #leaving = NONE;
  #leavingNode = NONE;
  #leavesAtSource = false;
  #amount = 0;

  /**
   * Finds a feasible flow, if there is one: see {@link isFeasible}.
   *
   * @param from - a flow to start from, if it satisfies every node. Shapes: one entry an arc
   */
  constructor(graph: FlowGraph, from?: Float64Array) {
    const start = startTree(graph, from);
    const { arcCount, nodeCount } = graph;
    this.graph = graph;
    this.#tree = start.tree;
    this.flow = start.flow;
    this.potential = new Float64Array(nodeCount + 1);
    this.#tail = joined(graph.tail, start.artificialTail);
    this.#head = joined(graph.head, start.artificialHead);
    this.#lower = new Float64Array(start.flow.length);
    this.#lower.set(graph.lower);
    this.#upper = new Float64Array(start.flow.length).fill(Infinity);
    this.#upper.set(graph.upper);
    this.#cost = new Float64Array(start.flow.length);
    this.#state = new Int8Array(start.flow.length);
    this.#pricing = new Pricing({
      arcCount,
      state: this.#state,
      cost: this.#cost,
      tail: this.#tail,
      head: this.#head,
      potential: this.potential,
    });
    for (let arc = 0; arc < arcCount; arc++) {
      if (start.isBasic[arc] === 1) continue;
      const isUp = (this.flow[arc] as number) > (graph.lower[arc] as number);
      this.#state[arc] = isUp ? AT_UPPER : AT_LOWER;
    }
    this.#dropArtificialFlow();
  }

  /** Returns whether the flow satisfies every node; if not, no flow does. */
  get isFeasible(): boolean {
    return this.flow.subarray(this.graph.arcCount).every((flow) => flow === 0);
  }

  /**
   * Finds a flow of least cost, starting from the flow at hand.
   *
   * @param cost - one cost an arc, multiples of one power of two
   * @param onFlow - called after every pivot that moved flow
   */
  solve(cost: Float64Array, onFlow?: () => void): SimplexEnd {
    this.#cost.set(cost);
    this.#pricing.reachBy(cost);
    return this.#run(onFlow);
  }

  /** Throws unless the tree spans, flows keep bounds and nodes, and potentials fit the tree. For tests; walks over everything. */
  assertInvariants(): void {
    this.#assertTree();
    this.#assertFlow();
  }

  /** First phase: only artificial arcs cost. Afterwards they are closed. */
  #dropArtificialFlow(): void {
    const { arcCount } = this.graph;
    if (!this.isFeasible) {
      this.#cost.fill(1, arcCount);
      this.#run();
      this.#cost.fill(0, arcCount);
    }
    this.#upper.fill(0, arcCount);
    this.#pricePotentials();
  }

  #run(onFlow?: () => void): SimplexEnd {
    this.#pricePotentials();
    this.#idle = 0;
    this.#pricing.restart();
    const most = this.pivots + MOST_PIVOTS * (this.graph.arcCount + 100);
    while (this.pivots < most) {
      const entering = this.#isStalled() ? this.#pricing.first() : this.#pricing.best();
      if (entering === NONE) return "optimal";
      if (!this.#pivot(entering)) return "unbounded";
      this.pivots++;
      if (this.#amount > 0) onFlow?.();
    }
    return "limit";
  }

  /** Potentials follow from the tree: arcs in it have no reduced cost. */
  #pricePotentials(): void {
    const { potential } = this;
    const { parent, parentArc, depth, root } = this.#tree;
    potential[root] = 0;
    depth[root] = 0;
    for (let node = this.#tree.after(root, root); node !== NONE; node = this.#tree.after(node, root)) {
      const above = parent[node] as number;
      const arc = parentArc[node] as number;
      const cost = this.#cost[arc] as number;
      potential[node] = (potential[above] as number) + (this.#head[arc] === node ? cost : -cost);
      depth[node] = (depth[above] as number) + 1;
    }
  }

  /** Moves flow around the cycle that an arc closes; returns false if nothing stops it. */
  #pivot(entering: number): boolean {
    const isForward = this.#state[entering] === AT_LOWER;
    const tail = this.#tail[entering] as number;
    const head = this.#head[entering] as number;
    const source = isForward ? tail : head;
    const target = isForward ? head : tail;
    const join = this.#apex(source, target);
    this.#findLeaving(entering, { source, target, join });
    if (this.#amount === Infinity) return false;
    this.#idle = this.#amount === 0 ? this.#idle + 1 : 0;
    this.#augment(entering, { source, target, join, by: isForward ? this.#amount : -this.#amount });
    if (this.#leaving === entering) this.#state[entering] = isForward ? AT_UPPER : AT_LOWER;
    else this.#exchange(entering, source, target);
    return true;
  }

  #apex(first: number, second: number): number {
    const { parent, depth } = this.#tree;
    let a = first;
    let b = second;
    while (a !== b) {
      if ((depth[a] as number) >= (depth[b] as number)) a = parent[a] as number;
      else b = parent[b] as number;
    }
    return a;
  }

  /**
   * Finds the arc that blocks the cycle: of several the first after the apex in the direction of the flow, which keeps a
   * tree strongly feasible into which flow can enter everywhere. Without progress for long: the one of least number.
   */
  #findLeaving(
    entering: number,
    cycle: { readonly source: number; readonly target: number; readonly join: number },
  ): void {
    const { parent } = this.#tree;
    this.#leaving = entering;
    this.#leavingNode = NONE;
    this.#amount = (this.#upper[entering] as number) - (this.#lower[entering] as number);
    for (let node = cycle.source; node !== cycle.join; node = parent[node] as number) {
      const room = this.#room(node, false);
      if (this.#blocks(node, room, true)) this.#leave(node, room, true);
    }
    for (let node = cycle.target; node !== cycle.join; node = parent[node] as number) {
      const room = this.#room(node, true);
      if (this.#blocks(node, room, false)) this.#leave(node, room, false);
    }
  }

  /** Returns whether the arc above a node stops the flow before the one found so far, or `onTie` together with it. */
  #blocks(node: number, room: number, onTie: boolean): boolean {
    if (room !== this.#amount) return room < this.#amount;
    return this.#isStalled() ? (this.#tree.parentArc[node] as number) < this.#leaving : onTie;
  }

  #isStalled(): boolean {
    return this.#idle > PATIENCE * this.graph.nodeCount + 100;
  }

  #leave(node: number, room: number, atSource: boolean): void {
    this.#leaving = this.#tree.parentArc[node] as number;
    this.#leavingNode = node;
    this.#leavesAtSource = atSource;
    this.#amount = room;
  }

  /** How much more can flow through the arc between a node and its parent, towards the parent or from it. */
  #room(node: number, upwards: boolean): number {
    const arc = this.#tree.parentArc[node] as number;
    const grows = (this.#tail[arc] === node) === upwards;
    const flow = this.flow[arc] as number;
    return grows ? (this.#upper[arc] as number) - flow : flow - (this.#lower[arc] as number);
  }

  #augment(
    entering: number,
    cycle: { readonly source: number; readonly target: number; readonly join: number; readonly by: number },
  ): void {
    if (this.#amount === 0) return;
    const { parent, parentArc } = this.#tree;
    const amount = this.#amount;
    this.#move(entering, cycle.by);
    for (let node = cycle.source; node !== cycle.join; node = parent[node] as number) {
      const arc = parentArc[node] as number;
      this.#move(arc, this.#tail[arc] === node ? -amount : amount);
    }
    for (let node = cycle.target; node !== cycle.join; node = parent[node] as number) {
      const arc = parentArc[node] as number;
      this.#move(arc, this.#tail[arc] === node ? amount : -amount);
    }
  }

  #move(arc: number, by: number): void {
    this.flow[arc] = (this.flow[arc] as number) + by;
    this.watcher?.moved(arc, by);
  }

  /** Takes the leaving arc from the tree, hangs the part that it held by the entering one, and moves its potentials. */
  #exchange(entering: number, source: number, target: number): void {
    const inside = this.#leavesAtSource ? source : target;
    const outside = this.#leavesAtSource ? target : source;
    const leaving = this.#leaving;
    const isAtLower = this.flow[leaving] === this.#lower[leaving];
    const reduced = this.#pricing.reducedCost(entering);
    const shift = this.#head[entering] === inside ? reduced : -reduced;
    this.#state[leaving] = isAtLower ? AT_LOWER : AT_UPPER;
    this.#pricing.left(leaving);
    this.#state[entering] = BASIC;
    this.#tree.rehang(this.#leavingNode, { inside, outside, arc: entering });
    this.#shift(inside, shift);
  }

  /** Adds to the potentials of a subtree and brings its depths up to date. */
  #shift(top: number, by: number): void {
    const { potential } = this;
    const tree = this.#tree;
    const { parent, depth } = tree;
    for (let node = top; node !== NONE; node = tree.after(node, top)) {
      potential[node] = (potential[node] as number) + by;
      depth[node] = (depth[parent[node] as number] as number) + 1;
    }
  }

  #assertTree(): void {
    const { root, parent, parentArc, depth } = this.#tree;
    let seen = 1;
    for (let node = this.#tree.after(root, root); node !== NONE; node = this.#tree.after(node, root)) {
      seen++;
      const arc = parentArc[node] as number;
      const ends = [this.#tail[arc], this.#head[arc]];
      claim(this.#state[arc] === BASIC, `arc ${arc} is in the tree and not basic`);
      claim(ends.includes(node) && ends.includes(parent[node]), `arc ${arc} does not join ${node} and its parent`);
      claim(depth[node] === (depth[parent[node] as number] as number) + 1, `depth of ${node} is wrong`);
      claim(
        this.#pricing.reducedCost(arc) === 0,
        `arc ${arc} of the tree has reduced cost ${this.#pricing.reducedCost(arc)}`,
      );
    }
    claim(seen === this.graph.nodeCount + 1, `the tree reaches ${seen} nodes of ${this.graph.nodeCount + 1}`);
  }

  #assertFlow(): void {
    const net = new Float64Array(this.graph.nodeCount + 1);
    for (let arc = 0; arc < this.flow.length; arc++) {
      const flow = this.flow[arc] as number;
      const lower = this.#lower[arc] as number;
      const upper = this.#upper[arc] as number;
      claim(arc >= this.graph.arcCount || (flow >= lower && flow <= upper), `arc ${arc} carries ${flow}`);
      claim(Number.isInteger(flow), `arc ${arc} carries ${flow}`);
      const state = this.#state[arc];
      claim(state === BASIC || flow === (state === AT_LOWER ? lower : upper), `arc ${arc} is not at its bound`);
      net[this.#tail[arc] as number] = (net[this.#tail[arc] as number] as number) - flow;
      net[this.#head[arc] as number] = (net[this.#head[arc] as number] as number) + flow;
    }
    this.graph.inflow.forEach((inflow, node) => claim(net[node] === inflow, `node ${node} gets ${net[node]}`));
  }
}

function claim(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(`Broken network simplex: ${message}`);
}

function joined(first: Int32Array, second: Int32Array): Int32Array {
  const all = new Int32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
