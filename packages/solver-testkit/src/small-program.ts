import type { LevelSpec, LinearProgram } from "@lungang/program";
import { ProgramBuilder } from "@lungang/program";

/**
 * A column of a small program.
 *
 * @public
 */
export interface SmallColumn {
  readonly lower: number;
  readonly upper: number;
  /** @defaultValue true */
  readonly integer?: boolean;
  /** Shapes: one cost a level; missing ones are 0. */
  readonly costs?: readonly number[];
}

/**
 * A side row of a small program; `terms` pairs columns with coefficients.
 *
 * @public
 */
export interface SmallRow {
  readonly lower: number;
  readonly upper: number;
  readonly terms: readonly (readonly [column: number, value: number])[];
}

/**
 * A program written down by hand.
 *
 * @public
 */
export interface SmallProgram {
  readonly columns: readonly SmallColumn[];
  readonly rows: readonly SmallRow[];
  /** @defaultValue one level of step 1 */
  readonly levels?: readonly (Partial<LevelSpec> & { readonly offset?: number })[];
}

/**
 * Returns the program that a small description stands for.
 *
 * @public
 */
export function smallProgram(small: SmallProgram): LinearProgram {
  const builder = new ProgramBuilder();
  const group = builder.group({ rule: "test", source: "", subjectKind: "number" });
  for (const [k, { offset = 0, ...spec }] of (small.levels ?? [{}]).entries()) {
    builder.addLevel({ name: `level ${k}`, unit: "units", ...spec });
    builder.addOffset(k, offset);
  }
  for (const [subject, { costs = [], ...column }] of small.columns.entries()) {
    builder.addColumn(column, { group, subject });
    for (const [level, cost] of costs.entries()) builder.addCost(level, subject, cost);
  }
  for (const [subject, row] of small.rows.entries()) {
    const number = builder.addSideRow(row, { group, subject });
    for (const [column, value] of row.terms) builder.addEntry(number, column, value);
  }
  return builder.build();
}
