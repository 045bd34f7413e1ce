import type { HardRules } from "../market/hard-rules.ts";
import type { Market, Placement } from "../market/market.ts";
import { formulateStable } from "./formulate.ts";
import type { LevelValue, StableOptions } from "./two-levels.ts";
import { solveTwoLevels } from "./two-levels.ts";

/** A placement with the fewest blocking pairs that the solver found. */
export interface StablePlacement {
  readonly status: "solved";
  readonly placement: Placement;
  /** Blocking pairs, and what no placement that keeps the hard rules can be below. */
  readonly blocking: LevelValue;
  /** Sum of places in the lists, among placements with as few blocking pairs. */
  readonly wishes: LevelValue;
}

/** What the program gave; that no placement keeps the hard rules is an answer. */
export type StableResult =
  StablePlacement | { readonly status: "infeasible" } | { readonly status: "stopped"; readonly reason: string };

/**
 * Finds the placement with the fewest blocking pairs under hard rules, then the best one by places in the lists.
 *
 * With couples, regional limits and the like a placement without blocking pairs may not exist (Roth 1984), and to find one
 * is hard in general; hence an integer program.
 */
export async function solveStable(market: Market, rules: HardRules, options: StableOptions): Promise<StableResult> {
  const { program, placementOf } = formulateStable(market, rules);
  const solved = await solveTwoLevels(program, options);
  if (solved.status !== "solved") return solved;
  const [blocking, wishes] = solved.levels;
  return { status: "solved", placement: placementOf(solved.values), blocking, wishes };
}
