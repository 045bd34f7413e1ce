import { APPOINTMENT_PLANS } from "./appointment-plans.ts";
import { COUNTIES, NATIONAL } from "./counties.ts";
import { DISTRICTS } from "./districts.ts";
import type { RulebookEntry } from "./entry.ts";
import { rulebookEntry } from "./entry.ts";
import { REPORTS_AND_NOTICES } from "./reports-and-notices.ts";
import { TOWNSHIPS } from "./townships.ts";

/**
 * Every rule of the source documents, in the order of the documents.
 *
 * @public
 */
export const RULEBOOK: readonly RulebookEntry[] = [
  ...REPORTS_AND_NOTICES,
  ...DISTRICTS,
  ...APPOINTMENT_PLANS,
  ...TOWNSHIPS,
  ...COUNTIES,
].map(rulebookEntry);

/**
 * Rules of the national opinion, which policies cite beside the source documents.
 *
 * @public
 */
export const NATIONAL_RULES: readonly RulebookEntry[] = NATIONAL.map(rulebookEntry);

const BY_ID: ReadonlyMap<string, RulebookEntry> = new Map(
  [...RULEBOOK, ...NATIONAL_RULES].map((entry) => [entry.id, entry]),
);

/**
 * Returns the rule that a `source` cites, or undefined.
 *
 * @public
 */
export function ruleOf(source: string): RulebookEntry | undefined {
  return BY_ID.get(source);
}
