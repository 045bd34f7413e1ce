import type { YearsHorizon } from "./horizon-context.ts";
import { entryOf } from "@lungang/core/formulation";

/**
 * A mere volunteer goes only to a post that is short on the first day of the year (DM-08): one that was left short the
 * year before, or from which somebody has gone for good since.
 */
export function addVacancies(context: YearsHorizon, year: number): void {
  const { builder, columns, ledgers, numbers, years } = context;
  const { prepared, moves } = years[year] as (typeof years)[number];
  const { eligibility } = prepared;
  if (year === 0 || eligibility.policy.eligibility.volunteers?.needsVacancy !== true) return;
  const group = builder.group({
    rule: "vacancy",
    source: eligibility.policy.eligibility.volunteers.source,
    subjectKind: "move",
  });
  for (const { column, cell, year: starts, move } of columns.starts) {
    if (starts !== year) continue;
    const person = moves.person[move] as number;
    if (eligibility.decisions[person]?.standing !== "volunteer") continue;
    const here = eligibility.county.cellIndex.get(numbers.cells[cell] as string) as number;
    const gone = entryOf(ledgers.heads, year - 1, cell) - (eligibility.context.cellHeadcount[here] as number);
    const row = builder.addSideRow({ lower: -Infinity, upper: Math.max(0, gone) }, { group, subject: move });
    builder.addEntry(row, column, 1);
    builder.addEntry(row, entryOf(ledgers.short, year - 1, cell), -1);
  }
}
