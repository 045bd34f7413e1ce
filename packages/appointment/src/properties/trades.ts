import type { PropertyFinding, PropertyQuestion } from "./finding.ts";
import { occupantsOf, personId, personName, postId, postName, preferredPosts } from "./finding.ts";

/** Somebody at a post who would rather be at another one. */
interface Arrow {
  readonly person: number;
  readonly from: number;
  readonly to: number;
}

/**
 * No group of people can change posts among themselves so that everybody in it gets one that he prefers.
 *
 * Posts that nobody wants to leave for a post still looked at are taken away until nothing changes; what is left holds a
 * circle, one of which is reported.
 */
export function noImprovingTrade(question: PropertyQuestion): readonly PropertyFinding[] {
  const arrows = question.market.people.flatMap((_, person): readonly Arrow[] => {
    const from = question.placement[person] as number;
    return from < 0 ? [] : preferredPosts(question, person).map((to) => ({ person, from, to }));
  });
  const alive = postsInCircles(arrows, question.market.posts.length);
  const first = alive.indexOf(1);
  return first < 0 ? [] : [tradeFinding(question, "noImprovingTrade", walkCircle(arrows, alive, first))];
}

/** Marks the posts from which one can go on for ever. */
function postsInCircles(arrows: readonly Arrow[], count: number): Uint8Array {
  const outgoing = new Int32Array(count);
  const incoming: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of arrows) {
    outgoing[from] = (outgoing[from] as number) + 1;
    incoming[to]?.push(from);
  }
  const alive = new Uint8Array(count).fill(1);
  const ends = Array.from(outgoing.keys()).filter((post) => outgoing[post] === 0);
  for (let post = ends.pop(); post !== undefined; post = ends.pop()) {
    alive[post] = 0;
    for (const from of incoming[post] ?? []) {
      outgoing[from] = (outgoing[from] as number) - 1;
      if (outgoing[from] === 0) ends.push(from);
    }
  }
  return alive;
}

function walkCircle(arrows: readonly Arrow[], alive: Uint8Array, first: number): readonly Arrow[] {
  const next = new Map<number, Arrow>();
  for (const arrow of arrows) if (alive[arrow.to] === 1 && !next.has(arrow.from)) next.set(arrow.from, arrow);
  const walk: Arrow[] = [];
  const visited = new Map<number, number>();
  let post = first;
  while (!visited.has(post)) {
    visited.set(post, walk.length);
    const arrow = next.get(post) as Arrow;
    walk.push(arrow);
    post = arrow.to;
  }
  return walk.slice(visited.get(post));
}

function tradeFinding(
  question: PropertyQuestion,
  property: "noImprovingTrade" | "noShortCircle",
  circle: readonly Arrow[],
): PropertyFinding {
  const people = circle.map((arrow) => personId(question, arrow.person));
  const posts = circle.map((arrow) => postId(question, arrow.to));
  const steps = people
    .map((person, at) => `${personName(question, person)} → ${postName(question, posts[at] as string)}`)
    .join(", ");
  return {
    property,
    people,
    posts,
    text: { zh: `下列人员互换后人人更满意：${steps}`, en: `Everybody would be better off by the moves ${steps}` },
  };
}

/**
 * No circle of at most `longest` people who all stayed would give each of them a post that he prefers, and no such chain
 * to a free place where chains are allowed.
 */
export function noShortCircle(question: PropertyQuestion): readonly PropertyFinding[] {
  const { market, placement, longest = 2, vacancies = "none" } = question;
  const stayed = market.people.flatMap((row, person) =>
    row.ownPost >= 0 && placement[person] === row.ownPost ? [person] : [],
  );
  const arrowsFrom = new Map<number, Arrow[]>();
  for (const person of stayed) {
    const from = placement[person] as number;
    const arrows = preferredPosts(question, person).map((to) => ({ person, from, to }));
    const known = arrowsFrom.get(from);
    if (known === undefined) arrowsFrom.set(from, arrows);
    else known.push(...arrows);
  }
  const isFree = occupantsOf(question).map((people, post) => people.length < (market.posts[post]?.capacity ?? 0));
  const isEnd = (post: number): boolean => vacancies === "chains" && isFree[post] === true;
  for (const start of arrowsFrom.keys()) {
    const path = shortPath(arrowsFrom, { start, longest, isEnd });
    if (path !== undefined) return [tradeFinding(question, "noShortCircle", path)];
  }
  return [];
}

interface Search {
  readonly start: number;
  readonly longest: number;
  readonly isEnd: (post: number) => boolean;
}

/** Looks one step further from all paths at once, along the shortest path to every post only. */
function shortPath(arrowsFrom: ReadonlyMap<number, readonly Arrow[]>, search: Search): readonly Arrow[] | undefined {
  let paths: readonly (readonly Arrow[])[] = [[]];
  const reached = new Set<number>();
  for (let length = 1; length <= search.longest; length++) {
    const longer = paths.flatMap((path) =>
      (arrowsFrom.get(path[path.length - 1]?.to ?? search.start) ?? []).map((arrow) => [...path, arrow]),
    );
    const closed = longer.find((path) => isClosed(path, search));
    if (closed !== undefined) return closed;
    paths = longer.filter((path) => isNew(reached, path[path.length - 1]?.to));
  }
  return undefined;
}

function isClosed(path: readonly Arrow[], { start, isEnd }: Search): boolean {
  const last = path[path.length - 1]?.to;
  return last !== undefined && (last === start || isEnd(last));
}

/** Notes a post; returns whether it was not noted before. */
function isNew(reached: Set<number>, post: number | undefined): boolean {
  if (post === undefined || reached.has(post)) return false;
  reached.add(post);
  return true;
}
