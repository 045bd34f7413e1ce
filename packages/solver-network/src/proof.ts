import type { ColumnRanges, Level, LinearProgram, PricedBound } from "@lungang/program";
import { narrowBounds, pricedBound } from "@lungang/program";
import type { GapState } from "./gap-state.ts";
import type { Lagrangian } from "./lagrangian.ts";
import type { PriceLoop } from "./price-loop.ts";
import { mostPrice } from "./price-steps.ts";
import type { SidePart, SideRow } from "./side-rows.ts";

/** Bounds of columns. Shapes: one entry a column. */
export interface Box {
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
}

/** A relaxation whose prices are those of a box. */
export interface Relaxation extends Box {
  readonly level: Level;
  /** What its value is above that of the box. */
  readonly above: number;
}

/** The best bound that prices prove of the points in a box, and what follows from those prices. */
export interface Proof extends Box {
  /** What to solve for prices. */
  readonly relaxation: Relaxation;
  readonly priceBound: number;
  /** Shapes: one entry a column. */
  readonly reducedCosts: Float64Array;
  /** Takes the prices of an evaluation. */
  prove(lagrangian: Lagrangian): void;
  /** Takes prices of the finisher, with what they prove of the whole program. */
  provePriced(priced: PricedBound): void;
  /** Returns the range that the price of a side row has to keep. */
  range(place: number): readonly [number, number];
}

/** The proof of the whole program: that of the state. */
export function wholeProof(state: GapState, { steps }: PriceLoop): Proof {
  const { columnLower, columnUpper } = state.program;
  return {
    columnLower,
    columnUpper,
    relaxation: { columnLower, columnUpper, level: state.level, above: 0 },
    get priceBound() {
      return state.priceBound;
    },
    get reducedCosts() {
      return state.reducedCosts;
    },
    prove: (lagrangian) => state.prove(lagrangian),
    provePriced: (priced) => state.provePriced(priced),
    range: (place) => steps.range(place),
  };
}

/** Returns a proof whose integer programs are narrower. */
export function narrowProof(proof: Proof, ranges: ColumnRanges): Proof {
  const { lower, upper } = narrowBounds({ lower: proof.columnLower, upper: proof.columnUpper }, ranges);
  return Object.create(proof, { columnLower: { value: lower }, columnUpper: { value: upper } }) as Proof;
}

/** A counter and the bound that makes a part of a box: at most `at`, or at least. */
export interface Split {
  readonly counter: number;
  readonly at: number;
  readonly side: "atMost" | "atLeast";
  /** What missing the bound by a unit costs in the relaxation. */
  readonly penalty: number;
}

/** The proof of a part of a box, in which a counter has a narrower bound. */
export class PartProof implements Proof {
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly relaxation: Relaxation;
  priceBound: number;
  reducedCosts: Float64Array;
  readonly #program: LinearProgram;
  readonly #level: Level;
  readonly #whole: Proof;
  readonly #side: SidePart;

  /** @param whole - the proof of the box that is split: what it proves holds here too */
  constructor({ program, level, side }: Lagrangian, whole: Proof, split: Split) {
    const { columnLower, columnUpper } = whole;
    const { counter, at, penalty } = split;
    const isAtMost = split.side === "atMost";
    this.columnLower = isAtMost ? columnLower : columnLower.with(counter, at);
    this.columnUpper = isAtMost ? columnUpper.with(counter, at) : columnUpper;
    // The value of a relaxation is convex in a counter, and best beyond the bound: within it, it is best at the bound.
    // So the counter may miss it for a penalty, and never go further. That relaxation has a point if that of the box has
    // one, on the same columns; and any prices of it prove a bound of the part.
    const sign = isAtMost ? 1 : -1;
    this.relaxation = {
      columnLower: isAtMost ? columnLower.with(counter, at) : columnLower,
      columnUpper: isAtMost ? columnUpper : columnUpper.with(counter, at),
      level: { ...level, cost: level.cost.with(counter, (level.cost[counter] as number) + sign * penalty) },
      above: sign * penalty * at,
    };
    this.priceBound = whole.priceBound;
    this.reducedCosts = whole.reducedCosts;
    this.#program = program;
    this.#level = level;
    this.#whole = whole;
    this.#side = side;
  }

  prove(lagrangian: Lagrangian): void {
    this.#prove(lagrangian.rowPrices());
  }

  provePriced({ rowPrices }: PricedBound): void {
    this.#prove(rowPrices);
  }

  #prove(rowPrices: Float64Array): void {
    const { columnLower, columnUpper } = this;
    const rules = { program: this.#program, columnLower, columnUpper, cuts: [], relaxation: true };
    const { bound, reducedCosts } = pricedBound(rules, this.#level, rowPrices);
    if (bound <= this.priceBound) return;
    this.priceBound = bound;
    this.reducedCosts = reducedCosts;
  }

  /** The row of a counter that has narrower bounds here may break, and have a price. */
  range(place: number): readonly [number, number] {
    const row = this.#side.rows[place] as SideRow;
    const most = mostPrice(row);
    return row.counter >= 0 ? [-most, most] : this.#whole.range(place);
  }
}
