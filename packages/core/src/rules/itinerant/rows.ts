import { NONE } from "../../instance/county.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import type { ItineraryColumn } from "../../formulation/light-types.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries } from "../../formulation/rule-rows.ts";
import type { ItinerantParams } from "./schema.ts";

/**
 * Prices the periods of every post that nobody teaches: `periods of those who come + full load * heads - periods that its
 * heads teach for other posts of the school + untaught >= needed`, with heads as the moves leave them. Posts that nothing
 * touches are constants.
 */
export function addItinerantRows(params: ItinerantParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, builder, levels, start, itineraries = [] } = context;
  const level = levels.get(params.level);
  if (level === undefined || !eligibility.county.cells.some(({ periods }) => (periods?.needed ?? 0) > 0)) return;
  const group = builder.group({ rule: entry.id, source: entry.source, subjectKind: "cell" });
  const movers = moversByCell(context);
  const taught = taughtByCell(itineraries);
  eligibility.county.cells.forEach((cell, index) => {
    const periods = cell.kind === "teaching" ? cell.periods : undefined;
    if (periods === undefined || eligibility.inScope[cell.school] !== 1) return;
    const { needed, fullLoad } = periods;
    const missing = needed - fullLoad * (start.cells[index] as number);
    const entries = taught.get(index) ?? [];
    const people = movers.get(index) ?? [];
    if (entries.length === 0 && people.length === 0) {
      builder.addOffset(level, params.weight * Math.max(0, missing));
      return;
    }
    const label = { group, subject: index };
    const row = builder.addSideRow({ lower: missing, upper: Infinity }, label);
    // Somebody whose full load is larger than that of the post could give away more than the post counts with.
    const upper = entries.every(({ value }) => value > 0) ? needed : Infinity;
    const untaught = builder.addColumn({ lower: 0, upper }, label);
    builder.addEntry(row, untaught, 1);
    builder.addCost(level, untaught, params.weight);
    for (const { column, value } of entries) builder.addEntry(row, column, value);
    addMoveEntries(context, row, { valueOf: (move) => fullLoad * changeAt(context, move, index), people });
  });
}

/** Periods that somebody teaches for a post, or that its head teaches beside it. */
interface TaughtEntry {
  readonly column: number;
  readonly value: 1 | -1;
}

function taughtByCell(itineraries: readonly ItineraryColumn[]): ReadonlyMap<number, readonly TaughtEntry[]> {
  const found = new Map<number, TaughtEntry[]>();
  const note = (cell: number, entry: TaughtEntry) => {
    const known = found.get(cell);
    if (known === undefined) found.set(cell, [entry]);
    else known.push(entry);
  };
  for (const { cell, beside, column } of itineraries) {
    note(cell, { column, value: 1 });
    if (beside !== undefined) note(beside, { column, value: -1 });
  }
  return found;
}

/** Returns by how many heads a move changes a cell. */
function changeAt({ eligibility, moves }: RowsContext, move: number, cell: number): number {
  const person = moves.person[move] as number;
  if (!isCounted(eligibility, person)) return 0;
  return (moves.cell[move] === cell ? 1 : 0) - (eligibility.county.cellOf[person] === cell ? 1 : 0);
}

/** Returns the people whose moves enter or leave each cell. */
function moversByCell({ eligibility, moves }: RowsContext): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, Set<number>>();
  const note = (cell: number, person: number) => {
    if (cell !== NONE) found.set(cell, (found.get(cell) ?? new Set()).add(person));
  };
  for (let move = 0; move < moves.count; move++) {
    const person = moves.person[move] as number;
    note(moves.cell[move] as number, person);
    note(eligibility.county.cellOf[person] as number, person);
  }
  return new Map([...found].map(([cell, people]) => [cell, [...people]]));
}
