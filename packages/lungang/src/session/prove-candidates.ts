import { planCounty } from "@lungang/core";
import type { PlanOutcome } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Solver } from "@lungang/program";
import type { PlanningCase } from "../case/planning-case.ts";
import type { CandidateProof } from "../outcome/parts.ts";
import type { PlanOptions } from "./plan-year.ts";

/** Lots are drawn among the candidates: more of them are other lots, and no better ones. */
const LOTTERY = "lottery";

/** A gap that nobody asked for; the one that levels are proven to by default. */
const USUAL_GAP = 1e-4;

/**
 * Plans once more among every move that the policy admits and says whether any level gets better by it: the limits on
 * candidates then cost something, or they cost nothing.
 */
export async function proveCandidates(
  planningCase: PlanningCase,
  { seed, limits, signal }: PlanOptions,
  { solver, plan }: { readonly solver: Solver; readonly plan: Plan },
): Promise<CandidateProof> {
  const { candidateMoves: kept = 0, admittedMoves: admitted = 0, reason } = plan.termination;
  if (kept === admitted) return { answer: "all", kept, admitted, levels: [] };
  if (reason !== "optimal") return { answer: "open", kept, admitted, levels: [] };
  const wider = await planCounty({
    ...planningCase,
    policy: widened(planningCase),
    solver,
    ...(seed === undefined ? {} : { seed }),
    ...(limits === undefined ? {} : { limits }),
    ...(signal === undefined ? {} : { signal }),
  });
  return { kept, admitted, ...compared(plan, wider, limits?.relativeGap ?? USUAL_GAP) };
}

function widened({ policy, instance }: PlanningCase): PlanningCase["policy"] {
  const { radiusMetres: _radius, ...candidates } = policy.candidates;
  const everything = instance.posts.length + instance.persons.length + instance.schools.length;
  return { ...policy, candidates: { ...candidates, limit: Math.max(candidates.limit, everything) } };
}

/** Goes through the levels in order: the first that is better decides, and those after it say nothing. */
function compared(plan: Plan, wider: PlanOutcome, gap: number): Pick<CandidateProof, "answer" | "levels"> {
  if (wider.status !== "planned" || wider.plan.termination.reason !== "optimal") return { answer: "open", levels: [] };
  const levels: CandidateProof["levels"] = [];
  for (const { name, unit, value } of plan.levels.filter((level) => level.name !== LOTTERY)) {
    const found = wider.plan.levels.find((level) => level.name === name)?.value ?? value;
    levels.push({ name, unit, value, wider: found });
    // What lies within the gap that was asked for is the same to both.
    if (value - found > gap * Math.abs(value)) return { answer: "better", levels };
  }
  return { answer: "holds", levels };
}
