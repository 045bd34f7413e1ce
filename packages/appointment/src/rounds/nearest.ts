import { NO_POST, personAt } from "../market/market.ts";
import type { RoundState } from "./round-state.ts";

/** Who looks for which posts. */
interface Search {
  readonly person: number;
  readonly isOpen: (post: number) => boolean;
  /** Stages that are looked at in place of that of the post held at the start. */
  readonly stages: readonly string[] | undefined;
}

/**
 * Returns the open posts of the kind, stage and subject of the post held at the start, the nearest first, equal distances
 * by id. A post whose distance nobody knows is left out; so is one that ranks people and does not rank this one.
 */
export function nearestPosts(state: RoundState, { person, isOpen, stages }: Search): readonly number[] {
  const { market, metres } = state;
  const row = personAt(market, person);
  const start = row.ownPost === NO_POST ? undefined : market.posts[row.ownPost];
  if (start === undefined || metres === undefined) return [];
  return market.posts
    .flatMap((post, at) => {
      const isStage = stages === undefined ? post.stage === start.stage : true;
      const isSame = post.kind === start.kind && isStage && post.subject === start.subject;
      if (!isSame || !post.offered || !isOpen(at) || !isRankedAt(state, person, at)) return [];
      const distance = metres(row.id, post.school);
      return distance === undefined ? [] : [{ at, distance }];
    })
    .sort((a, b) => a.distance - b.distance || a.at - b.at)
    .map(({ at }) => at);
}

function isRankedAt({ market }: RoundState, person: number, post: number): boolean {
  const ranking = market.rankings.get(post);
  return ranking === undefined || ranking.people.includes(person);
}
