import type { Person } from "@lungang/core";
import { NONE } from "@lungang/core";
import { usesHeadcount } from "@lungang/core/recount";
import type { PlanEnds } from "../case/plan-ends.ts";

/** Somebody who has a post before anybody competes. */
interface Placed {
  readonly person: Person;
  readonly because: "returning" | "recruit" | "earlierRound" | "other";
}

/** What is taken of every post before anybody competes. */
export interface HeadsAfterPlan {
  /** Who works there and takes no part, by position of the post. */
  readonly placed: ReadonlyMap<number, readonly Placed[]>;
  /** Heads kept beyond those for people who have the relation there and work elsewhere. Shapes: one entry a post. */
  readonly reserved: Int32Array;
}

/**
 * Why somebody does not compete after a rotation plan: it moves him or brings him back, or he is away from where the relation
 * is (`placed`); or he uses no head, so that the one that he would leave may not be filled (`usesNone`, XC-15).
 */
export function outAfterPlan(ends: PlanEnds, person: number): "placed" | "usesNone" | undefined {
  const { eligibility, endOf, keptAtEnd, movers, returning } = ends;
  if (movers.has(person) || returning.has(person)) return "placed";
  if (endOf[person] !== NONE && endOf[person] !== keptAtEnd[person]) return "placed";
  return usesHeadcount(eligibility, person) ? undefined : "usesNone";
}

/**
 * Returns what is taken of every post: a post is as full as the fuller of both ledgers says, so that whoever is appointed
 * breaks neither the one of who works there nor the one of who has the relation there.
 *
 * @param competes - whether somebody takes part in the competition or is placed there by hand
 */
export function headsAfterPlan(ends: PlanEnds, competes: (id: string) => boolean): HeadsAfterPlan {
  const { eligibility, endOf, keptAtEnd } = ends;
  const { county } = eligibility;
  const placed = new Map<number, Placed[]>();
  const kept = new Int32Array(county.cells.length);
  county.persons.forEach((person, at) => {
    if (competes(person.id) || !usesHeadcount(eligibility, at)) return;
    const [works, relation] = [endOf[at] as number, keptAtEnd[at] as number];
    if (works !== NONE) placedAt(placed, works).push({ person, because: reasonOf(ends, at) });
    if (relation !== NONE) kept[relation] = (kept[relation] as number) + 1;
  });
  const reserved = kept.map((heads, cell) => Math.max(0, heads - (placed.get(cell)?.length ?? 0)));
  return { placed, reserved };
}

function placedAt(placed: Map<number, Placed[]>, cell: number): Placed[] {
  const there = placed.get(cell) ?? [];
  placed.set(cell, there);
  return there;
}

function reasonOf({ eligibility: { county }, movers, returning }: PlanEnds, person: number): Placed["because"] {
  if (returning.has(person)) return "returning";
  if (!movers.has(person)) return "other";
  return county.works[person] === NONE ? "recruit" : "earlierRound";
}
