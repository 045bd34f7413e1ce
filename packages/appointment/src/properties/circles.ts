import type { PropertyFinding, PropertyQuestion } from "./finding.ts";
import { personId, personName, postId, postName } from "./finding.ts";

/** Somebody who went from one post, or from none, to another one. */
interface Move {
  readonly person: number;
  /** -1 for who had no post to leave. */
  readonly from: number;
  readonly to: number;
}

/**
 * Everybody who moved did so in a circle of at most `longest` people, or, where chains are allowed, towards a place that stood
 * empty.
 *
 * Where posts have several heads, moves can be put together to circles in more than one way: each move is looked at alone, so
 * that a finding is true, and a circle that can only be closed by a move of another one is not found.
 */
export function onlyShortCircles(question: PropertyQuestion): readonly PropertyFinding[] {
  const { longest = 2, vacancies = "none" } = question;
  const moves = movesOf(question);
  const movesFrom = new Map<number, Move[]>();
  for (const move of moves) movesFrom.set(move.from, [...(movesFrom.get(move.from) ?? []), move]);
  const filled = filledPosts(question, moves);
  return moves
    .filter((move) => !isInCircle(movesFrom, move, longest))
    .filter((move) => vacancies === "none" || !leadsToEmpty(movesFrom, move, filled))
    .map((move) => finding(question, move, longest));
}

function movesOf({ market, placement }: PropertyQuestion): readonly Move[] {
  return market.people.flatMap(({ ownPost, ownPostIs }, person) => {
    const from = ownPostIs === "leaves" ? -1 : ownPost;
    const to = placement[person] as number;
    return to < 0 || to === from ? [] : [{ person, from, to }];
  });
}

/** Posts that more people entered than left. */
function filledPosts({ market }: PropertyQuestion, moves: readonly Move[]): ReadonlySet<number> {
  const gained = new Int32Array(market.posts.length);
  for (const { from, to } of moves) {
    gained[to] = (gained[to] as number) + 1;
    if (from >= 0) gained[from] = (gained[from] as number) - 1;
  }
  return new Set([...gained.keys()].filter((post) => (gained[post] as number) > 0));
}

/** Whether moves lead from where somebody went back to where he came from, counting his own, within the limit. */
function isInCircle(movesFrom: ReadonlyMap<number, readonly Move[]>, move: Move, longest: number): boolean {
  let reached = new Set([move.to]);
  for (let length = 1; length <= longest; length++) {
    if (move.from >= 0 && reached.has(move.from)) return true;
    reached = new Set([...reached].flatMap((post) => (movesFrom.get(post) ?? []).map(({ to }) => to)));
  }
  return false;
}

function leadsToEmpty(
  movesFrom: ReadonlyMap<number, readonly Move[]>,
  move: Move,
  filled: ReadonlySet<number>,
): boolean {
  const seen = new Set([move.to]);
  for (const post of seen) {
    if (filled.has(post)) return true;
    for (const { to } of movesFrom.get(post) ?? []) seen.add(to);
  }
  return false;
}

function finding(question: PropertyQuestion, { person, to }: Move, longest: number): PropertyFinding {
  const [who, where] = [personId(question, person), postId(question, to)];
  return {
    property: "onlyShortCircles",
    people: [who],
    posts: [where],
    text: {
      zh: `“${personName(question, who)}”调到岗位“${postName(question, where)}”，不属于 ${longest} 人以内的互换`,
      en: `"${personName(question, who)}" went to post "${postName(question, where)}" in no circle of at most ${longest} people`,
    },
  };
}
