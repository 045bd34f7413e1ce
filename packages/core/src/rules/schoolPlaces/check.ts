import type { School } from "../../instance/school.ts";
import type { PlanFacts, RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { moveTest, personTest, schoolSubject, schoolsInScope } from "../../recount/tally.ts";
import type { SchoolPlacesParams } from "./schema.ts";
import { schoolPlacesFindings } from "./text.ts";

interface Places {
  readonly school: number;
  /** People who need a place and come, less those who free one. */
  readonly arrive: number;
  readonly left: number;
}

/** Counts for every school that states its places who needs one, who holds one and who frees one. */
function placesOf({ places, moves, holders }: SchoolPlacesParams, facts: PlanFacts): readonly Places[] {
  const { county } = facts.eligibility;
  const isNeeding = moveTest(moves, facts);
  const isHolding = holders === undefined ? () => false : personTest(holders, facts);
  return schoolsInScope(facts).flatMap((school): Places[] => {
    const stated = (county.schools[school] as School)[places];
    if (stated === undefined) return [];
    const held = county.persons.filter((_person, index) => county.home[index] === school && isHolding(index)).length;
    const comes = facts.moves.filter((move) => move.to === school && move.from !== school && isNeeding(move)).length;
    const goes = facts.moves.filter(
      ({ person, to, relationMoves }) =>
        relationMoves && to !== school && county.home[person] === school && isHolding(person),
    ).length;
    return [{ school, arrive: comes - goes, left: Math.max(0, stated - held) }];
  });
}

/** Recounts who needs a place at a school against what it has left. */
export const schoolPlacesCheck: RuleCheck<SchoolPlacesParams> = {
  check: (params, entry, facts) => {
    const found = placesOf(params, facts);
    return {
      measures: found.map(({ school, arrive, left }) =>
        measureOf(entry, {
          about: schoolSubject(facts, school),
          unit: "people",
          value: arrive,
          target: left,
          sense: "atMost",
        }),
      ),
      violations: found
        .filter(({ arrive, left }) => arrive > left)
        .map(({ school, arrive, left }) =>
          violationOf(entry, {
            about: schoolSubject(facts, school),
            amount: arrive - left,
            unit: "people",
            finding: schoolPlacesFindings.say.exceeded({ places: params.places, arrive, left }),
          }),
        ),
    };
  },
};
