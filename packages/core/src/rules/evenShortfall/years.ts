import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import { entryOf } from "../../formulation/horizon-rows.ts";
import { priceJoinedYear } from "../../formulation/joined-year.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { Text } from "../../instance/issue.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import { placesOf } from "./parts.ts";
import type { EvenShortfallParams } from "./schema.ts";
import { levelOfStep, stepPrice } from "./schema.ts";

const SUM = { over: 0, of: 1 };

const REASON: Text = {
  zh: "多年统筹只计缺员总数，均衡分担逐年计算",
  en: "over years the sum of what is missing is counted; it is shared out year by year",
};

/** Prices all that places lack in a year; how it is shared out is left to the plan of the year. */
export function addEvenShortfallHorizon(
  { params }: PolicyRule<EvenShortfallParams>,
  context: HorizonContext,
  year: number,
): readonly Text[] {
  const { eligibility, levels } = context.contexts[year] as RowsContext;
  const level = levels.get(levelOfStep(params.level, SUM));
  if (level === undefined) return [];
  const { placeOf, need } = placesOf(params, eligibility);
  const eachAt = (place: number) => stepPrice(params, SUM, need[place] as number).each;
  placeOf.forEach((place, index) => {
    if (place < 0) return;
    const cell = context.numbers.cellOf[year]?.[index] as number;
    const each = eachAt(place);
    const short = entryOf(context.ledgers.short, year, cell);
    if (short !== ABSENT) return context.builder.addCost(level, short, each);
    const missing = entryOf(context.ledgers.demand, year, cell) - entryOf(context.ledgers.heads, year, cell);
    context.builder.addOffset(level, each * Math.max(0, missing));
  });
  // A school of no township is of no place, and lacks nothing.
  const price = (cell: number) => ((placeOf[cell] as number) < 0 ? 0 : eachAt(placeOf[cell] as number));
  priceJoinedYear(context, year, { level, price });
  return [REASON];
}
