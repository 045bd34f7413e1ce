import type { Issue, Outcome, PlanFilesOptions, PlanningCase, Session as Planning } from "lungang";
import { YEAR_SOLVER, planFiles, together } from "lungang";
import type { SolverName } from "lungang";
import { openSession } from "lungang/node";
import type { LimitOptions } from "../input/arguments.ts";
import { readLimits } from "../input/arguments.ts";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedCase } from "../input/options.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import type { WhyNoPlan } from "../no-plan.ts";
import { PLAN_SET, planOutcomeNames, whyNoPlan, writeNoPlan } from "../no-plan.ts";
import { createProgressView } from "../progress.ts";
import { checkFolder, datedOptions, readDate, writeFolder } from "../output.ts";
import type { DatedOptions } from "../output.ts";
import { toldReasons } from "../reasons.ts";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { NO_PLAN_ADVICE, tellInfeasible, tellSentences } from "../text/infeasible-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tellPlan } from "../text/plan-text.ts";

/** Options of `plan` as they stand on the command line. */
export interface PlanOptions extends PlanningOptions, LimitOptions, DatedOptions {
  readonly solver: SolverName;
  readonly seed: string;
  readonly proveCandidates?: boolean;
}

type Planned = Extract<Outcome, { status: "planned" }>;
type Infeasible = Extract<Outcome, { status: "infeasible" }>;
type Stopped = Extract<Outcome, { status: "stopped" }>;

/** Plans one year for a county. */
export async function plan(session: Session, county: string, options: PlanOptions): Promise<ExitCode> {
  const read = together(
    await readNamedCase(session, county, options),
    readLimits(options),
    readDate(options),
    await checkFolder(session, options, { set: "plan", names: planOutcomeNames }),
  );
  if (!read.ok) return reportBadInput(session, read.issues);
  reportWarnings(session, read.warnings);
  const [planningCase, limits] = read.value;
  const view = createProgressView(session, new Map(planningCase.policy.levels.map(({ name, text }) => [name, text])));
  const planning = openSession();
  try {
    const { solver, seed, proveCandidates = false } = options;
    const { onProgress } = view;
    const { signal } = session.io;
    const asked = { solver, seed, limits, proveCandidates, onProgress, ...(signal === undefined ? {} : { signal }) };
    const outcome = await planning.plan(planningCase, asked);
    view.close();
    const explain = () => reasonsOf(session, planning, outcome);
    const whyAsked = { ...asked, solver: YEAR_SOLVER };
    const whyNot = () => whyNoPlan(session, { planning, planningCase, asked: whyAsked, parts: { highest: true } });
    return await report(session, outcome, { planningCase, county, options, known: read.warnings, explain, whyNot });
  } finally {
    view.close();
    await planning.close();
  }
}

interface ReportContext {
  readonly planningCase: PlanningCase;
  /** Where the county was read from. */
  readonly county: string;
  readonly options: PlanOptions;
  /** Warnings that were reported when the input was read. */
  readonly known: readonly Issue[];
  /** Why everybody goes or stays, as far as the workbook tells it. */
  readonly explain: () => Promise<PlanFilesOptions>;
  /** Why there is no plan. */
  readonly whyNot: () => Promise<WhyNoPlan>;
}

/**
 * What decided about everybody, for the workbook: about a tenth of the time of the plan. A plan that was ended early is
 * written at once, and one that was found is never lost to its explanation.
 */
async function reasonsOf(session: Session, planning: Planning, outcome: Outcome): Promise<PlanFilesOptions> {
  const { signal } = session.io;
  if (outcome.status !== "planned" || outcome.plan.termination.limit !== undefined || signal?.aborted === true)
    return {};
  const people = await toldReasons(session, async () => {
    const told = await planning.explain(outcome, signal).everybody();
    return told.map(({ value }) => value);
  });
  return people === undefined ? {} : { people };
}

async function report(session: Session, outcome: Outcome, context: ReportContext): Promise<ExitCode> {
  if (outcome.status === "invalid") return reportBadInput(session, outcome.issues);
  reportNews(session, outcome.issues, context);
  switch (outcome.status) {
    case "infeasible":
      return reportInfeasible(session, outcome, context);
    case "stopped":
      return reportStopped(session, outcome);
    case "planned":
      return reportPlanned(session, outcome, context);
  }
}

/** Reports warnings that were not reported when the input was read. */
function reportNews(session: Session, warnings: readonly Issue[], { known }: Pick<ReportContext, "known">): void {
  reportWarnings(
    session,
    warnings.filter((warning) => !known.some((before) => sameIssue(before, warning))),
  );
}

function sameIssue(a: Issue, b: Issue): boolean {
  return a.code === b.code && a.message.en === b.message.en && a.path?.join() === b.path?.join();
}

async function reportPlanned(
  session: Session,
  outcome: Planned,
  { planningCase, county, options, known, explain }: ReportContext,
): Promise<ExitCode> {
  const { plan: document, violations, candidates } = outcome;
  const make = async () =>
    planFiles(planningCase, document, { ...datedOptions(session, options, planningCase), ...(await explain()) });
  const written = await writeFolder(session, options, { set: "plan", madeFrom: { county }, make });
  if (!written.ok) return reportBadInput(session, written.issues);
  reportNews(session, written.warnings, { known });
  if (session.json) tellJson(session, { ...document, violations, ...(candidates === undefined ? {} : { candidates }) });
  else tellPlan(session, { outcome, planningCase });
  if (!session.json) for (const path of written.value) tell(session, path);
  return EXIT.done;
}

/** Says that there is no plan, and why; into the folder that was asked for goes a workbook that says all of it. */
async function reportInfeasible(
  session: Session,
  outcome: Infeasible,
  { planningCase, county, options, whyNot }: ReportContext,
): Promise<ExitCode> {
  const { message, termination, levels, leastViolations, size } = outcome;
  if (session.json) tellJson(session, { termination, levels, leastViolations, size });
  else tellInfeasible(session, { message, leastViolations, ...planningCase });
  if (options.out === undefined) {
    if (!session.json) tell(session, say(session, NO_PLAN_ADVICE));
    return EXIT.infeasible;
  }
  const found = { message, leastViolations, ...(await whyNot()) };
  const written = await writeNoPlan(session, options, { planningCase, county, found, set: PLAN_SET });
  if (!written.ok) return reportBadInput(session, written.issues);
  if (session.json) return EXIT.infeasible;
  tellSentences(session, [found.conflict, ...(found.highest ?? [])]);
  for (const path of written.value) tell(session, path);
  return EXIT.infeasible;
}

function reportStopped(session: Session, { message, termination, levels, size }: Stopped): ExitCode {
  if (session.json) tellJson(session, { termination, levels, size });
  else {
    const advice = {
      zh: "请放宽上限（--time-limit、--node-limit）后再试。",
      en: " Raise --time-limit or --node-limit and try again.",
    };
    tell(session, `${say(session, message)}${say(session, advice)}`);
  }
  return EXIT.stopped;
}
