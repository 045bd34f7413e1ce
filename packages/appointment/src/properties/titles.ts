import { keepEntries } from "../market/restrict.ts";
import type { Market, TitleLimit } from "../market/market.ts";
import type { PropertyFinding, PropertyQuestion } from "./finding.ts";
import { personId, personName } from "./finding.ts";
import type { Judge } from "./standing.ts";
import { judgeOf } from "./standing.ts";

/** Who holds the posts of a level after an appointment. */
interface HeldLevel {
  readonly limit: TitleLimit;
  readonly holders: number;
  /** Positions of those who came from another school. */
  readonly arrivals: readonly number[];
}

/** Counts the holders of every level: who is at a post of the school, and who has none and held one there. */
function heldLevels({ market, placement }: PropertyQuestion): readonly HeldLevel[] {
  const ends = market.people.map(({ titleHome }, person) => {
    const post = placement[person] as number;
    return post < 0 ? titleHome : market.posts[post]?.school;
  });
  const bySchool = new Map<string, number[]>();
  ends.forEach((school, person) => {
    if (school !== undefined) bySchool.set(school, [...(bySchool.get(school) ?? []), person]);
  });
  return market.titleLimits.map((limit) => {
    const there = (bySchool.get(limit.school) ?? []).filter((person) => isOf(market, person, limit));
    return {
      limit,
      holders: limit.taken + there.length,
      arrivals: there.filter((person) => market.people[person]?.titleHome !== limit.school),
    };
  });
}

function isOf({ people }: Market, person: number, { titles }: TitleLimit): boolean {
  const title = people[person]?.title;
  return title !== undefined && titles.has(title);
}

/** Nobody came to a school whose posts of the level of his title do not suffice for those who hold them. */
export function titlesKept(question: PropertyQuestion): readonly PropertyFinding[] {
  const { market, placement } = question;
  return heldLevels(question).flatMap(({ limit, holders, arrivals }) => {
    if (arrivals.length === 0 || holders <= limit.posts) return [];
    const ids = arrivals.map((person) => personId(question, person));
    const names = ids.map((id) => personName(question, id));
    const posts = arrivals.map((person) => market.posts[placement[person] as number]?.id ?? "");
    return [
      {
        property: "titlesKept" as const,
        people: ids,
        posts: [...new Set(posts)].sort(),
        text: {
          zh: `“${limit.school}”的“${limit.level}”岗位 ${limit.posts} 个，安排后有 ${holders} 人，其中新到：${names.join("、")}`,
          en: `"${limit.school}" has ${limit.posts} posts of "${limit.level}" and ${holders} who hold one, of whom came: ${names.join(", ")}`,
        },
      },
    ];
  });
}

/** A wish that the title posts of its school rule out. */
export interface TitleStop {
  readonly person: number;
  readonly post: number;
  readonly level: string;
}

/**
 * Finds the wishes that the title posts of their school rule out as people are placed: every post of the level is held, and
 * by nobody who came from elsewhere and stands behind.
 *
 * Knows no mechanism; people are compared by class, points, ties and lot, whatever the posts rank by.
 */
export function titleStops(question: PropertyQuestion): readonly TitleStop[] {
  const { market, placement } = question;
  if (market.titleLimits.length === 0) return [];
  const judge = judgeOf(market);
  const full = new Map<string, HeldLevel[]>();
  for (const level of heldLevels(question)) {
    const { school, posts } = level.limit;
    if (level.holders >= posts) full.set(school, [...(full.get(school) ?? []), level]);
  }
  const { lists, posts } = market;
  return market.people.flatMap(({ titleHome }, person) =>
    Array.from(lists.posts.subarray(lists.starts[person], lists.starts[person + 1])).flatMap((post): TitleStop[] => {
      const school = posts[post]?.school;
      const isThere = school === titleHome || school === posts[placement[person] as number]?.school;
      if (school === undefined || isThere) return [];
      const stop = (full.get(school) ?? []).find(
        (level) => isOf(market, person, level.limit) && !hasSomebodyBehind(judge, placement, { level, person, post }),
      );
      return stop === undefined ? [] : [{ person, post, level: stop.limit.level }];
    }),
  );
}

interface Asked {
  readonly level: HeldLevel;
  readonly person: number;
  readonly post: number;
}

/** Whether somebody who came could give the post of the level to the person; beyond its posts a level gives none. */
function hasSomebodyBehind(judge: Judge, placement: Int32Array, { level, person, post }: Asked): boolean {
  if (level.holders > level.limit.posts) return false;
  return level.arrivals.some((other) =>
    judge.comesBefore({ person, post }, { person: other, post: placement[other] as number }),
  );
}

/** Returns the market without the wishes and swaps that title posts rule out: what is promised is promised for the others. */
export function withinTitlePosts(question: PropertyQuestion): Market {
  const { market } = question;
  if (market.titleLimits.length === 0) return market;
  const stops = new Set(titleStops(question).map(({ person, post }) => `${person} ${post}`));
  const open = keepEntries(market, (person, entry) => !stops.has(`${person} ${market.lists.posts[entry] as number}`));
  return { ...open, swaps: swapsThatFit(question) };
}

/** Proposals but for those of pairs who stayed and whose swap would bring somebody to a full level. */
function swapsThatFit(question: PropertyQuestion): Market["swaps"] {
  const { market, placement } = question;
  const position = new Map(market.people.map(({ id }, at) => [id, at]));
  return market.swaps.filter(({ person, partner }) => {
    const [one, other] = [position.get(person), position.get(partner)];
    if (one === undefined || other === undefined) return true;
    const [mine, theirs] = [one, other].map((at) => market.people[at]?.ownPost as number) as [number, number];
    if (placement[one] !== mine || placement[other] !== theirs) return true;
    const swapped = Int32Array.from(placement);
    swapped[one] = theirs;
    swapped[other] = mine;
    return titlesKept({ ...question, placement: swapped }).length === 0;
  });
}
