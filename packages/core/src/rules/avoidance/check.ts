import { couplesOf } from "../../instance/couples.ts";
import { NONE } from "../../instance/county.ts";
import type { Violation } from "../../plan/plan.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { violationOf } from "../../recount/rule-check.ts";
import { personTest, schoolSubject } from "../../recount/tally.ts";
import type { AvoidanceParams } from "./schema.ts";
import { avoidanceFindings } from "./text.ts";

/** Recounts for everybody who goes to another school and has a spouse whether the two end at one school and one of them leads. */
export const avoidanceCheck: RuleCheck<AvoidanceParams> = {
  check: (params, entry, facts) => {
    const { county } = facts.eligibility;
    const leads = personTest(params.leaders, facts);
    const couples = couplesOf(county);
    const ends = new Map([...facts.returns, ...facts.moves].map(({ person, to }) => [person, to]));
    const about = (person: number) => ({ kind: "person", person: county.persons[person]?.id ?? "" }) as const;
    const violations = facts.moves.flatMap(({ person, to }): Violation[] => {
      const spouse = couples[person] ?? NONE;
      if (spouse === NONE || (!leads(person) && !leads(spouse))) return [];
      // Another post of the own school takes nobody anywhere.
      if (to === county.works[person]) return [];
      if ((ends.get(spouse) ?? county.works[spouse]) !== to) return [];
      const finding = avoidanceFindings.say.together({ spouse: about(spouse), school: schoolSubject(facts, to) });
      return [violationOf(entry, { about: about(person), amount: 1, unit: "people", finding })];
    });
    return { measures: [], violations };
  },
};
