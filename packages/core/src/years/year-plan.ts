import type { Cell } from "../instance/cells.ts";
import { hasError } from "../instance/issue.ts";
import { indicatorsOf } from "../indicators/indicators.ts";
import { candidateMoves } from "../moves/candidates.ts";
import { FORM_RETURN, FORM_SETTLE } from "../moves/candidate-moves.ts";
import { decodeRoster } from "../plan/decode.ts";
import type { PlanRequest } from "../plan/outcome.ts";
import type { Plan } from "../plan/plan.ts";
import { manifestOf } from "../planner/manifest.ts";
import { prepare } from "../planner/prepare.ts";
import { LOTTERY } from "../rules/formulate.ts";
import { planFigures, planLevelValue } from "../verify/figures.ts";
import { recountPlan } from "../verify/recount.ts";

/** Where a person goes in a year, by the key of the cell. */
export interface Choice {
  readonly person: string;
  readonly cell: string;
  /** The person stays at the host for good. */
  readonly settles: boolean;
}

/**
 * Returns the plan of a year in which these people go there and everybody else stays, with every figure; nothing is
 * solved and nothing is proven. Undefined where the policy does not admit one of the moves.
 */
export async function planOfChoices(request: PlanRequest, choices: readonly Choice[]): Promise<Plan | undefined> {
  const { policy } = request;
  const keep = choices.map(({ person, cell }) => ({ person, post: cell }));
  const kept = { ...policy, candidates: { ...policy.candidates, keep: [...policy.candidates.keep, ...keep] } };
  const { eligibility, rules, travel, issues } = prepare(request.instance, kept, request.locks);
  if (hasError(issues)) return undefined;
  const moves = candidateMoves(eligibility, travel);
  const { county } = eligibility;
  const wanted = new Map(choices.map((choice) => [choice.person, choice]));
  const chosen = new Uint8Array(moves.count);
  for (let move = 0; move < moves.count; move++) {
    const choice = wanted.get(county.persons[moves.person[move] as number]?.id ?? "");
    const form = moves.form[move] as number;
    const there = choice !== undefined && (county.cells[moves.cell[move] as number] as Cell).key === choice.cell;
    if (form === FORM_RETURN ? choice?.settles !== true : there && (form === FORM_SETTLE) === choice.settles) chosen[move] = 1;
  }
  const made = new Set(moves.person.filter((_person, move) => chosen[move] === 1));
  if (choices.some(({ person }) => !made.has(county.personIndex.get(person) ?? -1))) return undefined;
  const roster = decodeRoster({ eligibility, moves, isChosen: (move) => chosen[move] === 1 });
  const { facts } = recountPlan(eligibility, rules, roster);
  const figures = planFigures(facts);
  const levels = policy.levels
    .filter(({ name }) => name !== LOTTERY)
    .map(({ name, unit }) => {
      const value = planLevelValue(name, facts, figures.violations);
      return { name, unit, value, dualBound: null, relativeGap: null, reason: "feasible" as const };
    });
  return {
    format: "lungang-plan-1",
    termination: {
      reason: "feasible",
      limit: "other",
      primalBound: levels[0]?.value ?? null,
      dualBound: null,
      relativeGap: null,
      reproducible: true,
    },
    ...roster,
    ...figures,
    levels,
    indicators: indicatorsOf(facts),
    manifest: await manifestOf(request, request.seed ?? "1"),
  };
}
