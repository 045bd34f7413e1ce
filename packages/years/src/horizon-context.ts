import type { ProgramBuilder } from "@lungang/program";
import type { RowsContext } from "@lungang/core/formulation";
import type { BaseYear } from "./base-years.ts";
import type { HorizonColumns } from "./horizon-columns.ts";
import type { Ledgers } from "./horizon-ledgers.ts";
import type { Places } from "./places.ts";

/** A start of an earlier plan over years: who, where to, and in which year of the horizon. */
export interface EarlierStart {
  readonly person: string;
  readonly post: string;
  readonly year: number;
}

/** What every part of the program is built with. */
export interface HorizonContext {
  readonly builder: ProgramBuilder;
  readonly years: readonly BaseYear[];
  readonly places: Places;
  readonly columns: HorizonColumns;
  readonly ledgers: Ledgers;
  /** Context of the rules of each year. */
  readonly contexts: readonly RowsContext[];
}
