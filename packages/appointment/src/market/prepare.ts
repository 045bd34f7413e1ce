import type { Market } from "./market.ts";
import { withHeldPlaces, withKeptPosts } from "./restrict.ts";
import type { RuleName } from "./rule.ts";

/**
 * Returns the market as a rule reads it: where places are traded, an overfull post stays as full as it is; in circles
 * nobody competes for posts, so that everybody keeps his own.
 */
export function preparedMarket(market: Market, rule: RuleName): Market {
  if (rule === "trading") return withHeldPlaces(market);
  return rule === "cycles" ? withHeldPlaces(withKeptPosts(market)) : market;
}
