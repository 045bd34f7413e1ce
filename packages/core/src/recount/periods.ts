import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { staysAtSchool } from "../policy/forms.ts";
import type { Form } from "../policy/policy.ts";
import type { PlanFacts } from "./facts.ts";
import { usesHeadcount } from "./tally.ts";

/** Returns whether teaching posts in scope state weekly periods: without them nobody can be planned by periods. */
export function statesPeriods({ county, inScope }: DecidedCounty): boolean {
  return county.cells.some(
    ({ kind, school, periods }) => kind === "teaching" && inScope[school] === 1 && (periods?.needed ?? 0) > 0,
  );
}

/**
 * Returns where a person who teaches at one school beside the own post fills that post after the plan: the cell entered, or
 * the one filled on plan start; below 0 where there is none.
 */
export function postAfter({
  eligibility,
  moves,
}: Pick<PlanFacts, "eligibility" | "moves">): (person: number) => number {
  const entered = new Map(moves.map(({ person, cell }) => [person, cell]));
  return (person) => entered.get(person) ?? (eligibility.county.cellOf[person] as number);
}

/**
 * Returns the weekly periods that nobody teaches, by cell in order: needed less those of the heads there and of those who
 * come; what a head teaches for other posts of the own school is no part of them.
 */
export function untaughtByCell(facts: PlanFacts): ReadonlyMap<number, number> {
  const { eligibility, cellAfter, itineraries } = facts;
  const { county, inScope, policy } = eligibility;
  const coming = new Map<number, number>();
  const add = (cell: number, periods: number) => coming.set(cell, (coming.get(cell) ?? 0) + periods);
  const own = postAfter(facts);
  for (const { person, form, cell, periods } of itineraries) {
    add(cell, periods);
    if (staysAtSchool(policy.forms[form] as Form) && usesHeadcount(eligibility, person)) add(own(person), -periods);
  }
  return new Map(
    county.cells.flatMap(({ kind, school, periods }, index) => {
      if (kind !== "teaching" || inScope[school] !== 1 || periods === undefined) return [];
      const taught = periods.fullLoad * (cellAfter[index] as number) + (coming.get(index) ?? 0);
      return taught < periods.needed ? [[index, periods.needed - taught] as const] : [];
    }),
  );
}
