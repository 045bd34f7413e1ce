import type { Cell } from "@lungang/core";
import { NONE } from "@lungang/core";
import { ProgramBuilder } from "@lungang/program";
import type { LinearProgram } from "@lungang/program";
import type { RuleName } from "@lungang/core/policy";
import type { RowsContext } from "@lungang/core/formulation";
import { addRows } from "@lungang/core/formulation";
import { COMPLIANCE } from "@lungang/core/formulation";
import { LOTTERY } from "@lungang/core/formulation";
import { startHeadcounts } from "@lungang/core/formulation";
import type { BaseYear } from "./base-years.ts";
import type { HorizonColumns } from "./horizon-columns.ts";
import { addColumns, openMoves } from "./horizon-columns.ts";
import { addEvenBurden } from "./horizon-burden.ts";
import type { EarlierStart, HorizonContext } from "./horizon-context.ts";
import { addHorizonChanges, addWaiting } from "./horizon-costs.ts";
import type { Ledgers } from "./horizon-ledgers.ts";
import { addLedgers } from "./horizon-ledgers.ts";
import { addQuotas } from "./horizon-quotas.ts";
import { addEstablishment, addMustMove, addPosts } from "./horizon-rows.ts";
import { addRecruits } from "./horizon-recruits.ts";
import { addVacancies } from "./horizon-volunteers.ts";
import type { Places } from "./places.ts";
import { numberPlaces } from "./places.ts";
import { CHANGES } from "./replan.ts";
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

/** One program for all years, and where its starts are. */
export interface HorizonProgram {
  readonly program: LinearProgram;
  readonly columns: HorizonColumns;
  readonly ledgers: Ledgers;
  readonly places: Places;
  /** Rules of the policy that the program does not hold; each year's verification judges them. */
  readonly leftOut: readonly string[];
}

/** Rules whose rows speak of the moves of one year alone: the same code adds them in every year. */
const YEAR_BY_YEAR: ReadonlySet<RuleName> = new Set<RuleName>([
  "leaderPosts",
  "prerequisite",
  "directionMatrix",
  "share",
  "teamCap",
  "perSchool",
  "direction",
  "pairBalance",
  "nearness",
  "wishes",
  "tenure",
  "fairBurden",
  "stability",
]);

/** Rules with rows of their own over the years. */
const OVER_YEARS: ReadonlySet<RuleName> = new Set<RuleName>([
  "mustMove",
  "newRecruits",
  "postBalance",
  "establishment",
  "quota",
  "total",
  "batches",
  "changes",
]);

/** Builds one program for all years: starts, chains of headcounts, and the rules of every year (model section 2). */
export function horizonProgram({ years: all, levels, held, earlier }: HorizonInput): HorizonProgram {
  const years = all.map((base) => ({ ...base, moves: openMoves(base, new Set(held)) }));
  const builder = new ProgramBuilder();
  const places = numberPlaces(years);
  const numbers = addLevels(builder, years, { levels, changes: earlier !== undefined });
  const columns = addColumns({ years, places, builder });
  const ledgers = addLedgers({ years, places, builder, columns });
  const contexts = years.map((base) => contextOf(base, { builder, places, columns, ledgers, levels: numbers }));
  const context: HorizonContext = { builder, years, places, columns, ledgers, contexts };
  const leftOut = new Set<string>();
  years.forEach(({ prepared }, year) => {
    for (const rule of prepared.rules) {
      if (rule.rule === "fairBurden") leftOut.add(`${rule.entry.id} (by the people due on the base)`);
      if (YEAR_BY_YEAR.has(rule.rule)) addRows(rule, contexts[year] as RowsContext);
      else if (!OVER_YEARS.has(rule.rule)) leftOut.add(rule.entry.id);
    }
    for (const note of [
      ...addMustMove(context, year),
      ...addPosts(context, year),
      ...addEstablishment(context, year),
      ...addQuotas(context, year),
    ])
      leftOut.add(note);
    addRecruits(context, year);
    addWaiting(context, year);
    addVacancies(context, year);
  });
  const even = numbers.get(EVEN_BURDEN);
  if (even !== undefined) addEvenBurden(context, even);
  if (earlier !== undefined) addHorizonChanges(context, earlier, numbers.get(CHANGES) as number);
  return { program: builder.build(), columns, ledgers, places, leftOut: [...leftOut] };
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
  readonly places: Places;
  readonly columns: HorizonColumns;
  readonly ledgers: Ledgers;
  readonly levels: ReadonlyMap<string, number>;
}

/** Makes the columns of one year look like the network of a year on its own. */
function contextOf(base: BaseYear, { builder, places, columns, ledgers, levels }: YearParts): RowsContext {
  const { year, prepared, moves } = base;
  const { eligibility, rules } = prepared;
  const { county, policy } = eligibility;
  const leave = columns.leave[year] as Int32Array;
  const move = columns.move[year] as Int32Array;
  const byCell = (from: Int32Array) => (places.cellOf[year] as Int32Array).map((cell) => from[cell] as number);
  const bySchool = (from: Int32Array) => (places.schoolOf[year] as Int32Array).map((school) => from[school] as number);
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
    leavers,
    arrivals,
  };
}
