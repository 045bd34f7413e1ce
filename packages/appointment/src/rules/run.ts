import type { Market, Placement } from "../market/market.ts";
import { preparedMarket } from "../market/prepare.ts";
import type { Rule } from "../market/rule.ts";
import { acceptance } from "../mechanisms/acceptance/acceptance.ts";
import { cycles } from "../mechanisms/cycles/cycles.ts";
import { examination } from "../mechanisms/examination/examination.ts";
import { acceptanceWithFloors } from "../mechanisms/floors/floors.ts";
import { trading } from "../mechanisms/trading/trading.ts";
import { twoSided } from "../mechanisms/two-sided/two-sided.ts";

/** What a rule decided. */
export interface Decision {
  readonly placement: Placement;
  /** Positions of people whom a floor kept where they are. */
  readonly held: readonly number[];
}

/** Decides a market by a rule. */
export function decide(market: Market, rule: Rule): Decision {
  const prepared = preparedMarket(market, rule.name);
  switch (rule.name) {
    case "acceptance":
      return { placement: acceptance(prepared), held: [] };
    case "trading":
      return { placement: trading(prepared), held: [] };
    case "twoSided":
      return { placement: twoSided(prepared, rule.proposer), held: [] };
    case "floors":
      return acceptanceWithFloors(prepared);
    case "examination":
      return { placement: examination(prepared), held: [] };
    case "cycles":
      return { placement: cycles(prepared, rule).placement, held: [] };
  }
}
