import { mayMove } from "../../eligibility/decision.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { selectAnyMoves } from "../../formulation/move-tests.ts";
import { addMoveCosts } from "../../formulation/rule-rows.ts";
import { pointCounters } from "../../policy/policy-attributes.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { PointsSumParams } from "./schema.ts";

/** Prices the points of everybody who moves, or takes them off those of everybody who may: column costs, no rows (model C12). */
export function addPointsSumRows(params: PointsSumParams, _entry: RuleTerms, context: RowsContext): void {
  const { eligibility, moves, builder, levels } = context;
  const counter = pointCounters(eligibility.policy).get(params.points);
  const level = levels.get(params.level);
  if (counter === undefined || level === undefined) return;
  const pointsOf = (person: number): number => params.weight * counter.ofPerson(eligibility.context, person).total;
  // Recruits are placed and not ranked: they have no school to count points from.
  const isRanked = (person: number): boolean => {
    const standing = eligibility.decisions[person]?.standing;
    return standing !== undefined && mayMove(standing) && standing !== "recruit";
  };
  const chosen = selectAnyMoves(context, params.moves);
  const sign = params.of === "movers" ? 1 : -1;
  addMoveCosts(context, params.level, (move) =>
    chosen[move] === 1 && isRanked(moves.person[move] as number) ? sign * pointsOf(moves.person[move] as number) : 0,
  );
  if (params.of === "movers") return;
  eligibility.decisions.forEach((_decision, person) => {
    if (isRanked(person)) builder.addOffset(level, pointsOf(person));
  });
}
