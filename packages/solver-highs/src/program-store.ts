import type { LinearProgram } from "@lungang/program";

/** Programs that a worker keeps; a chain of levels works on one or two at a time. */
const KEPT_PROGRAMS = 3;

let lastId = 0;
const ids = new WeakMap<LinearProgram, number>();

/** Knows which programs the worker holds, so that each is sent once. */
export class ProgramStore {
  #generation = 0;
  /** Least recently used first. */
  readonly #held = new Set<number>();

  /** Marks a program as used next; tells whether the worker lacks it and what it should forget. */
  use(program: LinearProgram, generation: number): { id: number; isNew: boolean; drop: number[] } {
    if (generation !== this.#generation) this.#held.clear();
    this.#generation = generation;
    const id = idOf(program);
    const isNew = !this.#held.delete(id);
    this.#held.add(id);
    const drop = [...this.#held].slice(0, Math.max(0, this.#held.size - KEPT_PROGRAMS));
    for (const old of drop) this.#held.delete(old);
    return { id, isNew, drop };
  }
}

function idOf(program: LinearProgram): number {
  const known = ids.get(program);
  if (known !== undefined) return known;
  ids.set(program, ++lastId);
  return lastId;
}
