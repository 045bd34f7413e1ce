import { mostNeeded, openBeyond } from "../../instance/joined.ts";
import { postBalanceMeaning } from "./schema.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { NONE } from "../../instance/county.ts";
import { headsOfReturns } from "../../formulation/headcounts.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { COMPLIANCE, addRuleRow } from "../../formulation/rule-rows.ts";
import { rulesOf } from "../../policy/policy-rule.ts";
import { isHard } from "../../policy/strength.ts";
import type { PostBalanceParams } from "./schema.ts";

/**
 * Prices the shortfall of every cell and bounds its overage by what is there already (model N3): bounds and costs on
 * arcs, no rows. Cells that no move touches are constants.
 */
export function addPostBalanceRows(params: PostBalanceParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, network, start, builder, levels } = context;
  const { cells, cellOf, reservedCellOf } = eligibility.county;
  const level = params.level === undefined ? undefined : levels.get(params.level);
  const compliance = levels.get(COMPLIANCE);
  const returning = headsOfReturns(eligibility, { here: cellOf, home: reservedCellOf, count: cells.length });
  if (level !== undefined) priceJoined(params, context, level);
  // An arc is split for one entry only; what a second one prices is a row.
  const alone =
    rulesOf(context.rules, postBalanceMeaning).filter((rule) => rule.params.growth === "never").length === 1;
  cells.forEach((cell, index) => {
    if (eligibility.inScope[cell.school] !== 1) return;
    const short = network.shortfall[index] as number;
    const missing = cell.demand - (start.cells[index] as number);
    if (short === ABSENT) {
      if (level !== undefined && missing > 0) builder.addOffset(level, params.weight * missing);
      return;
    }
    if (level !== undefined) builder.addCost(level, short, params.weight);
    if (params.growth === "free") return;
    const surplus = Math.max(0, (start.cells[index] as number) + (returning[index] as number) - mostNeeded(cell));
    const over = network.overage[index] as number;
    if (isHard(entry)) boundArc(context, { over, surplus, entry, index });
    else if (!alone) {
      const subject = { kind: "cell", index } as const;
      builder.addEntry(addRuleRow(context, entry, { lower: -Infinity, upper: surplus, subject }), over, 1);
    } else if (compliance !== undefined)
      splitArc(context, { over, surplus, level: compliance, price: entry.price, entry, index });
  });
}

/** Prices the heads that joined posts lack together beyond whole loads. */
function priceJoined(
  { weight }: PostBalanceParams,
  { eligibility, network, start, builder }: RowsContext,
  level: number,
) {
  const { county, inScope } = eligibility;
  county.joined.forEach(({ cells: [first = NONE] }, index) => {
    if (inScope[county.cells[first]?.school ?? NONE] !== 1) return;
    const short = network.joinedShortfall[index] as number;
    if (short === ABSENT) builder.addOffset(level, weight * openBeyond(county, start.cells, index));
    else builder.addCost(level, short, weight);
  });
}

/** Bounds the overage; the upper bound carries the label of the rule. */
function boundArc(
  { builder }: RowsContext,
  arc: { over: number; surplus: number; entry: RuleTerms; index: number },
): void {
  const group = builder.group({ rule: arc.entry.id, source: arc.entry.source, subjectKind: "cell" });
  builder.tighten(arc.over, 0, arc.surplus);
  builder.relabel(arc.over, { group, subject: arc.index });
}

/** Lets a soft bound give: the part of the overage beyond the surplus costs its price. */
function splitArc(
  { builder }: RowsContext,
  arc: { over: number; surplus: number; level: number; price: number; entry: RuleTerms; index: number },
): void {
  const group = builder.group({ rule: arc.entry.id, source: arc.entry.source, subjectKind: "cell" });
  const beyond = builder.addParallelArc(arc.over, { group, subject: arc.index });
  builder.addCost(arc.level, beyond, arc.price);
  builder.tighten(arc.over, 0, arc.surplus);
}
