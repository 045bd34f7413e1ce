import type { DecidedCounty } from "@lungang/core/policy";
import type { Cell } from "@lungang/core";
import { hasError } from "@lungang/core";
import { indicatorsOf } from "@lungang/core/recount";
import { candidateMoves, chosenAmong } from "@lungang/core/formulation";
import type { CandidateMoves } from "@lungang/core/formulation";
import { FORM_RETURN, FORM_SETTLE } from "@lungang/core/formulation";
import { PLAN_FORMAT, decodeRoster } from "@lungang/core/plan";
import type { PlanRequest } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { basisOf, manifestOf } from "@lungang/core";
import { prepare } from "@lungang/core/formulation";
import type { Policy } from "@lungang/core/policy";
import type { PlanFacts } from "@lungang/core/recount";
import { LOTTERY } from "@lungang/core/formulation";
import { planFigures, planLevelValue } from "@lungang/core/recount";
import { checkOf, recountPlan } from "@lungang/core/recount";

/** Where a person goes in a year, by the key of the cell. */
export interface Choice {
  readonly person: string;
  readonly cell: string;
  /** Code of the form; null for staying at the host for good. Several forms may lead to one post, under other rules. */
  readonly form: string | null;
}

/** Lines of a plan beside the own posts of people. */
type LightLines = Pick<Plan, "participations" | "itineraries">;

/**
 * Returns the plan of a year in which these people go there and everybody else stays, with every figure; nothing is
 * solved and nothing is proven. Undefined where the policy does not admit one of the moves.
 *
 * @param light - who takes part where beside the own post; nobody by default
 */
export async function planOfChoices(
  request: PlanRequest,
  choices: readonly Choice[],
  light: LightLines = { participations: [], itineraries: [] },
): Promise<Plan | undefined> {
  const { policy } = request;
  const keep = choices.map(({ person, cell }) => ({ person, post: cell }));
  const kept = { ...policy, candidates: { ...policy.candidates, keep: [...policy.candidates.keep, ...keep] } };
  const { eligibility, rules, travel, issues } = prepare(request.instance, kept, request.locks);
  if (hasError(issues)) return undefined;
  const moves = candidateMoves(eligibility, travel);
  const chosen = chosenMoves(eligibility, moves, choices);
  if (chosen === undefined) return undefined;
  const { participations, itineraries } = light;
  const whole = decodeRoster({ eligibility, moves, isChosen: (move) => chosen[move] === 1 });
  const roster = { ...whole, participations, itineraries };
  const { facts } = recountPlan({ eligibility, rules, checkOf }, roster);
  const figures = planFigures(facts);
  const levels = levelsOf(policy, facts, figures.violations);
  return {
    format: PLAN_FORMAT,
    termination: { ...OPEN, primalBound: levels[0]?.value ?? null, ...chosenAmong(eligibility, moves) },
    ...roster,
    ...figures,
    levels,
    indicators: indicatorsOf(facts),
    manifest: await manifestOf(request, request.seed ?? "1"),
    basis: basisOf(request),
  };
}

/** A year alone is not proven: the bounds are those of all years together. */
const OPEN = { reason: "feasible", limit: "other", dualBound: null, relativeGap: null, reproducible: true } as const;

function levelsOf(policy: Policy, facts: PlanFacts, violations: Plan["violations"]): Plan["levels"] {
  const named = policy.levels.filter(({ name }) => name !== LOTTERY);
  return named.map(({ name, unit }) => {
    const value = planLevelValue(name, facts, violations);
    return { name, unit, value, dualBound: null, relativeGap: null, reason: "feasible" as const };
  });
}

/** Returns the code of a form by its number; null for staying at the host for good. */
export function codeOfForm(form: number, { forms }: Pick<Policy, "forms">): string | null {
  return form === FORM_SETTLE ? null : (forms[form]?.code ?? null);
}

/** Marks the candidate moves that the choices name, and the way home of ended exchanges; undefined if one is missing. */
function chosenMoves(
  { county, policy }: DecidedCounty,
  moves: CandidateMoves,
  choices: readonly Choice[],
): Uint8Array | undefined {
  const wanted = new Map(choices.map((choice) => [choice.person, choice]));
  const isChosen = (move: number) => {
    const choice = wanted.get(county.persons[moves.person[move] as number]?.id ?? "");
    const form = moves.form[move] as number;
    if (form === FORM_RETURN) return choice?.form !== null;
    if (choice === undefined || choice.form !== codeOfForm(form, policy)) return false;
    return (county.cells[moves.cell[move] as number] as Cell).key === choice.cell;
  };
  const chosen = Uint8Array.from(moves.person, (_person, move) => (isChosen(move) ? 1 : 0));
  const made = new Set(moves.person.filter((_person, move) => chosen[move] === 1));
  return choices.every(({ person }) => made.has(county.personIndex.get(person) ?? -1)) ? chosen : undefined;
}
