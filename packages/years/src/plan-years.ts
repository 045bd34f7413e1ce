import type { Issue } from "@lungang/core";
import type { BlendOutcome, ChainResult, LevelOutcome } from "@lungang/program";
import { solveChain } from "@lungang/program";
import type { BaseYear, YearsBasis } from "./base-years.ts";
import { MOST_YEARS, baseYears } from "./base-years.ts";
import { forYears } from "./years-policy.ts";
import { choicesOfPoint } from "./horizon-decode.ts";
import type { EarlierStart } from "./horizon-context.ts";
import type { HorizonProgram } from "./horizon-program.ts";
import { horizonProgram } from "./horizon-program.ts";
import type { LeftOut } from "./horizon-program.ts";
import type { PlannedYears, YearsSolving } from "./rolling.ts";
import { planYearByYear } from "./rolling.ts";
import type { LevelTotal } from "./totals.ts";
import { yearTotals } from "./totals.ts";

/**
 * What a plan over years is made from.
 *
 * @public
 */
export interface YearsRequest extends YearsBasis, YearsSolving {
  /**
   * `rolling`: year after year. `program`: one program for all years, whose bound also says what the rolling plan loses.
   *
   * @defaultValue "program"
   */
  readonly method?: "rolling" | "program";
  /** Columns up to which one program for all years is solved. @defaultValue 150,000 */
  readonly mostColumns?: number;
  /** Levels of the one program, in the order of the policy. @defaultValue all but the lottery */
  readonly levels?: readonly string[];
  /** Seconds for the one program. @defaultValue no limit */
  readonly timeSeconds?: number;
  /**
   * Iterations of the integer solves of the one program; a backend that counts none refuses them.
   *
   * @defaultValue 60,000 where no seconds are given and the backend counts them, else no limit
   */
  readonly iterations?: number;
  /** @defaultValue 1e-3 */
  readonly relativeGap?: number;
  /** Starts of an earlier plan: the first level then counts people whose start differs. */
  readonly earlier?: readonly EarlierStart[];
  readonly onProgress?: (progress: YearsProgress) => void;
}

/**
 * What happens while years are planned.
 *
 * @public
 */
export interface YearsProgress {
  /** `verify` is for who verifies what comes back. */
  readonly phase: "base" | "program" | "level" | "years" | "verify";
  readonly level?: string;
  /** With phase `base` or `verify`: the year that is decided or verified. */
  readonly planYear?: number;
  readonly columns?: number;
  readonly rows?: number;
  /** With phase `program`: what the program leaves out, before it is solved. */
  readonly leftOut?: readonly LeftOut[];
}

/**
 * What the one program found and proved, level by level; `value` and `dualBound` are in units of the level.
 *
 * @public
 */
export interface ProgramReport {
  readonly columns: number;
  readonly rows: number;
  readonly status: ChainResult["status"] | "tooLarge";
  /** What the program counts: a level is the total told unless a rule of `leftOut` counts in it or a year was solved again. */
  readonly levels: readonly LevelOutcome[];
  /** All levels weighed and summed, proven in one piece; a level weighs three times the one after it. */
  readonly blend?: BlendOutcome;
  /** Rules that the program leaves out or bounds loosely; its bounds hold, and each year's verification judges them. */
  readonly leftOut: readonly LeftOut[];
  readonly seconds: number;
}

/**
 * A plan over years.
 *
 * @public
 */
export type YearsOutcome =
  | { readonly status: "invalid"; readonly issues: readonly Issue[] }
  | (PlannedYears & {
      readonly status: "planned" | "stopped";
      readonly method: "rolling" | "program";
      readonly totals: readonly LevelTotal[];
      /** Absent where only a rolling plan was asked for. */
      readonly program?: ProgramReport;
    });

const MOST_COLUMNS = 150_000;
const DEFAULT_GAP = 1e-3;
/** Whoever names no limit gets an answer that ends, and the same on every machine. */
const DEFAULT_ITERATIONS = 60_000;

/**
 * Plans up to six years. Both ledgers hold in every year, exchanges that end give their posts back, and who is due moves
 * in batches (level `batches`, added where the policy has none).
 *
 * The one program holds a start of every person in every year in which the person would be eligible had he not moved
 * before, at most one each. Its solution is carried out year by year and every year is verified as a plan of its own; a
 * year that breaks a rule left out of the program is solved again. Where the program is too large or has no solution in
 * time, the plan is the rolling one.
 *
 * @throws {RangeError} if there are no years or more than six
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function planYears(request: YearsRequest): Promise<YearsOutcome> {
  if (!(request.years >= 1 && request.years <= MOST_YEARS))
    throw new RangeError(`Cannot plan ${request.years} years: 1 to ${MOST_YEARS} are possible`);
  const basis = { ...request, policies: request.policies.map(forYears) };
  if (request.method === "rolling") return finish(basis, "rolling", await planYearByYear(basis, request));
  const { years, issues } = baseYears(basis, (planYear) => request.onProgress?.({ phase: "base", planYear }));
  if (issues.length > 0) return { status: "invalid", issues };
  const { report, point, horizon } = await solveHorizon(request, years);
  request.onProgress?.({ phase: "years" });
  if (point === undefined)
    return { ...finish(basis, "rolling", await planYearByYear(basis, request)), program: report };
  const planned = await planYearByYear(basis, request, choicesOfPoint(years, horizon, point));
  return { ...finish(basis, "program", planned), program: report };
}

function finish(basis: YearsBasis, method: "rolling" | "program", planned: PlannedYears) {
  const status = planned.stopped === undefined ? ("planned" as const) : ("stopped" as const);
  return { status, method, ...planned, totals: yearTotals(basis, planned.years) };
}

async function solveHorizon(
  request: YearsRequest,
  years: readonly BaseYear[],
): Promise<{
  readonly report: ProgramReport;
  readonly point: Float64Array | undefined;
  readonly horizon: HorizonProgram;
}> {
  const started = performance.now();
  const { levels, held, earlier } = request;
  const horizon = horizonProgram({ years, levels, held, earlier });
  const { program, leftOut } = horizon;
  const size = { columns: program.columnCount, rows: program.rowCount };
  request.onProgress?.({ phase: "program", ...size, leftOut });
  const seconds = () => (performance.now() - started) / 1000;
  if (program.columnCount > (request.mostColumns ?? MOST_COLUMNS)) {
    const report = { ...size, status: "tooLarge" as const, levels: [], leftOut, seconds: seconds() };
    return { report, point: undefined, horizon };
  }
  const chain = await solveChain(program, {
    // Over years a level has many more equal plans than in one.
    blend: true,
    interior: true,
    solver: request.solver,
    timeSeconds: request.timeSeconds,
    iterations: iterationsOf(request),
    relativeGap: request.relativeGap ?? DEFAULT_GAP,
    signal: request.signal,
    onProgress: ({ level }) => request.onProgress?.({ phase: "level", level }),
  });
  const report = {
    ...size,
    status: chain.status,
    levels: chain.levels,
    ...(chain.status === "solved" && chain.blend !== undefined ? { blend: chain.blend } : {}),
    leftOut,
    seconds: seconds(),
  };
  return { report, point: chain.status === "solved" ? chain.values : undefined, horizon };
}

function iterationsOf({ iterations, timeSeconds, solver }: YearsRequest): number | undefined {
  const isOpen = iterations === undefined && timeSeconds === undefined;
  return isOpen && solver.capabilities.iterationLimit === true ? DEFAULT_ITERATIONS : iterations;
}
