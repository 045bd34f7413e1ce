import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import type { Crossings } from "../../formulation/horizon-rows.ts";
import { addAsManyLeave, boundColumn, crossingsOf, entryOf } from "../../formulation/horizon-rows.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import { ABSENT } from "../../formulation/network.ts";
import { addRuleRow } from "../../formulation/rule-rows.ts";
import { NONE } from "../../instance/county.ts";
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

/**
 * People who came with their relation belong to the school in every later year while they use headcount, and those who left do
 * not. Where too many belong there on the base, as many leave in a year as come.
 */
function addRelation(context: HorizonContext, rule: PolicyRule<EstablishmentParams>, at: SchoolAt): void {
  const now = entryOf(context.ledgers.relation, at.year, at.school);
  const room = Math.max(0, at.establishment - now);
  const changes = relationChanges(context, at);
  addRelationRow(context, rule, { at, changes, room });
  const ofTheYear = changes.filter(({ year }) => year === at.year);
  if (now > at.establishment) addRelationRow(context, rule, { at, changes: ofTheYear, room: 0 });
}

interface RelationChange {
  readonly column: number;
  readonly year: number;
  /** 1 for who comes, -1 for who leaves. */
  readonly sign: number;
}

/** Returns the starts up to a year that change who belongs to a school in it. */
function relationChanges(context: HorizonContext, { year, school }: SchoolAt): readonly RelationChange[] {
  const { ledgers, numbers } = context;
  return ledgers.changes.flatMap(({ start }) => {
    if (!start.relationMoves || start.year > year) return [];
    const into = numbers.schoolOfCell[start.cell] === school ? 1 : 0;
    const sign = into - (start.home === school ? 1 : 0);
    if (sign === 0 || !belongsSomewhere(context, year, start.person)) return [];
    return [{ column: start.column, year: start.year, sign }];
  });
}

/** Whether somebody is on the relation ledger of a school in a year. */
function belongsSomewhere({ contexts, numbers }: HorizonContext, year: number, person: number): boolean {
  const { eligibility } = contexts[year] as RowsContext;
  const { personIndex, persons } = eligibility.county;
  const index = personIndex.get(numbers.persons[person] as string) ?? NONE;
  return persons[index]?.establishment === "established" && isCounted(eligibility, index);
}

function addRelationRow(
  context: HorizonContext,
  rule: PolicyRule<EstablishmentParams>,
  { at, changes, room }: { readonly at: SchoolAt; readonly changes: readonly RelationChange[]; readonly room: number },
): void {
  if (changes.filter(({ sign }) => sign > 0).length <= room) return;
  const rules = context.contexts[at.year] as RowsContext;
  const subject = { kind: "school", index: at.index, limit: "relation" } as const;
  const row = addRuleRow(rules, rule, { lower: -Infinity, upper: room, subject });
  for (const { column, sign } of changes) context.builder.addEntry(row, column, sign);
}
