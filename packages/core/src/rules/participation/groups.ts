import type { RuleSubject } from "../../subject/rule-subject.ts";
import { groupSubject } from "../../subject/rule-subject.ts";
import { groupsOf } from "../../formulation/school-groups.ts";
import type { DecidedCounty } from "../../eligibility/eligibility.ts";
import { selectPeople } from "../../formulation/move-tests.ts";
import { shareOf } from "../../policy/share.ts";
import type { ParticipationParams } from "./schema.ts";

/** A number of people of one group who have to take part. */
export interface ParticipationNeed {
  readonly members: readonly number[];
  readonly about: RuleSubject;
  readonly required: number;
  readonly long: boolean;
}

/** Returns every number that an entry asks for: by share, by share of long exchanges, by school. */
export function participationNeeds(
  params: ParticipationParams,
  eligibility: DecidedCounty,
): readonly ParticipationNeed[] {
  const { county } = eligibility;
  const base = baseOf(params, eligibility);
  // A school that takes no part is asked for nobody.
  const takesPart = (school: number) => eligibility.inScope[school] === 1;
  const asked = base.filter((person) => params.by !== "school" || takesPart(county.home[person] as number));
  const groups = groupsBy(asked, (person) => groupsOf(params.by, county.schools[county.home[person] as number]));
  const bound = { bound: "atLeast", rounding: params.rounding } as const;
  const shares = [...groups].flatMap(([name, members]) => {
    const about = groupSubject(params.by, name);
    return [
      ...(params.share === undefined
        ? []
        : [{ members, about, required: shareOf(params.share, members.length, bound), long: false }]),
      ...(params.longShare === undefined
        ? []
        : [
            {
              members,
              about: { ...about, limit: "longTerm" } as RuleSubject,
              required: shareOf(params.longShare, members.length, bound),
              long: true,
            },
          ]),
    ];
  });
  const numbers = Object.entries(params.bySchool).filter(([id]) => takesPart(county.schoolIndex.get(id) ?? -1));
  const given = numbers.map(([id, required]) => {
    const school = county.schoolIndex.get(id) ?? -1;
    const members = base.filter((person) => county.home[person] === school);
    return { members, about: groupSubject("school", id), required, long: false };
  });
  return [...shares, ...given].filter(({ required }) => required > 0);
}

function baseOf(params: ParticipationParams, eligibility: DecidedCounty): readonly number[] {
  const who = selectPeople({ eligibility }, params.who);
  return eligibility.decisions.flatMap(({ standing, exempt }, person) =>
    who[person] === 1 && standing !== "recruit" && !(params.excludeExempt && exempt) ? [person] : [],
  );
}

function groupsBy(
  people: readonly number[],
  namesOfPerson: (person: number) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const person of people)
    for (const name of namesOfPerson(person)) {
      const members = groups.get(name) ?? [];
      groups.set(name, members);
      members.push(person);
    }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
