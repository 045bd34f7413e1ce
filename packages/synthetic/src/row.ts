import type { SchoolInput } from "@lungang/core";
import type { Rates } from "./options.ts";

/**
 * One school of a real list.
 *
 * @public
 */
export interface SchoolRow {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Real number of teachers; 0 leaves a school without people. */
  readonly teachers: number;
  /** Pupils, if known; a school without pupils needs no teachers. */
  readonly students?: number;
  readonly classes?: number;
  readonly type: SchoolInput["type"];
  /**
   * Where the school stands.
   *
   * @defaultValue by its distance from the largest school of its zone
   */
  readonly area?: NonNullable<SchoolInput["area"]>;
  readonly zone?: string;
  /** @defaultValue the zone */
  readonly alliance?: string;
  readonly township?: string;
  /** @defaultValue "public" */
  readonly ownership?: NonNullable<SchoolInput["ownership"]>;
}

/**
 * Who the people of a real list of schools are.
 *
 * @public
 */
export interface StaffOptions extends Rates {
  /** Any text; the same list and options give the same data. */
  readonly seed: string;
  /** Year in which the school year of the plan starts. */
  readonly planYear: number;
  readonly county: { readonly id: string; readonly name: string };
}
