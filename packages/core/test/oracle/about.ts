import type { Exact, Found, Question } from "./reading.ts";
import { about } from "./reading.ts";
import type { Person } from "./types.ts";
import type { Place, World } from "./world.ts";

/** What breaches are about, and what most rules ask of a county. */

export const person = ({ id }: Person) => about("person", { person: id });
export const school = (id: string, limit?: string) =>
  about("school", { school: id, ...(limit === undefined ? {} : { limit }) });
export const post = ({ name }: Place) => about("post", { post: name });

export const schoolsOf = ({ world, params }: Question): readonly string[] =>
  [...world.schools.keys()].filter(
    (id) => world.inScope(id) && world.meets(params.condition("schools"), { school: id }),
  );

export const inScopeIds = ({ world }: Pick<Question, "world">): readonly string[] =>
  [...world.schools.keys()].filter((id) => world.inScope(id));

export const comesBack = (world: World) => world.instance.persons.filter((who) => world.standing(who) === "returning");

export type Rule = (question: Question) => Found[];

/** How many heads a part is short of, or above, a share of a whole. */
export function shareGap({ n, d }: Exact, part: number, whole: number, bound: string): number {
  const units = bound === "atLeast" ? n * whole - d * part : d * part - n * whole;
  return Math.max(0, Math.ceil(units / d));
}
