import type { ShortfallPart } from "../../formulation/network.ts";
import { ABSENT, runsBeyond } from "../../formulation/network.ts";
import { NONE } from "../../instance/county.ts";
import { openBeyond } from "../../instance/joined.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { ruleLabel } from "../../formulation/rule-rows.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { partedEntry, placesOf, runsOf } from "./parts.ts";
import type { EvenShortfallParams, Step } from "./schema.ts";
import { levelOfStep, stepPrice, stepsOf } from "./schema.ts";

/** What a place lacks whoever moves, and the shortfalls that moves can change: the column and a cell of each. */
interface Lacking {
  readonly need: number;
  fixed: number;
  readonly open: { readonly column: number; readonly cell: number }[];
}

/**
 * Prices what every place lacks beyond each step (model C13). Heads that cost alike are one arc beside the others, or one
 * column of a row where the places are no part of the network; as prices never fall, the cheap ones fill first.
 */
export function addEvenShortfallRows(params: EvenShortfallParams, entry: RuleTerms, context: RowsContext): void {
  const { network, rules } = context;
  const isParted = partedEntry(rules)?.id === entry.id;
  lackingOf(params, context).forEach((lacking, place) => {
    addFixed(params, context, lacking);
    if (lacking.open.length === 0) return;
    const parts = isParted ? (network.parts?.[place] ?? []) : addParts(params, entry, { context, lacking });
    for (const { column, head } of parts) addPrices(params, context, { column, head, need: lacking.need });
  });
}

function lackingOf(params: EvenShortfallParams, { eligibility, network, start }: RowsContext): readonly Lacking[] {
  const { placeOf, need } = placesOf(params, eligibility);
  const places = need.map((heads): Lacking => ({ need: heads, fixed: 0, open: [] }));
  const add = (cell: number, column: number, missing: number) => {
    const lacking = places[placeOf[cell] ?? NONE];
    if (lacking === undefined) return;
    if (column === ABSENT) lacking.fixed += missing;
    else lacking.open.push({ column, cell });
  };
  const { county } = eligibility;
  county.cells.forEach(({ demand }, cell) => {
    add(cell, network.shortfall[cell] as number, Math.max(0, demand - (start.cells[cell] as number)));
  });
  county.joined.forEach(({ cells: [first = NONE] }, at) => {
    add(first, network.joinedShortfall[at] as number, openBeyond(county, start.cells, at));
  });
  return places;
}

/** What a place lacks whoever moves fills the cheapest heads. */
function addFixed(params: EvenShortfallParams, { builder, levels }: RowsContext, { need, fixed }: Lacking): void {
  for (const step of stepsOf(params)) {
    const level = levels.get(levelOfStep(params.level, step));
    if (level === undefined) continue;
    for (let head = 1; head <= fixed; head++) builder.addOffset(level, priceOfHead(params, step, { head, need }));
  }
}

/** Columns of a row for a place that the network does not part. */
function addParts(
  params: EvenShortfallParams,
  entry: RuleTerms,
  { context, lacking: { need, fixed, open } }: { readonly context: RowsContext; readonly lacking: Lacking },
): readonly ShortfallPart[] {
  const { builder } = context;
  const label = ruleLabel(context, entry, { kind: "cell", index: open[0]?.cell ?? NONE });
  const row = builder.addSideRow({ lower: -Infinity, upper: 0 }, label);
  for (const { column } of open) builder.addEntry(row, column, 1);
  return runsBeyond(runsOf(params, need), { fixed, need }).map(({ head, heads }) => {
    const column = builder.addColumn({ lower: 0, upper: heads }, label);
    builder.addEntry(row, column, -1);
    return { column, head };
  });
}

function addPrices(
  params: EvenShortfallParams,
  { builder, levels }: RowsContext,
  { column, head, need }: ShortfallPart & { readonly need: number },
): void {
  for (const step of stepsOf(params)) {
    const level = levels.get(levelOfStep(params.level, step));
    const price = priceOfHead(params, step, { head, need });
    if (level !== undefined && price > 0) builder.addCost(level, column, price);
  }
}

function priceOfHead(
  params: EvenShortfallParams,
  step: Step,
  { head, need }: { readonly head: number; readonly need: number },
): number {
  const { from, first, each } = stepPrice(params, step, need);
  if (head < from) return 0;
  return head === from ? first : each;
}
