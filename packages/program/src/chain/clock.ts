/** The time that a chain of solves may use; the only place of the chain that looks at a clock. */
export class Clock {
  readonly #deadline: number;

  /** Without seconds there is no limit. */
  constructor(seconds: number | undefined) {
    this.#deadline = seconds === undefined ? Infinity : performance.now() + seconds * 1000;
  }

  /** Returns a clock that runs out when a share of the time left is over; a share of 1 is all of it. */
  part(share: number): Clock {
    const left = this.left();
    return new Clock(Number.isFinite(left) ? left * share : undefined);
  }

  /** Returns whether the time is over. */
  isOver(): boolean {
    return this.left() === 0;
  }

  /** Returns the seconds left, `Infinity` without a limit, never below 0. */
  left(): number {
    return Math.max(0, (this.#deadline - performance.now()) / 1000);
  }

  /** Returns the limit of one solve, absent where there is none. */
  limit(): { readonly timeSeconds?: number } {
    const left = this.left();
    return Number.isFinite(left) ? { timeSeconds: left } : {};
  }
}
