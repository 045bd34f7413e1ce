import type { Eligibility } from "../eligibility/eligibility.ts";
import type { Decision } from "../eligibility/decision.ts";
import { quotaBase } from "../eligibility/eligibility.ts";
import type { School } from "../instance/school.ts";
import { emptySubject } from "../policy/attributes.ts";
import { compilePredicate } from "../policy/predicate.ts";
import { ceilShare, floorShare } from "../policy/share.ts";
import type { QuotaParams } from "./quota/schema.ts";
import type { ActiveRule } from "./schemas.ts";
import { rulesOf } from "./schemas.ts";
import type { TotalParams } from "./total/schema.ts";

/** One quota: the people of its base and how many moves it asks for. */
export interface QuotaGroup {
  /** Name of the school, zone or alliance; empty for the county. */
  readonly name: string;
  /** Members of the group, in the base or not. Shapes: one entry a person. */
  readonly members: Uint8Array;
  readonly baseCount: number;
  readonly required: number;
}

/** Returns the groups of a quota with their bases and required numbers; groups without a base are left out. */
export function quotaGroups(eligibility: Eligibility, params: QuotaParams): readonly QuotaGroup[] {
  const { county, policy, context, decisions } = eligibility;
  const who = compilePredicate(params.who, { context, sets: policy.sets });
  const eligible = quotaBase(eligibility, params);
  const subject = emptySubject();
  const groups = new Map<string, { members: Uint8Array; baseCount: number }>();
  decisions.forEach((decision, person) => {
    subject.person = person;
    subject.from = county.works[person] as number;
    if (decision.standing === "outOfScope" || !who(subject)) return;
    const inBase = params.base === "eligible" ? eligible[person] === 1 : isStaff(decision, params);
    for (const name of groupNames(county.schools[subject.from], params.by)) {
      const group = groups.get(name) ?? { members: new Uint8Array(decisions.length), baseCount: 0 };
      groups.set(name, group);
      group.members[person] = 1;
      if (inBase) group.baseCount++;
    }
  });
  const required = params.bound === "atLeast" ? ceilShare : floorShare;
  return [...groups]
    .filter(([, { baseCount }]) => baseCount > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { members, baseCount }]) => ({
      name,
      members,
      baseCount,
      required: required(params.share, baseCount),
    }));
}

function isStaff(decision: Decision, params: QuotaParams): boolean {
  return decision.standing !== "recruit" && !(params.excludeExempt && decision.exempt);
}

function groupNames(school: School | undefined, by: QuotaParams["by"]): readonly string[] {
  if (by === "county") return [""];
  if (school === undefined) return [];
  if (by === "school") return [school.id];
  if (by === "township") return school.township === undefined ? [] : [school.township];
  return by === "zone" ? school.zones : school.alliances;
}

/** Standings whose moves the total bounds: everybody but volunteers and recruits. */
export const BOUNDED_STANDINGS: ReadonlySet<string> = new Set(["due", "forced", "pinned"]);

/**
 * Returns how many counted moves of people other than volunteers and recruits are allowed: the least that an entry of
 * the policy says.
 */
export function totalBound(eligibility: Eligibility, rules: readonly ActiveRule[]): number {
  return Math.min(...rulesOf(rules, "total").map(({ params }) => boundOf(eligibility, rules, params)));
}

/** Returns the bound of one entry: the number that it states, or the larger of the quotas and the people who must go. */
export function boundOf(eligibility: Eligibility, rules: readonly ActiveRule[], params: TotalParams): number {
  if (params.max !== undefined) return params.max;
  const needs = rulesOf(rules, "quota")
    .filter(({ params }) => params.bound === "atLeast")
    .map(({ params }) => quotaGroups(eligibility, params).reduce((sum, group) => sum + group.required, 0));
  const quota = params.quotas === "sum" ? needs.reduce((a, b) => a + b, 0) : Math.max(0, ...needs);
  const mustGo = eligibility.decisions.filter(({ standing }) => standing === "forced" || standing === "pinned").length;
  return Math.max(quota, mustGo);
}
