import type { LinearProgram } from "../linear/program.ts";
import type { ChainStart } from "./chain-types.ts";
import type { Face } from "./face.ts";
import type { Supposed } from "./suppose.ts";
import { supposed } from "./suppose.ts";

/** The levels of a chain that are supposed to stand at a bound while there is no point yet, in their order. */
export class Suppositions {
  readonly #program: LinearProgram;
  readonly #start: ChainStart | undefined;
  #open: readonly Supposed[] = [];
  #isRetracted = false;

  constructor(program: LinearProgram, start: ChainStart | undefined) {
    this.#program = program;
    this.#start = start;
  }

  /** Whether nothing is supposed, so that what is found infeasible is. */
  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  /** What the levels are supposed to be. */
  get bounds(): readonly number[] {
    return this.#open.map(({ bound }) => bound);
  }

  /** Supposes that a level stands at a bound; returns the points that then do, or nothing where it has to be solved. */
  add(number: number, face: Face): Face | undefined {
    const isLast = number === this.#program.levels.length - 1;
    const found =
      this.#isRetracted || isLast ? undefined : supposed(this.#program, number, { face, start: this.#start });
    if (found !== undefined) this.#open = [...this.#open, found];
    return found?.after;
  }

  /** There is a point, so all of them hold; returns them. */
  confirm(): readonly Supposed[] {
    const confirmed = this.#open;
    this.#open = [];
    return confirmed;
  }

  /** One of them is wrong: nothing is supposed any more. Returns the first, from which the levels have to be solved. */
  retract(): Supposed | undefined {
    const [first] = this.confirm();
    if (first !== undefined) this.#isRetracted = true;
    return first;
  }
}
