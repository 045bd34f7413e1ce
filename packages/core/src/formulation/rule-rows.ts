import type { RowSubject } from "./row-subject.ts";
import { labelOfSubject } from "./row-subject.ts";
import type { LabelRef } from "@lungang/program";
import type { RuleTerms } from "../policy/policy-rule.ts";
import type { RowSpec } from "@lungang/program";
import type { RowsContext } from "./context.ts";
import { isHard } from "../policy/strength.ts";

/**
 * Name of the level that prices violations of soft and overridden rules.
 *
 * @public
 */
export const COMPLIANCE = "compliance";

/** Returns the label of a row or column of a rule. */
export function ruleLabel(
  { builder, eligibility }: Pick<RowsContext, "builder" | "eligibility">,
  { id, source }: Pick<RuleTerms, "id" | "source">,
  about: RowSubject,
): LabelRef {
  const { subjectKind, subject } = labelOfSubject(about, eligibility.county);
  return { group: builder.group({ rule: id, source, subjectKind }), subject };
}

/**
 * Adds a side row of a rule; a rule that may give gets slack columns at its price in the compliance level.
 *
 * @returns the number of the row
 */
export function addRuleRow(
  context: RowsContext,
  entry: RuleTerms,
  row: RowSpec & {
    readonly subject: RowSubject;
    /**
     * What one unit of violation is worth in the row: the denominator of a share, so that its price is for a head.
     *
     * @defaultValue 1
     */
    readonly violationUnit?: number;
  },
): number {
  const { builder } = context;
  const label = ruleLabel(context, entry, row.subject);
  const added = builder.addSideRow({ lower: row.lower, upper: row.upper }, label);
  const unit = row.violationUnit ?? 1;
  if (unit !== 1) context.violationUnits.set(added, unit);
  if (isHard(entry)) return added;
  context.givingRows.add(added);
  const level = context.levels.get(COMPLIANCE);
  for (const [bound, sign] of [
    [row.lower, 1],
    [row.upper, -1],
  ] as const) {
    if (!Number.isFinite(bound)) continue;
    const slack = builder.addSlack(added, sign * unit, label);
    if (level !== undefined) builder.addCost(level, slack, entry.price);
  }
  return added;
}

/** Coefficients of candidate moves, and the people whose moves can have one. */
export interface MoveTerms {
  readonly valueOf: (move: number) => number;
  /** @defaultValue everybody */
  readonly people?: Iterable<number> | undefined;
}

/**
 * Gives every coefficient to `add`: on the arc of leaving where all moves of a person agree, on the moves otherwise.
 * Fewer entries make faster solves.
 */
function forEachTerm(context: RowsContext, terms: MoveTerms, add: (column: number, value: number) => void): void {
  const { moves, network } = context;
  const { starts } = moves;
  for (const person of terms.people ?? network.leave.keys()) {
    const first = starts[person] as number;
    const end = starts[person + 1] as number;
    if (first === end) continue;
    const common = terms.valueOf(first);
    let uniform = true;
    for (let move = first + 1; uniform && move < end; move++) uniform = terms.valueOf(move) === common;
    if (uniform) {
      if (common !== 0) add(network.leave[person] as number, common);
      continue;
    }
    for (let move = first; move < end; move++) {
      const value = terms.valueOf(move);
      if (value !== 0) add(network.move[move] as number, value);
    }
  }
}

/**
 * Adds coefficients of moves to a side row.
 *
 * @public
 */
export function addMoveEntries(context: RowsContext, row: number, terms: MoveTerms): void {
  forEachTerm(context, terms, (column, value) => context.builder.addEntry(row, column, value));
}

/** Adds costs of moves to a level. */
export function addMoveCosts(context: RowsContext, level: string, valueOf: (move: number) => number): void {
  const number = context.levels.get(level);
  if (number === undefined) return;
  forEachTerm(context, { valueOf }, (column, value) => context.builder.addCost(number, column, value));
}
