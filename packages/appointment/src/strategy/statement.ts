import type { Text } from "@lungang/core";
import type { MarketInput } from "../market/document.ts";
import type { Rule } from "../market/rule.ts";

/** A market in which somebody gains by not answering honestly: anyone can run it. */
export interface Counterexample {
  readonly market: MarketInput;
  readonly rule: Rule;
  /** Who gains. The list in the market is what he really wishes. */
  readonly person: string;
  /** What he writes instead. */
  readonly instead: readonly string[];
  /** Whom he names instead to change posts with, where the rule makes swaps. */
  readonly partner?: string;
}

/** Whether it is safe to answer honestly under a rule, and how one knows. */
export interface StrategyStatement {
  /** True only where nobody can ever gain by another list than the honest one. */
  readonly isSafe: boolean;
  readonly text: Text;
  /** Where it is proven. */
  readonly reference?: string;
  readonly counterexample?: Counterexample;
  /** What comes of a counterexample that is no market with one rule. */
  readonly example?: Text;
}
