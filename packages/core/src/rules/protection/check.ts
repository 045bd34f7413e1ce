import type { Decision } from "../../eligibility/decision.ts";
import { canTeach, isTeachingStaff } from "../../eligibility/teaches.ts";
import type { Cell } from "../../instance/cells.ts";
import { postName } from "../../instance/cells.ts";
import type { County } from "../../instance/county.ts";
import { mostNeeded } from "../../instance/joined.ts";
import type { Person } from "../../instance/person.ts";
import { inLeadershipTeam } from "../../instance/person.ts";
import { isClosed } from "../../instance/school.ts";
import type { School } from "../../instance/school.ts";
import type { Violation } from "../../plan/plan.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { PlanFacts, RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { schoolId, schoolsInScope, usesHeadcount } from "../../recount/tally.ts";
import type { ProtectionParams } from "./schema.ts";
import { protectionFindings } from "./text.ts";

/** The people of a school around the plan, those of the headcount alone. */
interface Staff {
  /** Who works there and does not go home at the end of a term. */
  readonly before: readonly number[];
  /** Who works there after the plan. */
  readonly after: readonly number[];
  /** Of these, who came to lead. */
  readonly leading: ReadonlySet<number>;
}

interface Place {
  readonly to: number;
  readonly cell: number;
}

/** Where the plan sends people who do not stay. */
function placesOf({ moves, returns }: PlanFacts): ReadonlyMap<number, Place> {
  return new Map([...moves, ...returns].map(({ person, to, cell }) => [person, { to, cell }]));
}

function staffBySchool(facts: PlanFacts): readonly Staff[] {
  const { county, decisions } = facts.eligibility;
  const staff = county.schools.map(() => ({
    before: [] as number[],
    after: [] as number[],
    leading: new Set<number>(),
  }));
  const add = (list: number[] | undefined, person: number) => list?.push(person);
  const places = placesOf(facts);
  for (const [person, works] of county.works.entries()) {
    if (!usesHeadcount(facts.eligibility, person)) continue;
    const place = places.get(person);
    const there = staff[place === undefined ? works : place.to];
    if ((decisions[person] as Decision).standing !== "returning") add(staff[works]?.before, person);
    add(there?.after, person);
    if (comesToLead(county, person, place)) there?.leading.add(person);
  }
  return staff;
}

function inOffice(cell: Cell | undefined): boolean {
  return cell?.kind === "management" && cell.office !== "midLevel";
}

/** Somebody who enters the post of a head or vice head, or a member of a team who comes from another school. */
function comesToLead({ persons, cells, works }: County, person: number, place: Place | undefined): boolean {
  if (place === undefined) return false;
  return inOffice(cells[place.cell]) || (works[person] !== place.to && inLeadershipTeam(persons[person] as Person));
}

/** What a school may lose, and whether it did. */
interface Unit {
  readonly lost: boolean;
  readonly breach: () => Violation;
}

interface UnitContext {
  readonly facts: PlanFacts;
  readonly entry: RuleTerms;
  /** Subjects that a school has posts for, as cells by school. */
  readonly taught: ReadonlyMap<number, readonly number[]>;
  /** Whether subjects of the school at hand are to be kept. */
  readonly hasSubjects: boolean;
}

type UnitsOf = (school: number, staff: Staff, context: UnitContext) => readonly Unit[];

function subjectsBySchool({ eligibility }: PlanFacts): UnitContext["taught"] {
  const taught = new Map<number, number[]>();
  for (const [cell, entry] of eligibility.county.cells.entries()) {
    const { school, kind } = entry;
    if (kind !== "teaching" || mostNeeded(entry) === 0) continue;
    const known = taught.get(school) ?? [];
    taught.set(school, known);
    known.push(cell);
  }
  return taught;
}

const subjectUnits: UnitsOf = (school, { before, after }, { facts, entry, taught }) => {
  const { county } = facts.eligibility;
  return (taught.get(school) ?? []).flatMap((index): Unit[] => {
    const cell = county.cells[index] as Cell;
    const able = before.filter((person) => canTeach(county, person, index)).length;
    if (able === 0) return [];
    const finding = protectionFindings.say.subjectLost({ before: able });
    return [
      {
        lost: !after.some((person) => canTeach(county, person, index)),
        breach: () =>
          violationOf(entry, { about: { kind: "post", post: postName(cell) }, amount: 1, unit: "people", finding }),
      },
    ];
  });
};

/** Where a subject is to be kept, whoever keeps it is a teacher: one loss is told once. */
const teacherUnit: UnitsOf = (school, { before, after }, { facts, entry, hasSubjects }) => {
  if (hasSubjects) return [];
  const { persons } = facts.eligibility.county;
  const teaches = (person: number) => isTeachingStaff(persons[person] as Person);
  const there = before.filter(teaches).length;
  if (there === 0) return [];
  const about = { kind: "school", school: schoolId(facts, school), limit: "teachers" } as const;
  const finding = protectionFindings.say.teachersLost({ before: there });
  return [
    { lost: !after.some(teaches), breach: () => violationOf(entry, { about, amount: 1, unit: "people", finding }) },
  ];
};

/** Of several leaders one stays; a single one goes only where somebody comes to lead. */
const leaderUnit: UnitsOf = (school, { before, after, leading }, { facts, entry }) => {
  const { persons, works } = facts.eligibility.county;
  const isLeader = (person: number) => inLeadershipTeam(persons[person] as Person);
  const team = before.filter(isLeader);
  if (team.length === 0) return [];
  const stays = after.some((person) => works[person] === school && isLeader(person));
  const about = { kind: "school", school: schoolId(facts, school), limit: "leaders" } as const;
  const finding = protectionFindings.say.leadersLost({ before: team.length });
  return [
    {
      lost: !stays && (team.length > 1 || leading.size === 0),
      breach: () => violationOf(entry, { about, amount: 1, unit: "people", finding }),
    },
  ];
};

/** Recounts what every school in scope keeps, people by people. */
export const protectionCheck: RuleCheck<ProtectionParams> = {
  check: (params, entry, facts) => {
    const staff = staffBySchool(facts);
    const taught = subjectsBySchool(facts);
    const units = schoolsInScope(facts)
      .filter((school) => !isClosed(facts.eligibility.county.schools[school] as School))
      .flatMap((school) => {
        const people = staff[school] as Staff;
        const context = { facts, entry, taught, hasSubjects: false };
        const subjects = params.subjects ? subjectUnits(school, people, context) : [];
        const hasSubjects = subjects.length > 0;
        return [
          ...subjects,
          ...(params.teachers ? teacherUnit(school, people, { ...context, hasSubjects }) : []),
          ...(params.leaders ? leaderUnit(school, people, context) : []),
        ];
      });
    const lost = units.filter((unit) => unit.lost);
    const reading = { unit: "units", value: units.length - lost.length, target: units.length } as const;
    return {
      measures: [measureOf(entry, { ...reading, sense: "atLeast" })],
      violations: lost.map(({ breach }) => breach()),
    };
  },
};
