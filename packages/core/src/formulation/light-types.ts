import type { ItineraryCandidate, LightCandidate } from "../moves/light.ts";

/** A column that is 1 where a person takes part in a light form. */
export interface LightColumn extends LightCandidate {
  readonly column: number;
}

/** A column of periods a week that a person teaches for a post elsewhere. */
export interface ItineraryColumn extends ItineraryCandidate {
  readonly column: number;
}

/** A light form, by number, and the column that is 1 where a person takes part in it. */
export interface LightUse {
  readonly form: number;
  readonly column: number;
}
