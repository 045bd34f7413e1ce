import type { Text } from "@lungang/core";
import type { HardRules } from "../market/hard-rules.ts";
import type { Market, Placement } from "../market/market.ts";
import { NO_POST } from "../market/market.ts";
import { noBlockingPair } from "../properties/envy.ts";
import { checkHardRules } from "../properties/hard-rules.ts";
import { withinTitlePosts } from "../properties/titles.ts";

/** A person and a post that would rather have each other, and the hard rules that stand between them. */
export interface RemainingPair {
  readonly person: string;
  readonly post: string;
  /** Who has the post although he comes behind; undefined where a place is free. */
  readonly holder: string | undefined;
  /** Rules that would be broken if the pair came together; empty where they stand in the way of somebody else only. */
  readonly causes: readonly string[];
  readonly text: Text;
}

/**
 * Lists the blocking pairs of a placement, each with the hard rules that cause it: those that would be broken if the person
 * got the post and its last holder, where it is full, went back to the own post or to nothing.
 */
export function remainingPairs(market: Market, rules: HardRules, placement: Placement): readonly RemainingPair[] {
  const people = new Map(market.people.map((person, at) => [person.id, at]));
  const posts = new Map(market.posts.map((post, at) => [post.id, at]));
  // Whom a level of titles stops at a school blocks nothing there.
  const open = withinTitlePosts({ market, placement });
  return noBlockingPair({ market: open, placement }).map((finding) => {
    const [person, holder] = finding.people as [string, string | undefined];
    const post = finding.posts[0] as string;
    const satisfied = placement.slice();
    satisfied[people.get(person) as number] = posts.get(post) as number;
    if (holder !== undefined) satisfied[people.get(holder) as number] = fallBack(market, people.get(holder) as number);
    const causes = checkHardRules(market, rules, { placement: satisfied }).map((broken) => broken.rule);
    return { person, post, holder, causes, text: causeText(finding.text, causes) };
  });
}

function fallBack(market: Market, person: number): number {
  const row = market.people[person];
  return row === undefined || row.ownPostIs === "leaves" ? NO_POST : row.ownPost;
}

function causeText(text: Text, causes: readonly string[]): Text {
  if (causes.length === 0) {
    return { zh: `${text.zh}；由其他人的硬性规定间接造成`, en: `${text.en}; hard rules about others cause it` };
  }
  return { zh: `${text.zh}；原因：${causes.join("、")}`, en: `${text.en}; caused by ${causes.join(", ")}` };
}
