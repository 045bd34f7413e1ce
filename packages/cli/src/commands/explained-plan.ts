import type { Checked, Explanations, Outcome, PlanningCase, Session as Planning, SolverName } from "lungang";
import { together } from "lungang";
import { openSession } from "lungang/node";
import type { LimitOptions } from "../input/arguments.ts";
import { readLimits } from "../input/arguments.ts";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedCase } from "../input/options.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { createProgressView } from "../progress.ts";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { NO_PLAN_ADVICE, tellInfeasible } from "../text/infeasible-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Options of the verbs that make the plan which they explain. */
export interface ExplainOptions extends PlanningOptions, LimitOptions {
  readonly solver: SolverName;
  /** Absent where no lot is drawn. */
  readonly seed?: string;
}

/** A case with how it is planned, and a session to plan it in. */
export interface OpenCase {
  readonly planning: Planning;
  readonly planningCase: PlanningCase;
  readonly asked: NonNullable<Parameters<Planning["plan"]>[1]>;
}

/**
 * Opens a case for questions and closes its solvers afterwards; the plan is the one that `plan` makes.
 *
 * @param check - what else the call says, read with the case so that all problems come at once
 */
export async function withCase<T>(
  session: Session,
  { instance, options }: { readonly instance: string; readonly options: ExplainOptions },
  {
    check,
    answer,
  }: {
    readonly check: (planningCase: PlanningCase) => Checked<T> | Promise<Checked<T>>;
    readonly answer: (open: OpenCase, value: T) => Promise<ExitCode>;
  },
): Promise<ExitCode> {
  const read = together(await readNamedCase(session, instance, options), readLimits(options));
  if (!read.ok) return reportBadInput(session, read.issues);
  reportWarnings(session, read.warnings);
  const [planningCase, limits] = read.value;
  const value = await check(planningCase);
  if (!value.ok) return reportBadInput(session, value.issues);
  reportWarnings(session, value.warnings);
  const planning = openSession();
  const { solver, seed } = options;
  const { signal } = session.io;
  const asked = {
    solver,
    limits,
    ...(seed === undefined ? {} : { seed }),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    return await answer({ planning, planningCase, asked }, value.value);
  } finally {
    await planning.close();
  }
}

/** For calls that say nothing beside the case. */
export function nothingMore(): Checked<undefined> {
  return { ok: true, value: undefined, warnings: [] };
}

/** Makes the plan and hands out its explanations; without a plan it says so. */
export async function withPlan(
  session: Session,
  { planning, planningCase, asked }: OpenCase,
  answer: (explanations: Explanations, outcome: Extract<Outcome, { status: "planned" }>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const titles = new Map(planningCase.policy.levels.map(({ name, text }) => [name, text]));
  const view = createProgressView(session, titles);
  try {
    const outcome = await planning.plan(planningCase, { ...asked, onProgress: view.onProgress });
    view.close();
    if (outcome.status === "planned") return await answer(planning.explain(outcome, asked.signal), outcome);
    return reportNoPlan(session, outcome, planningCase);
  } finally {
    view.close();
  }
}

type Unplanned = Exclude<Outcome, { status: "planned" }>;

function reportNoPlan(session: Session, outcome: Unplanned, planningCase: PlanningCase): ExitCode {
  if (outcome.status === "invalid") return reportBadInput(session, outcome.issues);
  if (session.json) tellJson(session, outcome);
  else if (outcome.status === "infeasible") {
    tellInfeasible(session, { ...outcome, ...planningCase });
    tell(session, say(session, NO_PLAN_ADVICE));
  } else tell(session, say(session, outcome.message));
  return outcome.status === "infeasible" ? EXIT.infeasible : EXIT.stopped;
}
