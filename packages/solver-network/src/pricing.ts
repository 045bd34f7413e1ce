import { NONE } from "./spanning-tree.ts";

/** States of arcs outside the tree are signs: which way the flow can move. */
export const AT_LOWER = 1;
export const AT_UPPER = -1;
export const BASIC = 0;

/** Candidates to enter that one look through the arcs collects at most. */
const MOST_CANDIDATES = 128;
/** Arcs that are near without gaining or costing nothing are to be fewer than one in so many, and more than one in so many. */
const FEWEST_FAR = 8;
const MOST_FAR = 32;
/** The reach never ends at 0, from where it could not grow again. */
const LEAST_REACH = 2 ** -16;
/** Part of the usual cost that the first reach is. */
const FIRST_REACH = 1 / 8;

/** The arrays of a simplex, which it changes. Shapes: one entry an arc, artificial ones last; potentials one a node. */
export interface PricedArcs {
  /** How many arcs may enter; the artificial ones after them never do. */
  readonly arcCount: number;
  readonly state: Int8Array;
  readonly cost: Float64Array;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly potential: Float64Array;
}

/**
 * Chooses the arc that enters the tree: one whose reduced cost gains something in the way that its flow can move.
 *
 * Between two sets of prices few arcs gain. To find them takes a look at all arcs, not one a pivot; and those that were
 * near to gaining at that look are where the next ones are found.
 */
export class Pricing {
  readonly #arcs: PricedArcs;
  readonly #candidates = new Int32Array(MOST_CANDIDATES);
  #candidateCount = 0;
  /** Arcs that gained or were within reach of gaining when all were looked through last, and those that left the tree since. */
  readonly #near: Int32Array;
  #nearCount = 0;
  #nextNear = 0;
  #reach = 0;

  constructor(arcs: PricedArcs) {
    this.#arcs = arcs;
    this.#near = new Int32Array(arcs.arcCount);
  }

  /** Costs are new: forgets the candidates, not which arcs are near. */
  restart(): void {
    this.#candidateCount = 0;
  }

  /** Reaches as far as costs of this size ask for; the first costs count, later ones are much like them. */
  reachBy(cost: Float64Array): void {
    if (this.#reach === 0) this.#reach = firstReach(cost);
  }

  /** Takes note of an arc that has left the tree; it is likely to come back. */
  left(arc: number): void {
    if (arc < this.#arcs.arcCount && this.#nearCount < this.#near.length) this.#near[this.#nearCount++] = arc;
  }

  /** Returns the candidate that gains most, {@link NONE} where no arc at all gains anything: then the flow is optimal. */
  best(): number {
    let best = this.#bestCandidate();
    if (best !== NONE) return best;
    this.#findNear();
    best = this.#bestCandidate();
    if (best !== NONE) return best;
    this.#findAmongAll();
    return this.#bestCandidate();
  }

  /** Returns the arc of least number that gains anything (Bland), or {@link NONE}. */
  first(): number {
    const { arcCount, state } = this.#arcs;
    for (let arc = 0; arc < arcCount; arc++) if (-(state[arc] as number) * this.reducedCost(arc) > 0) return arc;
    return NONE;
  }

  reducedCost(arc: number): number {
    const { cost, tail, head, potential } = this.#arcs;
    return (
      (cost[arc] as number) + (potential[tail[arc] as number] as number) - (potential[head[arc] as number] as number)
    );
  }

  /** Drops the candidates that no longer gain anything and returns the one that gains most. */
  #bestCandidate(): number {
    const { state, cost, tail, head, potential } = this.#arcs;
    const list = this.#candidates;
    let kept = 0;
    let best = NONE;
    let bestGain = 0;
    for (let k = 0; k < this.#candidateCount; k++) {
      const arc = list[k] as number;
      const reduced =
        (cost[arc] as number) + (potential[tail[arc] as number] as number) - (potential[head[arc] as number] as number);
      const gain = -(state[arc] as number) * reduced;
      if (gain <= 0) continue;
      list[kept++] = arc;
      if (gain > bestGain) {
        best = arc;
        bestGain = gain;
      }
    }
    this.#candidateCount = kept;
    return best;
  }

  /** Looks through the near arcs, from where the last look ended, until the list is full or all were seen. */
  #findNear(): void {
    const { state, cost, tail, head, potential } = this.#arcs;
    const near = this.#near;
    const nearCount = this.#nearCount;
    const list = this.#candidates;
    let at = this.#nextNear;
    let count = 0;
    for (let seen = 0; seen < nearCount && count < list.length; seen++) {
      if (at >= nearCount) at = 0;
      const arc = near[at++] as number;
      const reduced =
        (cost[arc] as number) + (potential[tail[arc] as number] as number) - (potential[head[arc] as number] as number);
      if (-(state[arc] as number) * reduced > 0) list[count++] = arc;
    }
    this.#nextNear = at;
    this.#candidateCount = count;
  }

  /** Looks through all arcs, and notes those that are near to gaining. */
  #findAmongAll(): void {
    const { arcCount, state, cost, tail, head, potential } = this.#arcs;
    const near = this.#near;
    const list = this.#candidates;
    const reach = this.#reach;
    let count = 0;
    let nearCount = 0;
    let within = 0;
    for (let arc = 0; arc < arcCount; arc++) {
      const reduced =
        (cost[arc] as number) + (potential[tail[arc] as number] as number) - (potential[head[arc] as number] as number);
      const gain = -(state[arc] as number) * reduced;
      if (gain < -reach || state[arc] === BASIC) continue;
      near[nearCount++] = arc;
      if (gain < 0) within++;
      if (gain > 0 && count < list.length) list[count++] = arc;
    }
    this.#nearCount = nearCount;
    this.#candidateCount = count;
    // Arcs that cost nothing are near however short the reach, and can be a quarter of all: they say nothing about it.
    if (within > arcCount / FEWEST_FAR) this.#reach /= 2;
    else if (within < arcCount / MOST_FAR) this.#reach *= 2;
    if (this.#reach > 0) this.#reach = Math.max(this.#reach, LEAST_REACH);
  }
}

/** A part of the usual cost; it is put right by and by. */
function firstReach(cost: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let arc = 0; arc < cost.length; arc++) {
    const size = Math.abs(cost[arc] as number);
    if (size === 0) continue;
    sum += size;
    count++;
  }
  return Math.max(LEAST_REACH, (FIRST_REACH * sum) / Math.max(1, count));
}
