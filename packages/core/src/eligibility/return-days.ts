import type { IsoDate } from "../instance/calendar.ts";
import { addDays, lastDayOfMonths } from "../instance/calendar.ts";
import { lastDayAway } from "../policy/facts.ts";
import { isFullTime } from "../policy/forms.ts";
import type { Person } from "../instance/person.ts";
import type { DecidedCounty } from "./eligibility.ts";

/**
 * Returns whether somebody is on an exchange that runs and ends: also at a school that takes no part, from which people
 * come back like all others.
 */
export function comesBackLater({ county, decisions, policy, context }: ReturnContext, index: number): boolean {
  const standing = decisions[index]?.standing;
  if (standing !== "outOfScope") return standing === "running";
  const person = county.persons[index] as Person;
  if (person.currentSchool === undefined || person.currentSchool === person.homeSchool) return false;
  const last = lastDayAway(person, policy.eligibility.returns);
  return last !== undefined && last >= context.start;
}

type ReturnContext = Pick<DecidedCounty, "county" | "decisions" | "policy" | "context">;

/**
 * Returns the days on which people are back: those of the exchanges that run, and those on which exchanges that start now
 * end after their shortest term, in order.
 */
export function returnDays(eligibility: DecidedCounty): readonly IsoDate[] {
  const { county, policy, context } = eligibility;
  const running = county.persons.flatMap((person, index) =>
    comesBackLater(eligibility, index) ? (lastDayAway(person, policy.eligibility.returns) ?? []) : [],
  );
  const started = policy.forms
    .filter((form) => isFullTime(form) && !form.relationMoves && form.code !== "recruit")
    .map(({ termMonths }) => lastDayOfMonths(context.start, termMonths.min));
  const days = [...running, ...started].map((end) => addDays(end, 1)).filter((day) => day > context.start);
  return [...new Set(days)].sort();
}
