import type { PlanProgress as CoreProgress, PlanLimits, PlanMemory, PlanOutcome } from "@lungang/core";
import { planCounty, verifyPlan } from "@lungang/core";
import { namesOf, violationText } from "@lungang/core/plan";
import type { Plan } from "@lungang/core/plan";
import type { Solver } from "@lungang/program";
import { UnsupportedModelError } from "@lungang/program";
import type { PlanningCase } from "../case/planning-case.ts";
import type { SolverName } from "./solvers.ts";
import { unsupportedModel } from "./solvers.ts";

/**
 * What happens while a year is planned: what core tells, and the second reading of the plan.
 *
 * @public
 */
export type PlanProgress = CoreProgress | { readonly phase: "verify" };

/**
 * How a year is planned.
 *
 * @public
 */
export interface PlanOptions {
  /** @defaultValue {@link YEAR_SOLVER} */
  readonly solver?: SolverName;
  /** Seed of the lottery. @defaultValue "1" */
  readonly seed?: string;
  readonly limits?: PlanLimits;
  /** Plan once more among every admitted move, and say whether anything gets better by it. @defaultValue false */
  readonly proveCandidates?: boolean;
  /** Aborted when planning has to stop; the best plan found so far is kept. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PlanProgress) => void;
}

/** Plans one year and reads the plan a second time; what the solver cannot take is an issue. */
export async function planYear(
  planningCase: PlanningCase,
  { seed, limits, signal, onProgress }: PlanOptions,
  { solver, after }: { readonly solver: Solver; readonly after: PlanMemory | undefined },
): Promise<PlanOutcome> {
  const request = {
    ...planningCase,
    solver,
    ...(seed === undefined ? {} : { seed }),
    ...(limits === undefined ? {} : { limits }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(after === undefined ? {} : { after }),
  };
  const outcome = await orUnsupported(() => planCounty(request), ofOneYear);
  if (outcome.status === "planned") {
    onProgress?.({ phase: "verify" });
    mustBeVerified(planningCase, outcome.plan);
  }
  return outcome;
}

function ofOneYear(issue: ReturnType<typeof unsupportedModel>): PlanOutcome {
  return { status: "invalid", issues: [issue], warnings: [], seconds: {} };
}

/** Returns what solving gives, or the answer for a program that the solver refuses. */
export async function orUnsupported<T>(
  solve: () => Promise<T>,
  answer: (issue: ReturnType<typeof unsupportedModel>) => T,
): Promise<T> {
  try {
    return await solve();
  } catch (error) {
    if (error instanceof UnsupportedModelError) return answer(unsupportedModel(error.message));
    throw error;
  }
}

/** No plan leaves before a second reading, which knows nothing of the program, has found the same. */
function mustBeVerified(planningCase: PlanningCase, plan: Plan): void {
  const report = verifyPlan({ ...planningCase, plan });
  if (report.ok) return;
  const first = report.violations.find(({ strength }) => strength === "hard");
  const why = first === undefined ? report.issues[0]?.message : violationText(first, namesOf(planningCase.instance));
  throw new FailedVerificationError(why?.en ?? "");
}

/**
 * A plan or an appointment of ours failed its verification: an error of the program, never of the data.
 *
 * @public
 */
export class FailedVerificationError extends Error {
  override readonly name = "FailedVerificationError";

  constructor(why: string, year?: number) {
    super(`The plan${year === undefined ? "" : ` of year ${year}`} failed its verification: ${why}`);
  }
}
