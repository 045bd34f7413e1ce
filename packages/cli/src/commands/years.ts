import type {
  EarlierYears,
  PlanLimits,
  PlanOfCase,
  RosterChange,
  Session as Planning,
  SolverName,
  YearsCase,
  YearsOutcome,
} from "lungang";
import {
  YEAR_SOLVER,
  NO_PLAN_FILE,
  YEARS_FORMAT,
  adoptYears,
  caseOfYearAfter,
  casesOfYears,
  together,
  yearsFileNames,
  yearsFiles,
} from "lungang";
import type { YearsOptions as PlanningOptions } from "lungang";
import { openSession } from "lungang/node";
import type { LimitOptions } from "../input/arguments.ts";
import { readLimits } from "../input/arguments.ts";
import type { YearsInput, YearsInputOptions } from "../input/years-input.ts";
import { byOption, readYearsInput } from "../input/years-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { whyNoPlan, writeNoPlan } from "../no-plan.ts";
import { checkFolder, datedOptions, documentOptions, readDate, writeFolder } from "../output.ts";
import type { DatedOptions } from "../output.ts";
import type { ProgressLines } from "../progress-lines.ts";
import { toldReasons } from "../reasons.ts";
import { progressLines, whileReading } from "../progress-lines.ts";
import { say, tell, tellJson, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { tellLeast, tellSentences } from "../text/infeasible-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tellVerification } from "../text/verify-text.ts";
import { tellYears } from "../text/years-text.ts";
import { yearsProgress } from "../years-progress.ts";

/** Ways in which years are planned, with their Chinese words. */
export const METHODS = { program: "整体求解", rolling: "逐年滚动" } as const;

/** Options of `years` as they stand on the command line. */
export interface YearsOptions extends YearsInputOptions, LimitOptions, DatedOptions {
  readonly solver: SolverName;
  readonly method: keyof typeof METHODS;
  readonly seed: string;
}

type Planned = Extract<YearsOutcome, { status: "planned" }>;
type Unplanned = Extract<YearsOutcome, { status: "infeasible" | "stopped" }>;

/** Plans up to six years for a county, or plans them again. */
export async function years(session: Session, county: string, options: YearsOptions): Promise<ExitCode> {
  const found = await whileReading(session, () => readYearsInput(session, county, options));
  const read = together(found, readLimits(options), readDate(options));
  if (!read.ok) return reportBadInput(session, read.issues);
  const [input, limits] = read.value;
  const { instance, years: count } = input.yearsCase;
  const names = yearsFileNames(instance.planYear, count);
  const place = await checkFolder(session, options, { set: "years", names: [...names, NO_PLAN_FILE] });
  if (!place.ok) return reportBadInput(session, place.issues);
  const edits = await takeEdits(session, input);
  if (edits.status === "ended") return edits.code;
  reportWarnings(session, [...read.warnings, ...place.warnings]);
  const planning = openSession();
  const lines = progressLines(session);
  try {
    const asked = askedOf(session, options, { input, limits, lines, ...edits });
    const outcome = await planning.planYears(input.yearsCase, asked);
    lines.close();
    return await report(session, outcome, { yearsCase: input.yearsCase, county, options, planning });
  } finally {
    lines.close();
    await planning.close();
  }
}

/** What is planned again from; or the edits break a rule or cannot be read, and the command ends. */
type Edits =
  | { readonly status: "taken"; readonly earlier?: Pick<EarlierYears, "plans" | "edited"> }
  | { readonly status: "ended"; readonly code: ExitCode };

/** Takes over what people edited in the workbooks of the years that are planned again, and says what that is. */
async function takeEdits(session: Session, { yearsCase, earlier }: YearsInput): Promise<Edits> {
  if (earlier === undefined) return { status: "taken" };
  const { plans, readEdited } = earlier;
  if (readEdited === undefined || plans.length !== yearsCase.years) return { status: "taken", earlier: { plans } };
  const outcome = await adoptYears(yearsCase, plans, readEdited);
  if (outcome.status === "invalid") return { status: "ended", code: reportBadInput(session, outcome.issues) };
  reportWarnings(session, outcome.issues);
  if (!session.json) for (const { planYear, changes } of outcome.years) warnChanges(session, planYear, changes);
  if (outcome.status === "adopted")
    return { status: "taken", earlier: { plans: outcome.plans, edited: outcome.edited } };
  const { planYear, planningCase, verified } = outcome;
  if (session.json) tellJson(session, { year: planYear, ...verified });
  else {
    tell(session, say(session, { zh: `${planYear}年的名册经改动后：`, en: `The edited roster of ${planYear}:` }));
    tellVerification(session, { report: verified, ...planningCase });
  }
  return { status: "ended", code: EXIT.infeasible };
}

function warnChanges(session: Session, year: number, changes: readonly RosterChange[]): void {
  const count = changes.length;
  warn(session, say(session, { zh: `${year}年改动 ${count} 人：`, en: `${year}: ${count} people changed:` }));
  for (const { message } of changes) warn(session, `  ${say(session, message)}`);
}

interface Asked {
  readonly input: YearsInput;
  readonly limits: PlanLimits;
  readonly lines: ProgressLines;
  readonly earlier?: Pick<EarlierYears, "plans" | "edited">;
}

function askedOf(
  session: Session,
  { solver, seed, method, withdraw }: YearsOptions,
  { input, limits, lines, earlier }: Asked,
): PlanningOptions {
  const { fixed, yearsCase } = input;
  const { signal } = session.io;
  return {
    solver,
    seed,
    method,
    limits,
    onProgress: yearsProgress(session, yearsCase, lines),
    ...(earlier === undefined ? {} : { earlier: { ...earlier, fixed, withdrawn: withdraw } }),
    ...(signal === undefined ? {} : { signal }),
  };
}

interface YearsContext {
  readonly yearsCase: YearsCase;
  /** Where the county was read from. */
  readonly county: string;
  readonly options: YearsOptions;
  readonly planning: Planning;
}

async function report(session: Session, outcome: YearsOutcome, context: YearsContext): Promise<ExitCode> {
  if (outcome.status === "invalid") return reportBadInput(session, byOption(outcome.issues));
  reportWarnings(session, outcome.issues);
  return outcome.status === "planned"
    ? reportPlanned(session, outcome, context)
    : reportUnplanned(session, outcome, context);
}

async function reportPlanned(
  session: Session,
  outcome: Planned,
  { yearsCase, county, options, planning }: YearsContext,
): Promise<ExitCode> {
  const { plans, verified } = outcome;
  const lines = progressLines(session);
  const make = async () => {
    const cases = casesOfYears(yearsCase, plans);
    const people = await reasonsOf(session, planning, cases);
    const onYear = (year: number) => lines.show(say(session, { zh: `写出${year}年的文件`, en: `files of ${year}` }));
    return yearsFiles(yearsCase, plans, { ...daysOf(session, options, cases), verified, people, onYear });
  };
  const written = await writeFolder(session, options, { set: "years", madeFrom: { county }, make }).finally(
    lines.close,
  );
  if (!written.ok) return reportBadInput(session, written.issues);
  if (session.json) tellJson(session, documentOf(outcome));
  else tellYears(session, { outcome, yearsCase });
  if (!session.json) for (const path of written.value) tell(session, path);
  // A ledger that does not hold over the years is a broken rule, whatever each year says.
  return outcome.verified.ok ? EXIT.done : EXIT.infeasible;
}

/** The plans of all years are decided on one day: that of the call, else the one on which the policy decides the first year. */
function daysOf(session: Session, options: DatedOptions, [first]: readonly PlanOfCase[]) {
  return first === undefined ? documentOptions(session, options) : datedOptions(session, options, first.planningCase);
}

/** What decided about everybody in each year, as the plan has all others. A plan that was ended early is written at once. */
async function reasonsOf(session: Session, planning: Planning, years: readonly PlanOfCase[]) {
  const { signal } = session.io;
  const all = [];
  for (const year of years) {
    const isEnded = year.plan.termination.limit !== undefined || signal?.aborted === true;
    const { planYear } = year.planningCase.instance;
    const compare = () => planning.reasons(year, signal === undefined ? {} : { signal });
    const when = { zh: `：${planYear}年`, en: `: ${planYear}` };
    all.push(isEnded ? undefined : await toldReasons(session, compare, when));
  }
  return all;
}

function documentOf({ method, plans, totals, program, solvedAgain, changes, verified }: Planned) {
  return { format: YEARS_FORMAT, method, plans, totals, program, solvedAgain, changes, verified };
}

async function reportUnplanned(session: Session, outcome: Unplanned, context: YearsContext): Promise<ExitCode> {
  const { message, termination, year } = outcome;
  const { instance, policies } = context.yearsCase;
  const policy = policies[year - instance.planYear];
  const leastViolations = outcome.status === "infeasible" ? outcome.leastViolations : [];
  if (session.json) tellJson(session, { termination, year, leastViolations });
  else {
    tell(session, say(session, message));
    if (policy !== undefined) tellLeast(session, { leastViolations, policy, instance });
  }
  return outcome.status === "stopped" ? EXIT.stopped : reportNoPlan(session, outcome, context);
}

/** Writes why a year has no plan, on the county as the plans of the years before leave it. */
async function reportNoPlan(
  session: Session,
  { message, leastViolations, plans }: Extract<Unplanned, { status: "infeasible" }>,
  { county, options, planning, yearsCase }: YearsContext,
): Promise<ExitCode> {
  if (options.out === undefined) return EXIT.infeasible;
  const planningCase = caseOfYearAfter(yearsCase, plans);
  const { signal } = session.io;
  const asked = { solver: YEAR_SOLVER, ...(signal === undefined ? {} : { signal }) };
  const why = await whyNoPlan(session, { planning, planningCase, asked, parts: { highest: true } });
  const found = { message, leastViolations, ...why };
  const names = yearsFileNames(yearsCase.instance.planYear, yearsCase.policies.length);
  const written = await writeNoPlan(session, options, { planningCase, county, found, set: { name: "years", names } });
  if (!written.ok) return reportBadInput(session, written.issues);
  if (session.json) return EXIT.infeasible;
  tellSentences(session, [why.conflict, ...(why.highest ?? [])]);
  for (const path of written.value) tell(session, path);
  return EXIT.infeasible;
}
