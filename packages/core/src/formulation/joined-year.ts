import { NONE } from "../instance/county.ts";
import { openBeyond } from "../instance/joined.ts";
import type { HorizonContext } from "./horizon.ts";
import { entryOf } from "./horizon-rows.ts";
import { ABSENT } from "./network.ts";
import type { RowsContext } from "./context.ts";

/** Prices the heads beyond whole loads that joined posts of schools in scope lack together in a year. */
export function priceJoinedYear(
  { builder, contexts, ledgers, numbers }: HorizonContext,
  year: number,
  { level, price }: { readonly level: number; readonly price: number | ((cell: number) => number) },
): void {
  const { county, inScope } = (contexts[year] as RowsContext).eligibility;
  if (county.joined.length === 0) return;
  const heads = county.cells.map((_cell, index) => entryOf(ledgers.heads, year, numbers.cellOf[year]?.[index] ?? NONE));
  county.joined.forEach(({ cells: [first = NONE] }, at) => {
    if (inScope[county.cells[first]?.school ?? NONE] !== 1) return;
    const each = typeof price === "number" ? price : price(first);
    const short = ledgers.joinedShort[year]?.[at] ?? ABSENT;
    if (short === ABSENT) builder.addOffset(level, each * openBeyond(county, heads, at));
    else builder.addCost(level, short, each);
  });
}
