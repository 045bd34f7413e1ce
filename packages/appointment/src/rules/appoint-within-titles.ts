import type { Checked } from "@lungang/core";
import { checked } from "@lungang/core";
import type { Market } from "../market/market.ts";
import { preparedMarket } from "../market/prepare.ts";
import type { Rule } from "../market/rule.ts";
import { solveStable } from "../program/solve.ts";
import type { StableOptions } from "../program/two-levels.ts";
import type { Appointment } from "./appoint.ts";
import { appoint, appointmentOf } from "./appoint.ts";
import { decide } from "./run.ts";
import { IN_A_CIRCLE, titlesInACircle } from "./titles-in-a-circle.ts";

/** Rules that promise that nobody is passed over: what the program looks for. */
const STABLE: ReadonlySet<Rule["name"]> = new Set(["acceptance", "twoSided"]);

/**
 * Decides who gets which post as `appoint` does; where posts of titles lead its search round in a circle, an integer program
 * looks for an appointment that keeps them and passes nobody over, or proves that there is none.
 */
export async function appointWithinTitles(
  market: Market,
  rule: Rule,
  options: StableOptions,
): Promise<Checked<Appointment>> {
  const made = appoint(market, rule);
  const isCircle = !made.ok && made.issues.some(({ code }) => code === IN_A_CIRCLE);
  if (made.ok || !isCircle || !STABLE.has(rule.name)) return made;
  const solved = await solveStable(preparedMarket(market, rule.name), { couples: [], limits: [] }, options);
  if (solved.status !== "solved") return made;
  const others = made.issues.filter(({ code }) => code !== IN_A_CIRCLE);
  const decision = { placement: solved.placement, held: [], circles: [] };
  const left = titlesInACircle({ market, ...decision }, rule);
  if (left.length === 0) return checked(appointmentOf(market, rule, decision), others);
  if (solved.blocking.dualBound === 0) return made;
  return { ok: false, issues: [...others, ...titlesInACircle({ market, ...decide(market, rule) }, rule, true)] };
}
