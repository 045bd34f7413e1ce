/**
 * Binary heaps of list entries, one a post, in one flat array; the entry with the largest rank leaves first.
 *
 * Shapes: the heap of post p has room for `starts[p + 1] - starts[p]` entries.
 */
export class WorstFirst {
  readonly #starts: Int32Array;
  readonly #ranks: Int32Array;
  readonly #sizes: Int32Array;
  readonly #heap: Int32Array;

  constructor(starts: Int32Array, ranks: Int32Array) {
    this.#starts = starts;
    this.#ranks = ranks;
    this.#sizes = new Int32Array(starts.length - 1);
    this.#heap = new Int32Array(ranks.length);
  }

  /** Number of entries that a post holds. */
  size(post: number): number {
    return this.#sizes[post] as number;
  }

  push(post: number, entry: number): void {
    const start = this.#starts[post] as number;
    let at = this.size(post);
    this.#sizes[post] = at + 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#heap[start + parent] as number;
      if (this.#rank(above) >= this.#rank(entry)) break;
      this.#heap[start + at] = above;
      at = parent;
    }
    this.#heap[start + at] = entry;
  }

  /** Takes the entry with the largest rank out. */
  pop(post: number): number {
    const start = this.#starts[post] as number;
    const worst = this.#heap[start] as number;
    const size = this.size(post) - 1;
    this.#sizes[post] = size;
    this.#sink(start, size, this.#heap[start + size] as number);
    return worst;
  }

  #sink(start: number, size: number, entry: number): void {
    let at = 0;
    for (;;) {
      const child = this.#worseChild(start, size, at);
      if (child >= size || this.#rank(this.#heap[start + child] as number) <= this.#rank(entry)) break;
      this.#heap[start + at] = this.#heap[start + child] as number;
      at = child;
    }
    this.#heap[start + at] = entry;
  }

  #worseChild(start: number, size: number, at: number): number {
    const left = 2 * at + 1;
    const right = left + 1;
    if (right >= size) return left;
    const isRightWorse =
      this.#rank(this.#heap[start + right] as number) > this.#rank(this.#heap[start + left] as number);
    return isRightWorse ? right : left;
  }

  #rank(entry: number): number {
    return this.#ranks[entry] as number;
  }
}
