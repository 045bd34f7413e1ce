import { NO_FORM } from "../eligibility/admissible.ts";
import type { Decision } from "../eligibility/decision.ts";
import { mayMove } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Cell } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import { openHeads } from "../instance/joined.ts";
import type { Person } from "../instance/person.ts";
import { swapPartnersOf } from "../instance/swap-partners.ts";
import type { School } from "../instance/school.ts";
import type { TravelTable } from "../instance/travel.ts";
import type { MoveLists } from "./move-lists.ts";
import { SpatialIndex } from "./spatial.ts";

/** People who could fill the posts of one post class. */
interface Movers {
  readonly people: number[];
  /** Absent where somebody has no residence or distances are listed. */
  readonly tree?: SpatialIndex | undefined;
}

/** Gives every post in shortage its nearest admitted candidates, also beyond radius and count limits. */
export function protectShortages(eligibility: DecidedCounty, travel: TravelTable, lists: MoveLists): void {
  const { county, inScope, policy, admission } = eligibility;
  const heads = headsByCell(eligibility);
  const movers = moversByPostClass(eligibility, travel);
  const before = lists.into.slice();
  county.cells.forEach(({ school }, cell) => {
    const missing = openHeads(county, heads, cell);
    const wanted = missing * policy.candidates.perShortage - (before[cell] as number);
    const found = movers[admission.postClasses.of[cell] as number];
    if (missing <= 0 || wanted <= 0 || inScope[school] !== 1 || found === undefined) return;
    const accepts = (person: number) => admission.formOf(person, cell) !== NO_FORM && !lists.has(person, cell);
    const at = (county.schools[school] as School).coordinates;
    const near =
      at === undefined || found.tree === undefined
        ? byDistance(found.people.filter(accepts), (person) => travel.metres(person, school)).slice(0, wanted)
        : found.tree.nearest({ at, limit: wanted, radiusMetres: Infinity, accepts });
    for (const person of near) {
      lists.add(person, cell, { form: admission.formOf(person, cell), metres: travel.metres(person, school) });
    }
  });
}

/** Adds the posts at schools that people wish for: where they are admitted, a wish is considered whatever the limits. */
export function keepWishes(
  { county, decisions, admission }: DecidedCounty,
  travel: TravelTable,
  lists: MoveLists,
): void {
  const cellsOf = new Map<number, number[]>();
  for (const [cell, { school }] of county.cells.entries()) cellsOf.set(school, [...(cellsOf.get(school) ?? []), cell]);
  for (const [person, { standing }] of decisions.entries()) {
    const wishes = mayMove(standing) ? ((county.persons[person] as Person).application?.wishes ?? []) : [];
    for (const school of new Set(wishes.map((id) => county.schoolIndex.get(id) ?? NONE)))
      for (const cell of cellsOf.get(school) ?? [])
        keepWhereAdmitted({ county, admission }, travel, { lists, person, cell });
  }
}

/** Adds the posts of people with whom somebody asks to exchange places. */
export function keepSwaps(
  { county, decisions, admission }: DecidedCounty,
  travel: TravelTable,
  lists: MoveLists,
): void {
  swapPartnersOf(county).forEach((partner, person) => {
    const cell = partner === NONE ? NONE : (county.cellOf[partner] as number);
    const isMover = mayMove((decisions[person] as Decision).standing);
    if (cell !== NONE && isMover) keepWhereAdmitted({ county, admission }, travel, { lists, person, cell });
  });
}

function keepWhereAdmitted(
  { county, admission }: Pick<DecidedCounty, "county" | "admission">,
  travel: TravelTable,
  { lists, person, cell }: { readonly lists: MoveLists; readonly person: number; readonly cell: number },
): void {
  const form = admission.formOf(person, cell);
  if (form === NO_FORM || lists.has(person, cell)) return;
  lists.add(person, cell, { form, metres: travel.metres(person, (county.cells[cell] as Cell).school) });
}

/** Adds the moves that the policy keeps, so that a plan made again can be the same where it is admitted. */
export function keepEarlier({ county, policy, admission }: DecidedCounty, travel: TravelTable, lists: MoveLists): void {
  const { keep } = policy.candidates;
  if (keep.length === 0) return;
  const cells = new Map(county.cells.flatMap(({ key, posts }, cell) => [key, ...posts].map((name) => [name, cell])));
  for (const { person: id, post } of keep) {
    const person = county.personIndex.get(id);
    const cell = cells.get(post);
    if (person === undefined || cell === undefined || lists.has(person, cell)) continue;
    const form = admission.formOf(person, cell);
    const { school } = county.cells[cell] as Cell;
    if (form !== NO_FORM) lists.add(person, cell, { form, metres: travel.metres(person, school) });
  }
}

/** Where distances are listed, the list decides. */
function byDistance(people: readonly number[], metresOf: (person: number) => number): readonly number[] {
  const metres = new Map(people.map((person) => [person, metresOf(person)]));
  return [...people].sort((a, b) => (metres.get(a) as number) - (metres.get(b) as number) || a - b);
}

/** Returns the people who could fill each post class. Shapes: one entry a post class. */
function moversByPostClass(eligibility: DecidedCounty, travel: TravelTable): readonly Movers[] {
  const { county, decisions, admission } = eligibility;
  const movers: readonly Movers[] = admission.postClasses.list.map(() => ({ people: [] }));
  decisions.forEach(({ standing }, person) => {
    if (mayMove(standing))
      for (const postClass of admission.postClassesFor(person)) movers[postClass]?.people.push(person);
  });
  const listed = county.instance.travel.matrix !== undefined;
  return movers.map(({ people }) => {
    const points = listed ? [] : people.flatMap((person) => travel.origin(person) ?? []);
    return { people, tree: points.length === people.length ? new SpatialIndex(people, points) : undefined };
  });
}

/** Counts the people who use headcount in each cell: a post is short by the ledger, whoever is there besides. */
function headsByCell({ county, decisions }: DecidedCounty): Int32Array {
  const heads = new Int32Array(county.cells.length);
  decisions.forEach(({ occupiesHeadcount }, person) => {
    const { establishment, inPost } = county.persons[person] as Person;
    const cell = county.cellOf[person] as number;
    if (cell === NONE || !occupiesHeadcount || !inPost || establishment !== "established") return;
    heads[cell] = (heads[cell] as number) + 1;
  });
  return heads;
}
