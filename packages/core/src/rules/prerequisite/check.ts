import type { Person } from "../../instance/person.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { moveTest, schoolSubject } from "../../recount/tally.ts";
import type { PrerequisiteParams } from "./schema.ts";
import { prerequisiteFindings } from "./text.ts";

/** Recomputes that every move of the kind meets its condition. */
export const prerequisiteCheck: RuleCheck<PrerequisiteParams> = {
  check: (params, entry, facts) => {
    const meets = moveTest(params.requires, facts);
    const lacking = facts.moves.filter(moveTest(params.moves, facts)).filter((move) => !meets(move));
    return {
      measures: [measureOf(entry, { unit: "people", value: lacking.length, target: 0, sense: "atMost" })],
      violations: lacking.map(({ person, to }) => {
        const about = { kind: "person", person: (facts.eligibility.county.persons[person] as Person).id } as const;
        const finding = prerequisiteFindings.say.missed({ school: schoolSubject(facts, to) });
        return violationOf(entry, { about, amount: 1, unit: "people", finding });
      }),
    };
  },
};
