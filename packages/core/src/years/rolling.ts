import type { Lock } from "../eligibility/locks.ts";
import { indexCounty } from "../instance/county.ts";
import type { Instance } from "../instance/instance.ts";
import type { PlanLimits, PlanOutcome } from "../plan/outcome.ts";
import type { Plan } from "../plan/plan.ts";
import { planCounty } from "../planner/plan-county.ts";
import type { Policy } from "../policy/policy.ts";
import type { Solver } from "../solver/port.ts";
import { verifyPlan } from "../verify/verify.ts";
import { advanceInstance } from "./advance.ts";
import type { YearsGround } from "./base-years.ts";
import { policyOfYear, recruitsOfYear } from "./base-years.ts";
import { replanCounty } from "./replan.ts";
import type { Choice } from "./year-plan.ts";
import { planOfChoices } from "./year-plan.ts";

/** What years are solved with. */
export interface YearsSolving {
  readonly solver: Solver;
  readonly seed?: string;
  /** For each year on its own. */
  readonly limits?: PlanLimits;
  readonly signal?: AbortSignal;
}

/** One year of a plan over years. */
export interface PlannedYear {
  /** The county at the start of the year, after the plans of the years before. */
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks: readonly Lock[];
  readonly plan: Plan;
}

/** Years that were planned, and what stopped the next one. */
export interface PlannedYears {
  readonly years: readonly PlannedYear[];
  readonly stopped?: Exclude<PlanOutcome, { status: "planned" }>;
  /** Years, counted from 0, that could not be taken over as they were chosen and were solved again. */
  readonly solvedAgain: readonly number[];
}

/**
 * Plans year after year, each from the county that the years before leave behind. With choices a year is what they say,
 * as long as its rules hold; a year that breaks one is solved again.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 */
export async function planYearByYear(
  ground: YearsGround,
  solving: YearsSolving,
  choices: readonly (readonly Choice[])[] = [],
): Promise<PlannedYears> {
  const years: PlannedYear[] = [];
  const solvedAgain: number[] = [];
  let { instance } = ground;
  for (let year = 0; year < ground.years; year++) {
    const policy = policyOfYear(ground, year);
    const at = { instance, policy, locks: ground.locks?.[year] ?? [] };
    const request = { ...solving, ...at };
    const chosen = choices[year];
    let plan = chosen === undefined ? undefined : await planOfChoices(request, chosen);
    if (plan !== undefined && !verifyPlan({ ...at, plan }).ok) plan = undefined;
    if (plan === undefined) {
      if (chosen !== undefined) solvedAgain.push(year);
      const outcome = await nearChoices(request, chosen);
      if (outcome.status !== "planned") return { years, stopped: outcome, solvedAgain };
      plan = outcome.plan;
    }
    years.push({ ...at, plan });
    instance = advanceInstance(instance, plan, { policy, ...recruitsOfYear(ground, year + 1) });
  }
  return { years, solvedAgain };
}

type Request = YearsSolving & Pick<PlannedYear, "instance" | "policy" | "locks">;

/** Solves a year again; as many as possible of the people who were chosen for it keep their posts. */
async function nearChoices(request: Request, chosen: readonly Choice[] | undefined): Promise<PlanOutcome> {
  if (chosen === undefined || chosen.length === 0) return planCounty(request);
  const moves = chosen.map(({ person, cell }) => ({ person, post: cell }));
  const near = await replanCounty({ ...request, baseline: { moves, returns: [] } });
  if (near.status !== "planned") return near;
  const plan = await planOfChoices(request, choicesOf(near.plan, request.instance));
  return plan === undefined ? planCounty(request) : { ...near, plan };
}

/** Returns where a plan sends people, by keys of cells. */
export function choicesOf({ moves, returns }: Pick<Plan, "moves" | "returns">, instance: Instance): readonly Choice[] {
  const { county } = indexCounty(instance);
  const keys = new Map(county.cells.flatMap(({ key, posts }) => [key, ...posts].map((name) => [name, key] as const)));
  const cellOf = (post: string) => keys.get(post) ?? post;
  return [
    ...moves.map(({ person, post }) => ({ person, cell: cellOf(post), settles: false })),
    ...returns.flatMap(({ person, post, settles }) => (settles ? [{ person, cell: cellOf(post), settles }] : [])),
  ];
}
