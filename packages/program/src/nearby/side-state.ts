import { rowActivity } from "../linear/activity.ts";
import type { LinearProgram } from "../linear/program.ts";
import { listAt } from "./list-at.ts";
import type { Change } from "./residual.ts";

/** What changes do to side rows: differences of their activities, once the counters have followed. */
export type Effects = ReadonlyMap<number, number>;

interface Entry {
  readonly row: number;
  readonly coefficient: number;
}

/** A column that stands in one side row only: it takes what the row misses. */
interface Slack extends Entry {
  readonly column: number;
}

/** Side columns that follow from changes, with the rows that nothing can mend. */
export interface Followed {
  /** Side rows that are broken, with what they have too much (above 0) or too little (below 0). */
  readonly broken: readonly (readonly [row: number, by: number])[];
  /** Changes of slacks, by column. */
  readonly slacks: ReadonlyMap<number, number>;
}

/**
 * The side rows of a program at a point, and what of them follows from changes of the flow: counters from their equations,
 * slacks as far as a row needs.
 */
export class SideState {
  readonly #program: LinearProgram;
  readonly #point: Float64Array;
  readonly #activity: Float64Array;
  /** Column that counts a row, by the row. */
  readonly #counterOf: ReadonlyMap<number, Slack>;
  readonly #slacksOf: ReadonlyMap<number, readonly Slack[]>;

  constructor(program: LinearProgram, point: Float64Array, isArc: (column: number) => boolean) {
    this.#program = program;
    this.#point = point;
    this.#activity = rowActivity(program, point);
    const counters = new Map<number, Slack>();
    const slacks = new Map<number, Slack[]>();
    for (let column = 0; column < program.columnCount; column++) {
      const entries = isArc(column) ? [] : entriesOf(program, column);
      const [only] = entries;
      if (only !== undefined && entries.length === 1) listAt(slacks, only.row).push({ column, ...only });
      const counted =
        entries.length < 2 ? undefined : entries.find((entry) => isCount(program, entry) && !counters.has(entry.row));
      if (counted !== undefined) counters.set(counted.row, { column, ...counted });
    }
    for (const list of slacks.values()) list.sort((a, b) => this.#compareCosts(a.column, b.column));
    [this.#counterOf, this.#slacksOf] = [counters, slacks];
  }

  /** Returns what changes do to side rows, without those that a counter has followed. */
  effectsOf(changes: readonly Change[]): Effects {
    const effects = new Map<number, number>();
    for (const { column, by } of changes) this.#addColumn(effects, column, by);
    this.#followCounters(effects);
    return new Map([...effects].filter(([, by]) => by !== 0));
  }

  /** Adds to effects what counters do that follow from them, and returns by how much each changes. */
  #followCounters(effects: Map<number, number>): ReadonlyMap<number, number> {
    const counted = new Map<number, number>();
    for (const [row, { column, coefficient }] of this.#counterOf) {
      const off = effects.get(row) ?? 0;
      if (off === 0) continue;
      const by = (0 - off) / coefficient;
      counted.set(column, by);
      this.#addColumn(effects, column, by);
    }
    return counted;
  }

  /** Returns by how much the counters change that follow from changes of other columns. */
  counted(changes: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
    const effects = new Map<number, number>();
    for (const [column, by] of changes) this.#addColumn(effects, column, by);
    return this.#followCounters(effects);
  }

  /** Returns what follows from effects: slacks take what rows miss and give back what they no longer need. */
  follow(effects: Effects): Followed {
    const broken: [number, number][] = [];
    const slacks = new Map<number, number>();
    for (const [row, by] of effects) {
      const rest = this.#mend(row, (this.#activity[row] as number) + by, slacks);
      if (rest !== 0) broken.push([row, rest]);
    }
    return { broken, slacks };
  }

  /** Moves the slacks of a row, the cheapest first where it misses something; returns what it still has too much. */
  #mend(row: number, sum: number, slacks: Map<number, number>): number {
    let activity = sum;
    for (const { column, coefficient } of this.#slacksOf.get(row) ?? []) {
      const off = this.#off(row, activity);
      const value = this.#point[column] as number;
      const [low, high] = [this.#program.columnLower[column] as number, this.#program.columnUpper[column] as number];
      // Towards the bounds of the row, by whole units that suffice; or back to the own least as far as the row allows.
      const wanted =
        off === 0 ? this.#spare(row, activity, { coefficient, room: low - value }) : mending(off, coefficient);
      const by = Math.min(Math.max(value + wanted, low), high) - value;
      if (by === 0) continue;
      activity += coefficient * by;
      slacks.set(column, by);
    }
    return this.#off(row, activity);
  }

  /** What an activity lies above the most of a row, or below its least. */
  #off(row: number, activity: number): number {
    const [low, high] = [this.#program.rowLower[row] as number, this.#program.rowUpper[row] as number];
    if (activity > high) return activity - high;
    return activity < low ? activity - low : 0;
  }

  /** How far a slack can go back, at most by `room` (0 or below), while the row holds. */
  #spare(
    row: number,
    activity: number,
    { coefficient, room }: { readonly coefficient: number; readonly room: number },
  ): number {
    if (room === 0) return 0;
    const [low, high] = [this.#program.rowLower[row] as number, this.#program.rowUpper[row] as number];
    const most = coefficient > 0 ? (activity - low) / coefficient : (activity - high) / coefficient;
    return 0 - Math.floor(Math.min(0 - room, most));
  }

  #addColumn(effects: Map<number, number>, column: number, by: number): void {
    const { starts, rows, values, rowKinds } = this.#program;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const row = rows[entry] as number;
      if (rowKinds[row] === 0) continue;
      effects.set(row, (effects.get(row) ?? 0) + (values[entry] as number) * by);
    }
  }

  #compareCosts(a: number, b: number): number {
    for (const { cost } of this.#program.levels) {
      const difference = (cost[a] as number) - (cost[b] as number);
      if (difference !== 0) return difference;
    }
    return a - b;
  }
}

function entriesOf({ starts, rows, values }: LinearProgram, column: number): readonly Entry[] {
  const [first, end] = [starts[column] as number, starts[column + 1] as number];
  return Array.from({ length: end - first }, (_, k) => ({
    row: rows[first + k] as number,
    coefficient: values[first + k] as number,
  }));
}

/** Whether a column is what an equation counts. */
function isCount({ rowLower, rowUpper }: LinearProgram, { row, coefficient }: Entry): boolean {
  return rowLower[row] === rowUpper[row] && Math.abs(coefficient) === 1;
}

/** The least whole change of a slack that takes `off` back. */
function mending(off: number, coefficient: number): number {
  const exact = (0 - off) / coefficient;
  return exact > 0 ? Math.ceil(exact) : Math.floor(exact);
}
