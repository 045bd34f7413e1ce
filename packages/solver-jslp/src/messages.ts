import type { JslpModel } from "./translate.ts";

/** One solve. */
export interface JslpRequest {
  readonly model: JslpModel;
}

/** What javascript-lp-solver left behind. */
export interface JslpReply {
  readonly feasible: boolean;
  readonly bounded: boolean;
  /** Values of the variables that are not 0. */
  readonly variables: Readonly<Record<string, number>>;
  /** Milliseconds in the library. */
  readonly elapsed: number;
  /** Warnings of the library, for example of a cycle of the simplex. */
  readonly messages: readonly string[];
}
