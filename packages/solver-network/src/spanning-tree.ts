/** Marks a missing node or arc. */
export const NONE = -1;

/**
 * A rooted spanning tree in flat arrays; every node but the root knows its parent and the arc to it.
 *
 * Children hang in doubly linked lists, so that a subtree moves in the time that its path to the new root takes, and is
 * walked through without a stack. Shapes: one entry a node.
 */
export class SpanningTree {
  readonly root: number;
  readonly parent: Int32Array;
  readonly parentArc: Int32Array;
  readonly depth: Int32Array;
  readonly #firstChild: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  constructor(nodes: number, root: number) {
    this.root = root;
    this.parent = new Int32Array(nodes).fill(NONE);
    this.parentArc = new Int32Array(nodes).fill(NONE);
    this.depth = new Int32Array(nodes);
    this.#firstChild = new Int32Array(nodes).fill(NONE);
    this.#next = new Int32Array(nodes).fill(NONE);
    this.#previous = new Int32Array(nodes).fill(NONE);
  }

  /** Hangs a node that has no parent, with everything below it; depths are brought up to date by the next walk. */
  attach(node: number, parent: number, arc: number): void {
    this.parent[node] = parent;
    this.parentArc[node] = arc;
    const after = this.#firstChild[parent] as number;
    this.#next[node] = after;
    this.#previous[node] = NONE;
    if (after !== NONE) this.#previous[after] = node;
    this.#firstChild[parent] = node;
  }

  /** Takes a node from its parent. */
  detach(node: number): void {
    const before = this.#previous[node] as number;
    const after = this.#next[node] as number;
    if (before === NONE) this.#firstChild[this.parent[node] as number] = after;
    else this.#next[before] = after;
    if (after !== NONE) this.#previous[after] = before;
    this.parent[node] = NONE;
    this.parentArc[node] = NONE;
  }

  /** Cuts the subtree below `top` off and hangs it by `arc` from `inside`, a node of it, under `outside`. */
  rehang(top: number, ends: { readonly inside: number; readonly outside: number; readonly arc: number }): void {
    let node = ends.inside;
    let parent = ends.outside;
    let arc = ends.arc;
    for (;;) {
      const oldParent = this.parent[node] as number;
      const oldArc = this.parentArc[node] as number;
      this.detach(node);
      this.attach(node, parent, arc);
      if (node === top) return;
      parent = node;
      node = oldParent;
      arc = oldArc;
    }
  }

  /** Returns the node after `node` in a walk through the subtree of `top`, parents first; {@link NONE} at its end. */
  after(node: number, top: number): number {
    const child = this.#firstChild[node] as number;
    if (child !== NONE) return child;
    for (let at = node; at !== top; at = this.parent[at] as number) {
      const next = this.#next[at] as number;
      if (next !== NONE) return next;
    }
    return NONE;
  }
}
