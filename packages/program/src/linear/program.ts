/**
 * The solver-neutral program: sparse columns with bounds, rows with bounds, and a chain of levels.
 *
 * Nothing here knows what a column stands for. Labels carry the index of a rule and of a subject; whoever built the
 * program can translate both back.
 */

/**
 * Code in {@link LinearProgram.rowKinds} of a row that is part of the flow network.
 *
 * @public
 */
export const ROW_NODE = 0;

/**
 * Code in {@link LinearProgram.rowKinds} of a row that lies across the network.
 *
 * @public
 */
export const ROW_SIDE = 1;

/**
 * What a group of rows or columns stands for: rule, its source and the kind of subject that `subjectOf` counts.
 *
 * @public
 */
export interface LabelGroup {
  /** Key of the rule in the policy or the structural part of the program, for example `quota.county`. */
  readonly rule: string;
  /** Where the rule comes from, for example `YL-06`; empty for structure. */
  readonly source: string;
  /** What the subject index counts: `person`, `cell`, `school`, `move`, `rule`. */
  readonly subjectKind: string;
}

/**
 * Labels of rows or columns in flat form.
 *
 * Shapes: `groupOf` and `subjectOf` have one entry a row (or column).
 *
 * @public
 */
export interface LabelTable {
  readonly groups: readonly LabelGroup[];
  readonly groupOf: Uint16Array;
  readonly subjectOf: Int32Array;
}

/**
 * One objective of the lexicographic chain; always minimised; integer costs.
 *
 * @public
 */
export interface Level {
  readonly name: string;
  /** What one unit of the value is, for example `heads` or `metres`. */
  readonly unit: string;
  /** Smallest step between two attainable values, a positive integer. */
  readonly step: number;
  /** How much later levels may lose of this one, in units of the level; a non-negative integer. */
  readonly tolerance: number;
  /**
   * The level usually stands at the bound that its columns alone prove, for example slacks that are all 0; a chain may
   * suppose so and find out in the next level. A hint, never a constraint.
   */
  readonly usuallyTrivial?: boolean;
  /** Constant part of the value. */
  readonly offset: number;
  /** Shapes: one integer a column. */
  readonly cost: Float64Array;
}

/**
 * Minimise the levels in order subject to `rowLower <= A x <= rowUpper`, `columnLower <= x <= columnUpper`.
 *
 * Shapes: n columns, m rows, k entries; `starts` has n + 1 entries, the entries of column j are
 * `starts[j] .. starts[j + 1] - 1` of `rows` and `values`, sorted by row, one entry a row.
 * Guarantees: every node row is an equation; a column has at most one +1 and one -1 and nothing else in node rows; all
 * coefficients, finite row bounds and costs are integers of at most 2^31 in absolute value.
 *
 * @public
 */
export interface LinearProgram {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** 1 where the column must be an integer. */
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** {@link ROW_NODE} or {@link ROW_SIDE}. */
  readonly rowKinds: Uint8Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly levels: readonly Level[];
  readonly rowLabels: LabelTable;
  readonly columnLabels: LabelTable;
}

/**
 * An extra row of one solve: `lower <= Σ values[k] x[columns[k]] <= upper`; a column occurs once.
 *
 * @public
 */
export interface Cut {
  readonly lower: number;
  readonly upper: number;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/**
 * Returns the value of a level at a point, summed in the order of the columns.
 *
 * @public
 */
export function levelValue(level: Level, point: ArrayLike<number>): number {
  const { cost } = level;
  let sum = level.offset;
  for (let j = 0; j < cost.length; j++) {
    const c = cost[j] as number;
    if (c !== 0) sum += c * (point[j] as number);
  }
  return sum;
}

/**
 * Returns the label group of a row or column.
 *
 * @public
 */
export function labelOf(table: LabelTable, index: number): LabelGroup {
  const group = table.groups[table.groupOf[index] as number];
  if (group === undefined) throw new RangeError(`Cannot read a label: no row or column ${index}`);
  return group;
}
