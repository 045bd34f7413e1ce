import { NONE } from "../instance/county.ts";
import type { IsoDate } from "../instance/calendar.ts";
import type { Person } from "../instance/person.ts";
import { comesBackLater } from "../eligibility/return-days.ts";
import { currentExchange, lastDayAway } from "../policy/facts.ts";
import { keepsHomePost } from "../policy/forms.ts";
import type { PlanFacts } from "./facts.ts";
import { usesHeadcount } from "./tally.ts";

/** Heads on a day after the plan, if nobody starts anything more. */
export interface LaterHeads {
  /** Shapes: one entry a school. */
  readonly working: Int32Array;
  /** Shapes: one entry a cell. */
  readonly cells: Int32Array;
}

/** The lines that decide who is where; other parts of the facts do not matter. */
export type LinesOfPlan = Pick<PlanFacts, "eligibility" | "moves" | "returns">;

interface Place {
  readonly school: number;
  readonly cell: number;
}

/**
 * Counts heads of schools and posts on a day to come: exchanges are over the day after they end, whoever comes back takes
 * the post that was kept.
 *
 * @param day - undefined: in the end, when every exchange is over
 */
export function headsLater(lines: LinesOfPlan, day: IsoDate | undefined): LaterHeads {
  const { eligibility } = lines;
  const { county } = eligibility;
  const working = new Int32Array(county.schools.length);
  const cells = new Int32Array(county.cells.length);
  const decided = new Map<number, Place>([
    ...lines.moves.map((move) => [move.person, placeOfMove(lines, move, day)] as const),
    ...lines.returns.map(({ person, to, cell }) => [person, { school: to, cell }] as const),
  ]);
  const add = (counts: Int32Array, at: number) => {
    if (at !== NONE) counts[at] = (counts[at] as number) + 1;
  };
  for (let person = 0; person < county.persons.length; person++) {
    if (!usesHeadcount(eligibility, person)) continue;
    const { school, cell } = decided.get(person) ?? placeOfStayer(lines, person, day);
    add(working, school);
    add(cells, cell);
  }
  return { working, cells };
}

/** Returns the lines of a plan in which nobody starts anything: everybody whose exchange has ended goes home. */
export function withoutMoves({ eligibility }: Pick<LinesOfPlan, "eligibility">): LinesOfPlan {
  const { county, decisions } = eligibility;
  const returns = decisions.flatMap(({ standing }, person) => {
    if (standing !== "returning") return [];
    const [from, to] = [county.works[person] as number, county.home[person] as number];
    return [{ person, from, to, cell: county.reservedCellOf[person] as number, settles: false }];
  });
  return { eligibility, moves: [], returns };
}

function isOver(end: IsoDate | undefined, day: IsoDate | undefined): boolean {
  return day === undefined || (end !== undefined && end < day);
}

/** Who took the relation along, has a first school or only another post of the same school stays there. */
function placeOfMove(
  { eligibility: { county, policy } }: LinesOfPlan,
  { person, from, to, cell, form, end, relationMoves }: PlanFacts["moves"][number],
  day: IsoDate | undefined,
): Place {
  const forGood = relationMoves || from === NONE || from === to;
  if (forGood || !isOver(end ?? undefined, day)) return { school: to, cell };
  const keeps = policy.forms[form]?.keepsHomePost === true;
  return { school: county.home[person] as number, cell: keeps ? (county.cellOf[person] as number) : NONE };
}

/** Who is away goes home when the exchange is over. */
function placeOfStayer({ eligibility }: LinesOfPlan, person: number, day: IsoDate | undefined): Place {
  const { county, decisions, policy } = eligibility;
  const there = { school: county.works[person] as number, cell: county.cellOf[person] as number };
  const home = { school: county.home[person] as number, cell: county.reservedCellOf[person] as number };
  const standing = decisions[person]?.standing;
  if (standing === "returning") return home;
  if (!comesBackLater(eligibility, person)) return there;
  const who = county.persons[person] as Person;
  if (!isOver(lastDayAway(who, policy.eligibility.returns), day)) return there;
  return keepsHomePost(policy.forms, currentExchange(who)?.form) ? home : { ...home, cell: NONE };
}
