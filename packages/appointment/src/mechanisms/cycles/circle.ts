import type { Market, Placement } from "../../market/market.ts";

/** How circles of moves are made. */
export interface CyclesOptions {
  /** Most people in one circle or chain, at least 2 unless chains are allowed. */
  readonly longest: number;
  /** `chains`: the last of a chain may go to a free place; `none`: every post is left by one and taken by another. */
  readonly vacancies: "none" | "chains";
}

/** People who move together: each goes to the post beside him; the post of a chain's last is a free place. */
export interface Circle {
  readonly people: readonly number[];
  readonly posts: readonly number[];
}

/** What the rule decided. */
export interface CyclesResult {
  readonly placement: Placement;
  readonly circles: readonly Circle[];
}

/** Places while circles are made. */
export interface CyclesState {
  readonly market: Market;
  readonly options: CyclesOptions;
  readonly hasMoved: Uint8Array;
  /** Who held each post at the start. */
  readonly holders: readonly (readonly number[])[];
  readonly free: Int32Array;
}
