import { couplesOf } from "../../instance/couples.ts";
import { NONE } from "../../instance/county.ts";
import type { School } from "../../instance/school.ts";
import { schoolMetres } from "../../instance/travel.ts";
import type { Violation } from "../../plan/plan.ts";
import type { PlanFacts, RuleCheck } from "../../recount/facts.ts";
import { violationOf } from "../../recount/rule-check.ts";
import { personTest, schoolSubject } from "../../recount/tally.ts";
import type { LinkedParams } from "./schema.ts";
import { linkedFindings } from "./text.ts";

/** Where two people of a couple work on plan start and after the plan. */
interface Ends {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

function isTogether({ withinMetres, sameTownship }: LinkedParams, facts: PlanFacts, { before, after }: Ends): boolean {
  const { county } = facts.eligibility;
  if (after[0] === after[1]) return true;
  const [a, b] = after.map((school) => county.schools[school] as School) as [School, School];
  if (sameTownship && a.township !== undefined && a.township === b.township) return true;
  const [then, now] = [schoolMetres(county, ...before), schoolMetres(county, ...after)];
  if (now < 0) return false;
  return (withinMetres !== undefined && now <= withinMetres) || (then >= 0 && now <= then);
}

/** Recounts for everybody who goes to another school and has a spouse how far the two are apart, and whether both move. */
export const linkedCheck: RuleCheck<LinkedParams> = {
  check: (params, entry, facts) => {
    const { county } = facts.eligibility;
    const isAsked = personTest(params.who, facts);
    const ends = new Map([...facts.returns, ...facts.moves].map(({ person, to }) => [person, to]));
    const couples = couplesOf(county);
    const worksAt = (person: number) => county.works[person] as number;
    const endsAt = (person: number) => ends.get(person) ?? worksAt(person);
    const idOf = (person: number) => county.persons[person]?.id ?? "";
    // Another post of the own school takes nobody anywhere.
    const exchanges = facts.moves.filter(({ person, to }) => to !== worksAt(person));
    const violations = exchanges.flatMap(({ person, to }): Violation[] => {
      const spouse = couples[person] ?? NONE;
      if (spouse === NONE || !isAsked(person) || !isAsked(spouse)) return [];
      if (worksAt(person) === NONE || worksAt(spouse) === NONE) return [];
      const about = { kind: "person", person: idOf(person) } as const;
      const other = { kind: "person", person: idOf(spouse) } as const;
      const places: Ends = { before: [worksAt(person), worksAt(spouse)], after: [to, endsAt(spouse)] };
      const school = schoolSubject(facts, endsAt(spouse));
      const found = [
        ...(isTogether(params, facts, places) ? [] : [linkedFindings.say.apart({ spouse: other, school })]),
        ...(params.bothOrNone && endsAt(spouse) === worksAt(spouse)
          ? [linkedFindings.say.alone({ spouse: other })]
          : []),
      ];
      return found.map((finding) => violationOf(entry, { about, amount: 1, unit: "people", finding }));
    });
    return { measures: [], violations };
  },
};
