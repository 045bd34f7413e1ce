import type { LinearProgram } from "@lungang/program";

/** Programs that a worker keeps; a chain of levels works on one or two at a time. */
const KEPT_PROGRAMS = 3;

/** Programs with the same arrays are one program to a worker, whatever their levels: costs are sent with each solve. */
type Arrays = Pick<LinearProgram, "starts" | "rows" | "values" | "integer" | "rowLower" | "rowUpper">;

interface Known extends Arrays {
  readonly id: number;
}

let lastId = 0;
const ids = new WeakMap<Int32Array, Known>();

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

function idOf({ starts, rows, values, integer, rowLower, rowUpper }: LinearProgram): number {
  const known = ids.get(starts);
  if (known !== undefined && isSame(known, { starts, rows, values, integer, rowLower, rowUpper })) return known.id;
  ids.set(starts, { id: ++lastId, starts, rows, values, integer, rowLower, rowUpper });
  return lastId;
}

function isSame(known: Arrays, arrays: Arrays): boolean {
  return (Object.keys(arrays) as (keyof Arrays)[]).every((name) => known[name] === arrays[name]);
}
