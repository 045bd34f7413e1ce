import { compareText } from "@lungang/core";
import { lastDayOfMonths } from "@lungang/core/plan";

/**
 * First and last day of an appointment.
 *
 * @public
 */
export interface ContractDays {
  readonly from: string;
  readonly to: string;
}

/**
 * Returns the days of an appointment for so many months: three years from 1 September end on 31 August (XR-06). Where the last
 * month has no such day, as February of a common year after 29 February, its last day is the last one (民法典 art. 202).
 *
 * @param from - first day, as an ISO date
 * @public
 */
export function contractDays(from: string, months: number): ContractDays {
  return { from, to: lastDayOfMonths(from, months) };
}

/**
 * What becomes of who holds a post under a contract when the next appointments begin: it runs on, or it has ended and is
 * renewed, ends with a move, or nobody has said.
 *
 * @public
 */
export type ContractEnd = "runs" | "renewed" | "moves" | "undecided";

/**
 * Returns what becomes of a contract on the first day of the next appointments.
 *
 * @param start - that day, as an ISO date
 * @public
 */
export function contractEnd(
  { to, atEnd }: { readonly to: string; readonly atEnd?: "renew" | "move" | undefined },
  start: string,
): ContractEnd {
  if (compareText(to, start) >= 0) return "runs";
  if (atEnd === undefined) return "undecided";
  return atEnd === "renew" ? "renewed" : "moves";
}
