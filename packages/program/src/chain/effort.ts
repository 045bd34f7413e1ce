import type { Limit, SolveLimits, SolveResult } from "../solver/port.ts";

/** What a chain of solves may use in all; without a number there is no limit. */
export interface Allowed {
  readonly timeSeconds?: number | undefined;
  /** Iterations of integer solves. */
  readonly iterations?: number | undefined;
}

/** The time and the work that a chain of solves may use; the only place of the chain that looks at a clock. */
export class Effort {
  readonly #deadline: number;
  /** What this is a part of. */
  readonly #whole: Effort | undefined;
  #iterations: number;

  constructor({ timeSeconds, iterations = Infinity }: Allowed, whole?: Effort) {
    this.#deadline = timeSeconds === undefined ? Infinity : performance.now() + timeSeconds * 1000;
    this.#iterations = iterations;
    this.#whole = whole;
  }

  /** Returns a share of what is left; a share of 1 is all of it. What the part uses is used of the whole. */
  part(share: number): Effort {
    const left = this.secondsLeft();
    const timeSeconds = Number.isFinite(left) ? left * share : undefined;
    return new Effort({ timeSeconds, iterations: Math.floor(this.#iterations * share) }, this);
  }

  /** Takes off what an integer solve has used. */
  note({ iterations = 0 }: Pick<SolveResult, "iterations">): void {
    this.#iterations = Math.max(0, this.#iterations - iterations);
    this.#whole?.note({ iterations });
  }

  /** Returns whether the time is over. */
  isOver(): boolean {
    return this.secondsLeft() === 0;
  }

  /** Returns whether no iteration is left. */
  isUsedUp(): boolean {
    return this.#iterations === 0;
  }

  /** Returns the seconds left, `Infinity` without a limit, never below 0. */
  secondsLeft(): number {
    return Math.max(0, (this.#deadline - performance.now()) / 1000);
  }

  /** Returns the limits of a relaxation, absent where there is none. */
  time(): Pick<SolveLimits, "timeSeconds"> {
    const left = this.secondsLeft();
    return Number.isFinite(left) ? { timeSeconds: left } : {};
  }

  /** Returns the limits of an integer solve, absent where there is none. */
  limits(): Pick<SolveLimits, "timeSeconds" | "iterations"> {
    return Number.isFinite(this.#iterations) ? { ...this.time(), iterations: this.#iterations } : this.time();
  }
}

/** Returns whether a limit is one that a share of what is left may set. */
export function isOfShare(limit: Limit | undefined): boolean {
  return limit === "time" || limit === "iteration";
}

/** Returns whether a limit counts work: the same solve ends there again. */
export function isOfWork(limit: Limit): boolean {
  return limit === "node" || limit === "iteration";
}
