import type { Rule } from "./about.ts";
import { person } from "./about.ts";
import type { After, Move } from "./after.ts";
import type { Question } from "./reading.ts";
import { away, some } from "./reading.ts";
import type { Condition } from "./written.ts";
import type { Person } from "./types.ts";
import type { World } from "./world.ts";

/** How much a plan breaks the rules about couples, by the words of the policy language. */

/** Two who are a couple; it is enough that one of them names the other. */
function spouseOf(world: World, who: Person): Person | undefined {
  const named = who.spouse === undefined ? undefined : world.people.get(who.spouse);
  return named ?? world.instance.persons.find(({ spouse }) => spouse === who.id);
}

/** Moves to another school of people with a spouse; who comes back from an exchange goes home, whatever that parts. */
const movesOfCouples = ({ world, after }: Question) =>
  after.moves.filter(away).flatMap((move): readonly { readonly move: Move; readonly spouse: Person }[] => {
    const spouse = spouseOf(world, move.person);
    return spouse === undefined ? [] : [{ move, spouse }];
  });

/** Exchange takes the two of a couple no farther apart than they were, or than what counts as together. */
export const linked: Rule = (question) => {
  const { world, after, params } = question;
  const asked = params.condition("who");
  return movesOfCouples(question)
    .filter(({ move: { person: who, from }, spouse }) => {
      const isAsked = [who, spouse].every((each) => world.meets(asked, { person: each }));
      return from !== undefined && world.works(spouse) !== undefined && isAsked;
    })
    .flatMap(({ move: { person: who, place }, spouse }) => {
      const there = after.worksAt(spouse) as string;
      const before = world.metresBetween(world.works(who) as string, world.works(spouse) as string);
      const [one, other] = [world.school(place.school), world.school(there)];
      const isNear =
        one === other ||
        world.metresBetween(place.school, there) <= Math.max(before, params.whole("withinMetres", 0)) ||
        (params.flag("sameTownship", false) && one.township !== undefined && one.township === other.township);
      const isAlone = params.flag("bothOrNone", false) && !leaves(after, spouse);
      return [...some(isNear ? 0 : 1, person(who)), ...some(isAlone ? 1 : 0, person(who))];
    });
};

/** Whether somebody ends at another school. */
const leaves = (after: After, who: Person): boolean => after.worksAt(who) !== after.world.works(who);

const LEADS: Condition = {
  any: [
    { attr: "person.personType", op: "in", value: ["principal", "vicePrincipal"] },
    { attr: "person.leadershipTeam", op: "eq", value: true, ifMissing: false },
  ],
};

/** Exchange takes a couple of whom one leads to no school together, also one of whom no school was left. */
export const avoidance: Rule = (question) => {
  const { world, after, params } = question;
  const leaders = params.has("leaders") ? params.condition("leaders") : LEADS;
  return movesOfCouples(question).flatMap(({ move: { person: who, place }, spouse }) => {
    const leads = [who, spouse].some((each) => world.meets(leaders, { person: each }));
    return some(leads && after.worksAt(spouse) === place.school ? 1 : 0, person(who));
  });
};
