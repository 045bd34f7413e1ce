import { quotaBase } from "@lungang/core/policy";
import { NONE } from "@lungang/core";
import { BOUNDED_STANDINGS, totalBound } from "@lungang/core/formulation";
import type { RowsContext } from "@lungang/core/formulation";
import { addMoveEntries } from "@lungang/core/formulation";
import type { YearsHorizon } from "./horizon-context.ts";

/**
 * Prices the people whom a school sends over all years beyond its part: the bounds on the totals of the years, times the
 * due years of its people over those of all (HL-01, BQ-03).
 */
export function addEvenBurden(context: YearsHorizon, level: number): void {
  const { builder, years, numbers } = context;
  const { due, all, most } = dueYears(context);
  if (all === 0 || !Number.isFinite(most)) return;
  const group = builder.group({ rule: "evenBurden", source: "HL-01", subjectKind: "school" });
  numbers.schools.forEach((_id, school) => {
    const part = Math.ceil((most * (due[school] as number)) / all);
    const terms = years.map(({ year }) => leaversOf(context, year, school));
    const could = terms.reduce((sum, { people }) => sum + people.length, 0);
    if (could <= part) return;
    const row = builder.addSideRow({ lower: -Infinity, upper: part }, { group, subject: school });
    terms.forEach((of, year) => addMoveEntries(context.contexts[year] as RowsContext, row, of));
    const excess = builder.addColumn({ lower: 0, upper: could - part }, { group, subject: school });
    builder.addEntry(row, excess, -1);
    builder.addCost(level, excess, 1);
  });
}

/** Counts the years in which people are due on the base by school, and the moves that the years allow. */
function dueYears({ years, numbers }: YearsHorizon) {
  const due = new Int32Array(numbers.schools.length);
  let all = 0;
  let most = 0;
  years.forEach(({ prepared, year }) => {
    const { eligibility, rules } = prepared;
    most += totalBound(eligibility, rules);
    quotaBase(eligibility, { excludeExempt: true, excludeWithoutPost: true }).forEach((inside, person) => {
      const school = eligibility.county.works[person] as number;
      if (inside !== 1 || school === NONE) return;
      const number = numbers.schoolOf[year]?.[school] as number;
      due[number] = (due[number] as number) + 1;
      all++;
    });
  });
  return { due, all, most };
}

/** Returns the people of a school whose moves of a year the total bounds, and what a move counts. */
function leaversOf({ contexts, numbers }: YearsHorizon, year: number, school: number) {
  const { eligibility, counted, moves, leavers } = contexts[year] as RowsContext;
  const here = numbers.schoolOf[year]?.indexOf(school) ?? -1;
  const people = (leavers[here] ?? []).filter((person) =>
    BOUNDED_STANDINGS.has(eligibility.decisions[person]?.standing ?? ""),
  );
  const ends = people.filter((person) =>
    counted.subarray(moves.starts[person], moves.starts[person + 1]).some((yes) => yes === 1),
  );
  return { people: ends, valueOf: (move: number) => counted[move] as number };
}
