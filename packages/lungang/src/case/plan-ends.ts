import { NONE, indexCounty } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { DecidedCounty, Policy } from "@lungang/core/policy";
import { decideEligibility } from "@lungang/core/policy";
import type { PlanningCase } from "./planning-case.ts";

/** The lines of a plan that say who ends where. */
export type PlanLines = Pick<Plan, "moves" | "returns">;

/** Who ends where under a plan, by positions of the county. */
export interface PlanEnds {
  readonly eligibility: DecidedCounty;
  readonly policy: Policy;
  /** Post at the end, {@link NONE} for none. Shapes: one entry a person. */
  readonly endOf: Int32Array;
  /** School that holds the relation at the end. Shapes: one entry a person. */
  readonly relationOf: Int32Array;
  /** Post at which the person has the relation at the start and at the end, {@link NONE} for none. Shapes: one entry a person. */
  readonly keptAtStart: Int32Array;
  readonly keptAtEnd: Int32Array;
  readonly movers: ReadonlySet<number>;
  /** People who come back from an exchange that ended, or stay there for good. */
  readonly returning: ReadonlySet<number>;
  /** People who are at a post of a school in scope at the start or at the end, ascending. */
  readonly taking: readonly number[];
  /** Posts of schools in scope, and those at which such people are, ascending. */
  readonly posts: readonly number[];
}

/** Reads who ends where; a line that names nobody or no post is left to verification. */
export function endsOfPlan({ instance, policy, locks }: PlanningCase, { moves, returns }: PlanLines): PlanEnds {
  const eligibility = decideEligibility(indexCounty(instance).county, policy, locks);
  const { county } = eligibility;
  const cells = new Map(county.cells.flatMap(({ key, posts }, at) => [key, ...posts].map((id) => [id, at])));
  const [endOf, relationOf] = [county.cellOf.slice(), county.home.slice()];
  const [movers, returning] = [new Set<number>(), new Set<number>()];
  const read = (line: { readonly person: string; readonly post: string }, isForGood: boolean, into: Set<number>) => {
    const [person, cell] = [county.personIndex.get(line.person), cells.get(line.post)];
    if (person === undefined || cell === undefined) return;
    endOf[person] = cell;
    if (isForGood || relationOf[person] === NONE) relationOf[person] = county.cells[cell]?.school ?? NONE;
    into.add(person);
  };
  for (const move of moves) read(move, move.relationMoves, movers);
  for (const line of returns) read(line, line.settles, returning);
  const keptAtStart = Int32Array.from(county.cellOf, (cell, at) => {
    const kept = county.reservedCellOf[at] as number;
    if (kept !== NONE) return kept;
    return county.home[at] === county.works[at] ? cell : NONE;
  });
  const keptAtEnd = keptAtStart.map((kept, at) => {
    const end = endOf[at] as number;
    const isMoved = movers.has(at) || returning.has(at);
    return isMoved && county.cells[end]?.school === relationOf[at] ? end : kept;
  });
  const ends = { eligibility, policy, endOf, relationOf, keptAtStart, keptAtEnd, movers, returning };
  return { ...ends, ...inScope(eligibility, endOf) };
}

function inScope({ county, inScope: isIn }: DecidedCounty, endOf: Int32Array): Pick<PlanEnds, "taking" | "posts"> {
  const isMeant = (cell: number) => cell !== NONE && isIn[county.cells[cell]?.school ?? NONE] === 1;
  const atOf = (person: number) => [county.cellOf[person] as number, endOf[person] as number];
  const taking = [...county.persons.keys()].filter((person) => atOf(person).some(isMeant));
  const posts = new Set([...county.cells.keys()].filter(isMeant));
  for (const person of taking) for (const cell of atOf(person)) if (cell !== NONE) posts.add(cell);
  return { taking, posts: [...posts].sort((a, b) => a - b) };
}
