import type { Cell, Person } from "@lungang/core";
import { worksAt } from "@lungang/core";
import type { YearTurn } from "./arriving.ts";
import { arrived, atPost, closedOffices, withoutTerm } from "./arriving.ts";

/** The post that a competition gives somebody, and its school. */
export interface GainedPost {
  readonly cell: Pick<Cell, "kind" | "office">;
  readonly post: string;
  readonly school: string;
}

/**
 * Returns a person at the post of a competition (县管校聘): the relation goes along to another school, and the years there start
 * anew; whoever takes another kind of post is employed as it says, and an office that was left has ended.
 */
export function appointed(person: Person, { cell, post, school }: GainedPost, turn: YearTurn): Person {
  const stays = person.homeSchool === school && worksAt(person) === school;
  const there = stays ? person : arrived(withoutTerm(person, turn.start), school, turn);
  return atPost(employedAt(there, cell, { changesSchool: !stays, turn }), post, turn);
}

function employedAt(
  person: Person,
  { kind, office }: GainedPost["cell"],
  { changesSchool, turn }: { readonly changesSchool: boolean; readonly turn: YearTurn },
): Person {
  const personType = typeAt(person, kind, office);
  if (personType === person.personType && !changesSchool) return person;
  const left = changesSchool ? person.offices : closedOffices(person, turn);
  return { ...person, personType, offices: office === undefined ? left : [...left, { office, start: turn.start }] };
}

/** A reserve cadre stays one in any post but an office; a post of managers that names no office makes nobody another. */
function typeAt({ personType }: Person, kind: Cell["kind"], office: Cell["office"]): Person["personType"] {
  if (kind === "management") return office ?? personType;
  if (personType === "reserveCadre" && kind === "teaching") return personType;
  return { teaching: "teacher", support: "support", logistics: "logistics", dormitory: "logistics" }[
    kind
  ] as Person["personType"];
}
