import { COUNTY, groupSubject } from "@lungang/core/plan";
import { rowSubject } from "@lungang/core/formulation";
import type { LabelRef, ProgramBuilder } from "@lungang/program";
import { quotaBase } from "@lungang/core/policy";
import type { QuotaGroup } from "@lungang/core/formulation";
import { BOUNDED_STANDINGS, boundOf, hasObligations, quotaGroups } from "@lungang/core/formulation";
import { quotaTerms } from "@lungang/core/formulation";
import type { RowsContext } from "@lungang/core/formulation";
import { addMoveEntries, addRuleRow } from "@lungang/core/formulation";
import type { ActiveRule } from "@lungang/core/policy";
import { rulesOf } from "@lungang/core/policy";
import { leavesUpTo } from "./horizon-costs.ts";
import type { HorizonContext } from "./horizon-context.ts";

/** The number that a quota asks for in a year, as a column: it falls when people of its base have gone before. */
interface Required {
  readonly rule: ActiveRule<"quota">;
  readonly columns: readonly number[];
  /** The numbers if nobody goes before. */
  readonly most: number;
}

/**
 * Adds the quotas of a year and the bound on its total. The base is that of the base year less those who went in an
 * earlier year of the horizon, who are away or have started their years anew; the required number is an integer column
 * between the share of the base and one less than one more.
 */
export function addQuotas(context: HorizonContext, year: number): readonly string[] {
  const { prepared } = context.years[year] as (typeof context.years)[number];
  const required = rulesOf(prepared.rules, "quota").flatMap((rule) => addQuota(context, year, rule));
  return rulesOf(prepared.rules, "total").flatMap((rule) => addTotal(context, year, { rule, required }));
}

function addQuota(context: HorizonContext, year: number, rule: ActiveRule<"quota">): readonly Required[] {
  const { builder } = context;
  const rules = context.contexts[year] as RowsContext;
  const { eligibility, moves } = rules;
  const { params, entry } = rule;
  const groups = quotaGroups(eligibility, params);
  const valueOf = quotaTerms(params, rules);
  const columns = groups.map((group) => {
    const subject = rowSubject(groupSubject(params.by, group.name), eligibility.county);
    const column = requiredColumn(context, year, { rule, group });
    const isLeast = params.bound === "atLeast";
    const bounds = isLeast ? { lower: 0, upper: Infinity } : { lower: -Infinity, upper: 0 };
    const row = addRuleRow(rules, entry, { ...bounds, subject });
    builder.addEntry(row, column, -1);
    const inGroup = (move: number) => (group.members[moves.person[move] as number] === 1 ? valueOf(move) : 0);
    addMoveEntries(rules, row, { valueOf: inGroup });
    return column;
  });
  if (params.bound !== "atLeast") return [];
  return [{ rule, columns, most: groups.reduce((sum, group) => sum + group.required, 0) }];
}

/** `0 <= b * required - a * base <= b - 1` for a minimum, and the same from below for a maximum. */
function requiredColumn(
  context: HorizonContext,
  year: number,
  { rule, group }: { readonly rule: ActiveRule<"quota">; readonly group: QuotaGroup },
): number {
  const { builder } = context;
  const { params, entry } = rule;
  const { eligibility } = context.contexts[year] as RowsContext;
  const { numerator: a, denominator: b } = params.share;
  const label = {
    group: builder.group({ rule: entry.id, source: entry.source, subjectKind: "required" }),
    subject: year,
  };
  const column = builder.addColumn({ lower: 0, upper: group.required }, label);
  const constant = a * group.baseCount;
  const bounds =
    params.bound === "atLeast"
      ? { lower: constant, upper: constant + b - 1 }
      : { lower: constant - b + 1, upper: constant };
  const row = builder.addSideRow(bounds, label);
  builder.addEntry(row, column, b);
  const inBase = params.base === "eligible" ? quotaBase(eligibility, params) : undefined;
  if (inBase === undefined) return column;
  const gone: number[] = [];
  inBase.forEach((yes, index) => {
    if (yes !== 1 || group.members[index] !== 1) return;
    for (const leave of leavesUpTo(context, { year, index })) if (leave.year < year) gone.push(leave.column);
  });
  if (gone.length > 0) builder.addEntry(row, countColumn(builder, gone, label), a);
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

/** Whether the bound on the total is the sum of columns: of one quota, or of all where they are added up. */
function isExact({ max, quotas }: ActiveRule<"total">["params"], required: readonly Required[]): boolean {
  return max === undefined && (required.length === 1 || (required.length > 1 && quotas === "sum"));
}

/** The total stays within the required number, or within what must go where that is certainly more. */
function addTotal(
  context: HorizonContext,
  year: number,
  { rule, required }: { readonly rule: ActiveRule<"total">; readonly required: readonly Required[] },
): readonly string[] {
  const { builder } = context;
  const rules = context.contexts[year] as RowsContext;
  const { eligibility, moves, counted } = rules;
  const { params, entry } = rule;
  const most = boundOf(eligibility, rules.rules, params);
  const exact = isExact(params, required) && !hasObligations(eligibility, rules.rules);
  const row = addRuleRow(rules, entry, { lower: -Infinity, upper: exact ? 0 : most, subject: COUNTY });
  if (exact) for (const { columns } of required) for (const column of columns) builder.addEntry(row, column, -1);
  const isBounded = (person: number) => BOUNDED_STANDINGS.has(eligibility.decisions[person]?.standing ?? "");
  addMoveEntries(rules, row, {
    valueOf: (move) => (counted[move] === 1 && isBounded(moves.person[move] as number) ? 1 : 0),
  });
  return exact || params.max !== undefined ? [] : [`${entry.id} (bounded by the base)`];
}
