/**
 * Seeded draws; the same seed gives the same programs on every machine.
 *
 * @public
 */
export class Draws {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Returns a number in [0, 1). The generator is mulberry32. */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns an integer in [from, to]. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }
}

/**
 * Returns the seed of program number `k` of a family, far from its neighbours.
 *
 * @public
 */
export function seedOf(seed: number, k: number): number {
  return (Math.imul(seed + 1, 0x9e3779b1) + Math.imul(k + 1, 0x85ebca6b)) >>> 0;
}
