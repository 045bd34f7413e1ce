import { NONE } from "../../instance/county.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import type { ItineraryColumn } from "../../formulation/light-types.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries } from "../../formulation/rule-rows.ts";
import type { ItinerantParams } from "./schema.ts";

/**
 * Prices the periods of every post that nobody teaches: `periods elsewhere + full load * heads + untaught >= needed`,
 * with heads as the moves leave them. Posts that nothing touches are constants.
 */
export function addItinerantRows(params: ItinerantParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, builder, levels, start, itineraries = [] } = context;
  const level = levels.get(params.level);
  if (level === undefined || !eligibility.county.cells.some(({ periods }) => (periods?.needed ?? 0) > 0)) return;
  const group = builder.group({ rule: entry.id, source: entry.source, subjectKind: "cell" });
  const movers = moversByCell(context);
  const lines = linesByCell(itineraries);
  eligibility.county.cells.forEach((cell, index) => {
    const periods = cell.kind === "teaching" ? cell.periods : undefined;
    if (periods === undefined || eligibility.inScope[cell.school] !== 1) return;
    const { needed, fullLoad } = periods;
    const missing = needed - fullLoad * (start.cells[index] as number);
    const taught = lines.get(index) ?? [];
    const people = movers.get(index) ?? [];
    if (taught.length === 0 && people.length === 0) {
      builder.addOffset(level, params.weight * Math.max(0, missing));
      return;
    }
    const label = { group, subject: index };
    const row = builder.addSideRow({ lower: missing, upper: Infinity }, label);
    const untaught = builder.addColumn({ lower: 0, upper: needed }, label);
    builder.addEntry(row, untaught, 1);
    builder.addCost(level, untaught, params.weight);
    for (const { column } of taught) builder.addEntry(row, column, 1);
    addMoveEntries(context, row, { valueOf: (move) => fullLoad * changeAt(context, move, index), people });
  });
}

function linesByCell(itineraries: readonly ItineraryColumn[]): ReadonlyMap<number, readonly ItineraryColumn[]> {
  const found = new Map<number, ItineraryColumn[]>();
  for (const line of itineraries) {
    const known = found.get(line.cell);
    if (known === undefined) found.set(line.cell, [line]);
    else known.push(line);
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
