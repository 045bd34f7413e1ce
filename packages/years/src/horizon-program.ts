import type { Cell, Text } from "@lungang/core";
import { ruleNamed } from "@lungang/core/policy";
import type { PolicyRule } from "@lungang/core/policy";
import { NONE } from "@lungang/core";
import { ProgramBuilder } from "@lungang/program";
import type { LinearProgram } from "@lungang/program";
import type { RowsContext } from "@lungang/core/formulation";
import { COMPLIANCE } from "@lungang/core/formulation";
import { LOTTERY } from "@lungang/core/formulation";
import { startHeadcounts } from "@lungang/core/formulation";
import type { BaseYear } from "./base-years.ts";
import type { HorizonColumns } from "@lungang/core/formulation";
import { addColumns, openMoves } from "./horizon-columns.ts";
import { addEvenBurden } from "./horizon-burden.ts";
import type { EarlierStart, YearsHorizon } from "./horizon-context.ts";
import { addHorizonChanges } from "./horizon-costs.ts";
import type { Ledgers } from "@lungang/core/formulation";
import { addLedgers } from "./horizon-ledgers.ts";
import { addVacancies } from "./horizon-volunteers.ts";
import type { Numbering } from "@lungang/core/formulation";
import { numberAll } from "./numbering.ts";
import { CHANGES } from "@lungang/core/formulation";
import { EVEN_BURDEN } from "./years-policy.ts";

/** What one program for all years is made from. */
export interface HorizonInput {
  readonly years: readonly BaseYear[];
  /** Levels in order; those of the policy but for the lottery where absent. */
  readonly levels?: readonly string[] | undefined;
  /** People who start nothing. */
  readonly held?: readonly string[] | undefined;
  /** Starts of an earlier plan: then a first level counts people whose start differs. */
  readonly earlier?: readonly EarlierStart[] | undefined;
}

/** A rule that the program of all years leaves out or bounds loosely, and why. */
export interface LeftOut {
  /** Id of the entry of the policy. */
  readonly rule: string;
  readonly reason: Text;
}

/** One program for all years, and where its starts are. */
export interface HorizonProgram {
  readonly program: LinearProgram;
  readonly columns: HorizonColumns;
  readonly ledgers: Ledgers;
  readonly numbers: Numbering;
  /** Rules that the program does not hold, or holds loosely; each year's verification judges them. */
  readonly leftOut: readonly LeftOut[];
}

/** Builds one program for all years: starts, chains of headcounts, and the rules of every year (model section 2). */
export function horizonProgram({ years: all, levels, held, earlier }: HorizonInput): HorizonProgram {
  const years = all.map((base) => ({ ...base, moves: openMoves(base, new Set(held)) }));
  const builder = new ProgramBuilder();
  const numbers = numberAll(years);
  const levelNumbers = addLevels(builder, years, { levels, changes: earlier !== undefined });
  const columns = addColumns({ years, numbers, builder });
  const ledgers = addLedgers({ years, numbers, builder, columns });
  const contexts = years.map((base) => contextOf(base, { builder, numbers, columns, ledgers, levels: levelNumbers }));
  const required = years.map(() => []);
  const context: YearsHorizon = { builder, years, numbers, columns, ledgers, contexts, required };
  const leftOut = new Map<string, LeftOut>();
  years.forEach(({ prepared }, year) => {
    for (const found of addRules(prepared.rules, context, year))
      leftOut.set(JSON.stringify([found.rule, found.reason.en]), found);
    addVacancies(context, year);
  });
  const even = levelNumbers.get(EVEN_BURDEN);
  if (even !== undefined) addEvenBurden(context, even);
  if (earlier !== undefined) addHorizonChanges(context, earlier, levelNumbers.get(CHANGES) as number);
  return { program: builder.build(), columns, ledgers, numbers, leftOut: [...leftOut.values()] };
}

/**
 * Adds the rules of one year and returns what they leave out: first those whose rows are the same in every year, then
 * those with rows of their own.
 */
function addRules(rules: readonly PolicyRule[], context: YearsHorizon, year: number): readonly LeftOut[] {
  const forms = rules.map((rule) => ({ rule, ...ruleNamed(rule.rule) }));
  const rows = context.contexts[year] as RowsContext;
  const same = forms.flatMap(({ rule, rows: add, overYears }): readonly LeftOut[] => {
    if (overYears.rows === "yearly")
      return overYears.asks?.(rows.eligibility) === false ? [] : [{ rule: rule.id, reason: overYears.reason }];
    if (overYears.rows !== "same") return [];
    add(rule.params, rule, rows);
    return overYears.loosely === undefined ? [] : [{ rule: rule.id, reason: overYears.loosely }];
  });
  const own = forms.flatMap(({ rule, overYears }): readonly LeftOut[] =>
    typeof overYears.rows === "function"
      ? overYears.rows(rule, context, year).map((reason) => ({ rule: rule.id, reason }))
      : [],
  );
  return [...same, ...own];
}

function addLevels(
  builder: ProgramBuilder,
  years: readonly BaseYear[],
  { levels, changes }: { readonly levels: readonly string[] | undefined; readonly changes: boolean },
): ReadonlyMap<string, number> {
  const policy = (years[0] as BaseYear).policy;
  const named = policy.levels.filter(({ name }) => name !== LOTTERY && name !== CHANGES);
  const wanted = levels === undefined ? named : named.filter(({ name }) => levels.includes(name));
  const numbers = new Map<string, number>();
  const add = (name: string, unit: string) =>
    numbers.set(name, builder.addLevel({ name, unit, usuallyTrivial: name === COMPLIANCE }));
  if (changes) add(CHANGES, "people");
  if (!wanted.some(({ name }) => name === COMPLIANCE)) add(COMPLIANCE, "points");
  for (const { name, unit } of wanted) add(name, unit);
  return numbers;
}

interface YearParts {
  readonly builder: ProgramBuilder;
  readonly numbers: Numbering;
  readonly columns: HorizonColumns;
  readonly ledgers: Ledgers;
  readonly levels: ReadonlyMap<string, number>;
}

/** Makes the columns of one year look like the network of a year on its own. */
function contextOf(base: BaseYear, { builder, numbers, columns, ledgers, levels }: YearParts): RowsContext {
  const { year, prepared, moves } = base;
  const { eligibility, rules } = prepared;
  const { county, policy } = eligibility;
  const leave = columns.leave[year] as Int32Array;
  const move = columns.move[year] as Int32Array;
  const byCell = (from: Int32Array) => (numbers.cellOf[year] as Int32Array).map((cell) => from[cell] as number);
  const bySchool = (from: Int32Array) => (numbers.schoolOf[year] as Int32Array).map((school) => from[school] as number);
  const leavers = county.schools.map((): number[] => []);
  const arrivals = county.schools.map((): number[] => []);
  for (let at = 0; at < moves.count; at++) {
    const person = moves.person[at] as number;
    const from = county.works[person] as number;
    if (from !== NONE && at === moves.starts[person]) (leavers[from] as number[]).push(person);
    (arrivals[(county.cells[moves.cell[at] as number] as Cell).school] as number[]).push(at);
  }
  return {
    eligibility,
    moves,
    start: startHeadcounts(eligibility),
    network: {
      leave,
      move,
      shortfall: byCell(ledgers.short[year] as Int32Array),
      overage: byCell(ledgers.over[year] as Int32Array),
      joinedShortfall: ledgers.joinedShort[year] as Int32Array,
      joinedHead: byCell(ledgers.joinedHead[year] as Int32Array),
      under: bySchool(ledgers.under[year] as Int32Array),
      over: bySchool(ledgers.above[year] as Int32Array),
    },
    builder,
    rules,
    levels,
    counted: Uint8Array.from(moves.form, (form, at) => {
      const inside = county.cells[moves.cell[at] as number]?.school === county.works[moves.person[at] as number];
      return policy.forms[form]?.countsInQuota === true && !inside ? 1 : 0;
    }),
    violationUnits: new Map(),
    givingRows: new Set(),
    leavers,
    arrivals,
  };
}
