/** Nodes by distance, the nearest first. A node may be in it several times; what comes out again is passed over. */
export class NodeHeap {
  readonly #distance: Float64Array;
  readonly #out: Uint8Array;
  readonly #nodes: number[] = [];
  readonly #keys: number[] = [];

  /** @param distance - read when a node is pushed. Shapes: one entry a node */
  constructor(distance: Float64Array) {
    this.#distance = distance;
    this.#out = new Uint8Array(distance.length);
  }

  push(node: number): void {
    const key = this.#distance[node] as number;
    let at = this.#nodes.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#keys[parent] as number) <= key) break;
      this.#set(at, this.#keys[parent] as number, this.#nodes[parent] as number);
      at = parent;
    }
    this.#set(at, key, node);
  }

  /** Takes the nearest node out; undefined where there is none left. */
  pop(): number | undefined {
    for (;;) {
      const node = this.#nodes[0];
      if (node === undefined) return undefined;
      this.#dropFirst();
      if (this.#out[node] === 1) continue;
      this.#out[node] = 1;
      return node;
    }
  }

  #dropFirst(): void {
    const key = this.#keys.pop() as number;
    const node = this.#nodes.pop() as number;
    const size = this.#nodes.length;
    if (size === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && (this.#keys[child + 1] as number) < (this.#keys[child] as number)) child++;
      if ((this.#keys[child] as number) >= key) break;
      this.#set(at, this.#keys[child] as number, this.#nodes[child] as number);
      at = child;
    }
    this.#set(at, key, node);
  }

  #set(at: number, key: number, node: number): void {
    this.#keys[at] = key;
    this.#nodes[at] = node;
  }
}
