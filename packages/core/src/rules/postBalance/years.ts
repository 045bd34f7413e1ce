import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import type { Crossings } from "../../formulation/horizon-rows.ts";
import { addAsManyLeave, boundColumn, crossingsOf, entryOf } from "../../formulation/horizon-rows.ts";
import { priceJoinedYear } from "../../formulation/joined-year.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { RowSubject } from "../../formulation/row-subject.ts";
import { NONE } from "../../instance/county.ts";
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
  eligibility.county.cells.forEach((cell, index) => {
    if (eligibility.inScope[cell.school] !== 1) return;
    const number = context.numbers.cellOf[year]?.[index] as number;
    const subject = { kind: "cell", index } as const;
    addPost(context, rule, { year, cell: number, most: mostNeeded(cell), subject, ...crossings(number) });
  });
  for (const { cell, index } of absentCells(context, year)) {
    if (eligibility.inScope[index] !== 1) continue;
    addPost(context, rule, { year, cell, most: 0, subject: { kind: "school", index }, ...crossings(cell) });
  }
  const level = params.level === undefined ? undefined : rules.levels.get(params.level);
  if (level !== undefined) priceJoinedYear(context, year, { level, price: params.weight });
  return [];
}

/**
 * Returns the posts that nobody fills on the base of a year and no list names, and the positions of their schools: who came to
 * one before is more than it needs.
 */
function absentCells({ numbers }: HorizonContext, year: number) {
  const there = new Set(numbers.cellOf[year]);
  return [...numbers.cells.keys()]
    .filter((cell) => !there.has(cell))
    .map((cell) => ({ cell, index: numbers.schoolOf[year]?.indexOf(numbers.schoolOfCell[cell] as number) ?? NONE }));
}

interface PostAt extends Crossings {
  readonly year: number;
  readonly cell: number;
  /** Most heads that it may need. */
  readonly most: number;
  readonly subject: RowSubject;
}

function addPost(context: HorizonContext, rule: PolicyRule<PostBalanceParams>, at: PostAt): void {
  const { builder, ledgers } = context;
  const { params } = rule;
  const { year, cell, most, subject } = at;
  const rules = context.contexts[year] as RowsContext;
  const missing = entryOf(ledgers.demand, year, cell) - entryOf(ledgers.heads, year, cell);
  const surplus = entryOf(ledgers.heads, year, cell) - most;
  const short = entryOf(ledgers.short, year, cell);
  const level = params.level === undefined ? undefined : rules.levels.get(params.level);
  if (level !== undefined) {
    if (short === ABSENT) builder.addOffset(level, params.weight * Math.max(0, missing));
    else builder.addCost(level, short, params.weight);
  }
  if (short === ABSENT || params.growth === "free") return;
  boundColumn(rules, rule, { column: entryOf(ledgers.over, year, cell), upper: Math.max(0, surplus), subject });
  if (surplus > 0) addAsManyLeave(rules, rule, at);
}
