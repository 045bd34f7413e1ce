import type { Market, Placement, TitleLimit } from "../market/market.ts";
import { NO_POST, personAt, postAt } from "../market/market.ts";
import { keepEntries } from "../market/restrict.ts";
import { compareEntries, compareStanding, personsOfEntries } from "../mechanisms/order/across-posts.ts";

/** Rounds of opening wishes again before the search is given up; what is left is found by the checkers. */
const MOST_PASSES = 500;

/**
 * Decides a market within its title posts: where more people came to a level than it has posts, the last of them may not
 * wish for posts of the school, and everything is decided again; a wish that was closed and for which there turns out to be
 * a post is opened again.
 *
 * A placement in which title posts pass over nobody but for those before him need not exist, as who is turned away at one
 * school can free a title post there by where he goes instead. Then the same wishes are closed once more, and the search ends.
 *
 * Guarantees: no level takes anybody beyond its posts; the same market gives the same placement.
 *
 * @param decide - the rule, title posts apart
 */
export function decideWithinTitles<Decision extends { readonly placement: Placement }>(
  market: Market,
  decide: (market: Market) => Decision,
): Decision {
  const gates = gatesOf(market);
  const closed = new Uint8Array(market.lists.posts.length);
  const seen = new Set<string>();
  for (let pass = 0; ; pass++) {
    const decision = decide(keepEntries(market, (_, entry) => closed[entry] === 0));
    if (closeLast(gates, decision.placement, closed)) continue;
    const wrongly = wronglyClosed(gates, decision.placement, closed);
    const state = closed.join("");
    if (wrongly.length === 0 || seen.has(state) || pass >= MOST_PASSES) return decision;
    seen.add(state);
    for (const entry of wrongly) closed[entry] = 0;
  }
}

/** Whether no level took anybody beyond its posts. */
export function isWithinTitles(market: Market, placement: Placement): boolean {
  return [...levelsOf(gatesOf(market), placement)].every(
    ([limit, { holders, arrivals }]) => arrivals.length === 0 || holders <= limit.posts,
  );
}

/** Levels of titles with the entries of the lists that lead to them. */
interface Gates {
  readonly market: Market;
  readonly personOf: Int32Array;
  /** Levels that a person of the title takes a post of, by school and title. */
  readonly limitsOf: (person: number, school: string) => readonly TitleLimit[];
}

function gatesOf(market: Market): Gates {
  const { titleLimits } = market;
  const personOf = personsOfEntries(market);
  const bySchool = new Map<string, TitleLimit[]>();
  for (const limit of titleLimits) bySchool.set(limit.school, [...(bySchool.get(limit.school) ?? []), limit]);
  return {
    market,
    personOf,
    limitsOf: (person, school) => {
      const { title } = personAt(market, person);
      return title === undefined ? [] : (bySchool.get(school) ?? []).filter(({ titles }) => titles.has(title));
    },
  };
}

/** Who holds a post of a level, and who of them came for it. */
interface Level {
  holders: number;
  readonly arrivals: number[];
}

function levelsOf({ market, limitsOf }: Gates, placement: Placement): ReadonlyMap<TitleLimit, Level> {
  const levels = new Map(
    market.titleLimits.map((limit) => [limit, { holders: limit.taken, arrivals: [] as number[] }]),
  );
  market.people.forEach(({ titleHome }, person) => {
    const school = placement[person] === NO_POST ? titleHome : postAt(market, placement[person] as number).school;
    for (const limit of school === undefined ? [] : limitsOf(person, school)) {
      const level = levels.get(limit) as Level;
      level.holders += 1;
      if (school !== titleHome) level.arrivals.push(person);
    }
  });
  return levels;
}

/** Closes the school to the last of those who came beyond the posts of a level; false where every level is kept. */
function closeLast(gates: Gates, placement: Placement, closed: Uint8Array): boolean {
  let isAny = false;
  for (const [limit, { holders, arrivals }] of levelsOf(gates, placement)) {
    const beyond = Math.min(arrivals.length, holders - limit.posts);
    if (beyond <= 0) continue;
    const order = arrivals
      .map((person) => entryOf(gates.market, person, placement[person] as number))
      .sort((a, b) => compareEntries(gates.market, gates.personOf, [a, b]));
    for (const last of order.slice(-beyond)) closeSchool(gates, last, closed);
    isAny = true;
  }
  return isAny;
}

/** Closes every wish of a person for the school at which he stands no better than by the entry. */
function closeSchool({ market, personOf }: Gates, entry: number, closed: Uint8Array): void {
  const { lists } = market;
  const person = personOf[entry] as number;
  const { school } = postAt(market, lists.posts[entry] as number);
  for (let other = lists.starts[person] as number; other < (lists.starts[person + 1] as number); other++) {
    const isThere = postAt(market, lists.posts[other] as number).school === school;
    if (isThere && compareStanding(market, other, entry) >= 0) closed[other] = 1;
  }
}

/** Closed wishes that their person prefers and that no level keeps closed any more. */
function wronglyClosed(gates: Gates, placement: Placement, closed: Uint8Array): readonly number[] {
  const { market, personOf, limitsOf } = gates;
  const levels = levelsOf(gates, placement);
  return [...closed.keys()].filter((entry) => {
    if (closed[entry] === 0) return false;
    const person = personOf[entry] as number;
    const { school } = postAt(market, market.lists.posts[entry] as number);
    const got = entryOf(market, person, placement[person] as number);
    if (got >= 0 && got < entry) return false;
    return limitsOf(person, school).every((limit) => {
      const { holders, arrivals } = levels.get(limit) as Level;
      if (holders < limit.posts) return true;
      return arrivals.some(
        (other) =>
          compareEntries(market, personOf, [entry, entryOf(market, other, placement[other] as number)]) < 0 &&
          holders <= limit.posts,
      );
    });
  });
}

function entryOf({ lists }: Market, person: number, post: number): number {
  const from = lists.starts[person] as number;
  const within = lists.posts.subarray(from, lists.starts[person + 1]).indexOf(post);
  return within < 0 ? -1 : from + within;
}
