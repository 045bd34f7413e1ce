import type { Text } from "@lungang/core";
import type { Couple, HardRules } from "../market/hard-rules.ts";
import type { Market, Placement } from "../market/market.ts";

/** A hard rule that a placement breaks. */
export interface HardRuleFinding {
  readonly rule: string;
  readonly source: string | undefined;
  readonly text: Text;
}

/** Finds every couple and limit that a placement breaks. */
export function checkHardRules(market: Market, rules: HardRules, placement: Placement): readonly HardRuleFinding[] {
  const couples = rules.couples
    .filter((couple) => !isKept(market, couple, placement))
    .map(({ id, source }) => ({
      rule: id,
      source,
      text: { zh: `“${id}”的两人被分开`, en: `The two of "${id}" are torn apart` },
    }));
  const limits = rules.limits.flatMap(({ id, source, posts, atLeast, atMost }) => {
    const there = Array.from(placement).filter((post) => posts.includes(post)).length;
    if (there >= atLeast && there <= atMost) return [];
    const text = { zh: `“${id}”现为 ${there} 人`, en: `"${id}" has ${there} people` };
    return [{ rule: id, source, text }];
  });
  return [...couples, ...limits];
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
