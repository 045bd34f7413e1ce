import type { Market, Placement } from "@lungang/appointment";
import type { PlanEnds } from "../case/plan-ends.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import { joinedLedgers } from "./joined-ledgers.ts";
import { joinedTitles } from "./joined-titles.ts";

/** What rotation and competition come to together: the ledgers of every school, and that they and posts of titles hold. */
export type Joined = Pick<DecidedAppointment, "ledgers" | "properties">;

/** Counts what rotation and competition come to together; nothing without a rotation plan. */
export function joinedWithPlan(market: Market, placement: Placement, after: PlanEnds | undefined): Joined {
  if (after === undefined) return { ledgers: [], properties: [] };
  const { ledgers, property } = joinedLedgers(market, placement, after);
  return { ledgers, properties: [property, ...joinedTitles(market, placement, after)] };
}
