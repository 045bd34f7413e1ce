import { indicatorsOf } from "../indicators/indicators.ts";
import { candidateMoves } from "../moves/candidates.ts";
import { stayOf } from "../plan/decode.ts";
import type { Manifest, Plan, PlanLevel, PlanStay } from "../plan/plan.ts";
import { PLAN_FORMAT } from "../plan/plan.ts";
import { planFigures, planLevelValue } from "../verify/figures.ts";
import { recountPlan } from "../verify/recount.ts";
import { completeMoves, expectedReturns } from "../verify/roster.ts";
import type { VerifyRosterInput } from "../verify/verify.ts";
import { basisOf, manifestOf } from "./manifest.ts";
import type { Prepared } from "./prepare.ts";
import { prepare } from "./prepare.ts";
import { checkOf } from "./rule-checks.ts";
import { CORE_VERSION } from "./version.ts";

/** Stands in a manifest for the solver where people decided. */
const BY_HAND = { name: "byHand", version: CORE_VERSION };

/** Ranks plans that are equal in all else; people draw no lots. */
const LOTTERY = "lottery";

/**
 * Returns the plan that a roster makes, for example one that was edited by hand: what its lines leave out is filled in as
 * a plan would, every figure is recounted, and no level is proven. The roster has to be verified for itself.
 *
 * @param seed - of the plan that the roster was made from
 * @public
 */
export async function planOfRoster(input: VerifyRosterInput, seed: string): Promise<Plan> {
  const { instance, policy, locks = [], moves, returns, participations = [], itineraries = [] } = input;
  const prepared = prepare(instance, policy, locks);
  const { eligibility } = prepared;
  const lines = {
    moves: byPerson(completeMoves(moves, eligibility)),
    returns: byPerson(returns ?? expectedReturns(eligibility)),
    participations: byPerson(participations),
    itineraries: byPerson(itineraries),
  };
  const { facts } = recountPlan({ ...prepared, checkOf }, lines);
  const figures = planFigures(facts);
  const levels = policy.levels
    .filter(({ name }) => name !== LOTTERY)
    .map(({ name, unit }): PlanLevel => {
      const value = planLevelValue(name, facts, figures.violations);
      return { name, unit, value, dualBound: null, relativeGap: null, reason: "feasible" };
    });
  const gone = new Set([...lines.moves, ...lines.returns].map(({ person }) => person));
  return {
    format: PLAN_FORMAT,
    termination: {
      reason: "feasible",
      primalBound: levels[0]?.value ?? null,
      dualBound: null,
      relativeGap: null,
      reproducible: true,
    },
    ...lines,
    stays: staysBut(gone, prepared),
    ...figures,
    levels,
    indicators: indicatorsOf(facts),
    manifest: await manifestByHand(input, seed),
    basis: basisOf({ policy, locks }),
  };
}

function manifestByHand({ instance, policy, locks = [] }: VerifyRosterInput, seed: string): Promise<Manifest> {
  return manifestOf({ instance, policy, locks, solver: BY_HAND }, seed);
}

function staysBut(gone: ReadonlySet<string>, { eligibility, travel }: Prepared): PlanStay[] {
  const moves = candidateMoves(eligibility, travel);
  const stays = eligibility.county.persons.flatMap((person, index) => {
    const stay = gone.has(person.id) ? undefined : stayOf({ eligibility, moves }, person, index);
    return stay === undefined ? [] : [stay];
  });
  return byPerson(stays);
}

function byPerson<T extends { readonly person: string }>(lines: readonly T[]): T[] {
  return [...lines].sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : 0));
}
