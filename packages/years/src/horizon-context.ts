import type { HorizonContext } from "@lungang/core/formulation";
import type { BaseYear } from "./base-years.ts";

/**
 * A start of an earlier plan over years: who, where to, and in which year of the horizon.
 *
 * @public
 */
export interface EarlierStart {
  readonly person: string;
  readonly post: string;
  readonly year: number;
}

/** What every part of the program is built with. */
export interface YearsHorizon extends HorizonContext {
  readonly years: readonly BaseYear[];
}
