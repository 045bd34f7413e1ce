import type { Market, Placement } from "../../market/market.ts";
import { acceptance } from "../acceptance/acceptance.ts";
import { postProposing } from "./post-proposing.ts";

/** Which side asks in two-sided choice. */
export type Proposer = "person" | "post";

/**
 * Places people who rank posts at posts that rank people (S9); ties and posts without a ranking are ordered by class,
 * points, tie keys and lot.
 *
 * Guarantees: no blocking pair; the best such placement for the side that asks.
 */
export function twoSided(market: Market, proposer: Proposer): Placement {
  return proposer === "person" ? acceptance(market) : postProposing(market);
}
