import type { Person } from "../../instance/person.ts";
import type { RuleCheck } from "../rule-check.ts";
import { measureOf, violationOf } from "../rule-check.ts";
import { moveTest, schoolLabel } from "../tally.ts";
import type { PrerequisiteParams } from "./schema.ts";
import { prerequisiteMissedText } from "./text.ts";

/** Recomputes that every move of the kind meets its condition. */
export const prerequisiteCheck: RuleCheck<PrerequisiteParams> = {
  check: (params, entry, facts) => {
    const meets = moveTest(params.requires, facts);
    const lacking = facts.moves.filter(moveTest(params.moves, facts)).filter((move) => !meets(move));
    return {
      measures: [measureOf(entry, { unit: "people", value: lacking.length, target: 0, sense: "atMost" })],
      violations: lacking.map(({ person, to }) => {
        const subject = (facts.eligibility.county.persons[person] as Person).id;
        const message = prerequisiteMissedText({ person: subject, school: schoolLabel(facts, to), rule: entry.text });
        return violationOf(entry, { subject, amount: 1, unit: "people", message });
      }),
    };
  },
};
