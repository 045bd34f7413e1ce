import { compareText } from "@lungang/core";
import type { SurplusGroup, SurplusMember, SurplusQuestion } from "../../market/surplus-document.ts";

/** Somebody who is surplus and why. */
export interface SurplusPerson {
  readonly id: string;
  readonly because: "volunteers" | "lastInOrder";
}

/** Who is surplus in one group. */
export interface SurplusAnswer {
  readonly group: string;
  /** People who count less posts, at least 0. */
  readonly excess: number;
  /** In the order in which they were chosen. */
  readonly leaving: readonly SurplusPerson[];
  /** Heads that nobody may be asked to give up: everybody left is protected. */
  readonly unresolved: number;
}

/**
 * Decides who is surplus (S7): as many as there are people beyond the posts; volunteers first, then the last of the order,
 * never somebody protected who does not volunteer, nor somebody who does not count for the posts.
 */
export function surplus(question: SurplusQuestion): readonly SurplusAnswer[] {
  return question.groups.map((group) => decideGroup(group, question));
}

function decideGroup(group: SurplusGroup, question: SurplusQuestion): SurplusAnswer {
  const counted = group.people.filter((person) => person.occupies);
  const excess = Math.max(0, counted.length - group.posts);
  const volunteers = sorted(
    counted.filter((person) => person.volunteers),
    question.volunteerOrder,
  );
  const others = sorted(
    counted.filter((person) => !person.volunteers && !person.isProtected),
    question.order,
  );
  const leaving = [
    ...volunteers.map((person) => ({ id: person.id, because: "volunteers" as const })),
    ...others.map((person) => ({ id: person.id, because: "lastInOrder" as const })),
  ].slice(0, excess);
  return { group: group.id, excess, leaving, unresolved: excess - leaving.length };
}

/** Better people have more points, larger tie keys and the smaller lot; "lowest" takes them from the other end. */
function sorted(people: readonly SurplusMember[], order: SurplusQuestion["order"]): readonly SurplusMember[] {
  const sign = order === "lowestPoints" ? -1 : 1;
  return [...people].sort((a, b) => sign * betterFirst(a, b) || compareText(a.id, b.id));
}

function betterFirst(a: SurplusMember, b: SurplusMember): number {
  if (a.points !== b.points) return b.points - a.points;
  const key = a.ties.findIndex((value, place) => value !== b.ties[place]);
  return key < 0 ? a.lot - b.lot : (b.ties[key] ?? 0) - (a.ties[key] ?? 0);
}
