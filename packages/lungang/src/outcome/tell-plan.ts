import type { Issue, PlanOutcome, Text } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { needOf, widerGaps } from "@lungang/core/recount";
import type { WiderGap } from "@lungang/core/recount";
import type { DecidedCounty } from "@lungang/core/policy";
import type { PlanningCase } from "../case/planning-case.ts";
import type { Outcome, PlanSummary } from "./plan-outcome.ts";
import { OUTCOME_FORMAT } from "./plan-outcome.ts";
import type { CandidateProof } from "./parts.ts";
import { proofText } from "./proof-text.ts";
import { limitText, plainIssues, tellLeast, tellViolations } from "./told.ts";

type Planned = Extract<PlanOutcome, { status: "planned" }>;
type Unplanned = Exclude<PlanOutcome, { status: "planned" | "invalid" }>;

/** Returns the outcome of planning as plain data with its sentences. */
export function tellOutcome(outcome: PlanOutcome, planningCase: PlanningCase, proof?: CandidateProof): Outcome {
  const issues = plainIssues(outcome.warnings, planningCase);
  switch (outcome.status) {
    case "invalid":
      return invalidOutcome(outcome.issues, planningCase);
    case "planned":
      return { ...tellPlanned(outcome, planningCase), ...toldProof(proof, planningCase) };
    case "infeasible": {
      const { status, termination, size } = outcome;
      const leastViolations = tellLeast(outcome.leastViolations, planningCase);
      return { ...told(outcome), issues, status, termination, levels: [...outcome.levels], leastViolations, size };
    }
    case "stopped": {
      const { status, termination, size } = outcome;
      return { ...told(outcome), issues, status, termination, levels: [...outcome.levels], size };
    }
  }
}

/** Returns the outcome where data, policy or call are wrong. */
export function invalidOutcome(
  issues: readonly Issue[],
  about: Partial<Pick<PlanningCase, "instance" | "locks">> = {},
): Extract<Outcome, { status: "invalid" }> {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const message = {
    zh: `无法编制：数据、政策或调用有 ${errors} 处错误。`,
    en: `Nothing was planned: ${errors} things are wrong with the data, the policy or the call.`,
  };
  return { format: OUTCOME_FORMAT, status: "invalid", message, issues: plainIssues(issues, about) };
}

/** The sentence of an outcome without a plan. */
function told(outcome: Unplanned): { readonly format: typeof OUTCOME_FORMAT; readonly message: Text } {
  return {
    format: OUTCOME_FORMAT,
    message: outcome.status === "infeasible" ? NO_PLAN : stoppedText(outcome.termination.limit),
  };
}

/** No plan keeps all hard rules. */
export const NO_PLAN: Text = {
  zh: "按现有数据，各项硬性规定无法同时满足。",
  en: "No plan can satisfy all hard rules together.",
};

/** A limit came before the first plan. */
export function stoppedText(name: string | undefined): Text {
  const limit = limitText(name);
  return {
    zh: `因${limit.zh}停止，尚未找到方案。`,
    en: `Stopped by ${limit.en} before a plan was found.`,
  };
}

function toldProof(proof: CandidateProof | undefined, planningCase: PlanningCase) {
  return proof === undefined ? {} : { candidates: { ...proof, message: proofText(proof, planningCase) } };
}

function tellPlanned({ plan, eligibility, size, warnings }: Planned, planningCase: PlanningCase): Outcome {
  return {
    format: OUTCOME_FORMAT,
    status: "planned",
    message: planText(plan, planningCase),
    issues: plainIssues(warnings, planningCase),
    summary: summaryOf(plan, eligibility),
    plan,
    violations: tellViolations(plan.violations, planningCase),
    size,
  };
}

/** Returns who moves in a plan and whether it is proven, in one sentence. */
export function planText(plan: Plan, { instance, policy }: PlanningCase): Text {
  const { termination, moves, returns } = plan;
  const limit = limitText(termination.limit);
  const ending =
    termination.reason === "optimal"
      ? optimalText(termination)
      : { zh: `因${limit.zh}停止，为目前最好的方案`, en: `stopped by ${limit.en}; the best plan found` };
  const county = instance.county.name;
  const recruits = moves.filter((move) => move.form === "recruit").length;
  const exchanged = moves.length - recruits;
  const gaps = gapText(plan);
  return {
    zh: `${county} ${instance.planYear} 年，按《${policy.name.zh}》：交流 ${exchanged} 人，安排新教师 ${recruits} 人，期满 ${returns.length} 人。${ending.zh}。${gaps.zh}`,
    en: `${county} ${instance.planYear} under "${policy.name.en}": ${exchanged} people exchange, ${recruits} recruits are placed, ${returns.length} exchanges end; ${ending.en}.${gaps.en}`,
  };
}

/** Says which gaps between schools become wider, and which of them pass a limit of the policy; nothing where none does. */
function gapText({ indicators, measures }: Plan): Text {
  const gaps = widerGaps(indicators).map((gap) => ({ ...gap, over: limitPassed(gap, measures) }));
  if (gaps.length === 0) return { zh: "", en: "" };
  const zh = gaps.map(({ stage, who, before, after, over }) => {
    const passed = over === undefined ? "" : `（超过上限${over}）`;
    return `${stage.zh}${who.zh}${before}→${after}${passed}`;
  });
  const en = gaps.map(({ stage, who, before, after, over }) => {
    const passed = over === undefined ? "" : ` (over the limit of ${over})`;
    return `${stage.en}, ${who.en} ${before} → ${after}${passed}`;
  });
  return {
    zh: `校际差异系数扩大：${zh.join("、")}。`,
    en: ` Variation between schools grows: ${en.join("; ")}.`,
  };
}

/** The limit of the policy that a gap kept before the plan and does not keep after it. */
function limitPassed({ key, before, after }: WiderGap, measures: Plan["measures"]): string | undefined {
  // The aim tells the variation of the same people at the same number of decimals.
  const measure = measures.find(
    ({ about, value }) =>
      about.kind === "stage" &&
      about.limit === "variation" &&
      key.endsWith(`.${about.stage}.after`) &&
      value.toFixed(2) === after,
  );
  const limit = measure?.met === false ? measure.target : null;
  return limit !== null && Number(before) <= limit ? limit.toFixed(2) : undefined;
}

/** Says what a plan is the best of: of every move that the policy admits, or of the candidates that were kept. */
function optimalText({ candidateMoves: kept, admittedMoves: all }: Plan["termination"]): Text {
  if (kept === undefined || all === undefined) return { zh: "已证明为最好结果", en: "proven optimal" };
  return kept === all
    ? {
        zh: `在政策允许的全部 ${all} 个去向中已证明为最好结果`,
        en: `proven optimal among all ${all} moves that are admitted`,
      }
    : {
        zh: `在 ${kept} 个候选去向（政策允许的共 ${all} 个）中已证明为最好结果`,
        en: `proven optimal among ${kept} candidate moves of ${all} that are admitted`,
      };
}

/** Returns the figures of a plan for a first look. */
export function summaryOf(plan: Plan, eligibility: DecidedCounty): PlanSummary {
  const { county, context, inScope } = eligibility;
  const missingBefore = county.cells.reduce((sum, { school }, cell) => {
    const missing = needOf(county, context.cellHeadcount, cell) - (context.cellHeadcount[cell] as number);
    return inScope[school] === 1 ? sum + Math.max(0, missing) : sum;
  }, 0);
  const { moves, returns, measures, levels } = plan;
  const ways = moves.flatMap(({ form, distanceMetres }) =>
    form === "recruit" || distanceMetres === null ? [] : [distanceMetres],
  );
  const recruits = moves.filter(({ form }) => form === "recruit").length;
  const settled = returns.filter(({ settles }) => settles).length;
  return {
    people: county.persons.length,
    schools: county.schools.length,
    exchanged: moves.length - recruits,
    recruits,
    returned: returns.length - settled,
    settled,
    missingBefore,
    missingAfter: plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0),
    distanceMetres: ways.reduce((sum, metres) => sum + metres, 0),
    distances: ways.length,
    measures: measures.length,
    measuresMet: measures.filter(({ met }) => met).length,
    violations: plan.violations.length,
    levels: levels.length,
    levelsProven: levels.filter(({ reason }) => reason === "optimal").length,
  };
}
