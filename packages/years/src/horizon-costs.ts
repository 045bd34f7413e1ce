import type { Cell } from "@lungang/core";
import { yearsLeft } from "@lungang/core/formulation";
import type { RowsContext } from "@lungang/core/formulation";
import { rulesOf } from "@lungang/core/policy";
import type { EarlierStart, HorizonContext } from "./horizon-context.ts";

/**
 * Prices waiting near the age limit in a year, and wishes of volunteers who stay: nobody waits who has gone in an earlier
 * year of the horizon.
 */
export function addWaiting(context: HorizonContext, year: number): void {
  const { prepared } = context.years[year] as (typeof context.years)[number];
  const rules = context.contexts[year] as RowsContext;
  const { decisions } = prepared.eligibility;
  for (const { params } of rulesOf(prepared.rules, "batches")) {
    const level = rules.levels.get(params.level);
    if (level === undefined) continue;
    decisions.forEach((decision, index) => {
      if (decision.standing !== "due") return;
      const urgency = params.weight * Math.max(0, params.years - yearsLeft(rules, decision, index));
      if (urgency === 0) return;
      context.builder.addOffset(level, urgency);
      for (const { column } of leavesUpTo(context, { year, index })) context.builder.addCost(level, column, -urgency);
    });
  }
  for (const { params } of rulesOf(prepared.rules, "wishes")) {
    const level = rules.levels.get(params.level);
    if (level === undefined || params.volunteerStays === 0) continue;
    decisions.forEach(({ volunteer }, index) => {
      if (!volunteer) return;
      for (const leave of leavesUpTo(context, { year, index }))
        if (leave.year < year) context.builder.addCost(level, leave.column, -params.volunteerStays);
    });
  }
}

/** Returns the columns of leaving of a person of a year, in that year and before. */
export function leavesUpTo({ columns, places }: HorizonContext, at: { readonly year: number; readonly index: number }) {
  const person = places.personOf[at.year]?.[at.index] as number;
  return (columns.leavesOf[person] ?? []).filter(({ year }) => year <= at.year);
}

/** Prices everybody whose start differs from an earlier plan in year or post, goes instead of staying, or stays. */
export function addHorizonChanges(context: HorizonContext, earlier: readonly EarlierStart[], level: number): void {
  const { builder, columns, places, years } = context;
  const before = new Map(earlier.map((start) => [places.personNumber.get(start.person), start]));
  columns.leavesOf.forEach((leaves, person) => {
    if (before.has(person)) builder.addOffset(level, 1);
    else for (const { column } of leaves) builder.addCost(level, column, 1);
  });
  for (const { person, year, cell, column } of columns.starts) {
    const start = before.get(person);
    if (start === undefined || start.year !== year) continue;
    const { county } = (years[year] as (typeof years)[number]).prepared.eligibility;
    const { key, posts } = county.cells[county.cellIndex.get(places.cells[cell] as string) as number] as Cell;
    if (key === start.post || posts.includes(start.post)) builder.addCost(level, column, -1);
  }
}
