import { personAt, postAt } from "../market/market.ts";
import type { CardCase } from "./card-case.ts";
import type { CardFacts, CardNames } from "./facts.ts";

/** A case that stands for some heads. */
interface HeadsCase {
  readonly heads: number;
  readonly found: CardCase;
}

/**
 * Returns empty heads that nobody was told of: those that had to be offered and were not declared, and headcount of a school
 * that is neither used nor set up as a post.
 */
export function hiddenHeads(facts: CardFacts, names: CardNames): readonly HeadsCase[] {
  return [...undeclared(facts, names), ...notSetUp(facts, names)];
}

function undeclared({ market, posts }: CardFacts, { post: called = same }: CardNames): readonly HeadsCase[] {
  return posts.flatMap(({ undeclared: heads }, at): readonly HeadsCase[] => {
    const { id } = postAt(market, at);
    if (heads === 0) return [];
    const text = {
      zh: `岗位“${called(id)}”有 ${heads} 个空岗按规定应公布而未申报`,
      en: `Post "${called(id)}" has ${heads} empty heads that had to be offered and were not declared`,
    };
    return [{ heads, found: { people: [], posts: [id], text } }];
  });
}

/** What a school has of headcount beyond both its posts and its people: a gap that no list of posts shows. */
function notSetUp({ market, posts, schools }: CardFacts, { school: called = same }: CardNames): readonly HeadsCase[] {
  const needed = new Map<string, number>();
  posts.forEach(({ heads }, at) => {
    const { school } = postAt(market, at);
    needed.set(school, (needed.get(school) ?? 0) + heads);
  });
  return [...schools].flatMap(([school, { establishment, staff }]): readonly HeadsCase[] => {
    const posted = needed.get(school);
    if (establishment === undefined || staff === undefined || posted === undefined) return [];
    const heads = establishment - Math.max(posted, staff);
    if (heads <= 0) return [];
    const text = {
      zh: `“${called(school)}”编制 ${establishment} 个，岗位 ${posted} 个，在岗 ${staff} 人，有 ${heads} 个编制既无人占用也未设岗`,
      en: `"${called(school)}" has an establishment of ${establishment}, ${posted} posts and ${staff} people: ${heads} heads are neither used nor set up as posts`,
    };
    return [{ heads, found: { people: [], posts: [], school, text } }];
  });
}

/** Returns heads that look filled and are empty when a guest goes home. */
export function guestHeads({ market, posts }: CardFacts, names: CardNames): readonly HeadsCase[] {
  const { post: called = same, person: who = same } = names;
  return posts.flatMap(({ guests }, at) => {
    const { id } = postAt(market, at);
    return guests.map((guest): HeadsCase => {
      const { id: person } = personAt(market, guest);
      const text = {
        zh: `岗位“${called(id)}”由“${who(person)}”交流顶岗，人事关系不在该校，期满即空`,
        en: `Post "${called(id)}" is filled by "${who(person)}", a guest whose relation is elsewhere: it is empty when the exchange ends`,
      };
      return { heads: 1, found: { people: [person], posts: [id], text } };
    });
  });
}

function same(id: string): string {
  return id;
}
