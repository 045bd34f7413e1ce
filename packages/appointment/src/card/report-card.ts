import type { Burden } from "./burden.ts";
import { burdenOf } from "./burden.ts";
import type { CardFinding } from "./card-findings.ts";
import { cardFindings } from "./card-findings.ts";
import type { Distances } from "./distances.ts";
import { distancesOf } from "./distances.ts";
import type { PersonEnd } from "./ends.ts";
import { endsOf } from "./ends.ts";
import type { CardFacts, CardNames } from "./facts.ts";
import type { Flow } from "./flow.ts";
import { flowOf } from "./flow.ts";
import type { Shortfalls } from "./shortfalls.ts";
import { shortfallsOf } from "./shortfalls.ts";

/** The report card of a plan, with the cases behind every number. */
export interface ReportCard {
  /** Everybody but those who merely come back from an exchange, in the order of ids. */
  readonly ends: readonly PersonEnd[];
  readonly findings: readonly CardFinding[];
  readonly burden: readonly Burden[];
  readonly distances: Distances;
  readonly flow: Flow;
  readonly shortfalls: Shortfalls;
}

/**
 * Makes the report card of a plan, by whomever and however it was made: by the words of the market and where everybody ends.
 *
 * Guarantees: knows no mechanism and no program; the same facts give the same card.
 *
 * @param names - what people, posts and schools are called in the sentences; by default their ids
 */
export function reportCard(facts: CardFacts, names: CardNames = {}): ReportCard {
  const ends = endsOf(facts);
  return {
    ends,
    findings: cardFindings(facts, ends, names),
    burden: burdenOf(facts, ends),
    distances: distancesOf(ends),
    flow: flowOf(facts, ends),
    shortfalls: shortfallsOf(facts),
  };
}
