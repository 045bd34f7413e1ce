import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import type { Crossings } from "../../formulation/horizon-rows.ts";
import { addAsManyLeave, boundColumn, crossingsOf, entryOf } from "../../formulation/horizon-rows.ts";
import { ABSENT } from "../../formulation/network.ts";
import { addRuleRow } from "../../formulation/rule-rows.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import type { EstablishmentParams } from "./schema.ts";

/** Prices heads over and under the establishment and bounds both ledgers in every year (tricky case 8). */
export function addEstablishmentHorizon(
  rule: PolicyRule<EstablishmentParams>,
  context: HorizonContext,
  year: number,
): [] {
  const { eligibility } = context.contexts[year] as RowsContext;
  const crossings = crossingsOf(context, year, (cell) => context.numbers.schoolOfCell[cell] as number);
  eligibility.county.schools.forEach(({ establishment }, index) => {
    if (establishment === undefined || eligibility.inScope[index] !== 1) return;
    const school = context.numbers.schoolOf[year]?.[index] as number;
    const at = { year, school, index, establishment };
    addWorking(context, rule, { ...at, ...crossings(school) });
    if (rule.params.relation === "never") addRelation(context, rule, at);
  });
  return [];
}

interface SchoolAt {
  readonly year: number;
  readonly school: number;
  readonly index: number;
  readonly establishment: number;
}

function addWorking(context: HorizonContext, rule: PolicyRule<EstablishmentParams>, at: SchoolAt & Crossings): void {
  const { builder, ledgers } = context;
  const { params } = rule;
  const rules = context.contexts[at.year] as RowsContext;
  const surplus = entryOf(ledgers.working, at.year, at.school) - at.establishment;
  const under = entryOf(ledgers.under, at.year, at.school);
  const above = entryOf(ledgers.above, at.year, at.school);
  const level = params.level === undefined ? undefined : rules.levels.get(params.level);
  if (level !== undefined && under === ABSENT)
    builder.addOffset(level, surplus > 0 ? surplus * params.overWeight : -surplus * params.underWeight);
  if (under === ABSENT) return;
  if (level !== undefined) {
    builder.addCost(level, under, params.underWeight);
    builder.addCost(level, above, params.overWeight);
  }
  if (params.working !== "never") return;
  const subject = { kind: "school", index: at.index, limit: "working" } as const;
  boundColumn(rules, rule, { column: above, upper: Math.max(0, surplus), subject });
  if (surplus > 0) addAsManyLeave(rules, rule, { ...at, subject });
}

/** People who came with their relation belong to the school in every later year, and those who left do not. */
function addRelation(context: HorizonContext, rule: PolicyRule<EstablishmentParams>, at: SchoolAt): void {
  const { builder, ledgers, numbers } = context;
  const now = entryOf(ledgers.relation, at.year, at.school);
  const isOver = now > at.establishment;
  const changes = ledgers.changes.flatMap(({ start }) => {
    if (!start.relationMoves || start.year > at.year || (isOver && start.year !== at.year)) return [];
    const into = numbers.schoolOfCell[start.cell] === at.school ? 1 : 0;
    const sign = into - (start.home === at.school ? 1 : 0);
    return sign === 0 ? [] : [{ column: start.column, sign }];
  });
  const capacity = isOver ? 0 : at.establishment - now;
  if (changes.filter(({ sign }) => sign > 0).length <= capacity) return;
  const rules = context.contexts[at.year] as RowsContext;
  const subject = { kind: "school", index: at.index, limit: "relation" } as const;
  const row = addRuleRow(rules, rule, { lower: -Infinity, upper: capacity, subject });
  for (const { column, sign } of changes) builder.addEntry(row, column, sign);
}
