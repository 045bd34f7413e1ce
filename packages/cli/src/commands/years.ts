import type { PlanLimits, SolverName, Text, YearsCase, YearsOutcome, YearsProgress } from "lungang";
import { YEARS_FORMAT, together, yearsFileNames, yearsFiles } from "lungang";
import type { YearsOptions as PlanningOptions } from "lungang";
import { openSession } from "lungang/node";
import type { LimitOptions } from "../input/arguments.ts";
import { readLimits } from "../input/arguments.ts";
import type { YearsInput, YearsInputOptions } from "../input/years-input.ts";
import { byOption, readYearsInput } from "../input/years-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { checkFolder, writeFolder } from "../output.ts";
import type { OutOptions } from "../output.ts";
import { say, tell, tellJson, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { tellLeast } from "../text/infeasible-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { leftOutLine, tellYears } from "../text/years-text.ts";

/** Ways in which years are planned; the first is the default. */
export const METHODS = ["program", "rolling"] as const;

/** Options of `years` as they stand on the command line. */
export interface YearsOptions extends YearsInputOptions, LimitOptions, OutOptions {
  readonly solver: SolverName;
  readonly method: (typeof METHODS)[number];
  readonly seed: string;
}

type Planned = Extract<YearsOutcome, { status: "planned" }>;
type Unplanned = Extract<YearsOutcome, { status: "infeasible" | "stopped" }>;

/** Plans up to six years for a county, or plans them again. */
export async function years(session: Session, county: string, options: YearsOptions): Promise<ExitCode> {
  const read = together(await readYearsInput(session, county, options), readLimits(options));
  if (!read.ok) return reportBadInput(session, read.issues);
  const [input, limits] = read.value;
  const { instance, years: count } = input.yearsCase;
  const place = await checkFolder(session, options, yearsFileNames(instance.planYear, count));
  if (!place.ok) return reportBadInput(session, place.issues);
  reportWarnings(session, [...read.warnings, ...place.warnings]);
  const planning = openSession();
  try {
    const outcome = await planning.planYears(input.yearsCase, askedOf(session, options, { input, limits }));
    return await report(session, outcome, { yearsCase: input.yearsCase, options });
  } finally {
    await planning.close();
  }
}

function askedOf(
  session: Session,
  { solver, seed, method, withdraw }: YearsOptions,
  { input, limits }: { readonly input: YearsInput; readonly limits: PlanLimits },
): PlanningOptions {
  const { earlier, fixed, yearsCase } = input;
  const { signal } = session.io;
  return {
    solver,
    seed,
    method,
    limits,
    onProgress: progressOf(session, yearsCase),
    ...(earlier === undefined ? {} : { earlier: { plans: earlier, fixed, withdrawn: withdraw } }),
    ...(signal === undefined ? {} : { signal }),
  };
}

const PHASES: Readonly<Record<YearsProgress["phase"], Text>> = {
  base: { zh: "逐年判断资格和去向", en: "deciding year by year who may go where" },
  program: { zh: "建立多年规划模型", en: "building the program of all years" },
  level: { zh: "求解", en: "solving" },
  years: { zh: "逐年落实方案", en: "carrying the plan out year by year" },
};

/** Writes what happens to standard error; before the solve also what the program of all years leaves out. */
function progressOf(session: Session, { policies }: YearsCase): (progress: YearsProgress) => void {
  const titles = new Map(policies[0]?.levels.map(({ name, text }) => [name, text]));
  let last = "";
  return ({ phase, level, leftOut = [] }) => {
    const title = level === undefined ? undefined : titles.get(level);
    const what = level === undefined ? "" : ` ${title === undefined ? level : say(session, title)}`;
    const line = `${say(session, PHASES[phase])}${what}`;
    if (line !== last) warn(session, line);
    last = line;
    if (phase === "program" && leftOut.length > 0) warn(session, leftOutLine(session, leftOut));
  };
}

interface YearsContext {
  readonly yearsCase: YearsCase;
  readonly options: YearsOptions;
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
  { yearsCase, options }: YearsContext,
): Promise<ExitCode> {
  const written = await writeFolder(session, options, () => yearsFiles(yearsCase, outcome.plans, session.language));
  if (!written.ok) return reportBadInput(session, written.issues);
  if (session.json) tellJson(session, documentOf(outcome));
  else tellYears(session, { outcome, yearsCase });
  if (!session.json) for (const path of written.value) tell(session, path);
  // A ledger that does not hold over the years is a broken rule, whatever each year says.
  return outcome.verified.ok ? EXIT.done : EXIT.infeasible;
}

function documentOf({ method, plans, totals, program, solvedAgain, changes, verified }: Planned) {
  return { format: YEARS_FORMAT, method, plans, totals, program, solvedAgain, changes, verified };
}

function reportUnplanned(session: Session, outcome: Unplanned, { yearsCase }: YearsContext): ExitCode {
  const { message, termination, year } = outcome;
  const leastViolations = outcome.status === "infeasible" ? outcome.leastViolations : [];
  if (session.json) tellJson(session, { termination, year, leastViolations });
  else {
    tell(session, say(session, message));
    const policy = yearsCase.policies[year - yearsCase.instance.planYear];
    if (policy !== undefined) tellLeast(session, { leastViolations, policy, instance: yearsCase.instance });
  }
  return outcome.status === "infeasible" ? EXIT.infeasible : EXIT.stopped;
}
