import type { Cell } from "@lungang/core";
import { NONE } from "@lungang/core";
import type { School } from "@lungang/core";
import { ABSENT } from "@lungang/core/formulation";
import { COMPLIANCE, addRuleRow } from "@lungang/core/formulation";
import type { RowSubject, RowsContext } from "@lungang/core/formulation";
import type { ActiveRule } from "@lungang/core/policy";
import { rulesOf } from "@lungang/core/policy";
import { isHard } from "@lungang/core/policy";
import type { LedgerChange } from "./horizon-ledgers.ts";
import type { HorizonContext } from "./horizon-context.ts";
import { entryOf } from "./places.ts";

const MUST: ReadonlySet<string> = new Set(["forced", "pinned"]);

/** Who must go in a year has gone by then; ended exchanges are fixed already. */
export function addMustMove(context: HorizonContext, year: number): readonly string[] {
  const { builder, places, columns, years } = context;
  const { prepared } = years[year] as (typeof years)[number];
  const rules = context.contexts[year] as RowsContext;
  for (const { entry } of rulesOf(prepared.rules, "mustMove")) {
    prepared.eligibility.decisions.forEach(({ standing }, index) => {
      if (!MUST.has(standing)) return;
      const person = places.personOf[year]?.[index] as number;
      const gone = (columns.leavesOf[person] ?? []).filter((leave) => leave.year <= year);
      if (gone.length === 0) return;
      const row = addRuleRow(rules, entry, { lower: 1, upper: Infinity, subject: { kind: "person", index } });
      for (const { column } of gone) builder.addEntry(row, column, 1);
    });
  }
  return [];
}

/** Starts by the cell or school that they leave and enter in one year. */
function byPlace(context: HorizonContext, year: number, placeOf: (cell: number) => number) {
  const into = new Map<number, number[]>();
  const out = new Map<number, number[]>();
  const note = (map: Map<number, number[]>, cell: number, { start }: LedgerChange) => {
    if (cell === NONE) return;
    const list = map.get(placeOf(cell)) ?? [];
    map.set(placeOf(cell), list);
    list.push(start.column);
  };
  for (const change of context.ledgers.changes) {
    if (change.start.year !== year) continue;
    note(into, change.start.cell, change);
    note(out, change.from, change);
  }
  return { into, out };
}

/**
 * Prices what posts lack, and lets no post hold more people than it needs or would hold if nobody moved; where it would
 * hold more than it needs, as many leave in a year as come.
 */
export function addPosts(context: HorizonContext, year: number): readonly string[] {
  const { prepared } = context.years[year] as (typeof context.years)[number];
  const { into, out } = byPlace(context, year, (cell) => cell);
  for (const rule of rulesOf(prepared.rules, "postBalance")) {
    prepared.eligibility.county.cells.forEach((cell: Cell, index) => {
      if (prepared.eligibility.inScope[cell.school] !== 1) return;
      const number = context.places.cellOf[year]?.[index] as number;
      addPost(context, rule, { year, cell: number, index, into: into.get(number), out: out.get(number) ?? [] });
    });
  }
  return [];
}

interface PostAt {
  readonly year: number;
  readonly cell: number;
  /** Position in the year. */
  readonly index: number;
  readonly into: readonly number[] | undefined;
  readonly out: readonly number[];
}

function addPost(context: HorizonContext, { params, entry }: ActiveRule<"postBalance">, at: PostAt): void {
  const { builder, ledgers } = context;
  const { year, cell } = at;
  const rules = context.contexts[year] as RowsContext;
  const surplus = entryOf(ledgers.heads, year, cell) - entryOf(ledgers.demand, year, cell);
  const short = entryOf(ledgers.short, year, cell);
  const level = levelOf(rules, params.level);
  if (level !== undefined) {
    if (short === ABSENT) builder.addOffset(level, params.weight * Math.max(0, -surplus));
    else builder.addCost(level, short, params.weight);
  }
  if (short === ABSENT || params.growth === "free") return;
  const over = entryOf(ledgers.over, year, cell);
  limit(rules, entry, { column: over, upper: Math.max(0, surplus), subject: { kind: "cell", index: at.index } });
  if (surplus > 0) asManyLeave(rules, entry, { ...at, subject: { kind: "cell", index: at.index } });
}

function levelOf(rules: RowsContext, name: string | undefined): number | undefined {
  return name === undefined ? undefined : rules.levels.get(name);
}

/** In a year no more people come to a place that has too many than leave it. */
function asManyLeave(
  rules: RowsContext,
  entry: ActiveRule["entry"],
  { into, out, subject }: Pick<PostAt, "into" | "out"> & { readonly subject: RowSubject },
): void {
  if (into === undefined) return;
  const row = addRuleRow(rules, entry, { lower: -Infinity, upper: 0, subject });
  for (const column of into) rules.builder.addEntry(row, column, 1);
  for (const column of out) rules.builder.addEntry(row, column, -1);
}

/** Bounds a column; a rule that may give gets a row with slack instead. */
function limit(
  rules: RowsContext,
  entry: ActiveRule["entry"],
  { column, upper, subject }: { readonly column: number; readonly upper: number; readonly subject: RowSubject },
): void {
  if (isHard(entry) || rules.levels.get(COMPLIANCE) === undefined) rules.builder.tighten(column, 0, upper);
  else rules.builder.addEntry(addRuleRow(rules, entry, { lower: -Infinity, upper, subject }), column, 1);
}

/** Prices heads over and under the establishment and bounds both ledgers in every year (tricky case 8). */
export function addEstablishment(context: HorizonContext, year: number): readonly string[] {
  const { prepared } = context.years[year] as (typeof context.years)[number];
  const { into, out } = byPlace(context, year, (cell) => context.places.schoolOfCell[cell] as number);
  for (const rule of rulesOf(prepared.rules, "establishment")) {
    prepared.eligibility.county.schools.forEach((school: School, index) => {
      if (school.establishment === undefined || prepared.eligibility.inScope[index] !== 1) return;
      const number = context.places.schoolOf[year]?.[index] as number;
      const at = { year, school: number, index, establishment: school.establishment };
      addWorking(context, rule, { ...at, into: into.get(number), out: out.get(number) ?? [] });
      if (rule.params.relation === "never") addRelation(context, rule, at);
    });
  }
  return [];
}

interface SchoolAt {
  readonly year: number;
  readonly school: number;
  readonly index: number;
  readonly establishment: number;
}

function addWorking(
  context: HorizonContext,
  { params, entry }: ActiveRule<"establishment">,
  at: SchoolAt & Pick<PostAt, "into" | "out">,
): void {
  const { builder, ledgers } = context;
  const rules = context.contexts[at.year] as RowsContext;
  const surplus = entryOf(ledgers.working, at.year, at.school) - at.establishment;
  const under = entryOf(ledgers.under, at.year, at.school);
  const above = entryOf(ledgers.above, at.year, at.school);
  const level = levelOf(rules, params.level);
  if (level !== undefined && under === ABSENT)
    builder.addOffset(level, surplus > 0 ? surplus * params.overWeight : -surplus * params.underWeight);
  if (under === ABSENT) return;
  if (level !== undefined) {
    builder.addCost(level, under, params.underWeight);
    builder.addCost(level, above, params.overWeight);
  }
  if (params.working !== "never") return;
  const subject = { kind: "school", index: at.index, limit: "working" } as const;
  limit(rules, entry, { column: above, upper: Math.max(0, surplus), subject });
  if (surplus > 0) asManyLeave(rules, entry, { ...at, subject });
}

/** People who came with their relation belong to the school in every later year, and those who left do not. */
function addRelation(context: HorizonContext, { entry }: ActiveRule<"establishment">, at: SchoolAt): void {
  const { builder, ledgers, places } = context;
  const now = entryOf(ledgers.relation, at.year, at.school);
  const isOver = now > at.establishment;
  const changes = ledgers.changes.flatMap(({ start }) => {
    if (!start.relationMoves || start.year > at.year || (isOver && start.year !== at.year)) return [];
    const into = places.schoolOfCell[start.cell] === at.school ? 1 : 0;
    const sign = into - (start.home === at.school ? 1 : 0);
    return sign === 0 ? [] : [{ column: start.column, sign }];
  });
  const room = isOver ? 0 : at.establishment - now;
  if (changes.filter(({ sign }) => sign > 0).length <= room) return;
  const rules = context.contexts[at.year] as RowsContext;
  const subject = { kind: "school", index: at.index, limit: "relation" } as const;
  const row = addRuleRow(rules, entry, { lower: -Infinity, upper: room, subject });
  for (const { column, sign } of changes) builder.addEntry(row, column, sign);
}
