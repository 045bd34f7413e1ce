import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Decision } from "../eligibility/decision.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import { worksThere } from "../instance/person.ts";

/**
 * Headcounts on plan start of people who are in post and use headcount (XC-15, tricky case 5); those from outside are on the
 * working ledger alone (XR-16).
 *
 * Shapes: `cells` one entry a cell; `working` and `relation` one entry a school.
 */
export interface StartHeadcounts {
  readonly cells: Int32Array;
  readonly working: Int32Array;
  readonly relation: Int32Array;
}

/**
 * Returns whether a person is counted where the work is done; people from outside hold no relation in the county (XR-16).
 *
 * @public
 */
export function isCounted(eligibility: DecidedCounty, index: number): boolean {
  const person = eligibility.county.persons[index] as Person;
  const decision = eligibility.decisions[index] as Decision;
  return worksThere(person) && decision.occupiesHeadcount;
}

/**
 * Counts cells and both ledgers on plan start.
 *
 * @public
 */
export function startHeadcounts(eligibility: DecidedCounty): StartHeadcounts {
  const { county } = eligibility;
  const cells = new Int32Array(county.cells.length);
  const working = new Int32Array(county.schools.length);
  const relation = new Int32Array(county.schools.length);
  const add = (counts: Int32Array, index: number) => {
    if (index !== NONE) counts[index] = (counts[index] as number) + 1;
  };
  for (let person = 0; person < county.persons.length; person++) {
    if (!isCounted(eligibility, person)) continue;
    add(cells, county.cellOf[person] as number);
    add(working, county.works[person] as number);
    if (county.persons[person]?.establishment === "established") add(relation, county.home[person] as number);
  }
  return { cells, working, relation };
}

/**
 * Returns what ended exchanges change where everybody goes home: one more at the place that is kept, one less at the host.
 * Who cannot go home is a head all the same that the host has to have room for (tricky case 8).
 *
 * @param here - place of every person on plan start
 * @param home - place that is kept for every person
 * @param count - how many places there are
 */
export function headsOfReturns(
  eligibility: DecidedCounty,
  { here, home, count }: { readonly here: Int32Array; readonly home: Int32Array; readonly count: number },
): Int32Array {
  const change = new Int32Array(count);
  const add = (place: number, heads: number) => {
    if (place !== NONE) change[place] = (change[place] as number) + heads;
  };
  eligibility.decisions.forEach(({ standing }, person) => {
    if (standing !== "returning" || !isCounted(eligibility, person)) return;
    add(home[person] as number, 1);
    add(here[person] as number, -1);
  });
  return change;
}
