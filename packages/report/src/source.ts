import type { County, Instance, Lock, Person, School, Text } from "@lungang/core";
import type { Decision, DecidedCounty, Policy } from "@lungang/core/policy";
import type { Names, Plan, PlanMove } from "@lungang/core/plan";
import type { ReportRecords } from "./records.ts";
import { decideEligibility } from "@lungang/core/policy";
import { indexCounty } from "@lungang/core";
import {
  compareIds,
  listedSchools,
  namesOf as namesIn,
  placesInList,
  formWord as wordOfForm,
} from "@lungang/core/plan";
import type { Audience } from "./report.ts";

/**
 * What reports are made from.
 *
 * @public
 */
export interface ReportRequest {
  readonly instance: Instance;
  /** Resolved with its reports and benefits, as far as the chosen reports read them. */
  readonly policy: Policy;
  readonly plan: Plan;
  readonly audience: Audience;
  readonly locks?: readonly Lock[];
  readonly records?: ReportRecords;
  /** Ids of reports; those that the policy selects by default, else all. */
  readonly reports?: readonly string[];
}

/** A move of the plan with everything that lists show about it. */
export interface ListedMove {
  readonly line: PlanMove;
  readonly person: Person;
  readonly index: number;
  readonly decision: Decision;
  readonly from: School | undefined;
  readonly to: School | undefined;
  /** Counts in quotas. */
  readonly counted: boolean;
}

/** The ground of every report. */
export interface Source {
  readonly county: County;
  readonly policy: Policy;
  readonly plan: Plan;
  readonly eligibility: DecidedCounty;
  readonly records: ReportRecords;
  readonly isPublic: boolean;
  readonly names: Names;
  /** Moves to another school, ordered by school left, school entered and person. */
  readonly moves: readonly ListedMove[];
  /** School worked at under the plan. Shapes: one entry a person. */
  readonly worksAfter: Int32Array;
  readonly schoolName: (id: string | null | undefined) => string;
  readonly school: (id: string | null | undefined) => School | undefined;
  /** Returns the place of a school as the county lists them. */
  readonly placeOf: (school: string | null | undefined) => number;
  /** Schools in scope, as the county lists them. */
  readonly schools: readonly { readonly school: School; readonly index: number }[];
  /** In the numbers of staff: established and in post; in public only who uses headcount, as plans are published. */
  readonly isStaff: (person: number) => boolean;
}

/** Reads instance, policy and plan once for all reports. */
export function sourceOf({ instance, policy, plan, audience, locks, records = {} }: ReportRequest): Source {
  const { county } = indexCounty(instance);
  const eligibility = decideEligibility(county, policy, locks ?? []);
  const school = (id: string | null | undefined) => county.schools[county.schoolIndex.get(id ?? "") ?? -1];
  const isPublic = audience === "public";
  const placeOf = placesInList(instance);
  const worksAfter = county.works.slice();
  for (const { person, to } of [...plan.moves, ...plan.returns]) {
    const index = county.personIndex.get(person);
    if (index !== undefined) worksAfter[index] = county.schoolIndex.get(to) ?? -1;
  }
  return {
    county,
    policy,
    plan,
    eligibility,
    records,
    isPublic,
    names: namesIn(instance, { public: isPublic, policy }),
    moves: listedMoves(plan, eligibility, placeOf),
    worksAfter,
    schoolName: namesOf(county.schools),
    school,
    placeOf,
    schools: listedSchools(county.schools).flatMap((entry) => {
      const index = county.schoolIndex.get(entry.id) ?? -1;
      return eligibility.inScope[index] === 1 ? [{ school: entry, index }] : [];
    }),
    isStaff: (person) => isStaff(eligibility, person, isPublic),
  };
}

function isStaff({ county, decisions }: DecidedCounty, index: number, isPublic: boolean): boolean {
  const person = county.persons[index];
  if (person === undefined || person.establishment !== "established" || !person.inPost) return false;
  return !isPublic || decisions[index]?.occupiesHeadcount === true;
}

/** Compares by code points. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A name that several schools share is followed by the id. */
function namesOf(schools: readonly School[]): (id: string | null | undefined) => string {
  const shared = new Map<string, number>();
  for (const { name } of schools) shared.set(name, (shared.get(name) ?? 0) + 1);
  const names = new Map(
    schools.map(({ id, name }) => [id, name === "" ? id : (shared.get(name) ?? 0) > 1 ? `${name}（${id}）` : name]),
  );
  return (id) => (id === null || id === undefined ? "" : (names.get(id) ?? id));
}

function listedMoves(
  plan: Plan,
  { county, decisions, policy }: DecidedCounty,
  placeOf: Source["placeOf"],
): readonly ListedMove[] {
  const counts = new Map(policy.forms.map(({ code, countsInQuota }) => [code, countsInQuota]));
  const school = (id: string | null) => county.schools[county.schoolIndex.get(id ?? "") ?? -1];
  return plan.moves
    .filter(({ from, to }) => from !== to)
    .flatMap((line): ListedMove[] => {
      const index = county.personIndex.get(line.person) ?? -1;
      const person = county.persons[index];
      const decision = decisions[index];
      if (person === undefined || decision === undefined) return [];
      const counted = counts.get(line.form) === true;
      return [{ line, person, index, decision, from: school(line.from), to: school(line.to), counted }];
    })
    .sort(
      ({ line: a }, { line: b }) =>
        placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to) || compareIds(a.person, b.person),
    );
}

/** Returns the school year of a date: the year in which it began, by the first day of exchanges in the policy. */
export function schoolYear(date: string, { policy }: Pick<Source, "policy">): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= policy.calendar.start ? year : year - 1;
}

/** Returns what a person teaches: the subject of the post, else the main subject. */
export function subjectOf({ person, line }: Pick<ListedMove, "person" | "line">, { county }: Source): string {
  const post = county.instance.posts.find(({ id }) => id === line.post);
  return post?.subject ?? mainSubject(person);
}

/** Returns the only or the main subject of a person. */
export function mainSubject({ subjects }: Person): string {
  const skill = subjects.length === 1 ? subjects[0] : subjects.find(({ main }) => main);
  return skill?.subject ?? "";
}

/** Returns the word of a form for the audience. */
export function formWord(form: PlanMove["form"], { isPublic }: Pick<Source, "isPublic">): Text {
  return wordOfForm(form, isPublic);
}

/** Returns whether a school lies in town (城镇), in the country, or nobody says. */
export function areaOf(school: School | undefined): "town" | "country" | undefined {
  if (school?.area === undefined) return undefined;
  return school.area === "urban" || school.area === "town" ? "town" : "country";
}
