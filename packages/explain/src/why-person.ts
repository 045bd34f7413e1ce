import { indexCounty } from "@lungang/core";
import { decideEligibility, mayMove } from "@lungang/core/policy";
import { z } from "zod";
import type { Explained, PlanGround } from "./explained.ts";
import { personFacts, personFactsSchema } from "./person-facts.ts";
import { placeBoundSchema, placeBounds } from "./place-bounds.ts";
import type { Placement } from "./placements.ts";
import type { WhyNot } from "./why-not.ts";
import { whyNot, whyNotSchema } from "./why-not.ts";

/**
 * Shape of why a plan does with a person what it does.
 *
 * @public
 */
export const whyPersonSchema = personFactsSchema.extend({
  /**
   * What the best plan costs in which the person is placed differently, or what prices prove of it; absent where the policy
   * decides alone or nobody has asked.
   */
  alternative: z.discriminatedUnion("answer", [whyNotSchema, placeBoundSchema]).nullable(),
});

/**
 * Why a plan does with a person what it does; see {@link whyPersonSchema}.
 *
 * @public
 */
export type WhyPerson = z.infer<typeof whyPersonSchema>;

/**
 * Explains what a plan does with a person: what made the person due, protected or free, what the posts needed, and what
 * the best alternative would cost whom.
 *
 * @throws {RangeError} if the county has no such person
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function whyPerson(explained: Explained, id: string): Promise<WhyPerson> {
  const { plan, eligibility } = explained.outcome;
  const person = eligibility.county.personIndex.get(id);
  if (person === undefined) throw new RangeError(`Cannot explain "${id}": no such person`);
  const facts = personFacts({ plan, eligibility, policy: explained.request.policy })(person);
  return { ...facts, alternative: await alternativeOf(explained, person, facts.placement) };
}

/**
 * Returns why a plan does what it does with everybody in scope, in the order of the county, without solving again: what
 * another place would cost is left open.
 *
 * @public
 */
export function whyEverybody({ instance, policy, locks, plan }: PlanGround): readonly WhyPerson[] {
  const eligibility = decideEligibility(indexCounty(instance).county, policy, locks ?? []);
  const factsAt = personFacts({ plan, eligibility, policy });
  return eligibility.decisions.flatMap(({ standing }, person) =>
    standing === "outOfScope" ? [] : [{ ...factsAt(person), alternative: null }],
  );
}

/**
 * Returns why a plan does what it does with everybody in scope, with what prices prove of any other place: for all at once,
 * in about the time of a plan. An exact answer for one of them is that of {@link whyPerson}.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function whyEverybodyAtLeast(explained: Explained): Promise<readonly WhyPerson[]> {
  const { request, outcome } = explained;
  const bounds = await placeBounds(explained);
  const { personIndex } = outcome.eligibility.county;
  return whyEverybody({ ...request, plan: outcome.plan }).map((why) => ({
    ...why,
    alternative: bounds.get(personIndex.get(why.person) ?? -1) ?? { answer: "onlyPlace" },
  }));
}

/** Answers what the best other place costs; nothing where the policy alone decides that somebody stays. */
async function alternativeOf(explained: Explained, person: number, placement: Placement): Promise<WhyNot | null> {
  const { county, decisions, admission } = explained.outcome.eligibility;
  const id = county.persons[person]?.id ?? "";
  if (!("stays" in placement)) return whyNot(explained, { person: id, notPost: placement.post });
  const { standing } = decisions[person] ?? {};
  const isFree = standing !== undefined && mayMove(standing) && admission.hasPost(person);
  return isFree ? whyNot(explained, { person: id, leave: true }) : null;
}
