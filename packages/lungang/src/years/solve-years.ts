import type { Instance, Issue, PlanLimits } from "@lungang/core";
import { checkLocks } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { subjectKey } from "@lungang/core/plan";
import type { Solver } from "@lungang/program";
import type {
  PlannedYear,
  ReplanYearsOutcome,
  YearsBasis,
  YearsOutcome as CoreOutcome,
  YearsProgress,
  YearsReport,
  YearsRequest,
} from "@lungang/years";
import { forYears, planYears, plannedYears, replanYears, verifyYears } from "@lungang/years";
import type { SolverName } from "../session/solvers.ts";
import { FailedVerificationError, orUnsupported } from "../session/plan-year.ts";
import { invalidYears, tellPlannedYears, tellUnplannedYears } from "./tell-years.ts";
import type { YearsCase } from "./years-case.ts";
import type { YearsOutcome } from "./years-outcome.ts";

/**
 * What years are planned again from, with the fewest changes.
 *
 * @public
 */
export interface EarlierYears {
  /** Plans of an earlier outcome, one a year. */
  readonly plans: readonly Plan[];
  /** Years from the first that stand as they are. @defaultValue 0 */
  readonly fixed?: number;
  /** People who withdraw, by id or by a name that only one has. @defaultValue nobody */
  readonly withdrawn?: readonly string[];
  /**
   * Years from the first up to the last that people edited, from {@link adoptYears}: the plans after them need no longer
   * fit, and only say where people were to go. @defaultValue nobody edited anything, and all plans have to fit
   */
  readonly edited?: number;
}

/**
 * How years are planned.
 *
 * @public
 */
export interface YearsOptions {
  /** @defaultValue {@link YEARS_SOLVER} */
  readonly solver?: SolverName;
  /** One program for all years, or year after year. @defaultValue "program" */
  readonly method?: "program" | "rolling";
  /** Seed of the lottery. @defaultValue "1" */
  readonly seed?: string;
  /** Seconds are for all years together. */
  readonly limits?: PlanLimits;
  /** Plans that are planned again. @defaultValue years are planned afresh */
  readonly earlier?: EarlierYears;
  /** Aborted when planning has to stop. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: YearsProgress) => void;
}

type Solving = Omit<YearsRequest, keyof YearsBasis>;

/** Plans years, or those after the fixed ones again, and verifies all of them. */
export async function solveYears(yearsCase: YearsCase, options: YearsOptions, solver: Solver): Promise<YearsOutcome> {
  const ground = groundOf(yearsCase);
  const wrong = unfitting(ground, options.earlier);
  if (wrong.length > 0) return invalidYears(wrong);
  const solving = solvingOf(yearsCase, options, solver);
  const { outcome, fixed } = await orUnsupported(
    () => solve(ground, options.earlier, solving),
    (issue) => ({ outcome: { status: "invalid" as const, issues: [issue] }, fixed: [] }),
  );
  if (outcome.status === "invalid") return invalidYears(outcome.issues, yearsCase);
  if (outcome.status === "stopped") return tellUnplannedYears(yearsCase, outcome, fixed);
  const planned = [...fixed, ...outcome.years];
  const locks = planned.map((year) => year.locks);
  const report = verifyYears(
    { ...ground, locks },
    planned.map(({ plan }) => plan),
    {
      counties: planned.map(({ instance }) => instance),
      onYear: (planYear) => options.onProgress?.({ phase: "verify", planYear }),
    },
  );
  mustBeVerified(report);
  return tellPlannedYears({ outcome, planned, report });
}

/** Returns what the years are planned on: each with the rules that only years have. */
export function groundOf({ instance, policies, years, locks }: YearsCase): YearsBasis {
  return { instance, policies: policies.map(forYears), years, locks: [locks] };
}

async function solve(
  ground: YearsBasis,
  earlier: EarlierYears | undefined,
  solving: Solving,
): Promise<{ readonly outcome: CoreOutcome | ReplanYearsOutcome; readonly fixed: readonly PlannedYear[] }> {
  if (earlier === undefined) return { outcome: await planYears({ ...ground, ...solving }), fixed: [] };
  const { plans, fixed = 0, withdrawn: names = [] } = earlier;
  const planned = plannedYears(ground, plans);
  const withdrawn = names.flatMap((name) => personOf(ground.instance, name) ?? []);
  return { outcome: await replanYears({ ...solving, planned, fixed, withdrawn }), fixed: planned.slice(0, fixed) };
}

function solvingOf({ years }: YearsCase, options: YearsOptions, solver: Solver): Solving {
  const { method = "program", seed, limits: given = {}, signal, onProgress } = options;
  const { timeSeconds, relativeGap, ...limits } = given;
  // Year after year, the time is parted equally.
  const each = method === "rolling" && timeSeconds !== undefined ? { timeSeconds: timeSeconds / years } : {};
  return {
    solver,
    method,
    limits: { ...limits, ...each },
    ...(seed === undefined ? {} : { seed }),
    ...(timeSeconds === undefined ? {} : { timeSeconds }),
    ...(relativeGap === undefined ? {} : { relativeGap }),
    ...(onProgress === undefined ? {} : { onProgress: ofYears(onProgress) }),
    ...(signal === undefined ? {} : { signal }),
  };
}

const PHASES: ReadonlySet<string> = new Set<YearsProgress["phase"]>(["base", "program", "level", "years", "verify"]);

/** A year that is planned on its own tells more than years have words for. */
function ofYears(onProgress: (progress: YearsProgress) => void): (progress: YearsProgress) => void {
  return (progress) => onProgress(PHASES.has(progress.phase) ? progress : { phase: "years" });
}

/** Returns what forbids to start from earlier plans. */
function unfitting(ground: YearsBasis, earlier: EarlierYears | undefined): readonly Issue[] {
  if (earlier === undefined) return [];
  const { plans, fixed = 0, withdrawn = [], edited = 0 } = earlier;
  const unknown = withdrawn.filter((name) => personOf(ground.instance, name) === undefined);
  const issues = unknown.map((name) => earlierIssue("unknown-person", name));
  if (plans.length !== ground.years)
    issues.push(earlierIssue("other-years", String(ground.years), String(plans.length)));
  if (fixed >= plans.length)
    issues.push(
      earlierIssue("no-year-left", String(fixed), { zh: `小于 ${plans.length}`, en: `less than ${plans.length}` }),
    );
  if (issues.length > 0) return issues;
  const fitting = edited === 0 ? plans : plans.slice(0, Math.max(fixed, edited));
  return verifyYears(ground, fitting).ok ? [] : [earlierIssue("foreign-plan", ground.instance.county.id)];
}

/** Returns the id of a person who is named like in a decision: by id, or by a name that only one has. */
function personOf(instance: Instance, name: string): string | undefined {
  const found = checkLocks([{ person: name, stay: true }], instance);
  return found.ok ? found.value[0]?.person : undefined;
}

const EARLIER = {
  "unknown-person": {
    zh: "没有这个编号或姓名的人员，或同名的不止一人",
    en: "There is nobody with this id or name, or several have the name",
  },
  "other-years": { zh: "原方案的年数与此不符", en: "The earlier plan has another number of years" },
  "no-year-left": { zh: "没有留下可以重排的年份", en: "No year is left to plan" },
  "foreign-plan": {
    zh: "原方案与本县数据、政策参数不符（逐年复核未通过）",
    en: "The earlier plan does not fit this county and these settings: a year fails its verification",
  },
} as const;

const PATHS: Readonly<Record<keyof typeof EARLIER, string>> = {
  "unknown-person": "withdrawn",
  "other-years": "years",
  "no-year-left": "fixed",
  "foreign-plan": "plans",
};

function earlierIssue(code: keyof typeof EARLIER, received: string, expected?: Issue["expected"]): Issue {
  const found = { code, severity: "error", path: ["earlier", PATHS[code]], message: EARLIER[code], received } as const;
  return expected === undefined ? found : { ...found, expected };
}

/** No year leaves before a second reading, which knows nothing of the program, has found the same. */
function mustBeVerified({ years: reports }: YearsReport): void {
  const at = reports.findIndex(({ ok }) => !ok);
  if (at < 0) return;
  const first = reports[at]?.violations.find(({ strength }) => strength === "hard");
  const why = first === undefined ? reports[at]?.issues[0]?.message.en : `${first.rule} ${subjectKey(first.about)}`;
  throw new FailedVerificationError(why ?? "", at + 1);
}
