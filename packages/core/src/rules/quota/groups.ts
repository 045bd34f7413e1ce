import type { Decision } from "../../eligibility/decision.ts";
import type { DecidedCounty } from "../../eligibility/eligibility.ts";
import { quotaBase } from "../../eligibility/eligibility.ts";
import { groupsOf } from "../../formulation/school-groups.ts";
import { emptySubject } from "../../policy/attributes.ts";
import { compilePredicate } from "../../policy/predicate.ts";
import { shareOf } from "../../policy/share.ts";
import type { QuotaParams } from "./schema.ts";

/** One quota: the people of its base and how many moves it asks for. */
export interface QuotaGroup {
  /** Name of the school, zone or alliance; empty for the county. */
  readonly name: string;
  /** Members of the group, in the base or not. Shapes: one entry a person. */
  readonly members: Uint8Array;
  /** Of the people that the quota is about, those who meet it, before anybody leaves the base. */
  readonly eligible: number;
  /** Of these, those who leave the base because they are exempt this year. */
  readonly exempt: number;
  /** Positions of the people in the base. */
  readonly base: readonly number[];
  readonly baseCount: number;
  readonly required: number;
}

/** A group while its people are counted. */
interface Group {
  readonly members: Uint8Array;
  eligible: number;
  exempt: number;
  readonly base: number[];
}

/**
 * Returns the groups of a quota with their bases and required numbers; groups without a base ask for nothing
 * and are left out where a share is a least.
 */
export function quotaGroups(eligibility: DecidedCounty, params: QuotaParams): readonly QuotaGroup[] {
  const { county, policy, context, decisions } = eligibility;
  const who = compilePredicate(params.who, { context, sets: policy.sets });
  const eligible = quotaBase(eligibility, params);
  const subject = emptySubject();
  const groups = new Map<string, Group>();
  decisions.forEach((decision, person) => {
    subject.person = person;
    subject.from = county.works[person] as number;
    if (decision.standing === "outOfScope" || !who(subject)) return;
    const found = termsOf(params, decision);
    const inBase = params.base === "eligible" ? eligible[person] === 1 : isStaff(decision, params);
    for (const name of groupsOf(params.by, county.schools[subject.from])) {
      const group = groups.get(name) ?? { members: new Uint8Array(decisions.length), eligible: 0, exempt: 0, base: [] };
      groups.set(name, group);
      group.members[person] = 1;
      group.eligible += found.eligible;
      group.exempt += found.exempt;
      if (inBase) group.base.push(person);
    }
  });
  return (
    [...groups]
      // At most a share of nobody is nobody; at least a share of nobody asks for nothing.
      .filter(([, { base }]) => base.length > 0 || params.bound === "atMost")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, group]) => ({
        name,
        ...group,
        baseCount: group.base.length,
        required: shareOf(params.share, group.base.length, params),
      }))
  );
}

/** What a person adds to the terms of a base: 1 each or 0. */
function termsOf({ base, excludeExempt }: QuotaParams, { meetsDue, standing, exempt }: Decision) {
  const meets = base === "eligible" ? meetsDue : standing !== "recruit";
  return { eligible: meets ? 1 : 0, exempt: meets && excludeExempt && exempt ? 1 : 0 };
}

function isStaff(decision: Decision, params: QuotaParams): boolean {
  return decision.standing !== "recruit" && !(params.excludeExempt && decision.exempt);
}
