import { namesOf, violationText } from "@lungang/core/plan";
import type { Issue, PlanOutcome, VerifyPlanInput } from "@lungang/core";
import type { Solver } from "@lungang/program";
import { planCounty, verifyPlan } from "@lungang/core";
import { createSolver } from "../compose.ts";
import type { SolverName } from "../compose.ts";
import type { LimitOptions } from "../input/arguments.ts";
import { readLimits, together } from "../input/arguments.ts";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedInput } from "../input/options.ts";
import type { PlanningInput } from "../input/planning-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { createProgressView } from "../progress.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { tellInfeasible } from "../text/infeasible-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tellPlan } from "../text/plan-text.ts";
import { limitWord } from "../text/words.ts";
import { planFiles } from "../plan-files.ts";
import { writeAll } from "../write-all.ts";

/** Options of `plan` as they stand on the command line. */
export interface PlanOptions extends PlanningOptions, LimitOptions {
  readonly solver: SolverName;
  readonly seed: string;
  readonly out?: string;
}

type Planned = Extract<PlanOutcome, { status: "planned" }>;
type Infeasible = Extract<PlanOutcome, { status: "infeasible" }>;
type Stopped = Extract<PlanOutcome, { status: "stopped" }>;

/** Plans one year for a county. */
export async function plan(session: Session, instanceName: string, options: PlanOptions): Promise<ExitCode> {
  const read = together(await readNamedInput(session, instanceName, options), readLimits(options));
  if (!read.ok) return reportBadInput(session, read.issues);
  reportWarnings(session, read.warnings);
  const [input, limits] = read.value;
  const levels = new Map(input.policy.levels.map((level) => [level.name, level.text]));
  const view = createProgressView(session, levels);
  const solver = createSolver(options.solver);
  let outcome: PlanOutcome;
  try {
    outcome = await planCounty({
      ...input,
      solver,
      seed: options.seed,
      limits,
      onProgress: view.onProgress,
      ...(session.io.signal === undefined ? {} : { signal: session.io.signal }),
    });
  } finally {
    view.close();
    await closeQuietly(solver);
  }
  return report(session, outcome, { input, options, known: read.warnings });
}

/** A worker that does not end in order must not hide the plan. */
async function closeQuietly(solver: Solver): Promise<void> {
  await solver.close().catch(() => undefined);
}

interface ReportContext {
  readonly input: PlanningInput;
  readonly options: PlanOptions;
  /** Warnings that were reported when the input was read. */
  readonly known: readonly Issue[];
}

async function report(session: Session, outcome: PlanOutcome, context: ReportContext): Promise<ExitCode> {
  const news = outcome.warnings.filter((warning) => !context.known.some((known) => sameIssue(known, warning)));
  reportWarnings(session, news, context.input.instance);
  switch (outcome.status) {
    case "invalid":
      return reportBadInput(session, outcome.issues, context.input.instance);
    case "infeasible":
      return reportInfeasible(session, outcome, context.input);
    case "stopped":
      return reportStopped(session, outcome);
    case "planned":
      return reportPlanned(session, outcome, context);
  }
}

function sameIssue(a: Issue, b: Issue): boolean {
  return a.code === b.code && a.message.en === b.message.en && a.path?.join() === b.path?.join();
}

async function reportPlanned(session: Session, outcome: Planned, context: ReportContext): Promise<ExitCode> {
  const { input, options } = context;
  mustBeVerified({ ...input, plan: outcome.plan });
  const written =
    options.out === undefined
      ? []
      : await writeAll(
          pathOf(session, options.out),
          await planFiles(
            { plan: outcome.plan, eligibility: outcome.eligibility, policy: input.policy },
            session.language,
          ),
        );
  if (session.json) tellJson(session, outcome.plan);
  else tellPlan(session, { ...input, plan: outcome.plan, eligibility: outcome.eligibility });
  if (!session.json) for (const path of written) tell(session, path);
  return EXIT.done;
}

/** No plan leaves before a second reading, which knows nothing of the program, has found the same. */
function mustBeVerified(input: VerifyPlanInput): void {
  const report = verifyPlan(input);
  if (report.ok) return;
  const first = report.violations.find(({ strength }) => strength === "hard");
  const why = first === undefined ? report.issues[0]?.message : violationText(first, namesOf(input.instance));
  throw new Error(`The plan failed its verification: ${why?.en ?? ""}`);
}

function reportInfeasible(session: Session, outcome: Infeasible, { policy, instance }: PlanningInput): ExitCode {
  const { termination, levels, leastViolations, size } = outcome;
  if (session.json) tellJson(session, { termination, levels, leastViolations, size });
  else tellInfeasible(session, { leastViolations, policy, instance });
  return EXIT.infeasible;
}

function reportStopped(session: Session, { termination, levels, size }: Stopped): ExitCode {
  if (session.json) tellJson(session, { termination, levels, size });
  else {
    const limit = limitWord(session, termination.limit);
    const text = {
      zh: `因${limit}停止，尚未找到方案。请放宽上限（--time-limit、--node-limit）后再试。`,
      en: `Stopped by ${limit} before a plan was found. Raise --time-limit or --node-limit and try again.`,
    };
    tell(session, say(session, text));
  }
  return EXIT.stopped;
}
