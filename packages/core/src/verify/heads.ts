import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { PlanFacts } from "../recount/facts.ts";
import { usesHeadcount } from "../recount/tally.ts";

type Heads = Omit<
  PlanFacts,
  "checkOf" | "eligibility" | "rules" | "moves" | "returns" | "participations" | "itineraries"
>;

/** Adds to an entry; positions below 0 stand for no school and no cell. */
function add(counts: Int32Array, at: number, heads: number): void {
  if (at >= 0) counts[at] = (counts[at] as number) + heads;
}

function before(eligibility: DecidedCounty) {
  const { county } = eligibility;
  const working = new Int32Array(county.schools.length);
  const relation = new Int32Array(county.schools.length);
  const cells = new Int32Array(county.cells.length);
  for (let person = 0; person < county.persons.length; person++) {
    if (!usesHeadcount(eligibility, person)) continue;
    add(working, county.works[person] as number, 1);
    // Who is sent from outside holds no relation here.
    if (county.persons[person]?.establishment === "established") add(relation, county.home[person] as number, 1);
    add(cells, county.cellOf[person] as number, 1);
  }
  return { working, relation, cells };
}

/**
 * Counts what ended exchanges change if everybody goes home: one more at the post and the school that keep the place, and
 * one less at those of the host. Who settles instead is a head that the host has to have room for (tricky case 8).
 */
function netReturns(eligibility: DecidedCounty): Pick<Heads, "cellReturns" | "schoolReturns"> {
  const { county, decisions } = eligibility;
  const cellReturns = new Int32Array(county.cells.length);
  const schoolReturns = new Int32Array(county.schools.length);
  decisions.forEach(({ standing }, person) => {
    if (standing !== "returning" || !usesHeadcount(eligibility, person)) return;
    add(cellReturns, county.reservedCellOf[person] as number, 1);
    add(schoolReturns, county.home[person] as number, 1);
    add(cellReturns, county.cellOf[person] as number, -1);
    add(schoolReturns, county.works[person] as number, -1);
  });
  return { cellReturns, schoolReturns };
}

/**
 * Counts the heads of every school and cell before and after some moves and returns, on both ledgers.
 *
 * Working follows the person, relation follows it only where the form says so or the person settles (tricky case 8).
 */
export function countHeads(
  eligibility: DecidedCounty,
  moves: PlanFacts["moves"],
  returns: PlanFacts["returns"],
): Heads {
  const { county } = eligibility;
  const start = before(eligibility);
  const working = start.working.slice();
  const relation = start.relation.slice();
  const cells = start.cells.slice();
  const shift = (person: number, to: number, cell: number) => {
    add(cells, county.cellOf[person] as number, -1);
    add(cells, cell, 1);
    add(working, county.works[person] as number, -1);
    add(working, to, 1);
  };
  const transfer = (person: number, to: number) => {
    add(relation, county.home[person] as number, -1);
    add(relation, to, 1);
  };
  for (const { person, to, cell, relationMoves } of moves) {
    if (!usesHeadcount(eligibility, person)) continue;
    shift(person, to, cell);
    if (relationMoves) transfer(person, to);
  }
  for (const { person, to, cell, settles } of returns) {
    if (!usesHeadcount(eligibility, person)) continue;
    shift(person, to, cell);
    if (settles) transfer(person, to);
  }
  return {
    workingBefore: start.working,
    workingAfter: working,
    relationBefore: start.relation,
    relationAfter: relation,
    cellBefore: start.cells,
    cellAfter: cells,
    ...netReturns(eligibility),
  };
}
