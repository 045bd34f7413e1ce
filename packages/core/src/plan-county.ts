import type { Eligibility } from "./eligibility/eligibility.ts";
import { indicatorsOf } from "./indicators/indicators.ts";
import { canonicalJson, sha256 } from "./instance/canonical.ts";
import type { Cell } from "./instance/cells.ts";
import { postName } from "./instance/cells.ts";
import { hasError } from "./instance/issue.ts";
import type { LabelGroup } from "./linear/program.ts";
import { elasticProgram } from "./linear/elastic.ts";
import { ROW_SIDE } from "./linear/program.ts";
import type { CandidateMoves } from "./moves/candidate-moves.ts";
import { candidateMoves } from "./moves/candidates.ts";
import type { ChainResult, LevelOutcome } from "./optimize/chain.ts";
import { solveChain } from "./optimize/chain.ts";
import { decodeRoster } from "./plan/decode.ts";
import type { LeastViolation, PlanOutcome, PlanRequest, ProgramSize } from "./plan/outcome.ts";
import type { Manifest, Plan, PlanLevel } from "./plan/plan.ts";
import type { Prepared } from "./prepare.ts";
import { prepare } from "./prepare.ts";
import type { Formulation } from "./rules/formulate.ts";
import { LOTTERY, formulate } from "./rules/formulate.ts";
import { schoolPairs } from "./rules/pairs.ts";
import { Stopwatch } from "./stopwatch.ts";
import { planFigures } from "./verify/figures.ts";
import { recountPlan } from "./verify/recount.ts";
import { CORE_VERSION } from "./version.ts";

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
  request.onProgress?.({ phase: "eligibility" });
  const prepared = watch.time("eligibility", () => prepare(request.instance, request.policy, request.locks));
  const warnings = prepared.issues.filter(({ severity }) => severity === "warning");
  if (hasError(prepared.issues))
    return { status: "invalid", issues: prepared.issues, warnings, seconds: watch.seconds };
  request.onProgress?.({ phase: "moves" });
  const moves = watch.time("moves", () => candidateMoves(prepared.eligibility, prepared.travel));
  request.onProgress?.({ phase: "formulation" });
  const seed = request.seed ?? DEFAULT_SEED;
  const formulation = watch.time("formulation", () => formulate({ ...prepared, moves, seed }));
  const size = programSize(prepared.eligibility, moves, formulation);
  const chain = await watch.timeAsync("solve", () => solve(request, formulation));
  const base = { warnings, seconds: watch.seconds, size };
  if (chain.status === "stopped") {
    return {
      ...base,
      status: "stopped",
      termination: { reason: "noSolutionFound", limit: chain.limit },
      levels: planLevels(chain),
    };
  }
  if (chain.status === "infeasible") {
    const leastViolations = await watch.timeAsync("elastic", () => explainInfeasible(request, prepared, formulation));
    return {
      ...base,
      status: "infeasible",
      termination: { reason: "infeasible" },
      levels: planLevels(chain),
      leastViolations,
    };
  }
  request.onProgress?.({ phase: "decode" });
  const roster = watch.time("decode", () => {
    const isChosen = (move: number) => chain.values[formulation.network.move[move] as number] === 1;
    return decodeRoster({ eligibility: prepared.eligibility, moves, isChosen });
  });
  const plan = await watch.timeAsync("figures", async (): Promise<Plan> => {
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
  return { ...base, status: "planned", plan, eligibility: prepared.eligibility };
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

async function manifestOf(request: PlanRequest, seed: string): Promise<Manifest> {
  const { instance, policy, solver, limits, locks } = request;
  const hash = (value: unknown) => sha256(canonicalJson(value));
  return {
    instance: { county: instance.county.id, planYear: instance.planYear },
    policy: { id: policy.id, version: policy.version },
    seed,
    solver: solver.name,
    versions: { core: CORE_VERSION, [solver.name]: solver.version },
    hashes: { instance: await hash(instance), policy: await hash(policy), locks: await hash(locks ?? []) },
    limits: {
      timeSeconds: limits?.timeSeconds ?? null,
      nodes: limits?.nodes ?? null,
      relativeGap: limits?.relativeGap ?? null,
    },
    overrides: policy.rules.flatMap(({ id, source, strength, override }) =>
      strength === "override" && override !== undefined ? [{ rule: id, source, reason: override }] : [],
    ),
  };
}

/** Lets every rule of the policy give at one unit of price and names the least total violation. */
async function explainInfeasible(
  request: PlanRequest,
  { eligibility, rules }: Prepared,
  { program }: Formulation,
): Promise<readonly LeastViolation[]> {
  const ids = new Set(rules.map(({ entry }) => entry.id));
  const elastic = elasticProgram(program, ({ rule }) => ids.has(rule));
  const chain = await solveChain(elastic.program, {
    solver: request.solver,
    timeSeconds: request.limits?.timeSeconds,
    relativeGap: 0,
    signal: request.signal,
  });
  if (chain.status !== "solved") return [];
  const found = new Map<string, LeastViolation>();
  for (const { column, group, subject } of elastic.slacks) {
    const amount = chain.values[column] as number;
    if (amount <= 0) continue;
    const name = subjectName(eligibility, group, subject);
    const key = JSON.stringify([group.rule, name]);
    found.set(key, {
      rule: group.rule,
      source: group.source,
      subject: name,
      amount: amount + (found.get(key)?.amount ?? 0),
    });
  }
  return [...found.values()];
}

/** Returns the id of what a label speaks about: a person, cell, school or pair; the rule itself otherwise. */
function subjectName(eligibility: Eligibility, group: LabelGroup, subject: number): string {
  const { county } = eligibility;
  const [kind] = group.subjectKind.split(".");
  if (kind === "person") return county.persons[subject]?.id ?? group.rule;
  if (kind === "cell") return postName(county.cells[subject] as Cell);
  if (kind === "school" || kind === "relation") return county.schools[subject]?.id ?? group.rule;
  if (kind === "pair") return schoolPairs(eligibility)[subject]?.id ?? group.rule;
  return group.rule;
}
