import type { PersonInput } from "@lungang/core";
import { personName } from "../names.ts";
import { Random } from "../random.ts";

/**
 * Gives another name to whoever agrees with somebody before in name, sex, birth and school: a list reads the two as one person.
 * Everybody else keeps the name drawn.
 */
export function tellApart(persons: readonly PersonInput[], seed: string): void {
  const taken = new Set<string>();
  const keyOf = ({ name, sex, birthDate, homeSchool = "" }: PersonInput) =>
    [name, sex, birthDate, homeSchool].join("/");
  for (const [index, person] of persons.entries()) {
    const random = new Random(`${seed}/namesakes/${index}`);
    while (taken.has(keyOf(person))) person.name = personName(person.sex === "female", random);
    taken.add(keyOf(person));
  }
}
