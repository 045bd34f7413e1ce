import type { ColumnBounds, ColumnRanges, LinearProgram } from "@lungang/program";
import { attainableBound, fixByReducedCost } from "@lungang/program";
import type { GapState } from "./gap-state.ts";
import type { IntegerPrograms } from "./integer-programs.ts";
import { isInside } from "./integer-programs.ts";
import type { PriceLoop } from "./price-loop.ts";
import { ImpliedCounts } from "./implied-counts.ts";
import type { Box, Proof, Split } from "./proof.ts";
import { PartProof } from "./proof.ts";
import { Sifting, within } from "./sifting.ts";

/** Whether splitting is worth it in larger programs is not known: 150,000 columns are the most it was measured on. */
const LARGEST = 200_000;
/** Relaxations of parts at most; two a split. */
const MOST_PARTS = 12;
/** A relaxation on more columns takes as long as what splitting is to save. */
const MOST_COLUMNS = 12_000;
/** After so many, splitting goes on only if parts have dropped out or so much of the gap is closed. */
const TRIED_PARTS = 4;
const PROGRESS = 0.05;
/** Logarithm of the greatest penalty: prices of counters are kept below it, for exact sums. */
const MOST_PENALTY = 27;
/** Counts this near to an integer are one. */
const WHOLE = 1e-6;

/** A part of the program, with the bound of the points in it. */
interface Part {
  readonly proof: Proof;
  readonly sifting: Sifting;
  /** Of all points in it, by prices; not rounded. */
  readonly bound: number;
  /** Of those that are better than the point in hand; at least the other. */
  boundOfBetter: number;
  /** A point was looked for in it, on few columns. */
  isSearched: boolean;
}

/**
 * Splits a program on the columns that count others until the relaxations of the parts prove what that of the whole
 * cannot.
 *
 * A share binds two counts (10 B >= 3 T), and a relaxation makes one of them fractional: nearly all of the distance
 * between a relaxation and its integers comes from there. With a count at most 286 or at least 287, few splits are
 * enough. What distance is then left in some parts is left to a proof on all of them.
 */
export class CountSplit {
  readonly #state: GapState;
  readonly #loop: PriceLoop;
  readonly #programs: IntegerPrograms;
  readonly #implied: ImpliedCounts;
  readonly #parts: Part[] = [];
  #relaxations = 0;

  constructor(state: GapState, loop: PriceLoop, programs: IntegerPrograms) {
    this.#state = state;
    this.#loop = loop;
    this.#programs = programs;
    this.#implied = new ImpliedCounts(
      state.program,
      loop.lagrangian.side.counters.map(({ column }) => column),
    );
  }

  /** Returns whether a part has a count to split on. */
  splits(proof: Proof, sifting: Sifting): boolean {
    return this.#state.program.columnCount <= LARGEST && this.#fractionalCounts(sifting, proof).length > 0;
  }

  /**
   * Splits the whole program, whose relaxation is solved, and looks for points in the parts, until the gap is closed or
   * there is nothing left to split.
   */
  async run(proof: Proof, sifting: Sifting): Promise<void> {
    await this.#splitAll(partOf(proof, sifting));
    this.#state.said.push(`${this.#relaxations} parts split on counts`);
  }

  async #splitAll(whole: Part): Promise<void> {
    this.#parts.push(whole);
    while (!this.#isOver()) {
      const part = this.#lowest();
      if (part === undefined) return;
      const count = this.#countOf(part);
      if (count === undefined) await this.#search(part);
      else if (this.#isWorthwhile(part, whole.proof.priceBound)) await this.#split(part, count);
      else return;
    }
  }

  /** Returns the bounds of columns that every point at most as large as the one in hand keeps. */
  ranges(): ColumnRanges | undefined {
    const { program, value, level } = this.#state;
    const left = this.#parts.filter(({ bound }) => attainableBound(program, level, bound) <= value);
    const [first, ...others] = left.map((part) => this.#boxOf(part));
    return first && narrowerThan(program, hullOf(first, others));
  }

  /** Returns the bounds of a part, with columns held that would cost more than the point in hand leaves room for. */
  #boxOf({ proof, bound }: Part): ColumnBounds {
    const { program, value, incumbent } = this.#state;
    const { columnLower: lower, columnUpper: upper, reducedCosts } = proof;
    const keep = isInside(incumbent, proof) ? incumbent : undefined;
    return fixByReducedCost(
      { lower, upper },
      { reducedCosts },
      { room: value - bound, keep, integer: program.integer },
    );
  }

  #isOver(): boolean {
    // Without a part left nothing better than the point in hand can exist.
    this.#state.raise(Math.min(...this.#parts.map(({ boundOfBetter }) => boundOfBetter)));
    return this.#state.isDone();
  }

  /** Returns whether splitting has brought anything so far, the part of least bound given. */
  #isWorthwhile({ bound }: Part, before: number): boolean {
    if (this.#relaxations < TRIED_PARTS) return true;
    const { value } = this.#state;
    const isNarrower = this.#parts.some((part) => this.#isClosed(part)) || bound - before > PROGRESS * (value - before);
    return isNarrower && this.#relaxations < MOST_PARTS;
  }

  /** Returns the part of least bound that may hold a better point and was not searched. */
  #lowest(): Part | undefined {
    let lowest: Part | undefined;
    for (const part of this.#parts) {
      if (part.isSearched || this.#isClosed(part)) continue;
      if (lowest === undefined || part.bound < lowest.bound) lowest = part;
    }
    return lowest;
  }

  async #split(part: Part, counter: number): Promise<void> {
    this.#parts.splice(this.#parts.indexOf(part), 1);
    for (const split of this.#sides(part, counter)) await this.#relax(part, split);
  }

  /** Returns both sides of the value that a counter has in the point of a part, without those that hold no point. */
  #sides({ proof, sifting, bound }: Part, counter: number): readonly Split[] {
    const at = (sifting.point as Float64Array)[counter] as number;
    const penalty = this.#penalty(bound);
    const sides: readonly Split[] = [
      { counter, at: Math.floor(at), side: "atMost", penalty },
      { counter, at: Math.ceil(at), side: "atLeast", penalty },
    ];
    return sides.filter((split) => this.#implied.within(narrowed(proof, split)) !== undefined);
  }

  async #relax(from: Part, split: Split): Promise<void> {
    const state = this.#state;
    const proof = new PartProof(this.#loop.lagrangian, from.proof, split);
    const sifting = new Sifting(state, this.#loop, proof);
    sifting.goOnFrom(from.sifting);
    this.#relaxations++;
    await sifting.run(() => proof.priceBound >= state.value, MOST_COLUMNS);
    if (sifting.isEmpty) return;
    if (sifting.point !== undefined) state.offer(sifting.point);
    this.#parts.push(partOf(proof, sifting));
  }

  /** Missing a bound by a thousandth costs more than the gap that is to be closed. */
  #penalty(bound: number): number {
    const { value, step } = this.#state;
    const gap = value < Infinity ? value - bound : Math.abs(bound);
    return 2 ** Math.min(MOST_PENALTY, 10 + Math.ceil(Math.log2(Math.max(gap, step, 1))));
  }

  /** Looks for a point in a part, and for the bound of the part where few columns are left in it. */
  async #search(part: Part): Promise<void> {
    const state = this.#state;
    part.isSearched = true;
    await this.#programs.search(part.proof);
    if (state.isDone() || this.#isClosed(part)) return;
    const room = Math.max(0, state.value - state.step - part.bound);
    if (within(part.proof.reducedCosts, room) > state.settings.provable) return;
    const { bound } = await this.#programs.within(part.proof, room, "proof");
    part.boundOfBetter = Math.max(part.boundOfBetter, bound);
  }

  #isClosed({ boundOfBetter }: Part): boolean {
    return this.#state.attainable(boundOfBetter) >= this.#state.value;
  }

  /** Returns a counter that rows leave one side only if there is one, else that farthest from an integer. */
  #countOf(part: Part): number | undefined {
    const counts = this.#fractionalCounts(part.sifting, part.proof);
    return counts.find((count) => this.#sides(part, count).length < 2) ?? counts[0];
  }

  /**
   * Returns the fractional counters of a point: those that a share binds first, then by distance from an integer, farthest
   * first. None where the point misses the bounds of its part.
   */
  #fractionalCounts({ point }: Sifting, { columnLower, columnUpper }: Proof): readonly number[] {
    if (point === undefined) return [];
    const { program } = this.#state;
    const found: { readonly column: number; readonly weight: number }[] = [];
    for (const { column } of this.#loop.lagrangian.side.counters) {
      if (program.integer[column] !== 1) continue;
      const value = point[column] as number;
      if (value < (columnLower[column] as number) - WHOLE || value > (columnUpper[column] as number) + WHOLE) return [];
      const distance = Math.abs(value - Math.round(value));
      if (distance > WHOLE) found.push({ column, weight: distance + (this.#implied.isBound(column) ? 1 : 0) });
    }
    return found.sort((a, b) => b.weight - a.weight).map(({ column }) => column);
  }
}

/** Returns the bounds that hold whatever box a point is in. */
function hullOf(first: ColumnBounds, others: readonly ColumnBounds[]): ColumnBounds {
  const lower = first.lower.slice();
  const upper = first.upper.slice();
  for (const other of others) {
    for (let column = 0; column < lower.length; column++) {
      lower[column] = Math.min(lower[column] as number, other.lower[column] as number);
      upper[column] = Math.max(upper[column] as number, other.upper[column] as number);
    }
  }
  return { lower, upper };
}

/** Returns the bounds that are narrower than those of the program. */
function narrowerThan({ columnLower, columnUpper }: LinearProgram, { lower, upper }: ColumnBounds): ColumnRanges {
  const columns = Int32Array.from(
    [...lower.keys()].filter(
      (column) => lower[column] !== columnLower[column] || upper[column] !== columnUpper[column],
    ),
  );
  const of = (bounds: Float64Array): Float64Array => Float64Array.from(columns, (column) => bounds[column] as number);
  return { columns, lower: of(lower), upper: of(upper) };
}

function partOf(proof: Proof, sifting: Sifting): Part {
  const bound = proof.priceBound;
  return { proof, sifting, bound, boundOfBetter: bound, isSearched: false };
}

/** Returns the bounds of a box with one more. */
function narrowed({ columnLower, columnUpper }: Proof, { counter, at, side }: Split): Box {
  return side === "atMost"
    ? { columnLower, columnUpper: columnUpper.with(counter, at) }
    : { columnLower: columnLower.with(counter, at), columnUpper };
}
