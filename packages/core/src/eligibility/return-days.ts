import type { IsoDate } from "../instance/calendar.ts";
import { addDays, addMonths } from "../instance/calendar.ts";
import { lastDayAway } from "../policy/facts.ts";
import { isFullTime } from "../policy/forms.ts";
import type { DecidedCounty } from "./eligibility.ts";

/**
 * Returns the days on which people are back: those of the exchanges that run, and those on which exchanges that start now
 * end after their shortest term, in order.
 */
export function returnDays({ county, decisions, policy, context }: DecidedCounty): readonly IsoDate[] {
  const running = county.persons.flatMap((person, index) =>
    decisions[index]?.standing === "running" ? (lastDayAway(person, policy.eligibility.returns) ?? []) : [],
  );
  const started = policy.forms
    .filter((form) => isFullTime(form) && !form.relationMoves && form.code !== "recruit")
    .map(({ termMonths }) => addDays(addMonths(context.start, termMonths.min), -1));
  const days = [...running, ...started].map((end) => addDays(end, 1)).filter((day) => day > context.start);
  return [...new Set(days)].sort();
}
