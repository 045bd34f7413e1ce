import type { School } from "../../instance/school.ts";
import { quotaBase } from "../../eligibility/eligibility.ts";
import { ceilShare, floorShare } from "../../policy/share.ts";
import type { CheckedMove, PlanFacts } from "../check-types.ts";
import type { RuleCheck } from "../rule-check.ts";
import { measureOf, missedBy, violationOf } from "../rule-check.ts";
import { countedMoves, countyId, moveTest, personTest } from "../tally.ts";
import type { QuotaParams } from "./schema.ts";
import { quotaMissedText } from "./text.ts";

/** One quota of an entry: of the county, or of one school, zone, township or alliance. */
export interface QuotaGroup {
  /** Id of the group; undefined for the county. */
  readonly subject: string | undefined;
  /** People in the base. */
  readonly base: number;
  /** People who have to move, or may at most. */
  readonly required: number;
  /** People who count as moving. */
  readonly moved: number;
}

const WHOLE_COUNTY = "";

/** Returns the quotas of an entry, ordered by id; groups without anybody in the base have none. */
export function quotaGroups(params: QuotaParams, facts: PlanFacts): readonly QuotaGroup[] {
  const { works } = facts.eligibility.county;
  const who = personTest(params.who, facts);
  const base = new Map<string, number>();
  const moved = new Map<string, number>();
  const inBase = membership(params, facts);
  inBase.forEach((inside, person) => {
    if (inside === 1 && who(person)) addTo(base, groupsOf(params, facts, works[person] as number));
  });
  for (const move of countedMoves(facts).filter(moveTest(params.moves, facts)))
    if (who(move.person) && inNumerator(params, facts, move)) addTo(moved, groupsOf(params, facts, move.from));
  const round = params.bound === "atLeast" ? ceilShare : floorShare;
  return [...base]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, count]) => ({
      subject: group === WHOLE_COUNTY ? undefined : group,
      base: count,
      required: round(params.share, count),
      moved: moved.get(group) ?? 0,
    }));
}

function addTo(counts: Map<string, number>, groups: readonly string[]): void {
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
}

function membership(params: QuotaParams, { eligibility }: PlanFacts): Uint8Array {
  if (params.base === "eligible") return quotaBase(eligibility, params);
  return Uint8Array.from(eligibility.decisions, ({ standing, exempt }) => {
    if (standing === "outOfScope" || standing === "recruit") return 0;
    return params.excludeExempt && exempt ? 0 : 1;
  });
}

function inNumerator(params: QuotaParams, { eligibility }: PlanFacts, move: CheckedMove): boolean {
  return params.volunteersInNumerator || eligibility.decisions[move.person]?.standing !== "volunteer";
}

/**
 * Returns the groups of a quota that people of a school belong to, the county without a name: a school in several zones
 * counts in each of them; a recruit leaves no school and counts in the county alone.
 */
export function groupsOf({ by }: QuotaParams, { eligibility }: PlanFacts, from: number): readonly string[] {
  if (by === "county") return [WHOLE_COUNTY];
  const school: School | undefined = eligibility.county.schools[from];
  if (school === undefined) return [];
  if (by === "school") return [school.id];
  if (by === "township") return school.township === undefined ? [] : [school.township];
  return by === "zone" ? school.zones : school.alliances;
}

/** Recomputes the quotas of an entry. */
export const quotaCheck: RuleCheck<QuotaParams> = {
  check: (params, entry, facts) => {
    const groups = quotaGroups(params, facts);
    const readings = groups.map(({ subject, moved, required }) => ({
      ...(subject === undefined ? {} : { subject }),
      unit: "people",
      value: moved,
      target: required,
      sense: params.bound,
    }));
    return {
      measures: readings.map((reading) => measureOf(entry, reading)),
      violations: groups.flatMap((group, at) => {
        const amount = missedBy(readings[at] as (typeof readings)[number]);
        if (amount === 0) return [];
        const subject = group.subject ?? countyId(facts);
        const message = quotaMissedText({ ...group, where: subject, least: params.bound === "atLeast" });
        return [violationOf(entry, { subject, amount, unit: "people", message })];
      }),
    };
  },
};
