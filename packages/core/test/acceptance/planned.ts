import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import type { Plan, PlanLevel } from "../../src/plan/plan.ts";
import type { PlanOutcome, PlanRequest } from "../../src/plan/outcome.ts";

export type Planned = Extract<PlanOutcome, { status: "planned" }>;

/** Plans, checks the plan without the solver and returns both. */
export async function planAndVerify(request: PlanRequest) {
  const outcome = await planCounty(request);
  if (outcome.status !== "planned") throw new Error(describe(outcome));
  return { ...outcome, report: verifyPlan({ ...request, plan: outcome.plan }) };
}

function describe(outcome: Exclude<PlanOutcome, Planned>): string {
  const { status, warnings: _warnings, ...rest } = outcome;
  return `Cannot accept status "${status}": ${JSON.stringify(rest).slice(0, 3000)}`;
}

/** Returns a level of a plan by name. */
export function levelOf({ levels }: Plan, name: string): PlanLevel {
  const level = levels.find((entry) => entry.name === name);
  if (level === undefined) throw new Error(`Cannot find level "${name}"`);
  return level;
}

/** Returns how many moves enter each school. */
export function arrivals({ moves }: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { to } of moves) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
}
