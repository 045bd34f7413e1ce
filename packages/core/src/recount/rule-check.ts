import type { Finding } from "../subject/finding.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import { COUNTY } from "../subject/rule-subject.ts";
import type { Measure, Violation } from "../plan/plan.ts";
import type { RuleTerms } from "../policy/policy-rule.ts";

/** How firmly an entry holds this year: an overridable rule that nobody set aside is hard. */
export function effectiveStrength(entry: RuleTerms): Violation["strength"] {
  return entry.strength === "override" && entry.override === undefined ? "hard" : entry.strength;
}

/** What was broken, by how much and where. */
export interface Breach {
  readonly about: RuleSubject;
  readonly amount: number;
  readonly unit: string;
  readonly finding: Finding;
}

/** Returns the violation of an entry. */
export function violationOf(entry: RuleTerms, breach: Breach): Violation {
  return { rule: entry.id, source: entry.source, strength: effectiveStrength(entry), ...breach };
}

/** A number against its target. */
export interface Reading {
  /** @defaultValue the county as a whole */
  readonly about?: RuleSubject;
  readonly base?: Measure["base"];
  readonly unit: string;
  readonly value: number;
  readonly target: number;
  readonly sense: Measure["sense"];
}

/** Returns the measure of an entry. */
export function measureOf(entry: RuleTerms, reading: Reading): Measure {
  return { rule: entry.id, source: entry.source, about: COUNTY, ...reading, met: missedBy(reading) === 0 };
}

/** Returns the measure of an entry that is priced and asks for nothing: it stands as it is. */
export function pricedMeasure(entry: RuleTerms, unit: string, value: number): Measure {
  return measureOf(entry, { unit, value, target: value, sense: "atMost" });
}

/** Returns by how much a reading misses its target, 0 where it is met. */
export function missedBy({ value, target, sense }: Pick<Reading, "value" | "target" | "sense">): number {
  if (sense === "equal") return Math.abs(value - target);
  return Math.max(0, sense === "atLeast" ? target - value : value - target);
}
