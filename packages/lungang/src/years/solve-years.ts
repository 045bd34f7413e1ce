import type { PlanLimits } from "@lungang/core";
import { hasError } from "@lungang/core";
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
import type { EarlierYears } from "./earlier-years.ts";
import { basisAfter, personOf } from "./earlier-years.ts";
import { invalidYears, tellPlannedYears, tellUnplannedYears } from "./tell-years.ts";
import type { YearsCase } from "./years-case.ts";
import type { YearsOutcome } from "./years-outcome.ts";

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
  const { basis: ground, issues } = basisAfter(groundOf(yearsCase), options.earlier);
  if (hasError(issues)) return invalidYears(issues);
  const solving = solvingOf(yearsCase, options, solver);
  const { outcome, fixed } = await orUnsupported(
    () => solve(ground, options.earlier, solving),
    (issue) => ({ outcome: { status: "invalid" as const, issues: [issue] }, fixed: [] }),
  );
  if (outcome.status === "invalid") return invalidYears(outcome.issues, yearsCase);
  if (outcome.status === "stopped") return tellUnplannedYears(yearsCase, outcome, { fixed, issues });
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
  return tellPlannedYears({ outcome, planned, report, issues });
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

/** No year leaves before a second reading, which knows nothing of the program, has found the same. */
function mustBeVerified({ years: reports }: YearsReport): void {
  const at = reports.findIndex(({ ok }) => !ok);
  if (at < 0) return;
  const first = reports[at]?.violations.find(({ strength }) => strength === "hard");
  const why = first === undefined ? reports[at]?.issues[0]?.message.en : `${first.rule} ${subjectKey(first.about)}`;
  throw new FailedVerificationError(why ?? "", at + 1);
}
