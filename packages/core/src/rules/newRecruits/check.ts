import type { Person } from "../../instance/person.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { moveTest, schoolSubject } from "../../recount/tally.ts";
import type { NewRecruitsParams } from "./schema.ts";
import { newRecruitsFindings } from "./text.ts";

/** Recomputes that every recruit gets a first school, and an allowed one. */
export const newRecruitsCheck: RuleCheck<NewRecruitsParams> = {
  check: (params, entry, facts) => {
    const { decisions, county } = facts.eligibility;
    const allowed = moveTest(params.schools, facts);
    const moves = new Map(facts.moves.map((move) => [move.person, move]));
    const recruits = decisions.flatMap(({ standing }, person) => (standing === "recruit" ? [person] : []));
    const violations = recruits.flatMap((index) => {
      const move = moves.get(index);
      if (move !== undefined && allowed(move)) return [];
      const about = { kind: "person", person: (county.persons[index] as Person).id } as const;
      const finding =
        move === undefined
          ? newRecruitsFindings.say.unplaced({})
          : newRecruitsFindings.say.elsewhere({ school: schoolSubject(facts, move.to) });
      return [violationOf(entry, { about, amount: 1, unit: "people", finding })];
    });
    const value = recruits.length - violations.length;
    return {
      measures: [measureOf(entry, { unit: "people", value, target: recruits.length, sense: "atLeast" })],
      violations,
    };
  },
};
