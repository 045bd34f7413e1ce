import { hasError } from "../instance/issue.ts";
import type { Issue } from "../instance/issue.ts";
import type { FoundMoves } from "../moves/candidates.ts";
import type { PlanRequest } from "../plan/outcome.ts";
import type { ChainStart, LinearProgram } from "@lungang/program";
import { askedProgram } from "./asked.ts";
import type { MemoryContent } from "./carry-over.ts";
import { movesAfter, preparedAfter, startAfter } from "./carry-over.ts";
import type { Formulation } from "./formulate.ts";
import { formulate, LOTTERY } from "./formulate.ts";
import type { HeadcountCapacity } from "./headcount-capacity.ts";
import { policyEffects } from "./policy-effects.ts";
import type { Prepared } from "./prepare.ts";
import { programIssues } from "./program-issues.ts";
import { quotaWarnings } from "./quota-warnings.ts";
import type { Stopwatch } from "./stopwatch.ts";

const DEFAULT_SEED = "1";

/** A program with everything it was made of and where to start from, or the issues that forbid one. */
export type FormulatedRequest = { readonly prepared: Prepared; readonly warnings: readonly Issue[] } & (
  | { readonly issues: readonly Issue[] }
  | {
      readonly found: FoundMoves;
      readonly formulation: Formulation;
      readonly start: ChainStart | undefined;
      readonly seed: string;
    }
);

interface RequestOptions {
  readonly known: MemoryContent | undefined;
  readonly capacities: readonly HeadcountCapacity[];
  readonly watch: Stopwatch;
}

/** Decides eligibility, finds candidate moves and writes the program; takes over what an earlier plan knows. */
export function formulateRequest(
  request: PlanRequest,
  { known, capacities, watch }: RequestOptions,
): FormulatedRequest {
  request.onProgress?.({ phase: "eligibility" });
  const prepared = watch.time("eligibility", () => preparedAfter(known, request));
  const { issues } = prepared;
  const warnings = issues.filter(({ severity }) => severity === "warning");
  if (hasError(issues)) return { prepared, warnings, issues };
  request.solver.prepare?.();
  request.onProgress?.({ phase: "moves" });
  const found = watch.time("moves", () => movesAfter(known, request, prepared));
  const { moves } = found;
  const problems = programIssues({ ...prepared, moves });
  if (hasError(problems)) return { prepared, warnings, issues: [...issues, ...problems] };
  request.onProgress?.({ phase: "formulation" });
  const seed = request.seed ?? DEFAULT_SEED;
  const formulation = watch.time("formulation", () => {
    const made = formulate({ ...prepared, moves, seed, capacities });
    const program = askedProgram({ prepared, moves, formulation: made }, request.questions ?? []);
    return { ...made, program: request.limits?.lots === false ? withoutLots(program) : program };
  });
  const start = known && startAfter(known, { program: formulation.program, moves });
  const effects = policyEffects({ policy: request.policy, eligibility: prepared.eligibility, moves });
  const told = [...warnings, ...problems, ...quotaWarnings(prepared, moves), ...effects];
  return { prepared, warnings: told, found, formulation, start, seed };
}

function withoutLots(program: LinearProgram): LinearProgram {
  return { ...program, levels: program.levels.filter(({ name }) => name !== LOTTERY) };
}
