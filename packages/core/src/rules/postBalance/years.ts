import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import type { Crossings } from "../../formulation/horizon-rows.ts";
import { addAsManyLeave, boundColumn, crossingsOf, entryOf } from "../../formulation/horizon-rows.ts";
import { priceJoinedYear } from "../../formulation/joined-year.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { Cell } from "../../instance/cells.ts";
import { mostNeeded } from "../../instance/joined.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import type { PostBalanceParams } from "./schema.ts";

/**
 * Prices what posts lack, and lets no post hold more people than it needs or would hold if nobody moved; where it would
 * hold more than it needs, as many leave in a year as come.
 */
export function addPostBalanceHorizon(rule: PolicyRule<PostBalanceParams>, context: HorizonContext, year: number): [] {
  const rules = context.contexts[year] as RowsContext;
  const { eligibility } = rules;
  const { params } = rule;
  const crossings = crossingsOf(context, year, (cell) => cell);
  eligibility.county.cells.forEach(({ school }, index) => {
    if (eligibility.inScope[school] !== 1) return;
    const cell = context.numbers.cellOf[year]?.[index] as number;
    addPost(context, rule, { year, cell, index, ...crossings(cell) });
  });
  const level = params.level === undefined ? undefined : rules.levels.get(params.level);
  if (level !== undefined) priceJoinedYear(context, year, { level, price: params.weight });
  return [];
}

interface PostAt extends Crossings {
  readonly year: number;
  readonly cell: number;
  /** Position in the year. */
  readonly index: number;
}

function addPost(context: HorizonContext, rule: PolicyRule<PostBalanceParams>, at: PostAt): void {
  const { builder, ledgers } = context;
  const { params } = rule;
  const { year, cell } = at;
  const rules = context.contexts[year] as RowsContext;
  const missing = entryOf(ledgers.demand, year, cell) - entryOf(ledgers.heads, year, cell);
  const most = mostNeeded(rules.eligibility.county.cells[at.index] as Cell);
  const surplus = entryOf(ledgers.heads, year, cell) - most;
  const short = entryOf(ledgers.short, year, cell);
  const level = params.level === undefined ? undefined : rules.levels.get(params.level);
  if (level !== undefined) {
    if (short === ABSENT) builder.addOffset(level, params.weight * Math.max(0, missing));
    else builder.addCost(level, short, params.weight);
  }
  if (short === ABSENT || params.growth === "free") return;
  const subject = { kind: "cell", index: at.index } as const;
  boundColumn(rules, rule, { column: entryOf(ledgers.over, year, cell), upper: Math.max(0, surplus), subject });
  if (surplus > 0) addAsManyLeave(rules, rule, { ...at, subject });
}
