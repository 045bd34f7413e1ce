import type { LabelRef, ProgramBuilder } from "@lungang/program";
import { quotaBase } from "../../eligibility/eligibility.ts";
import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import { goneUpTo } from "../../formulation/horizon-rows.ts";
import { rowSubject } from "../../formulation/row-subject.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import { shareBounds } from "../../formulation/share-bounds.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import { usualRounding } from "../../policy/rounding.ts";
import { groupSubject } from "../../subject/rule-subject.ts";
import type { QuotaGroup } from "./groups.ts";
import { quotaGroups } from "./groups.ts";
import { quotaTerms } from "./rows.ts";
import type { QuotaParams } from "./schema.ts";

/**
 * Adds the quotas of a year. The base is that of the base year less those who went in an earlier year of the horizon,
 * who are away or have started their years anew; the required number is an integer column between the share of the base
 * and one less than one more.
 */
export function addQuotaHorizon(rule: PolicyRule<QuotaParams>, context: HorizonContext, year: number): [] {
  const { builder } = context;
  const rules = context.contexts[year] as RowsContext;
  const { eligibility, moves } = rules;
  const { params } = rule;
  const groups = quotaGroups(eligibility, params);
  const valueOf = quotaTerms(params, rules);
  const columns = groups.map((group) => {
    const subject = rowSubject(groupSubject(params.by, group.name), eligibility.county);
    const column = requiredColumn(context, year, { rule, group });
    const isLeast = params.bound === "atLeast";
    const bounds = isLeast ? { lower: 0, upper: Infinity } : { lower: -Infinity, upper: 0 };
    const row = addRuleRow(rules, rule, { ...bounds, subject });
    builder.addEntry(row, column, -1);
    const inGroup = (move: number) => (group.members[moves.person[move] as number] === 1 ? valueOf(move) : 0);
    addMoveEntries(rules, row, { valueOf: inGroup });
    return column;
  });
  const most = groups.reduce((sum, group) => sum + group.required, 0);
  if (params.bound === "atLeast") context.required[year]?.push({ columns, most });
  return [];
}

/** The share of what is left of the base, rounded as in one year: the required number is both at least and at most it. */
function requiredColumn(
  context: HorizonContext,
  year: number,
  { rule, group }: { readonly rule: PolicyRule<QuotaParams>; readonly group: QuotaGroup },
): number {
  const { builder } = context;
  const { params } = rule;
  const { eligibility } = context.contexts[year] as RowsContext;
  const rounding = params.rounding ?? usualRounding(params.bound);
  const { part, whole, lower } = shareBounds(params.share, { bound: "atLeast", rounding });
  const { upper } = shareBounds(params.share, { bound: "atMost", rounding });
  const label = {
    group: builder.group({ rule: rule.id, source: rule.source, subjectKind: "required" }),
    subject: year,
  };
  const column = builder.addColumn({ lower: 0, upper: group.required }, label);
  const constant = whole * group.baseCount;
  const row = builder.addSideRow({ lower: constant + lower, upper: constant + upper }, label);
  builder.addEntry(row, column, part);
  const inBase = params.base === "eligible" ? quotaBase(eligibility, params) : undefined;
  if (inBase === undefined) return column;
  const gone: number[] = [];
  inBase.forEach((yes, index) => {
    if (yes !== 1 || group.members[index] !== 1) return;
    for (const leave of goneUpTo(context, { year, index })) if (leave.year < year) gone.push(leave.column);
  });
  if (gone.length > 0) builder.addEntry(row, countColumn(builder, gone, label), whole);
  return column;
}

/** Adds an integer column that counts columns: a search branches on the two integers of a share, not on single starts. */
function countColumn(builder: ProgramBuilder, counted: readonly number[], label: LabelRef): number {
  const column = builder.addColumn({ lower: 0, upper: counted.length }, label);
  const row = builder.addSideRow({ lower: 0, upper: 0 }, label);
  builder.addEntry(row, column, -1);
  for (const one of counted) builder.addEntry(row, one, 1);
  return column;
}
