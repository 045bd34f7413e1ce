import type { DecidedCounty } from "@lungang/core/policy";
import type { IsoDate } from "@lungang/core";
import type { FormCode } from "@lungang/core";
import { NONE } from "@lungang/core";
import type { Person } from "@lungang/core";
import type { School } from "@lungang/core";
import type { Plan, PlanMove } from "@lungang/core/plan";
import { fullMonths } from "@lungang/core/plan";
import type { Subject } from "@lungang/core/policy";
import { emptySubject } from "@lungang/core/policy";
import type { BenefitEntry, PenaltyTrigger } from "@lungang/core/policy";
import { compilePredicate } from "@lungang/core/policy";

/**
 * Something that a person did or failed to do, as the authority recorded it.
 *
 * @public
 */
export interface ConductRecord {
  readonly person: string;
  readonly trigger: PenaltyTrigger;
  readonly on: IsoDate;
}

/**
 * How a review of a professional title ended, as the authority recorded it (BN-11).
 *
 * @public
 */
export interface TitleReview {
  readonly person: string;
  readonly title: Person["professionalTitle"];
  readonly passed: boolean;
}

/**
 * What benefits are computed from.
 *
 * @public
 */
export interface BenefitRequest {
  readonly eligibility: DecidedCounty;
  readonly plan: Plan;
  readonly conduct?: readonly ConductRecord[];
  readonly reviews?: readonly TitleReview[];
}

/** A plan with positions: who moves, and where everybody works under it. */
export interface BenefitContext {
  readonly eligibility: DecidedCounty;
  readonly conduct: readonly ConductRecord[];
  readonly reviews: readonly TitleReview[];
  /** Moves by person. */
  readonly moves: ReadonlyMap<number, PlanMove>;
  /** School worked at under the plan. Shapes: one entry a person, -1 for none. */
  readonly worksAfter: Int32Array;
}

/** Returns the context of a plan; lines that name unknown people or schools are left out. */
export function benefitContext({ eligibility, plan, conduct = [], reviews = [] }: BenefitRequest): BenefitContext {
  const { county } = eligibility;
  const worksAfter = county.works.slice();
  const moves = new Map<number, PlanMove>();
  for (const line of [...plan.moves, ...plan.returns]) {
    const person = county.personIndex.get(line.person);
    const to = county.schoolIndex.get(line.to);
    if (person === undefined || to === undefined) continue;
    worksAfter[person] = to;
    if ("form" in line) moves.set(person, line);
  }
  return { eligibility, conduct, reviews, moves, worksAfter };
}

/** Returns whom an entry concerns: people in scope who fit its condition, in order. */
export function peopleOf(entry: BenefitEntry, context: BenefitContext): readonly number[] {
  const { eligibility, moves, worksAfter } = context;
  const { county, decisions } = eligibility;
  const test = compilePredicate(entry.who, { context: eligibility.context, sets: eligibility.policy.sets });
  const subject = emptySubject();
  return county.persons.flatMap((_person, person) => {
    const decision = decisions[person];
    if (decision === undefined || decision.standing === "outOfScope") return [];
    if (entry.backbone && !decision.backbone) return [];
    const home = county.home[person] as number;
    subject.person = person;
    subject.from = home === NONE ? (county.works[person] as number) : home;
    subject.school = subject.from;
    subject.to = worksAfter[person] as number;
    aboutMove(subject, moves.get(person));
    return test(subject) ? [person] : [];
  });
}

function aboutMove(subject: Subject, move: PlanMove | undefined): void {
  subject.form = move?.form;
  subject.relationMoves = move?.relationMoves;
  subject.metres = move?.distanceMetres ?? 0;
}

/** Forms that are no exchange: a first school, a change inside a school, the way back. */
export const NO_EXCHANGE: ReadonlySet<FormCode> = new Set(["recruit", "internal", "return", "settle"]);

/** Returns the exchange that the plan begins for a person, if it begins one. */
export function exchangeOf({ moves }: BenefitContext, person: number): PlanMove | undefined {
  const move = moves.get(person);
  return move === undefined || move.from === null || NO_EXCHANGE.has(move.form) ? undefined : move;
}

/** Returns a person by position. */
export function personAt({ eligibility }: BenefitContext, index: number): Person {
  return eligibility.county.persons[index] as Person;
}

/** Returns a school by position, if there is one. */
export function schoolAt({ eligibility }: BenefitContext, index: number): School | undefined {
  return eligibility.county.schools[index];
}

/** Returns the school that holds the relation of a person, if any. */
export function homeOf(context: BenefitContext, person: number): School | undefined {
  return schoolAt(context, context.eligibility.county.home[person] as number);
}

/** Returns whether a school stands in the country. */
export function isRural(school: School | undefined): boolean {
  return school?.area === "rural" || school?.area === "remote";
}

/** Returns whether a school stands in the county town or a town (城镇). */
export function isTown(school: School | undefined): boolean {
  return school?.area === "urban" || school?.area === "town";
}

/** Returns the months that a move lasts: to its end, or the least term of its form where it is for good. */
export function termMonths({ start, end, form }: PlanMove, { eligibility }: BenefitContext): number {
  if (end !== null) return fullMonths(start, end);
  return eligibility.policy.forms.find(({ code }) => code === form)?.termMonths.min ?? 0;
}
