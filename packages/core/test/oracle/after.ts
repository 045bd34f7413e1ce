import type { Form } from "../../src/policy.ts";
import type { Person } from "../../src/index.ts";
import type { PlanMove } from "../../src/plan.ts";
import type { Lines } from "./lines.ts";
import type { Place } from "./kinds.ts";
import type { World } from "./world.ts";

/** A move with what it is about. */
export interface Move {
  readonly line: PlanMove;
  readonly person: Person;
  readonly from: string | undefined;
  readonly place: Place;
  readonly form: Form;
}

/** What is true once everybody has gone where the lines of a plan say. */
export class After {
  readonly world: World;
  readonly lines: Lines;
  readonly moves: readonly Move[];
  /** People whose exchange ended and where the plan sends them. */
  readonly returns: readonly { readonly person: Person; readonly place: Place; readonly settles: boolean }[];
  private readonly going = new Map<string, Place>();

  constructor(world: World, lines: Lines) {
    this.world = world;
    this.lines = lines;
    this.moves = lines.moves.flatMap((line) => {
      const person = world.people.get(line.person);
      const place = world.placeNamed(line.post);
      const form = world.forms.find(({ code }) => code === line.form);
      if (person === undefined || place === undefined || form === undefined || place.school !== line.to) return [];
      return [{ line, person, from: world.works(person), place, form }];
    });
    this.returns = lines.returns.flatMap(({ person: id, post, settles }) => {
      const person = world.people.get(id);
      const place = world.placeNamed(post);
      return person === undefined || place === undefined ? [] : [{ person, place, settles }];
    });
    for (const { person, place } of [...this.moves, ...this.returns]) this.going.set(person.id, place);
  }

  goes(person: Person): boolean {
    return this.going.has(person.id);
  }

  place(person: Person): Place | undefined {
    return this.going.get(person.id) ?? this.world.fills(person);
  }

  worksAt(person: Person): string | undefined {
    return this.going.get(person.id)?.school ?? this.world.works(person);
  }

  headsAt(place: Place): number {
    return this.count((person) => this.place(person) === place);
  }

  working(school: string): number {
    return this.count((person) => this.worksAt(person) === school);
  }

  relationAt(person: Person): string | undefined {
    const move = this.moves.find((one) => one.person === person);
    if (move !== undefined && move.form.relationMoves) return move.place.school;
    const back = this.returns.find((one) => one.person === person);
    return back?.settles === true ? back.place.school : person.homeSchool;
  }

  relation(school: string): number {
    return this.world.instance.persons.filter(
      (person) => this.relationAt(person) === school && this.world.hasRelation(person),
    ).length;
  }

  private count(is: (person: Person) => boolean): number {
    return this.world.instance.persons.filter((person) => this.world.occupies(person) && is(person)).length;
  }

  /** Whether a move counts in quotas and shares: the form says so, and it leads to another school. */
  counts({ form, from, place }: Move): boolean {
    return form.countsInQuota && from !== place.school;
  }
}
