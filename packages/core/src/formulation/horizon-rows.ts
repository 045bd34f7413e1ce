import { NONE } from "../instance/county.ts";
import type { RuleTerms } from "../policy/policy-rule.ts";
import { isHard } from "../policy/strength.ts";
import type { RowsContext } from "./context.ts";
import type { HorizonContext, LedgerChange } from "./horizon.ts";
import type { RowSubject } from "./row-subject.ts";
import { COMPLIANCE, addRuleRow } from "./rule-rows.ts";

/**
 * Returns an entry of a table by year and number; 0 where the year or the number is unknown.
 *
 * @public
 */
export function entryOf(table: readonly Int32Array[], year: number, number: number): number {
  return table[year]?.[number] ?? 0;
}

interface PersonAt {
  readonly year: number;
  /** Position in the year. */
  readonly index: number;
}

/** Returns the columns of leaving of a person of a year, in that year and before. */
export function leavesUpTo({ columns, numbers }: HorizonContext, { year, index }: PersonAt) {
  const person = numbers.personOf[year]?.[index] as number;
  return (columns.leavesOf[person] ?? []).filter((leave) => leave.year <= year);
}

/** Returns the columns by which a person has gone from home, by the year: leaving, and settling at the host. */
export function goneUpTo(context: HorizonContext, at: PersonAt) {
  const { columns, numbers } = context;
  const settling = columns.settlingOf.get(numbers.personOf[at.year]?.[at.index] as number);
  const settled = settling === undefined || settling.year > at.year ? [] : [settling];
  return [...leavesUpTo(context, at), ...settled];
}

/** Columns of the starts of one year that enter and leave one cell or school. */
export interface Crossings {
  readonly into: readonly number[] | undefined;
  readonly out: readonly number[];
}

/** Returns the starts of a year by the cell, or school, that they enter and leave. */
export function crossingsOf(
  context: HorizonContext,
  year: number,
  placeOf: (cell: number) => number,
): (place: number) => Crossings {
  const into = new Map<number, number[]>();
  const out = new Map<number, number[]>();
  const note = (map: Map<number, number[]>, cell: number, { start }: LedgerChange) => {
    if (cell === NONE) return;
    const list = map.get(placeOf(cell)) ?? [];
    map.set(placeOf(cell), list);
    list.push(start.column);
  };
  for (const change of context.ledgers.changes) {
    if (change.start.year !== year) continue;
    note(into, change.start.cell, change);
    note(out, change.from, change);
  }
  return (place) => ({ into: into.get(place), out: out.get(place) ?? [] });
}

/** Adds that in a year no more people come to a place that has too many than leave it. */
export function addAsManyLeave(
  rules: RowsContext,
  entry: RuleTerms,
  { into, out, subject }: Crossings & { readonly subject: RowSubject },
): void {
  if (into === undefined) return;
  const row = addRuleRow(rules, entry, { lower: -Infinity, upper: 0, subject });
  for (const column of into) rules.builder.addEntry(row, column, 1);
  for (const column of out) rules.builder.addEntry(row, column, -1);
}

/** Bounds a column; a rule that may give gets a row with slack instead. */
export function boundColumn(
  rules: RowsContext,
  entry: RuleTerms,
  { column, upper, subject }: { readonly column: number; readonly upper: number; readonly subject: RowSubject },
): void {
  if (isHard(entry) || rules.levels.get(COMPLIANCE) === undefined) rules.builder.tighten(column, 0, upper);
  else rules.builder.addEntry(addRuleRow(rules, entry, { lower: -Infinity, upper, subject }), column, 1);
}
