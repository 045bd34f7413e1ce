import type { Placement } from "@lungang/appointment";
import type { CardFacts, CardPerson, CardPost, CardSchool } from "@lungang/appointment/card";
import type { County, Instance } from "@lungang/core";
import { NONE, indexCounty } from "@lungang/core";
import type { Applications } from "../appointment/open-applications.ts";
import { groupsOf, metresIn, schoolsIn } from "./groups-of.ts";

/**
 * Returns what the report card of an appointment is made from.
 *
 * @param instance - the county of the people, which knows sex, age, title, couples, residence and schools; its schools are
 *   found by their names, people by their ids
 */
export function factsOfAppointment(
  { market, vacancies }: Applications,
  placement: Placement,
  instance?: Instance,
): CardFacts {
  const notOffered = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]));
  const fixed = new Int32Array(market.posts.length);
  for (const { post, occupies } of market.placed) if (occupies) fixed[post] = (fixed[post] as number) + 1;
  const posts = market.posts.map((post, at): CardPost => {
    const vacancy = notOffered.get(post.id);
    const left = vacancy?.notOffered ?? [];
    const held = left.reduce((sum, { heads }) => sum + heads, 0);
    const hidden = left.reduce((sum, { reason, heads }) => sum + (reason === "hidden" ? heads : 0), 0);
    // A post that nobody may apply for needs a reason as well.
    const shut = post.offered || post.notOfferedBecause !== undefined ? 0 : (vacancy?.offered ?? 0);
    const there = fixed[at] as number;
    return { heads: post.capacity + held + there, fixed: there, undeclared: hidden + shut, guests: [] };
  });
  const known = instance === undefined ? undefined : countyOf(indexCounty(instance).county);
  return {
    market,
    placement,
    isRanked: true,
    people: market.people.map(({ id, ownPost, ownPostIs }, at): CardPerson => ({
      start: ownPost,
      occupies: true,
      mustGo: ownPostIs === "leaves",
      returns: false,
      groups: {},
      ...known?.of(id, schoolOf(ownPost), schoolOf(placement[at] as number)),
    })),
    posts,
    schools: known?.schools ?? new Map(),
  };

  function schoolOf(post: number): string | undefined {
    return market.posts[post]?.school;
  }
}

/** What a county knows of people and schools that applications name. */
interface KnownCounty {
  readonly of: (
    person: string,
    from: string | undefined,
    to: string | undefined,
  ) => Pick<CardPerson, "groups" | "metresBefore" | "metresAfter">;
  readonly schools: ReadonlyMap<string, CardSchool>;
}

function countyOf(county: County): KnownCounty {
  const [groups, metres] = [groupsOf(county), metresIn(county)];
  const byName = new Map<string, number>();
  county.schools.forEach(({ id, name }, at) => {
    byName.set(name, byName.has(name) ? NONE : at);
    byName.set(id, at);
  });
  const found = (school: string | undefined) => byName.get(school ?? "") ?? NONE;
  const facts = schoolsIn(county);
  return {
    of: (id, from, to) => {
      const person = county.personIndex.get(id);
      if (person === undefined) return { groups: {} };
      const [before, after] = [metres(person, found(from)), metres(person, found(to))];
      return {
        groups: groups(person),
        ...(before === undefined ? {} : { metresBefore: before }),
        ...(after === undefined ? {} : { metresAfter: after }),
      };
    },
    schools: new Map([...byName].flatMap(([name, at]) => (at === NONE ? [] : [[name, facts[at] as CardSchool]]))),
  };
}
