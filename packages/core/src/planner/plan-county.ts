import type { Eligibility } from "../eligibility/eligibility.ts";
import { indicatorsOf } from "../indicators/indicators.ts";
import { hasError } from "../instance/issue.ts";
import { ROW_SIDE } from "../linear/program.ts";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import { candidateMoves } from "../moves/candidates.ts";
import type { ChainResult, LevelOutcome } from "../optimize/chain.ts";
import { solveChain } from "../optimize/chain.ts";
import { decodeRoster } from "../plan/decode.ts";
import type { PlanOutcome, PlanRequest, ProgramSize } from "../plan/outcome.ts";
import type { Plan, PlanLevel } from "../plan/plan.ts";
import { leastViolations } from "./least-violations.ts";
import { manifestOf } from "./manifest.ts";
import type { Prepared } from "./prepare.ts";
import { prepare } from "./prepare.ts";
import type { Formulation } from "../rules/formulate.ts";
import { LOTTERY, formulate } from "../rules/formulate.ts";
import { Stopwatch } from "./stopwatch.ts";
import { planFigures } from "../verify/figures.ts";
import { recountPlan } from "../verify/recount.ts";

const DEFAULT_SEED = "1";

/**
 * Plans one year of a county: eligibility, candidate moves, program, levels, plan, figures.
 *
 * Infeasible and stopped are answers; wrong data and policies are issues. The plan is not verified here: call
 * `verifyPlan` on it, which knows nothing of the program.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 */
export async function planCounty(request: PlanRequest): Promise<PlanOutcome> {
  const watch = new Stopwatch();
  const { seconds } = watch;
  request.onProgress?.({ phase: "eligibility" });
  const prepared = watch.time("eligibility", () => prepare(request.instance, request.policy, request.locks));
  const warnings = prepared.issues.filter(({ severity }) => severity === "warning");
  if (hasError(prepared.issues)) return { status: "invalid", issues: prepared.issues, warnings, seconds };
  request.onProgress?.({ phase: "moves" });
  const moves = watch.time("moves", () => candidateMoves(prepared.eligibility, prepared.travel));
  request.onProgress?.({ phase: "formulation" });
  const seed = request.seed ?? DEFAULT_SEED;
  const formulation = watch.time("formulation", () => formulate({ ...prepared, moves, seed }));
  const chain = await watch.timeAsync("solve", () => solve(request, formulation));
  const base = { warnings, seconds, size: programSize(prepared.eligibility, moves, formulation) };
  const levels = planLevels(chain);
  if (chain.status === "stopped") {
    return { ...base, status: "stopped", termination: { reason: "noSolutionFound", limit: chain.limit }, levels };
  }
  if (chain.status === "infeasible") {
    const least = await watch.timeAsync("elastic", () => leastViolations(request, prepared, formulation));
    return { ...base, status: "infeasible", termination: { reason: "infeasible" }, levels, leastViolations: least };
  }
  const plan = await makePlan({ request, prepared, moves, formulation, chain, seed, watch });
  return { ...base, status: "planned", plan, eligibility: prepared.eligibility };
}

/** Everything a solved chain is turned into a plan with. */
interface PlanMaterial {
  readonly request: PlanRequest;
  readonly prepared: Prepared;
  readonly moves: CandidateMoves;
  readonly formulation: Formulation;
  readonly chain: Extract<ChainResult, { status: "solved" }>;
  readonly seed: string;
  readonly watch: Stopwatch;
}

async function makePlan(material: PlanMaterial): Promise<Plan> {
  const { request, prepared, moves, formulation, chain, seed, watch } = material;
  request.onProgress?.({ phase: "decode" });
  const roster = watch.time("decode", () => {
    const isChosen = (move: number) => chain.values[formulation.network.move[move] as number] === 1;
    return decodeRoster({ eligibility: prepared.eligibility, moves, isChosen });
  });
  return watch.timeAsync("figures", async (): Promise<Plan> => {
    const { facts } = recountPlan(prepared.eligibility, prepared.rules, roster);
    return {
      format: "lungang-plan-1",
      termination: planTermination(chain),
      ...roster,
      ...planFigures(facts),
      levels: planLevels(chain),
      indicators: indicatorsOf(facts),
      manifest: await manifestOf(request, seed),
    };
  });
}

function solve(request: PlanRequest, { program }: Formulation): Promise<ChainResult> {
  const { limits, onProgress } = request;
  return solveChain(program, {
    solver: request.solver,
    timeSeconds: limits?.timeSeconds,
    nodes: limits?.nodes,
    relativeGap: limits?.relativeGap,
    signal: request.signal,
    onProgress: onProgress && ((progress) => onProgress({ phase: "level", ...progress })),
  });
}

function programSize({ county }: Eligibility, moves: CandidateMoves, { program }: Formulation): ProgramSize {
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

/** The termination of the first level that is not proven, else of the last. */
function planTermination(chain: Extract<ChainResult, { status: "solved" }>): Plan["termination"] {
  const level = chain.levels.find(({ reason }) => reason !== "optimal") ?? (chain.levels.at(-1) as LevelOutcome);
  return {
    reason: level.reason,
    ...(level.limit === undefined ? {} : { limit: level.limit }),
    primalBound: finiteOrNull(level.value),
    dualBound: finiteOrNull(level.dualBound),
    relativeGap: finiteOrNull(level.relativeGap),
    reproducible: chain.reproducible,
  };
}
