import type { Market, Placement } from "../market/market.ts";
import { preparedMarket } from "../market/prepare.ts";
import type { Rule } from "../market/rule.ts";
import { acceptance } from "../mechanisms/acceptance/acceptance.ts";
import type { Circle } from "../mechanisms/cycles/circle.ts";
import { cycles } from "../mechanisms/cycles/cycles.ts";
import { examination } from "../mechanisms/examination/examination.ts";
import { acceptanceWithFloors } from "../mechanisms/floors/floors.ts";
import { swaps } from "../mechanisms/swaps/swaps.ts";
import { trading } from "../mechanisms/trading/trading.ts";
import { twoSided } from "../mechanisms/two-sided/two-sided.ts";
import { swapsWithinTitles } from "./swaps-within-titles.ts";
import { decideWithinTitles } from "./within-titles.ts";

/** What a rule decided. */
export interface Decision {
  readonly placement: Placement;
  /** Positions of people whom a floor kept where they are. */
  readonly held: readonly number[];
  /** Who moved together, where the rule moves people in circles. */
  readonly circles: readonly Circle[];
}

const NONE = { held: [], circles: [] };

/** Decides a market by a rule, within the posts of titles where there are any. */
export function decide(market: Market, rule: Rule): Decision {
  if (market.titleLimits.length === 0) return byRule(market, rule);
  if (rule.name === "swaps") return swapped(market, swapsWithinTitles(market));
  return decideWithinTitles(market, (open) => byRule(open, rule));
}

function byRule(market: Market, rule: Rule): Decision {
  const prepared = preparedMarket(market, rule.name);
  switch (rule.name) {
    case "acceptance":
      return { placement: acceptance(prepared), ...NONE };
    case "trading":
      return { placement: trading(prepared), ...NONE };
    case "twoSided":
      return { placement: twoSided(prepared, rule.proposer), ...NONE };
    case "floors":
      return { ...NONE, ...acceptanceWithFloors(prepared) };
    case "examination":
      return { placement: examination(prepared), ...NONE };
    case "cycles":
      return { ...NONE, ...cycles(prepared, rule) };
    case "swaps":
      return swapped(prepared, prepared.swaps);
  }
}

/** Two who change posts are a circle of two. */
function swapped(market: Market, proposals: Market["swaps"]): Decision {
  const { placement, answers } = swaps(market, proposals);
  const at = new Map(market.people.map(({ id }, person) => [id, person]));
  const circles = answers.flatMap(({ person, partner, refused }) => {
    if (refused !== undefined || person > partner) return [];
    const people = [at.get(person) as number, at.get(partner) as number];
    return [{ people, posts: people.map((one) => placement[one] as number) }];
  });
  return { ...NONE, placement, circles };
}
