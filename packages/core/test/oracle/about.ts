import type { Exact, Found, Question } from "./reading.ts";
import { about, asNumber } from "./reading.ts";
import type { Person } from "./types.ts";
import type { Place } from "./kinds.ts";
import type { World } from "./world.ts";

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
export function shareGap(
  of: Exact,
  counts: { readonly part: number; readonly whole: number },
  { bound, how }: { readonly bound: string; readonly how: string | undefined },
): number {
  const asked = asNumber(of, counts.whole, bound, how);
  return Math.max(0, bound === "atLeast" ? asked - counts.part : counts.part - asked);
}
