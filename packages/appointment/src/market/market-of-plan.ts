import { buildMarket } from "./build.ts";
import type { MarketInput } from "./document.ts";
import { marketSchema } from "./document.ts";
import type { Market } from "./market.ts";

/**
 * Returns the market of a plan that was made elsewhere: nothing is decided in it any more, so that neither points nor the
 * seed of a draw are asked for.
 *
 * @throws {ZodError} if the document has not the shape of a market
 */
export function marketOfPlan(data: MarketInput): Market {
  return buildMarket(marketSchema.parse(data), new Map());
}
