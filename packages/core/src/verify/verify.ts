import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { decideEligibility } from "../eligibility/eligibility.ts";
import type { Lock } from "../eligibility/locks.ts";
import { indexCounty } from "../instance/county.ts";
import type { Instance } from "../instance/instance.ts";
import type { Issue } from "../instance/issue.ts";
import { hasError } from "../instance/issue.ts";
import type { Measure, Plan, PlanItinerary, PlanMove, PlanParticipation, PlanReturn, Violation } from "../plan/plan.ts";
import type { Policy } from "../policy/resolved.ts";
import type { CheckOf, PlanFacts } from "../recount/facts.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import type { LevelComparison } from "./compare.ts";
import { compareLevels, misreports } from "./compare.ts";
import type { PlanFigures } from "./figures.ts";
import { planFigures, planLevelValue } from "./figures.ts";
import { recountPlan } from "./recount.ts";
import type { RosterMove } from "./roster.ts";
import { completeMoves, unstatedReturns } from "./roster.ts";

/**
 * What verification finds; it used nothing but the instance, the policy, the locks and the lines of the plan.
 *
 * @public
 */
export interface VerifyReport {
  /** No hard rule is broken, nothing is misreported and the data are sound; soft rules may give. */
  readonly ok: boolean;
  /** Lines that are wrong in themselves, rules that are broken, then what the plan misreports. */
  readonly violations: readonly Violation[];
  readonly measures: readonly Measure[];
  readonly levels: readonly LevelComparison[];
  /** Problems of the data, the policy or the locks. */
  readonly issues: readonly Issue[];
}

interface Basis {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks?: readonly Lock[];
}

/**
 * A plan and what it claims to be made from.
 *
 * @public
 */
export interface VerifyPlanInput extends Basis {
  readonly plan: Plan;
}

/**
 * A list of moves without figures, as people write it.
 *
 * @public
 */
export interface VerifyRosterInput extends Basis {
  readonly moves: readonly RosterMove[];
  /** Ended exchanges; without the list everybody goes back to the home school. */
  readonly returns?: readonly PlanReturn[];
  /** People in light forms beside their post; nobody by default. */
  readonly participations?: readonly PlanParticipation[];
  /** Periods taught at other schools; none by default. */
  readonly itineraries?: readonly PlanItinerary[];
}

/**
 * Checks a plan without the solver, by the checks that are handed in: every line, every rule and every figure that the plan states about itself.
 *
 * Cost: linear in people and moves; a quarter of a second for 8,000 people on an idle machine.
 */
export function verifyPlanBy(checkOf: CheckOf, { plan, ...basis }: VerifyPlanInput): VerifyReport {
  const decided = prepare(basis);
  const { facts, violations } = recountPlan({ ...decided, checkOf }, plan);
  const figures = planFigures(facts);
  const levels = compareLevels(plan, facts, figures.violations);
  const untrue = misreports(plan, facts, { ...figures, levels });
  return report(decided, figures, { violations: [...violations, ...figures.violations, ...untrue], levels });
}

/** Checks a roster by the checks that are handed in, for example a workbook edited by hand; what a line leaves out is filled in as a plan would. */
export function verifyRosterBy(checkOf: CheckOf, input: VerifyRosterInput): VerifyReport {
  const { moves, returns, participations = [], itineraries = [], ...basis } = input;
  const decided = prepare(basis);
  const light = { participations: [...participations], itineraries: [...itineraries] };
  const complete: PlanMove[] = completeMoves(moves, decided.eligibility);
  const lines = { moves: complete, returns: [...(returns ?? unstatedReturns(decided.eligibility))], ...light };
  const { facts, violations } = recountPlan({ ...decided, checkOf }, lines);
  const figures = planFigures(facts);
  return report(decided, figures, {
    violations: [...violations, ...figures.violations],
    levels: statedByNobody(basis.policy, facts, figures.violations),
  });
}

interface DecidedCase {
  readonly eligibility: DecidedCounty;
  readonly rules: readonly PolicyRule[];
  readonly issues: readonly Issue[];
}

function prepare({ instance, policy, locks }: Basis): DecidedCase {
  const { county, issues } = indexCounty(instance);
  const eligibility = decideEligibility(county, policy, locks ?? []);
  return { eligibility, rules: policy.rules, issues: [...issues, ...eligibility.issues] };
}

function report(
  { issues }: DecidedCase,
  { measures }: PlanFigures,
  found: Pick<VerifyReport, "violations" | "levels">,
): VerifyReport {
  const broken = found.violations.some(({ strength }) => strength === "hard");
  return { ok: !broken && !hasError(issues), ...found, measures, issues };
}

function statedByNobody(
  policy: Policy,
  facts: PlanFacts,
  violations: readonly Violation[],
): readonly LevelComparison[] {
  return policy.levels.map(({ name }) => ({
    name,
    stated: undefined,
    recomputed: planLevelValue(name, facts, violations),
    agrees: true,
  }));
}
