import { monthText } from "../instance/date-text.ts";
import type { Text } from "../instance/issue.ts";
import type { ExchangeRecord, Person } from "../instance/person.ts";
import type { School } from "../instance/school.ts";
import { isClosed } from "../instance/school.ts";
import type { FactContext } from "../policy/attributes.ts";
import { termAtHome } from "../policy/facts.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import type { Reason } from "./decision.ts";

/** Whose term: the person, and the school worked at. */
interface TermSubject {
  readonly person: Person;
  readonly school: School | undefined;
}

/**
 * Returns the term that keeps somebody at a school to which the relation moved, if one runs (decision 0020). A school that
 * has closed holds nobody to it.
 */
export function runningTerm({ person, school }: TermSubject, { start }: FactContext): ExchangeRecord | undefined {
  return school === undefined || isClosed(school) ? undefined : termAtHome(person, start);
}

/** Returns why somebody stays whose term has not ended; the form says which document sets the term. */
export function termReason({ form }: ExchangeRecord, { forms }: Pick<PolicyTerms, "forms">): Reason {
  const source = forms.find(({ code }) => code === form)?.source ?? "";
  const text = { zh: "期限未满，期内不再安排", en: "In term: nothing is arranged within it" };
  return { code: "inTerm", rule: "term", source, text, sensitive: false };
}

/** Returns from when to when a term runs. */
export function termText({ start, end }: Pick<ExchangeRecord, "start" | "end">): Text {
  return {
    zh: `交流期限为${monthText(start).zh}至${monthText(end).zh}`,
    en: `the term is ${start} to ${end}`,
  };
}
