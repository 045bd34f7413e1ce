import type { ItineraryCandidate, LightCandidate } from "../moves/light.ts";

/** A column that is 1 where a person takes part in a light form. */
export interface LightColumn extends LightCandidate {
  readonly column: number;
}

/** A column of periods a week that a person teaches for a post elsewhere, or for another post of the own school. */
export interface ItineraryColumn extends ItineraryCandidate {
  readonly column: number;
  /** Post of the same school in which the person counts with a full load, that these periods are part of. */
  readonly beside?: number;
}

/** A light form, by number, and the column that is 1 where a person takes part in it. */
export interface LightUse {
  readonly form: number;
  readonly column: number;
}
