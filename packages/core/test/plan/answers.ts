import type { Plan } from "../../src/plan/plan.ts";
import type { Solver } from "@lungang/program";
import { hasError } from "../../src/instance/issue.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { prepare } from "../../src/planner/prepare.ts";
import { bestOfEveryPlan } from "./every-plan.ts";
import type { RandomCase } from "./random-county.ts";

/** What a backend answers and what trying every plan gives, in the same words. */

/** Trying more plans than this takes too long. */
const MOST_PLANS = 1500;

/** Returns whether data and policy of a case can be planned at all. */
export const isSound = ({ instance, policy, locks }: RandomCase) => !hasError(prepare(instance, policy, locks).issues);

/** Level values without the lottery. */
const valuesOf = ({ levels }: Plan) => levels.filter(({ name }) => name !== "lottery").map(({ value }) => value);

/**
 * Two hard entries about the same posts, or a lock and a rule about the same recruit, count a head twice where the
 * program counts it once.
 */
function repeatsBounds({ policy, instance, locks }: RandomCase): boolean {
  const entries = (name: string) => policy.rules.filter(({ rule }) => rule === name).length;
  const recruits = new Set(instance.persons.filter(({ homeSchool }) => homeSchool === undefined).map(({ id }) => id));
  const pinned = locks.some((lock) => "school" in lock && recruits.has(lock.person));
  return (
    ["postBalance", "establishment", "newRecruits"].some((name) => entries(name) > 1) ||
    (pinned && entries("newRecruits") > 0)
  );
}

/** Returns what a backend answers, verified. */
export async function answerOf(given: RandomCase, solver: Solver) {
  const { instance, policy, locks } = given;
  // The simplex of javascript-lp-solver can go in circles for ever.
  const clock = solver.capabilities.relaxation ? {} : { timeSeconds: 10 };
  const outcome = await planCounty({ instance, policy, locks, solver, limits: { relativeGap: 0, ...clock } });
  if (outcome.status === "infeasible") {
    const least = outcome.leastViolations.reduce((sum, { amount }) => sum + amount, 0);
    return { status: outcome.status, leastViolation: repeatsBounds(given) ? undefined : least };
  }
  if (outcome.status !== "planned") return { status: outcome.status };
  const { plan } = outcome;
  const report = verifyPlan({ instance, policy, locks, plan });
  return {
    status: outcome.status,
    values: valuesOf(plan),
    hard: report.violations.filter(({ strength }) => strength === "hard").map(({ rule, about }) => [rule, about]),
    ok: report.ok,
    reasons: [...new Set(plan.levels.map(({ reason }) => reason))],
    lottery: plan.levels.at(-1)?.name,
    reproducible: plan.termination.reproducible,
  };
}

/** Returns what trying every plan gives; undefined where there are too many. */
export function expectedOf(given: RandomCase) {
  const best = bestOfEveryPlan(given, MOST_PLANS);
  if (best.status === "tooMany") return undefined;
  if (best.status === "infeasible") {
    return { status: best.status, leastViolation: repeatsBounds(given) ? undefined : best.leastViolation };
  }
  return {
    status: best.status,
    values: best.values,
    hard: [],
    ok: true,
    reasons: ["optimal"],
    lottery: "lottery",
    reproducible: true,
  };
}
