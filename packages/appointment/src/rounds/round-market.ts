import { ceilShare, floorShare } from "@lungang/core/policy";
import { evenGaps } from "../posts/even-gaps.ts";
import type { Market, MarketPerson, MarketPost, OwnPostRight } from "../market/market.ts";
import { NO_POST, personAt, postAt } from "../market/market.ts";
import { nearestPosts } from "./nearest.ts";
import type { RoundState } from "./round-state.ts";
import type { Round } from "./round.ts";

/** Returns whether a person takes part in a round. */
export function takesPart(
  { market, isOut, placement }: RoundState,
  round: Round,
  withdrawn: ReadonlySet<string>,
): (person: number) => boolean {
  const named = round.people === undefined ? undefined : new Set(round.people);
  return (person) => {
    const { id } = personAt(market, person);
    const hasPost = placement[person] !== NO_POST;
    const isMeant = round.who === "everybody" || (round.who === "holders") === hasPost;
    return isMeant && isOut[person] === 0 && !withdrawn.has(id) && (named === undefined || named.has(id));
  };
}

/**
 * Returns the market of one round: the same posts and people, everybody with what he has now, lists for those who take
 * part; everybody else sits where he is.
 */
export function roundMarket(state: RoundState, round: Round, isTaking: (person: number) => boolean): Market {
  const { market, placement } = state;
  const people = market.people.map((person, at) => ({
    ...person,
    ownPost: placement[at] as number,
    ownPostIs: rightNow(person, isTaking(at) && isAbout(market, round, person.ownPost)),
    // Who came to a school in a round before holds the post of the title there.
    titleHome: placement[at] === NO_POST ? person.titleHome : postAt(market, placement[at] as number).school,
  }));
  const lists = people.map((person, at) => entriesOf(state, { round, person, at, isTaking: isTaking(at) }));
  const starts = new Int32Array(people.length + 1);
  lists.forEach((entries, at) => (starts[at + 1] = (starts[at] as number) + entries.length));
  const flat = lists.flat();
  return {
    ...market,
    people,
    posts: offeredPosts(state, round),
    lists: {
      starts,
      posts: Int32Array.from(flat, (entry) => entry.post),
      points: Float64Array.from(flat, (entry) => entry.points),
      classes: Int32Array.from(flat, (entry) => entry.priorityClass),
    },
  };
}

/** Nobody is driven from a post in a round that is about others; who had to leave has nothing to defend. */
function rightNow({ ownPostIs }: MarketPerson, isAsked: boolean): OwnPostRight {
  return isAsked && ownPostIs === "contested" ? "contested" : "keeps";
}

interface Entry {
  readonly post: number;
  readonly points: number;
  readonly priorityClass: number;
}

interface Listed {
  readonly round: Round;
  readonly person: MarketPerson;
  readonly at: number;
  readonly isTaking: boolean;
}

/** Wishes of the round, the post that the person has at the end. */
function entriesOf(state: RoundState, listed: Listed): readonly Entry[] {
  const { person, isTaking } = listed;
  const own = ownEntry(person);
  if (!isTaking) return own;
  const wished = wishesOf(state, listed);
  if (own.length === 0) return wished;
  const place = wished.findIndex((entry) => entry.post === person.ownPost);
  if (place < 0) return [...wished, ...own];
  return person.ownPostIs === "keeps" ? wished.slice(0, place + 1) : wished;
}

function ownEntry(person: MarketPerson): readonly Entry[] {
  return person.ownPost === NO_POST
    ? []
    : [{ post: person.ownPost, points: person.points ?? 0, priorityClass: person.priorityClass }];
}

function wishesOf(state: RoundState, { round, person, at }: Listed): readonly Entry[] {
  const isOpen = (post: number): boolean =>
    isInFilter(postAt(state.market, post), round) && isInReach(state.market, { at, post, reach: round.reach });
  if (round.wishes === "nearest") {
    // Nobody who has a post is sent from it because another one is near.
    if (person.ownPost !== NO_POST) return [];
    return nearestPosts(state, { person: at, isOpen, stages: round.posts.stages }).map((post) => ({
      post,
      points: person.points ?? 0,
      priorityClass: person.priorityClass,
    }));
  }
  const { starts, posts, points, classes } = state.market.lists;
  const entries: Entry[] = [];
  for (let entry = starts[at] as number; entry < (starts[at + 1] as number); entry++) {
    const post = posts[entry] as number;
    if (post !== person.ownPost && !isOpen(post)) continue;
    entries.push({ post, points: points[entry] as number, priorityClass: classes[entry] as number });
  }
  return entries;
}

/** Returns whether a round is about a post. */
export function isAbout(market: Market, round: Round, post: number): boolean {
  return post !== NO_POST && isInFilter(postAt(market, post), round);
}

function isInFilter({ id, kind, stage, subject }: MarketPost, { posts }: Round): boolean {
  return (
    (posts.stages === undefined || (stage !== undefined && posts.stages.includes(stage))) &&
    (posts.kinds === undefined || posts.kinds.includes(kind)) &&
    (posts.subjects === undefined || (subject !== undefined && posts.subjects.includes(subject))) &&
    (posts.ids === undefined || posts.ids.includes(id))
  );
}

/** Reach is seen from the post held at the start; who held none can be reached county-wide only. */
function isInReach(
  market: Market,
  { at, post, reach }: { readonly at: number; readonly post: number; readonly reach: Round["reach"] },
): boolean {
  const start = personAt(market, at).ownPost;
  if (reach === "county") return true;
  if (start === NO_POST || reach === "ownPost") return false;
  const [from, to] = [postAt(market, start), postAt(market, post)];
  if (reach === "ownSchool") return from.school === to.school;
  const isSameTownship = from.township !== undefined && from.township === to.township;
  return reach === "ownTownship" ? isSameTownship : !isSameTownship;
}

/** Heads of every post in the round: who is there, and the share of the free places that the round offers. */
function offeredPosts({ market, placement }: RoundState, round: Round): readonly MarketPost[] {
  const { offered } = round;
  if (offered === undefined) return market.posts;
  const there = new Int32Array(market.posts.length);
  for (const post of placement) if (post !== NO_POST) there[post] = (there[post] as number) + 1;
  const shares = market.posts.map((post, at) => {
    if (!isInFilter(post, round)) return 0;
    const free = Math.max(0, post.capacity - (there[at] as number));
    if (offered.share === undefined) return free;
    return offered.round === "up" ? ceilShare(offered.share, free) : floorShare(offered.share, free);
  });
  const heads = offered.most === undefined ? shares : largestFirst(market, shares, offered.most);
  return market.posts.map((post, at) => ({
    ...post,
    capacity: Math.min(post.capacity, (there[at] as number) + (heads[at] as number)),
  }));
}

/** Of so many heads together each goes to the post that lacks most (XC-10); equal ones by the smaller id. */
function largestFirst({ posts }: Market, shares: readonly number[], most: number): readonly number[] {
  const gaps = posts.map(({ id }, at) => ({ school: id, gap: shares[at] as number, need: 1 }));
  const gets = evenGaps(gaps, most);
  return posts.map(({ id }) => gets.get(id) ?? 0);
}
