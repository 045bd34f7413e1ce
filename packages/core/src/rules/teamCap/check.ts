import type { Person } from "../../instance/person.ts";
import { inLeadershipTeam } from "../../instance/person.ts";
import { shareOf } from "../../policy/share.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { movesBetweenSchools, schoolSubject, schoolsInScope } from "../../recount/tally.ts";
import type { TeamCapParams } from "./schema.ts";
import { teamCapFindings } from "./text.ts";

function isMember({ eligibility }: PlanFacts, index: number): boolean {
  const standing = eligibility.decisions[index]?.standing;
  if (standing === "outOfScope" || standing === "recruit") return false;
  return inLeadershipTeam(eligibility.county.persons[index] as Person);
}

/** Recomputes the cap on every leadership team: members by home school, leavers by their counted moves. */
export const teamCapCheck: RuleCheck<TeamCapParams> = {
  check: (params, entry, facts) => {
    const { county } = facts.eligibility;
    const size = new Int32Array(county.schools.length);
    const leaving = new Int32Array(county.schools.length);
    county.home.forEach((home, person) => {
      if (home >= 0 && isMember(facts, person)) size[home]!++;
    });
    for (const { person } of movesBetweenSchools(facts)) {
      const home = county.home[person] as number;
      if (home >= 0 && isMember(facts, person)) leaving[home]!++;
    }
    const teams = schoolsInScope(facts)
      .filter((school) => (size[school] as number) > 0)
      .map((school) => ({
        school,
        size: size[school] as number,
        leaving: leaving[school] as number,
        max: Math.max(
          shareOf(params.share, size[school] as number, { bound: "atMost", ...params }),
          params.atLeastOne ? 1 : 0,
        ),
      }));
    return {
      measures: teams.map((team) =>
        measureOf(entry, {
          about: schoolSubject(facts, team.school),
          unit: "people",
          value: team.leaving,
          target: team.max,
          sense: "atMost",
        }),
      ),
      violations: teams
        .filter((team) => team.leaving > team.max)
        .map((team) =>
          violationOf(entry, {
            about: schoolSubject(facts, team.school),
            amount: team.leaving - team.max,
            unit: "people",
            finding: teamCapFindings.say.exceeded({ leaving: team.leaving, size: team.size, max: team.max }),
          }),
        ),
    };
  },
};
