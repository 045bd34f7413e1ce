import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Plan, Violation } from "../plan/plan.ts";
import type { CheckOf, PlanFacts } from "../recount/facts.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { countHeads } from "./heads.ts";
import { MoveReader, cellsByName } from "./read-moves.ts";
import { LightReader } from "./read-light.ts";
import { ReturnReader } from "./read-returns.ts";
import { personViolation } from "./structure.ts";

/** A plan read line by line. */
export interface Recount {
  readonly facts: PlanFacts;
  /** Lines that are wrong in themselves: unknown ids, doubled people, moves that nobody may make, wrong terms. */
  readonly violations: readonly Violation[];
}

/** What a plan is recounted under. */
export interface RecountBasis {
  readonly eligibility: DecidedCounty;
  readonly rules: readonly PolicyRule[];
  readonly checkOf: CheckOf;
}

/** The lines of a plan that decide about people; without light forms where they are left out. */
export type RecountedLines = Pick<Plan, "moves" | "returns"> & Partial<Pick<Plan, "participations" | "itineraries">>;

/**
 * Recounts a plan person by person from instance, policy and the lines of the plan, by loops of its own.
 *
 * Lines that name what does not exist and second lines of one person are reported and left out of the facts; all other
 * lines count as they stand.
 *
 * Cost: linear in people and moves.
 *
 * @public
 */
export function recountPlan({ eligibility, rules, checkOf }: RecountBasis, plan: RecountedLines): Recount {
  const cells = cellsByName(eligibility);
  const movers = new MoveReader(eligibility, cells);
  const returners = new ReturnReader(eligibility, cells);
  const seen = new Set<string>();
  const repeated: Violation[] = [];
  const first = ({ person }: { readonly person: string }) => {
    if (!seen.has(person)) return seen.add(person);
    repeated.push(personViolation("repeated-person", person));
    return false;
  };
  const moves = plan.moves.filter(first).flatMap((line) => movers.read(line) ?? []);
  const returns = plan.returns.filter(first).flatMap((line) => returners.read(line) ?? []);
  const light = new LightReader(eligibility, cells, moves);
  const participations = (plan.participations ?? []).filter(first).flatMap((line) => light.read(line) ?? []);
  const periods = plan.itineraries ?? [];
  const beside = new Set(periods.filter((line) => light.isBesideMove(line)));
  // One person may teach at several places: the first line of a person stands for all of them.
  const alone = periods.filter((line) => !beside.has(line));
  const itinerants = new Map(alone.toReversed().map((line) => [line.person, line]));
  const kept = new Set([...itinerants.values()].filter(first));
  const itineraries = periods
    .filter((line) => beside.has(line) || kept.has(itinerants.get(line.person) ?? line))
    .flatMap((line) => light.readItinerary(line) ?? []);
  return {
    facts: {
      eligibility,
      rules,
      checkOf,
      moves,
      returns,
      participations,
      itineraries,
      ...countHeads(eligibility, moves, returns),
    },
    violations: [...repeated, ...movers.violations, ...returners.violations, ...light.violations],
  };
}
