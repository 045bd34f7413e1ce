import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { PlanFacts } from "./facts.ts";

/** Returns whether teaching posts in scope state weekly periods: without them nobody can be planned by periods. */
export function statesPeriods({ county, inScope }: DecidedCounty): boolean {
  return county.cells.some(
    ({ kind, school, periods }) => kind === "teaching" && inScope[school] === 1 && (periods?.needed ?? 0) > 0,
  );
}

/** Returns the weekly periods that nobody teaches, by cell in order: needed less those of the heads there and of those who come. */
export function untaughtByCell({ eligibility, cellAfter, itineraries }: PlanFacts): ReadonlyMap<number, number> {
  const { county, inScope } = eligibility;
  const coming = new Map<number, number>();
  for (const { cell, periods } of itineraries) coming.set(cell, (coming.get(cell) ?? 0) + periods);
  return new Map(
    county.cells.flatMap(({ kind, school, periods }, index) => {
      if (kind !== "teaching" || inScope[school] !== 1 || periods === undefined) return [];
      const taught = periods.fullLoad * (cellAfter[index] as number) + (coming.get(index) ?? 0);
      return taught < periods.needed ? [[index, periods.needed - taught] as const] : [];
    }),
  );
}
