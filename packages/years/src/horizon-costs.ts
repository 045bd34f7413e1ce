import type { Cell } from "@lungang/core";
import type { EarlierStart, YearsHorizon } from "./horizon-context.ts";

/** Prices everybody whose start differs from an earlier plan in year or post, goes instead of staying, or stays. */
export function addHorizonChanges(context: YearsHorizon, earlier: readonly EarlierStart[], level: number): void {
  const { builder, columns, numbers, years } = context;
  const before = new Map(earlier.map((start) => [numbers.personNumber.get(start.person), start]));
  columns.leavesOf.forEach((leaves, person) => {
    if (before.has(person)) builder.addOffset(level, 1);
    else for (const { column } of leaves) builder.addCost(level, column, 1);
  });
  for (const { person, year, cell, column } of columns.starts) {
    const start = before.get(person);
    if (start === undefined || start.year !== year) continue;
    const { county } = (years[year] as (typeof years)[number]).prepared.eligibility;
    const { key, posts } = county.cells[county.cellIndex.get(numbers.cells[cell] as string) as number] as Cell;
    if (key === start.post || posts.includes(start.post)) builder.addCost(level, column, -1);
  }
}
