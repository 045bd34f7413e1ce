import type { Instance } from "@lungang/core";
import type { OfficialDocument } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import type { Language } from "./out-file.ts";

/** Language and day of a document. */
interface DocumentOptions {
  readonly language: Language;
  readonly date?: string;
}

/** Returns what all sheets of a document about a county have in common. */
export function officialDocument(
  { county: { name, authority }, planYear: year }: Instance,
  options: DocumentOptions,
): OfficialDocument & Required<Pick<OfficialDocument, "unit" | "year">> {
  const chinese = options.language === "zh";
  return {
    ...options,
    title: chinese ? `${name}${year}年教师交流轮岗方案` : `Rotation plan of ${name} for ${year}`,
    prefix: chinese ? `${name}${year}年` : `${name} ${year}: `,
    unit: authority ?? (chinese ? `${name}教育局` : `Education bureau of ${name}`),
    year,
  };
}

/**
 * Returns the day on which the policy says that a plan is decided, `YYYY-MM-DD` in the year of the plan: what documents are
 * dated by where nobody names another day.
 *
 * @public
 */
export function decisionDay({ instance, policy }: Pick<PlanningCase, "instance" | "policy">): string | undefined {
  const decided = policy.calendar.deadlines?.decided;
  return decided === undefined ? undefined : `${instance.planYear}-${decided}`;
}
