import seedrandom from "seedrandom";

/**
 * A stream of random draws from a text seed: the same on every machine.
 *
 * Only integer arithmetic, division and square roots are used, because other functions may differ between engines.
 */
export class Random {
  readonly #prng: seedrandom.PRNG;

  constructor(seed: string) {
    this.#prng = seedrandom(seed);
  }

  /** Returns a number in [0, 1) with 32 random bits. */
  unit(): number {
    return this.#prng.quick();
  }

  /** Returns a number in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** Returns an integer from low to high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.unit());
  }

  /** Returns true with the given probability; one draw whatever the probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** Returns one of the items. */
  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)] as T;
  }

  /** Returns one of the items with chances in proportion to their weights. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = this.unit() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return (items.at(-1) as readonly [T, number])[0];
  }

  /** Returns a bell-shaped number around 0 in [-1, 1], the mean of three draws. */
  bell(): number {
    return ((this.unit() + this.unit() + this.unit()) * 2) / 3 - 1;
  }

  /** Returns the items in random order. */
  shuffled<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last--) {
      const at = this.integer(0, last);
      [copy[last], copy[at]] = [copy[at] as T, copy[last] as T];
    }
    return copy;
  }
}
