import type { RuleSubject } from "../../subject/rule-subject.ts";
import type { School } from "../../instance/school.ts";
import type { CheckedMove, PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { schoolId, schoolSubject, schoolsInScope } from "../../recount/tally.ts";
import type { PairBalanceParams } from "./schema.ts";
import { pairBalanceFindings } from "./text.ts";

/** Two schools of one pair and who moves between them. */
interface Pair {
  /** Id of the pair of the instance; none for two schools of a group. */
  readonly id?: string;
  readonly a: number;
  readonly b: number;
  readonly there: readonly CheckedMove[];
  readonly back: readonly CheckedMove[];
}

type Couple = Omit<Pair, "there" | "back">;

/** Returns the pair groups with exactly two schools in scope, ordered by id. */
function couplesOfPairs({ eligibility }: PlanFacts, schools: readonly number[]): readonly Couple[] {
  const members = new Map<string, number[]>();
  for (const school of schools)
    for (const id of (eligibility.county.schools[school] as School).pairs)
      members.set(id, [...(members.get(id) ?? []), school]);
  return [...members]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, [a, b, ...more]]) => (a === undefined || b === undefined || more.length > 0 ? [] : [{ id, a, b }]));
}

/** Returns every two schools in scope that share a zone, alliance or school group. */
function couplesOfGroups(
  kind: Exclude<PairBalanceParams["between"], "pairs">,
  facts: PlanFacts,
  schools: readonly number[],
): readonly Couple[] {
  const groups = (school: number) => (facts.eligibility.county.schools[school] as School)[kind];
  return schools.flatMap((a) =>
    schools.filter((b) => a < b && groups(a).some((id) => groups(b).includes(id))).map((b) => ({ a, b })),
  );
}

/** Returns the couples of schools that are compared, with who moves between them. */
function pairsOf(params: PairBalanceParams, facts: PlanFacts): readonly Pair[] {
  const { policy } = facts.eligibility;
  const schools = schoolsInScope(facts);
  const moves = facts.moves.filter(({ form }) => {
    const code = policy.forms[form]?.code;
    return code !== undefined && params.forms.includes(code);
  });
  const between = (from: number, to: number) => moves.filter((move) => move.from === from && move.to === to);
  const couples =
    params.between === "pairs" ? couplesOfPairs(facts, schools) : couplesOfGroups(params.between, facts, schools);
  return couples.map((couple) => ({
    ...couple,
    there: between(couple.a, couple.b),
    back: between(couple.b, couple.a),
  }));
}

/**
 * Returns by how many people the two ways differ; by subject, by how many heads of each subject either school gains or
 * loses: a move takes a head from the post that is left and brings one to the post that is entered.
 */
function difference(params: PairBalanceParams, facts: PlanFacts, { there, back }: Pair): number {
  if (!params.bySubject) return Math.abs(there.length - back.length);
  const gains = (leaving: readonly CheckedMove[], coming: readonly CheckedMove[]) => {
    const bySubject = new Map<string, number>();
    const add = (cell: number, heads: number) => {
      const subject = facts.eligibility.county.cells[cell]?.subject ?? "";
      bySubject.set(subject, (bySubject.get(subject) ?? 0) + heads);
    };
    for (const { person } of leaving) add(facts.eligibility.county.cellOf[person] as number, -1);
    for (const { cell } of coming) add(cell, 1);
    return [...bySubject.values()].reduce((sum, heads) => sum + Math.abs(heads), 0);
  };
  return gains(there, back) + gains(back, there);
}

/** Returns by how much a pair breaks the rule: the difference of the two ways, and of one way and the number asked. */
function breachOf(params: PairBalanceParams, facts: PlanFacts, pair: Pair): number {
  const asked = params.count ?? pair.there.length;
  return difference(params, facts, pair) + Math.abs(pair.there.length - asked);
}

function pairSubject(facts: PlanFacts, { id, a, b }: Couple): RuleSubject {
  const schools = { a: schoolId(facts, a), b: schoolId(facts, b) };
  return { kind: "pair", ...schools, ...(id === undefined ? {} : { id }) };
}

/** Recomputes equal dispatch of every pair (tricky case 6). */
export const pairBalanceCheck: RuleCheck<PairBalanceParams> = {
  check: (params, entry, facts) => {
    const pairs = pairsOf(params, facts);
    return {
      measures: pairs.map((pair) =>
        measureOf(entry, {
          about: pairSubject(facts, pair),
          unit: "people",
          value: breachOf(params, facts, pair),
          target: 0,
          sense: "equal",
        }),
      ),
      violations: pairs.flatMap((pair) => {
        const amount = breachOf(params, facts, pair);
        if (amount === 0) return [];
        const finding = pairBalanceFindings.say.unequal({
          a: schoolSubject(facts, pair.a),
          b: schoolSubject(facts, pair.b),
          there: pair.there.length,
          back: pair.back.length,
          count: params.count,
        });
        return [violationOf(entry, { about: pairSubject(facts, pair), amount, unit: "people", finding })];
      }),
    };
  },
};
