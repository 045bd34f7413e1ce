import type { Issue, Person } from "@lungang/core";
import { foldText } from "../values/text.ts";
import { OTHER_PERSON, SEVERAL_PERSONS, UNKNOWN_PERSON } from "./roster-issues.ts";

/** What a line says of who it is about. */
export interface Named {
  /** Id of the person. */
  readonly person?: string;
  readonly name?: string;
}

type Problem = Required<Pick<Issue, "message" | "advice">>;

/** The person whom a line means, or why it is not clear. */
export type FoundPerson =
  { readonly problem?: undefined; readonly person: Person } | { readonly problem: Problem; readonly received: string };

/** Finds people by id, else by a name that only one has. */
export class People {
  readonly #byId: ReadonlyMap<string, Person>;
  readonly #byName = new Map<string, Person[]>();

  constructor(persons: readonly Person[]) {
    this.#byId = new Map(persons.map((person) => [person.id, person]));
    for (const person of persons) {
      const name = foldText(person.name ?? "");
      if (name === "") continue;
      const called = this.#byName.get(name) ?? [];
      this.#byName.set(name, called);
      called.push(person);
    }
  }

  knowsName(name: string): boolean {
    return this.#byName.has(foldText(name));
  }

  /** Returns the person of an id, who has to have the name that is given with it, or the only one of a name. */
  find({ person: id, name = "" }: Named): FoundPerson {
    if (id === undefined) return this.#called(name);
    const person = this.#byId.get(id);
    if (person === undefined) return { problem: UNKNOWN_PERSON, received: id };
    const fits = name === "" || foldText(person.name ?? "") === foldText(name);
    return fits ? { person } : { problem: OTHER_PERSON, received: name };
  }

  #called(name: string): FoundPerson {
    const [person, second] = this.#byName.get(foldText(name)) ?? [];
    if (person === undefined) return { problem: UNKNOWN_PERSON, received: name };
    return second === undefined ? { person } : { problem: SEVERAL_PERSONS, received: name };
  }
}
