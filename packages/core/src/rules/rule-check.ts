import type { Text } from "../instance/issue.ts";
import type { Measure, Violation } from "../plan/plan.ts";
import type { RuleEntry } from "../policy/policy.ts";
import type { Check, PlanFacts } from "./check-types.ts";

/** How one rule is recomputed from a plan. */
export interface RuleCheck<P> {
  readonly check: Check<P>;
  /** What the rule adds to the level that it names, weight included; absent where it never names one. */
  readonly levelValue?: (params: P, facts: PlanFacts) => number;
}

/** How firmly an entry holds this year: an overridable rule that nobody set aside is hard. */
export function effectiveStrength(entry: RuleEntry): Violation["strength"] {
  return entry.strength === "override" && entry.override === undefined ? "hard" : entry.strength;
}

/** What was broken, by how much and where. */
export interface Breach {
  readonly subject: string;
  readonly amount: number;
  readonly unit: string;
  readonly message: Text;
}

/** Returns the violation of an entry. */
export function violationOf(entry: RuleEntry, breach: Breach): Violation {
  return { rule: entry.id, source: entry.source, strength: effectiveStrength(entry), ...breach };
}

/** A number against its target; without a subject it is about the whole county. */
export interface Reading {
  readonly subject?: string;
  readonly unit: string;
  readonly value: number;
  readonly target: number;
  readonly sense: Measure["sense"];
}

/** Returns the measure of an entry. */
export function measureOf(entry: RuleEntry, reading: Reading): Measure {
  return { rule: entry.id, source: entry.source, ...reading, met: missedBy(reading) === 0 };
}

/** Returns the measure of an entry that is priced and asks for nothing: it stands as it is. */
export function pricedMeasure(entry: RuleEntry, unit: string, value: number): Measure {
  return measureOf(entry, { unit, value, target: value, sense: "atMost" });
}

/** Returns by how much a reading misses its target, 0 where it is met. */
export function missedBy({ value, target, sense }: Pick<Reading, "value" | "target" | "sense">): number {
  if (sense === "equal") return Math.abs(value - target);
  return Math.max(0, sense === "atLeast" ? target - value : value - target);
}
