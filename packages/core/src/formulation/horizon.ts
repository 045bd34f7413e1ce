import type { ProgramBuilder } from "@lungang/program";
import type { Text } from "../instance/issue.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import type { RowsContext } from "./context.ts";

/**
 * Numbers that hold over all years: canonical order and the cells of an instance may differ from year to year.
 *
 * @public
 */
export interface Numbering {
  readonly persons: readonly string[];
  readonly personNumber: ReadonlyMap<string, number>;
  readonly cells: readonly string[];
  readonly schools: readonly string[];
  /** Number over all years of each person, cell and school of a year. Shapes: by year, then by position in it. */
  readonly personOf: readonly Int32Array[];
  readonly cellOf: readonly Int32Array[];
  readonly schoolOf: readonly Int32Array[];
  /** School of each cell. */
  readonly schoolOfCell: Int32Array;
}

/**
 * A candidate start: who, in which year, where to, and until which year. Numbers hold over all years.
 *
 * @public
 */
export interface Start {
  readonly column: number;
  readonly year: number;
  readonly person: number;
  /** Cell entered. */
  readonly cell: number;
  /** First year in which the person is back; the number of years where that lies beyond the horizon or never comes. */
  readonly back: number;
  readonly relationMoves: boolean;
  /** Number of the form in the policy, or the code of an ended exchange. */
  readonly form: number;
  /** Position among the open candidate moves of its year. */
  readonly move: number;
  /** School that holds the relation before; -1 for a recruit. */
  readonly home: number;
}

/**
 * Columns of starts and of leaving, by year.
 *
 * @public
 */
export interface HorizonColumns {
  readonly starts: readonly Start[];
  /** Column of leaving, by year and person of the year; -1 where nobody can. */
  readonly leave: readonly Int32Array[];
  /** Column of each candidate move, by year; -1 where it is left out. */
  readonly move: readonly Int32Array[];
  /** Columns of leaving by person over all years, in order of years; ended exchanges and recruits are not among them. */
  readonly leavesOf: readonly (readonly { readonly year: number; readonly column: number }[])[];
  /** Year and column of settling at the host, by person over all years. */
  readonly settlingOf: ReadonlyMap<number, { readonly year: number; readonly column: number }>;
  /** Columns of taking up the first school, by recruit and in order of years. */
  readonly placedOf: ReadonlyMap<number, readonly Start[]>;
}

/**
 * A start seen by the cells and schools that it changes in its own year.
 *
 * @public
 */
export interface LedgerChange {
  readonly start: Start;
  /** Cell left; -1 for a recruit. */
  readonly from: number;
}

/**
 * Headcount of every cell and school in every year, as it is on the base and as columns. By year, then by number.
 *
 * @public
 */
export interface Ledgers {
  /** Heads and need of cells on the base. */
  readonly heads: readonly Int32Array[];
  readonly demand: readonly Int32Array[];
  /** Working and relation headcount of schools on the base. */
  readonly working: readonly Int32Array[];
  readonly relation: readonly Int32Array[];
  /** Columns of heads missing and heads beyond the need; -1 where no start touches the cell. */
  readonly short: readonly Int32Array[];
  readonly over: readonly Int32Array[];
  /** Columns of heads beyond whole loads that joined posts lack together; by year and position among those of the year. */
  readonly joinedShort: readonly Int32Array[];
  /** Columns of the head beyond whole loads that a joined post has; -1 where there is none. */
  readonly joinedHead: readonly Int32Array[];
  /** Columns of heads below and above the establishment of a school. */
  readonly under: readonly Int32Array[];
  readonly above: readonly Int32Array[];
  /** Starts by school and year: those that leave and those that enter the working ledger, and the relation ledger. */
  readonly changes: readonly LedgerChange[];
}

/** The numbers that one quota asks for in a year, as columns: they fall when people of the base have gone before. */
export interface RequiredMoves {
  readonly columns: readonly number[];
  /** Their sum if nobody goes before. */
  readonly most: number;
}

/**
 * What rules add their rows over years with.
 *
 * @public
 */
export interface HorizonContext {
  readonly builder: ProgramBuilder;
  readonly numbers: Numbering;
  readonly columns: HorizonColumns;
  readonly ledgers: Ledgers;
  /** Context of the rules of each year. */
  readonly contexts: readonly RowsContext[];
  /** What quotas ask for, by year, in the order of the rules. */
  readonly required: readonly RequiredMoves[][];
}

/** Adds one rule to the program of all years, for one of them; returns what it bounds loosely or leaves out. */
export type AddHorizonRows<P> = (rule: PolicyRule<P>, context: HorizonContext, year: number) => readonly Text[];
