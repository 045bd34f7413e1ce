import type { Lock } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { PlaceBound, WhyPerson } from "@lungang/explain";
import { isBound, whyEverybody } from "@lungang/explain";
import type { PlanningCase } from "../case/planning-case.ts";
import type { Outcome } from "../outcome/plan-outcome.ts";
import type { PlanOptions } from "../session/plan-year.ts";
import type { Told } from "./explanations.ts";

/** What a session gives for the reasons of a plan that it did not make. */
export interface Reasoning {
  readonly plan: (planningCase: PlanningCase, options: PlanOptions) => Promise<Outcome>;
  readonly everybody: (outcome: Outcome, signal?: AbortSignal) => Promise<readonly Told<WhyPerson>[]>;
}

/**
 * A plan with the case that it belongs to.
 *
 * @public
 */
export interface PlanOfCase {
  readonly planningCase: PlanningCase;
  readonly plan: Plan;
  /** People, by id, with whom the plan does what somebody decided by hand. @defaultValue nobody */
  readonly edited?: readonly string[];
}

/** How often people are kept who would go beside those of the plan, before nothing is told of what it would cost. */
const MOST_ROUNDS = 3;

/** Locks are for this one comparison and stand in no document. */
const HELD = "as the plan has it";

/**
 * Returns why everybody of a plan goes or stays, as an explanation of a plan of the session does: of those who could be placed
 * otherwise with what another place would cost. The year is planned again with what was decided by hand, and where
 * that gives the same moves, its prices tell.
 *
 * Where it gives others, a year alone has not decided between people: the plan is one of several years, or no aim asks for
 * what the hand did. It is then planned with all moves of the plan held, and told is what it would cost if somebody went while
 * all others do as the plan says. Whom an aim would still send is held back, too, and of them nothing is told.
 *
 * @returns undefined where the year cannot be planned so: the reasons are then those of rules and data alone
 */
export async function reasonsOfPlan(
  { plan: again, everybody }: Reasoning,
  { planningCase, plan, edited = [] }: PlanOfCase,
  options: PlanOptions,
): Promise<readonly WhyPerson[] | undefined> {
  const given = whyEverybody({ ...planningCase, plan });
  const decided = new Set(planningCase.locks.map(({ person }) => person));
  const planWith = async (locks: readonly Lock[]) => {
    const free = locks.filter(({ person }) => !decided.has(person));
    const asked = { ...planningCase, locks: [...planningCase.locks, ...free] };
    const outcome = await again(asked, { ...options, seed: plan.manifest.seed });
    return outcome.status === "planned" && outcome.plan.termination.limit === undefined ? outcome : undefined;
  };
  const costs = async (outcome: Outcome) => costsOf(await everybody(outcome, options.signal));
  const hand = await planWith(edited.map((person) => heldAt(plan, person)));
  if (hand !== undefined && isSame(hand.plan, plan)) return withCosts(given, await costs(hand), false);
  let locks = plan.moves.map(({ person }) => heldAt(plan, person));
  const going = new Set(plan.moves.map(({ person }) => person));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const held = await planWith(locks);
    if (held === undefined) return undefined;
    const others = held.plan.moves.filter(({ person }) => !going.has(person));
    if (others.length === 0) return withCosts(given, await costs(held), true);
    locks = [...locks, ...others.map(({ person }) => heldAt(plan, person))];
  }
  return undefined;
}

function heldAt({ moves }: Plan, person: string): Lock {
  const move = moves.find((each) => each.person === person);
  return move === undefined ? { person, stay: true, reason: HELD } : { person, post: move.post, reason: HELD };
}

function isSame(one: Plan, other: Plan): boolean {
  const keysOf = ({ moves }: Plan) =>
    moves.map(({ person, post, form }) => JSON.stringify([person, post, form])).sort();
  return keysOf(one).join() === keysOf(other).join();
}

type Cost = Extract<NonNullable<WhyPerson["alternative"]>, { answer: "atLeast" | "notKnown" }>;

/** What is known of another place for people, by their ids: what it costs at the least, or what one that was found costs. */
function costsOf(told: readonly Told<WhyPerson>[]): ReadonlyMap<string, Cost> {
  return new Map(
    told.flatMap(({ value: { person, alternative } }): [string, Cost][] =>
      alternative !== null && isBound(alternative) && isKnown(alternative) ? [[person, alternative]] : [],
    ),
  );
}

function isKnown(bound: PlaceBound): bound is Cost {
  if (bound.answer !== "notKnown") return bound.answer === "atLeast";
  return bound.example?.lead !== undefined || bound.wished !== undefined;
}

/** With all others held, a plan that places others otherwise is no example. */
function withCosts(
  given: readonly WhyPerson[],
  costs: ReadonlyMap<string, Cost>,
  othersHeld: boolean,
): readonly WhyPerson[] {
  return given.map((why) => {
    const cost = costs.get(why.person);
    if (cost === undefined) return why;
    if (!othersHeld) return { ...why, alternative: cost };
    if (cost.answer === "notKnown") return why;
    const { example: _example, ...bound } = cost;
    return { ...why, alternative: { ...bound, othersHeld } };
  });
}
