import type { CandidateMoves } from "./candidate-moves.ts";

const FIRST_SIZE = 1024;
const END = -1;

/** Moves of many people while they are collected, in any order: one linked list a person in flat arrays. */
export class MoveLists {
  /** Shapes: one entry a person: the move added last. */
  readonly #last: Int32Array;
  /** Shapes: one entry a move: the move of the same person added before. */
  #before = new Int32Array(FIRST_SIZE);
  #cell = new Int32Array(FIRST_SIZE);
  #form = new Int32Array(FIRST_SIZE);
  #metres = new Int32Array(FIRST_SIZE);
  #count = 0;
  /** Moves into each cell. Shapes: one entry a cell. */
  readonly into: Int32Array;

  constructor(people: number, cells: number) {
    this.#last = new Int32Array(people).fill(END);
    this.into = new Int32Array(cells);
  }

  add(person: number, cell: number, { form, metres }: { readonly form: number; readonly metres: number }): void {
    if (this.#count === this.#cell.length) this.#grow();
    const move = this.#count++;
    this.#before[move] = this.#last[person] as number;
    this.#last[person] = move;
    this.#cell[move] = cell;
    this.#form[move] = form;
    this.#metres[move] = metres;
    this.into[cell] = (this.into[cell] as number) + 1;
  }

  get count(): number {
    return this.#count;
  }

  /** Adds the moves of a person that another list holds among the first so many of all. */
  addFrom(lists: MoveLists, first: number, person: number): void {
    for (let move = lists.#last[person] as number; move !== END; move = lists.#before[move] as number) {
      if (move >= first) continue;
      const [form, metres] = [lists.#form[move] as number, lists.#metres[move] as number];
      this.add(person, lists.#cell[move] as number, { form, metres });
    }
  }

  /** Adds the other forms of each move in the list, as they are told by person and cell. */
  widen(othersOf: (person: number, cell: number) => readonly number[]): void {
    for (let person = 0; person < this.#last.length; person++) {
      for (let move = this.#last[person] as number; move !== END; move = this.#before[move] as number) {
        const [cell, metres] = [this.#cell[move] as number, this.#metres[move] as number];
        for (const form of othersOf(person, cell)) this.add(person, cell, { form, metres });
      }
    }
  }

  /** Cost: linear in the moves of the person. */
  has(person: number, cell: number): boolean {
    for (let move = this.#last[person] as number; move !== END; move = this.#before[move] as number) {
      if (this.#cell[move] === cell) return true;
    }
    return false;
  }

  /** Returns all moves ordered by person, cell and form. */
  sorted(): CandidateMoves {
    const people = this.#last.length;
    const count = this.#count;
    const starts = new Int32Array(people + 1);
    const person = new Int32Array(count);
    const order = new Int32Array(count);
    let at = 0;
    for (let who = 0; who < people; who++) {
      for (let move = this.#last[who] as number; move !== END; move = this.#before[move] as number) order[at++] = move;
      starts[who + 1] = at;
      const own = order.subarray(starts[who], at);
      person.fill(who, starts[who], at);
      own.sort((a, b) => this.#compare(a, b));
    }
    const pick = (values: Int32Array) => order.map((move) => values[move] as number);
    return { count, person, cell: pick(this.#cell), form: pick(this.#form), metres: pick(this.#metres), starts };
  }

  #compare(a: number, b: number): number {
    const byCell = (this.#cell[a] as number) - (this.#cell[b] as number);
    return byCell === 0 ? (this.#form[a] as number) - (this.#form[b] as number) : byCell;
  }

  #grow(): void {
    const wider = (values: Int32Array) => {
      const grown = new Int32Array(2 * values.length);
      grown.set(values);
      return grown;
    };
    this.#before = wider(this.#before);
    this.#cell = wider(this.#cell);
    this.#form = wider(this.#form);
    this.#metres = wider(this.#metres);
  }
}
