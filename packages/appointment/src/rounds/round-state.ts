import type { Market, Placement } from "../market/market.ts";

/** How far a person is from a school; undefined where nobody knows. Units: metres. */
export type MetresTo = (personId: string, school: string) => number | undefined;

/** Where everybody stands between two rounds. */
export interface RoundState {
  readonly market: Market;
  readonly metres: MetresTo | undefined;
  /** Where everybody is now. */
  readonly placement: Placement;
  /** 1 for people who are out: they have what they got. */
  readonly isOut: Uint8Array;
}
