import type { Eligibility } from "../../eligibility/eligibility.ts";
import type { School } from "../../instance/school.ts";
import { selectPeople } from "../move-tests.ts";
import { ceilShare } from "../../policy/share.ts";
import type { ParticipationParams } from "./schema.ts";

/** A number of people of one group who have to take part. */
export interface ParticipationNeed {
  readonly members: readonly number[];
  /** School of the group, -1 where it is not one school. */
  readonly school: number;
  readonly required: number;
  readonly long: boolean;
}

/** Returns every number that an entry asks for: by share, by share of long exchanges, by school. */
export function participationNeeds(
  params: ParticipationParams,
  eligibility: Eligibility,
): readonly ParticipationNeed[] {
  const { county } = eligibility;
  const base = baseOf(params, eligibility);
  const groups = groupsBy(base, (person) => namesOf(params, county.schools[county.home[person] as number]));
  const shares = [...groups].flatMap(([name, members]) => {
    const school = params.by === "school" ? (county.schoolIndex.get(name) ?? -1) : -1;
    return [
      ...(params.share === undefined
        ? []
        : [{ members, school, required: ceilShare(params.share, members.length), long: false }]),
      ...(params.longShare === undefined
        ? []
        : [{ members, school, required: ceilShare(params.longShare, members.length), long: true }]),
    ];
  });
  const given = Object.entries(params.bySchool).map(([id, required]) => {
    const school = county.schoolIndex.get(id) ?? -1;
    return { members: base.filter((person) => county.home[person] === school), school, required, long: false };
  });
  return [...shares, ...given].filter(({ required }) => required > 0);
}

function baseOf(params: ParticipationParams, eligibility: Eligibility): readonly number[] {
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

function namesOf({ by }: ParticipationParams, school: School | undefined): readonly string[] {
  if (by === "county") return [""];
  if (school === undefined) return [];
  if (by === "school") return [school.id];
  if (by === "township") return school.township === undefined ? [] : [school.township];
  return by === "zone" ? school.zones : school.alliances;
}
