import type { Text } from "@lungang/core";
import type { Couple, HardRules, Limit } from "../market/hard-rules.ts";
import type { Market, Placement } from "../market/market.ts";
import type { ReasonNames } from "./finding.ts";

/** A hard rule that a placement breaks. */
export interface HardRuleFinding {
  readonly rule: string;
  readonly source: string | undefined;
  /** Ids of the two of a couple, and of the posts of a limit. */
  readonly people: readonly string[];
  readonly posts: readonly string[];
  readonly text: Text;
}

/** Finds every couple and limit that a placement breaks. */
export function checkHardRules(
  market: Market,
  rules: HardRules,
  { placement, names = {} }: { readonly placement: Placement; readonly names?: ReasonNames },
): readonly HardRuleFinding[] {
  const couples = rules.couples
    .filter((couple) => !isKept(market, couple, placement))
    .map((couple) => ({ rule: couple.id, source: couple.source, ...tornApart({ market, placement, names }, couple) }));
  const limits = rules.limits.flatMap((limit) => {
    const there = Array.from(placement).filter((post) => limit.posts.includes(post)).length;
    if (there >= limit.atLeast && there <= limit.atMost) return [];
    const posts = limit.posts.map((post) => market.posts[post]?.id ?? "");
    return [{ rule: limit.id, source: limit.source, people: [], posts, text: limitText(limit, there) }];
  });
  return [...couples, ...limits];
}

interface Placed {
  readonly market: Market;
  readonly placement: Placement;
  readonly names: ReasonNames;
}

/** Who of a couple is where. */
function tornApart({ market, placement, names }: Placed, { id, people }: Couple) {
  const ids = people.map((person) => market.people[person]?.id ?? "");
  const posts = people.map((person) => market.posts[placement[person] as number]?.id);
  const where = (none: string, at: string) =>
    ids.map((person, index) => {
      const post = posts[index];
      const place = post === undefined ? none : (names.post?.(post) ?? post);
      return `${names.person?.(person) ?? person}${at}${place}`;
    });
  return {
    people: ids,
    posts: posts.filter((post) => post !== undefined),
    text: {
      zh: `“${id}”的两人被分开：${where("未聘", "→").join("，")}`,
      en: `The two of "${id}" are torn apart: ${where("no post", " at ").join(", ")}`,
    },
  };
}

function limitText({ id, atLeast, atMost }: Limit, there: number): Text {
  const isBelow = there < atLeast;
  return isBelow
    ? { zh: `“${id}”现为 ${there} 人，至少应有 ${atLeast} 人`, en: `"${id}" has ${there} people and needs ${atLeast}` }
    : { zh: `“${id}”现为 ${there} 人，至多 ${atMost} 人`, en: `"${id}" has ${there} people and may have ${atMost}` };
}

function isKept(market: Market, { people, mode, isNear }: Couple, placement: Placement): boolean {
  const [moves, otherMoves] = people.map((person) => placement[person] !== market.people[person]?.ownPost) as [
    boolean,
    boolean,
  ];
  if (mode === "bothOrNone") return moves === otherMoves;
  const [here, there] = people.map((person) => placement[person] as number) as [number, number];
  if (!moves && !otherMoves) return true;
  const isPlacedMover = (moves && here >= 0) || (otherMoves && there >= 0);
  return !isPlacedMover || (here >= 0 && there >= 0 && isNear(here, there));
}
