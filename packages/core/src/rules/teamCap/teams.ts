import type { DecidedCounty } from "../../eligibility/eligibility.ts";
import { NONE } from "../../instance/county.ts";
import { inLeadershipTeam } from "../../instance/person.ts";
import { shareOf } from "../../policy/share.ts";
import type { TeamCapParams } from "./schema.ts";

/** Returns the members of the leadership team of each school, by school holding the relation. */
export function leadershipTeams({ county, decisions }: DecidedCounty): ReadonlyMap<number, readonly number[]> {
  const teams = new Map<number, number[]>();
  county.persons.forEach((person, index) => {
    const school = county.home[index] as number;
    const standing = decisions[index]?.standing;
    if (school === NONE || standing === "outOfScope" || standing === "recruit" || !inLeadershipTeam(person)) return;
    const team = teams.get(school) ?? [];
    teams.set(school, team);
    team.push(index);
  });
  return teams;
}

/** Returns how many members of a team of a given size may leave. */
export function teamAllowance(params: TeamCapParams, size: number): number {
  return Math.max(shareOf(params.share, size, { bound: "atMost", ...params }), params.atLeastOne && size > 0 ? 1 : 0);
}
