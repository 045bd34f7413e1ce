import type { Issue } from "@lungang/core";
import type { Market } from "../market/market.ts";
import { preparedMarket } from "../market/prepare.ts";
import type { Rule } from "../market/rule.ts";
import { solveStable } from "../program/solve.ts";
import type { StableOptions } from "../program/two-levels.ts";
import type { Decision } from "./run.ts";
import { decide } from "./run.ts";
import { titlesInACircle } from "./titles-in-a-circle.ts";

/** Rules that promise that nobody is passed over: what the program looks for. */
const STABLE: ReadonlySet<Rule["name"]> = new Set(["acceptance", "twoSided"]);

/** What a rule decided, and what keeps it from holding. */
export interface Settled {
  readonly decision: Decision;
  /** Whom the decision wrongs since posts of titles led its search round in a circle; empty where it holds. */
  readonly circle: readonly Issue[];
}

/** Decides a market, or a round of a chain, by its rule alone. */
export function settleByRule(market: Market, rule: Rule): Settled {
  const decision = decide(market, rule);
  return { decision, circle: titlesInACircle({ market, ...decision }, rule) };
}

/**
 * Decides a market, or a round of a chain, by its rule; where posts of titles lead its search round in a circle, an integer
 * program looks for a decision that keeps them and passes nobody over, or proves that there is none.
 */
export async function settle(market: Market, rule: Rule, options: StableOptions): Promise<Settled> {
  const byRule = settleByRule(market, rule);
  if (byRule.circle.length === 0 || !STABLE.has(rule.name)) return byRule;
  const solved = await solveStable(preparedMarket(market, rule.name), { couples: [], limits: [] }, options);
  if (solved.status !== "solved") return byRule;
  const decision: Decision = { placement: solved.placement, held: [], circles: [] };
  const circle = titlesInACircle({ market, ...decision }, rule);
  if (circle.length === 0) return { decision, circle };
  if (solved.blocking.dualBound === 0) return byRule;
  return { ...byRule, circle: titlesInACircle({ market, ...byRule.decision }, rule, true) };
}
