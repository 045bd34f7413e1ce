import { checkOf } from "./rule-checks.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { indicatorsOf } from "../indicators/indicators.ts";
import { ROW_SIDE } from "@lungang/program";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import { chosenAmong } from "../moves/chosen-among.ts";
import type { ChainResult, ChainStart } from "@lungang/program";
import { solveChain } from "@lungang/program";
import { rosterAt } from "./formulate-county.ts";
import type { PlanOutcome, PlanRequest, ProgramSize } from "../plan/outcome.ts";
import type { Plan, PlanLevel } from "../plan/plan.ts";
import { PLAN_FORMAT } from "../plan/plan.ts";
import { leastViolations } from "./least-violations.ts";
import { askedLevels } from "./asked.ts";
import { memoryOf, remember } from "./carry-over.ts";
import { formulateRequest } from "./formulate-request.ts";
import { basisOf, manifestOf } from "./manifest.ts";
import type { Prepared } from "./prepare.ts";
import type { Formulation } from "./formulate.ts";
import { LOTTERY } from "./formulate.ts";
import type { HeadcountCapacity } from "./headcount-capacity.ts";
import { planWarnings } from "./plan-warnings.ts";
import { Stopwatch } from "./stopwatch.ts";
import type { PlanFacts } from "../recount/facts.ts";
import { relativeGap } from "@lungang/program";
import type { PlanFigures } from "../verify/figures.ts";
import { planFigures, planLevelValue } from "../verify/figures.ts";
import { recountPlan } from "../verify/recount.ts";

/**
 * Plans one year of a county: eligibility, candidate moves, program, levels, plan, figures.
 *
 * Infeasible and stopped are answers; wrong data and policies are issues. The plan is not verified here: call
 * `verifyPlan` on it, which knows nothing of the program.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export function planCounty(request: PlanRequest): Promise<PlanOutcome> {
  return planYear(request, { capacities: [], isAlone: true });
}

/**
 * Plans one year of several: within what the ledgers of the years leave to its moves.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export function planWithin(request: PlanRequest, capacities: readonly HeadcountCapacity[]): Promise<PlanOutcome> {
  return planYear(request, { capacities, isAlone: false });
}

interface YearOptions {
  readonly capacities: readonly HeadcountCapacity[];
  /** No plan of a later year looks after what this one leaves behind: it is told. */
  readonly isAlone: boolean;
}

async function planYear(request: PlanRequest, { capacities, isAlone }: YearOptions): Promise<PlanOutcome> {
  const watch = new Stopwatch();
  const { seconds } = watch;
  const known = memoryOf(request);
  const formulated = formulateRequest(request, { known, capacities, watch });
  const { prepared, warnings } = formulated;
  if ("issues" in formulated) return { status: "invalid", issues: formulated.issues, warnings, seconds };
  const { found, formulation, start } = formulated;
  const { moves } = found;
  const chain = await watch.timeAsync("solve", () => solve(request, formulation, start));
  const base = { warnings, seconds, size: programSize(prepared.eligibility, moves, formulation) };
  const levels = planLevels(chain);
  if (chain.status === "stopped") {
    return { ...base, status: "stopped", termination: { reason: "noSolutionFound", limit: chain.limit }, levels };
  }
  if (chain.status === "infeasible") {
    const least = await watch.timeAsync("elastic", () => leastViolations({ prepared, moves, formulation }, request));
    const { violations = [] } = least ?? {};
    return {
      ...base,
      status: "infeasible",
      termination: { reason: "infeasible" },
      levels,
      leastViolations: violations,
    };
  }
  const material = { ...formulated, moves, request, chain, watch, instanceHash: known?.instanceHash };
  const { plan, facts } = await makePlan(material);
  const told = isAlone ? [...warnings, ...planWarnings(plan, facts)] : warnings;
  const { instance, locks = [] } = request;
  const made = { prepared, found, formulation, chain, instanceHash: plan.manifest.hashes.instance };
  const memory = remember({ instance, locks, ...made });
  return { ...base, warnings: told, status: "planned", plan, eligibility: prepared.eligibility, memory };
}

type Solved = Extract<ChainResult, { status: "solved" }>;

/** Everything a solved chain is turned into a plan with. */
interface PlanMaterial {
  readonly request: PlanRequest;
  readonly prepared: Prepared;
  readonly moves: CandidateMoves;
  readonly formulation: Formulation;
  readonly chain: Solved;
  readonly start: ChainStart | undefined;
  readonly seed: string;
  readonly instanceHash: string | undefined;
  readonly watch: Stopwatch;
}

async function makePlan(material: PlanMaterial): Promise<{ readonly plan: Plan; readonly facts: PlanFacts }> {
  const { request, prepared, moves, formulation, chain, start, seed, instanceHash, watch } = material;
  request.onProgress?.({ phase: "decode" });
  const roster = watch.time("decode", () => rosterAt({ prepared, moves, formulation }, chain.values));
  return watch.timeAsync("figures", async () => {
    // The digest of the instance is made beside the count.
    const manifest = manifestOf(request, seed, instanceHash);
    const { facts } = recountPlan({ ...prepared, checkOf }, roster);
    const figures = planFigures(facts);
    const levels = planLevels(chain).map((level) => recountOpen(level, facts, figures));
    const plan: Plan = {
      format: PLAN_FORMAT,
      termination: {
        ...planTermination(chain, levels),
        reproducible: isReproducible(chain, start),
        ...chosenAmong(prepared.eligibility, moves),
      },
      ...roster,
      ...figures,
      levels,
      indicators: indicatorsOf(facts),
      manifest: await manifest,
      basis: basisOf(request),
    };
    return { plan, facts };
  });
}

function solve(request: PlanRequest, { program }: Formulation, start?: ChainStart): Promise<ChainResult> {
  const { limits, onProgress, questions = [] } = request;
  return solveChain(program, {
    solver: request.solver,
    atMost: askedLevels(program, questions),
    timeSeconds: limits?.timeSeconds,
    nodes: limits?.nodes,
    relativeGap: limits?.relativeGap,
    proveUnique: limits?.proveUnique,
    comparedWith: limits?.comparedWith && program.levels.map(({ name }) => limits.comparedWith?.get(name)),
    start,
    signal: request.signal,
    onProgress: onProgress && ((progress) => onProgress({ phase: "level", ...progress })),
  });
}

function programSize({ county }: DecidedCounty, moves: CandidateMoves, { program }: Formulation): ProgramSize {
  return {
    people: county.persons.length,
    schools: county.schools.length,
    candidateMoves: moves.count,
    columns: program.columnCount,
    rows: program.rowCount,
    sideRows: program.rowKinds.filter((kind) => kind === ROW_SIDE).length,
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function planLevels(chain: ChainResult): PlanLevel[] {
  return chain.levels.map((level) => ({
    name: level.name,
    unit: level.unit,
    value: level.value,
    dualBound: finiteOrNull(level.dualBound),
    relativeGap: finiteOrNull(level.relativeGap),
    reason: level.reason,
    ...(level.name === LOTTERY && chain.status === "solved" ? { unique: chain.unique } : {}),
  }));
}

/**
 * Returns a level with the value that the lines of the plan give where a limit, a gap or a tolerance left it open: the
 * program may then hold slack that nothing forced down. A level that is proven to the unit stands as it was solved.
 */
function recountOpen(level: PlanLevel, facts: PlanFacts, { violations }: PlanFigures): PlanLevel {
  const { name, dualBound } = level;
  const tolerance = facts.eligibility.policy.levels.find((entry) => entry.name === name)?.tolerance ?? 0;
  if (name === LOTTERY || (level.value === dualBound && tolerance === 0)) return level;
  const recounted = planLevelValue(name, facts, violations);
  const value = tolerance > 0 ? recounted : Math.min(level.value, recounted);
  const gap = relativeGap(value, dualBound ?? -Infinity);
  return { ...level, value, relativeGap: finiteOrNull(gap), reason: value === dualBound ? "optimal" : level.reason };
}

/** The termination of the first level that is not proven, else of the last. */
function planTermination(chain: Solved, levels: readonly PlanLevel[]): Omit<Plan["termination"], "reproducible"> {
  const open = levels.findIndex(({ reason }) => reason !== "optimal");
  const level = levels.at(open) as PlanLevel;
  const limit = chain.levels.at(open)?.limit;
  return {
    reason: level.reason,
    ...(open < 0 || limit === undefined ? {} : { limit }),
    primalBound: finiteOrNull(level.value),
    dualBound: level.dualBound,
    relativeGap: level.relativeGap,
  };
}

/** What was known before may decide between plans that are equal or within the gap: only the only plan comes again. */
function isReproducible(chain: Solved, start: ChainStart | undefined): boolean {
  const isOnly = chain.unique && chain.levels.every(({ value, dualBound }) => value === dualBound);
  return chain.reproducible && (start === undefined || isOnly);
}
