import type { PlanFacts, RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { personTest, schoolSubject, schoolTest, schoolsInScope, usesHeadcount } from "../../recount/tally.ts";
import { shareOf } from "../../policy/share.ts";
import type { StaffShareParams } from "./schema.ts";
import { staffShareFindings } from "./text.ts";

/** Numbers of a school: of the set, and of all among whom. */
interface Staff {
  part: number;
  staff: number;
}

interface SchoolStaff {
  readonly school: number;
  readonly before: Staff;
  readonly after: Staff;
  /** What guests who go home may take from the school, in the units of the share. */
  readonly going: number;
}

type Tallies = ReadonlyMap<number, { -readonly [K in keyof SchoolStaff]: SchoolStaff[K] }>;

function staffOf(params: StaffShareParams, facts: PlanFacts): readonly SchoolStaff[] {
  const { county } = facts.eligibility;
  const inSet = personTest(params.set, facts);
  const counts = counted(params, facts);
  const ends = new Map([...facts.moves, ...facts.returns].map(({ person, to }) => [person, to]));
  const asked = schoolsInScope(facts).filter(schoolTest(params.schools, facts));
  const tallies: Tallies = new Map(
    asked.map((school) => [school, { school, before: none(), after: none(), going: 0 }]),
  );
  for (let person = 0; person < county.persons.length; person++) {
    if (!counts(person)) continue;
    const works = county.works[person] as number;
    const one = inSet(person) ? 1 : 0;
    add(tallies.get(works)?.before, one);
    add(tallies.get(ends.get(person) ?? works)?.after, one);
    addGoing(tallies, { person, value: unitsOf(params, { part: one, staff: 1 }) }, facts);
  }
  return [...tallies.values()];
}

/** Returns a test of who is counted among the staff. */
function counted(params: StaffShareParams, facts: PlanFacts): (person: number) => boolean {
  const { eligibility } = facts;
  const among = personTest(params.of, facts);
  return (person) =>
    usesHeadcount(eligibility, person) && eligibility.decisions[person]?.standing !== "outOfScope" && among(person);
}

/** Notes what a guest whose exchange has ended takes off two schools on the way home. */
function addGoing(
  tallies: Tallies,
  { person, value }: { readonly person: number; readonly value: number },
  { eligibility }: PlanFacts,
): void {
  const { county, decisions } = eligibility;
  const [works, home] = [county.works[person] as number, county.home[person] as number];
  if (decisions[person]?.standing !== "returning" || works === home) return;
  const [host, back] = [tallies.get(works), tallies.get(home)];
  if (host !== undefined) host.going += Math.min(0, 0 - value);
  if (back !== undefined) back.going += Math.min(0, value);
}

function none(): Staff {
  return { part: 0, staff: 0 };
}

function add(to: Staff | undefined, one: number): void {
  if (to === undefined) return;
  to.part += one;
  to.staff += 1;
}

/** The part beyond its share, in units of one over the denominator. */
function unitsOf({ share }: StaffShareParams, { part, staff }: Staff): number {
  return share.denominator * part - share.numerator * staff;
}

/** People of the set that the staff asks for. */
function leastOf({ share, rounding }: StaffShareParams, { staff }: Staff): number {
  return shareOf(share, staff, { bound: "atLeast", rounding });
}

/** Recounts who works at every school, before and after. */
export const staffShareCheck: RuleCheck<StaffShareParams> = {
  check: (params, entry, facts) => {
    const schools = staffOf(params, facts).filter(({ before, after }) => before.staff + after.staff > 0);
    return {
      measures: schools.map((school) =>
        measureOf(entry, {
          about: schoolSubject(facts, school.school),
          unit: "people",
          value: school.after.part,
          target: leastOf(params, school.after),
          sense: "atLeast",
        }),
      ),
      violations: schools.flatMap((school) => {
        const { before, after, going } = school;
        const lost = unitsOf(params, before) + going - unitsOf(params, after);
        const least = leastOf(params, after);
        const amount = Math.min(least - after.part, Math.ceil(lost / params.share.denominator));
        if (amount <= 0) return [];
        const finding = staffShareFindings.say.worse({
          ...after,
          partBefore: before.part,
          staffBefore: before.staff,
          least,
        });
        return [violationOf(entry, { about: schoolSubject(facts, school.school), amount, unit: "people", finding })];
      }),
    };
  },
  levelValue: (params, facts) =>
    params.weight * staffOf(params, facts).reduce((sum, { after }) => sum + Math.max(0, 0 - unitsOf(params, after)), 0),
};
