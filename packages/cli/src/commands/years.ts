import { subjectKey } from "@lungang/core/plan";
import { join } from "node:path";
import type { LeastViolation, PlanLimits, Text } from "@lungang/core";
import type {
  PlannedYear,
  ReplanYearsOutcome,
  YearsBasis,
  YearsOutcome,
  YearsProgress,
  YearsReport,
  YearsRequest,
} from "@lungang/years";
import type { Policy } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import { decideEligibility } from "@lungang/core/policy";
import { forYears, planYears, plannedYears, replanYears, verifyYears } from "@lungang/years";
import { indexCounty } from "@lungang/core";
import type { SolverName } from "../compose.ts";
import { createSolver } from "../compose.ts";
import type { LimitOptions } from "../input/arguments.ts";
import { readLimits, together, usageIssue } from "../input/arguments.ts";
import type { YearsInput, YearsInputOptions } from "../input/years-input.ts";
import { YEARS_FORMAT, readYearsInput } from "../input/years-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { planFiles } from "../plan-files.ts";
import { pathOf, say, tell, tellJson, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { tellInfeasible } from "../text/infeasible-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { limitWord } from "../text/words.ts";
import { tellYears } from "../text/years-text.ts";
import { writeAll } from "../write-all.ts";

/** Ways in which years are planned; the first is the default. */
export const METHODS = ["program", "rolling"] as const;

/** Options of `years` as they stand on the command line. */
export interface YearsOptions extends YearsInputOptions, LimitOptions {
  readonly solver: SolverName;
  readonly method: (typeof METHODS)[number];
  readonly seed: string;
  readonly out?: string;
}

type Planned = Exclude<YearsOutcome | ReplanYearsOutcome, { status: "invalid" }>;

/** File that holds the plans of all years, and from which they are planned again. */
const YEARS_FILE = "years.json";

/** Plans up to six years for a county, or plans them again. */
export async function years(session: Session, instanceName: string, options: YearsOptions): Promise<ExitCode> {
  const read = together(await readYearsInput(session, instanceName, options), readLimits(options));
  if (!read.ok) return reportBadInput(session, read.issues);
  reportWarnings(session, read.warnings);
  const [input, limits] = read.value;
  const ground = groundOf(input);
  if (input.earlier !== undefined && !verifyYears(ground, input.earlier).ok) return reportForeign(session, options);
  const solver = createSolver(options.solver);
  try {
    const { outcome, fixed } = await solve(input, ground, {
      solver,
      ...solvingOf(session, options, { limits, input }),
    });
    if (outcome.status === "invalid") return reportBadInput(session, outcome.issues);
    return await report(session, { ground, outcome, planned: [...fixed, ...outcome.years], options });
  } finally {
    await closeQuietly(solver);
  }
}

type Solving = Omit<YearsRequest, keyof YearsBasis>;

/** Plans the years, or those after the fixed ones again. */
async function solve({ earlier, fixed, withdrawn }: YearsInput, ground: YearsBasis, solving: Solving) {
  if (earlier === undefined) return { outcome: await planYears({ ...ground, ...solving }), fixed: [] };
  const planned = plannedYears(ground, earlier);
  return { outcome: await replanYears({ ...solving, planned, fixed, withdrawn }), fixed: planned.slice(0, fixed) };
}

function solvingOf(
  session: Session,
  { seed, method }: YearsOptions,
  { limits: given, input }: { readonly limits: PlanLimits; readonly input: YearsInput },
): Omit<Solving, "solver"> {
  const { timeSeconds, relativeGap, ...limits } = given;
  return {
    seed,
    method,
    limits: method === "rolling" ? { ...limits, ...perYear(timeSeconds, input.years) } : limits,
    ...(timeSeconds === undefined ? {} : { timeSeconds }),
    ...(relativeGap === undefined ? {} : { relativeGap }),
    onProgress: progressOf(session, input),
    ...(session.io.signal === undefined ? {} : { signal: session.io.signal }),
  };
}

/** Year after year, the time is parted equally. */
function perYear(timeSeconds: number | undefined, count: number): { readonly timeSeconds?: number } {
  return timeSeconds === undefined ? {} : { timeSeconds: timeSeconds / count };
}

/** A worker that does not end in order must not hide the plan. */
async function closeQuietly(solver: Solver): Promise<void> {
  await solver.close().catch(() => undefined);
}

function groundOf({ instance, policies, years: count, locks }: YearsInput): YearsBasis {
  return { instance, policies: policies.map(forYears), years: count, locks: [locks] };
}

function progressOf(session: Session, { policies }: Pick<YearsBasis, "policies">): (progress: YearsProgress) => void {
  const titles = new Map(
    (policies[0] === undefined ? [] : forYears(policies[0]).levels).map(({ name, text }) => [name, text]),
  );
  const phases: Readonly<Record<YearsProgress["phase"], Text>> = {
    base: { zh: "逐年判断资格和去向", en: "deciding year by year who may go where" },
    program: { zh: "建立多年规划模型", en: "building the program of all years" },
    level: { zh: "求解", en: "solving" },
    years: { zh: "逐年落实方案", en: "carrying the plan out year by year" },
  };
  let last = "";
  return ({ phase, level }) => {
    const title = level === undefined ? undefined : titles.get(level);
    const what = level === undefined ? "" : ` ${title === undefined ? level : say(session, title)}`;
    const line = `${say(session, phases[phase] ?? phases.years)}${what}`;
    if (line !== last) warn(session, line);
    last = line;
  };
}

function reportForeign(session: Session, { replan }: YearsOptions): ExitCode {
  const message = {
    zh: "原方案与本县数据、方案参数不符（逐年复核未通过）",
    en: "The earlier plan does not fit this county and these settings: a year fails its verification",
  };
  return reportBadInput(session, [usageIssue("--replan", message, { received: replan ?? "" })]);
}

interface YearsContext {
  readonly ground: YearsBasis;
  readonly outcome: Planned;
  /** Fixed years and those planned, in order. */
  readonly planned: readonly PlannedYear[];
  readonly options: YearsOptions;
}

async function report(session: Session, context: YearsContext): Promise<ExitCode> {
  const { ground, outcome, planned } = context;
  if (outcome.status === "stopped") return reportStopped(session, context);
  const plans = planned.map(({ plan }) => plan);
  const locks = planned.map((year) => year.locks);
  const verified = verifyYears({ ...ground, locks }, plans);
  mustBeVerified(verified);
  const written = await write(session, context);
  if (session.json) tellJson(session, documentOf(context, verified));
  else tellYears(session, { planned, outcome, verified });
  if (!session.json) for (const path of written) tell(session, path);
  // A ledger that does not hold over the years is a broken rule, whatever each year says.
  return verified.ok ? EXIT.done : EXIT.infeasible;
}

/** No year leaves before a second reading, which knows nothing of the program, has found the same. */
function mustBeVerified({ years: reports }: YearsReport): void {
  const at = reports.findIndex(({ ok }) => !ok);
  if (at < 0) return;
  const first = reports[at]?.violations.find(({ strength }) => strength === "hard");
  const where = first === undefined ? "" : `${first.rule} ${subjectKey(first.about)}`;
  const why = where === "" ? (reports[at]?.issues[0]?.message.en ?? "") : where;
  throw new Error(`The plan of year ${at + 1} failed its verification: ${why}`);
}

function documentOf({ outcome, planned }: YearsContext, { moved, missed, waiting, findings, burden }: YearsReport) {
  const { method, totals, program, solvedAgain } = outcome;
  return {
    format: YEARS_FORMAT,
    method,
    plans: planned.map(({ plan }) => plan),
    totals,
    program: program ?? null,
    solvedAgain,
    changes: "changes" in outcome ? outcome.changes : null,
    verified: { moved, missed, waiting, findings, burden },
  };
}

async function write(session: Session, { planned, options }: YearsContext): Promise<readonly string[]> {
  if (options.out === undefined) return [];
  const folder = pathOf(session, options.out);
  const written: string[] = [];
  for (const { instance, policy, locks, plan } of planned) {
    const eligibility = decideEligibility(indexCounty(instance).county, policy, locks);
    const files = await planFiles({ plan, eligibility, policy }, session.language);
    written.push(...(await writeAll(join(folder, String(instance.planYear)), files)));
  }
  const document = { format: YEARS_FORMAT, plans: planned.map(({ plan }) => plan) };
  const all = { name: YEARS_FILE, content: `${JSON.stringify(document, null, 2)}\n` };
  return [...written, ...(await writeAll(folder, [all]))];
}

function reportStopped(session: Session, { outcome, ground }: YearsContext): ExitCode {
  const { stopped, years: done } = outcome;
  if (stopped?.status === "invalid") return reportBadInput(session, stopped.issues);
  const year = ground.instance.planYear + done.length;
  const leastViolations = leastOf(stopped);
  if (session.json) tellJson(session, { termination: stopped?.termination ?? null, year, leastViolations });
  else tell(session, say(session, { zh: `${year} 年：没有方案。`, en: `${year}: no plan.` }));
  const view = { leastViolations, policy: policyOf(ground, done.length), instance: ground.instance };
  if (stopped?.status !== "infeasible") return reportLimit(session, stopped?.termination.limit);
  if (!session.json) tellInfeasible(session, view);
  return EXIT.infeasible;
}

function leastOf(stopped: Planned["stopped"]): readonly LeastViolation[] {
  return stopped?.status === "infeasible" ? stopped.leastViolations : [];
}

function reportLimit(session: Session, name: string | undefined): ExitCode {
  const limit = limitWord(session, name);
  const text = { zh: `因${limit}停止，尚未找到方案。`, en: `Stopped by ${limit} before a plan was found.` };
  if (!session.json) tell(session, say(session, text));
  return EXIT.stopped;
}

function policyOf({ policies }: YearsBasis, year: number): Policy {
  return policies[Math.min(year, policies.length - 1)] as Policy;
}
