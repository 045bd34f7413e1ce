import { NONE } from "@lungang/core";
import type { PointCounter } from "@lungang/core/policy";
import {
  compilePredicate,
  emptySubject,
  mayMove,
  pointCounters,
  pointsFirstMeaning,
  rulesOf,
} from "@lungang/core/policy";
import type { PlanEnds } from "../case/plan-ends.ts";

/** Who ranks before whom at a post: positions of people, those of one entry alike. */
interface PostOrder {
  readonly cell: number;
  readonly people: readonly (readonly number[])[];
}

/**
 * Returns how people rank at every post that somebody wishes or enters, by the points that the policy puts first; undefined
 * where it has no such rule, or several that rank differently.
 *
 * Who enters by a decision, or is not asked by the rule, comes before everybody: nobody is passed over for him; who is not
 * asked and only wishes comes last.
 */
export function rankingsOfPlan(
  ends: PlanEnds,
  lists: readonly (readonly number[])[],
): readonly PostOrder[] | undefined {
  const [rule, ...others] = rulesOf(ends.policy.rules, pointsFirstMeaning);
  const counter = rule === undefined ? undefined : pointCounters(ends.policy).get(rule.params.points);
  if (rule === undefined || counter === undefined || others.length > 0) return undefined;
  const competes = competitors(ends, rule.params.who);
  return askedPosts(ends, lists).flatMap(({ entering, wishing }, cell): readonly PostOrder[] => {
    if (entering.length + wishing.length === 0) return [];
    const first = entering.filter((person) => !competes(person));
    const last = wishing.filter((person) => !competes(person));
    const ranked = [...entering, ...wishing].filter(competes);
    const tiers = tiersOf(ranked, (person) => keyOf(ends, counter, { person, cell }));
    return [{ cell, people: [first, ...tiers, last].filter((tier) => tier.length > 0) }];
  });
}

/** Who enters every post, and who wishes it and does not get it. */
interface AskedPost {
  readonly entering: number[];
  readonly wishing: number[];
}

function askedPosts(
  { eligibility, endOf, movers, taking }: PlanEnds,
  lists: readonly (readonly number[])[],
): readonly AskedPost[] {
  const asked = eligibility.county.cells.map((): AskedPost => ({ entering: [], wishing: [] }));
  for (const person of taking) {
    const end = endOf[person] as number;
    if (movers.has(person)) asked[end]?.entering.push(person);
    for (const cell of lists[person] ?? []) if (end !== cell) asked[cell]?.wishing.push(person);
  }
  return asked;
}

type Who = Parameters<typeof compilePredicate>[0];

function competitors({ eligibility }: PlanEnds, who: Who): (person: number) => boolean {
  const { context, policy, decisions, county } = eligibility;
  const isAsked = compilePredicate(who, { context, sets: policy.sets });
  return (person) => {
    const standing = decisions[person]?.standing;
    if (standing === undefined || !mayMove(standing) || standing === "pinned" || standing === "recruit") return false;
    return isAsked({ ...emptySubject(), person, from: county.works[person] ?? NONE });
  };
}

interface Entry {
  readonly person: number;
  readonly cell: number;
}

/** Points and ties at a post, a larger one first; in which form somebody would go is open, and the best counts. */
function keyOf({ eligibility }: PlanEnds, counter: PointCounter, { person, cell }: Entry): readonly number[] {
  const { county, context, admission, policy } = eligibility;
  const subject = { ...emptySubject(), person, from: county.works[person] as number, cell };
  const to = county.cells[cell]?.school ?? NONE;
  const keys = admission.formsOf(person, cell).map((number) => {
    const form = policy.forms[number];
    return counter.keyAt(context, { ...subject, to, form: form?.code, relationMoves: form?.relationMoves });
  });
  return keys.sort(compareKeys)[0] ?? counter.keyAt(context, { ...subject, to });
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, k) => value !== b[k]);
  return at < 0 ? 0 : (a[at] as number) > (b[at] as number) ? -1 : 1;
}

/** Parts people into tiers of equal keys, the best first. */
function tiersOf(
  people: readonly number[],
  key: (person: number) => readonly number[],
): readonly (readonly number[])[] {
  const keyed = people.map((person) => ({ person, own: key(person) }));
  keyed.sort((a, b) => compareKeys(a.own, b.own) || a.person - b.person);
  const tiers: number[][] = [];
  keyed.forEach(({ person, own }, at) => {
    const before = keyed[at - 1];
    if (before !== undefined && compareKeys(before.own, own) === 0) tiers.at(-1)?.push(person);
    else tiers.push([person]);
  });
  return tiers;
}
