import type { School } from "../../instance/school.ts";
import { roundedShare } from "../../policy/share.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, violationOf } from "../../recount/rule-check.ts";
import { exchangesOf, moveTest, schoolId, schoolTest, schoolsInScope } from "../../recount/tally.ts";
import type { PerSchoolParams } from "./schema.ts";
import type { SchoolLimitName } from "./text.ts";
import { perSchoolFindings } from "./text.ts";

/** What limits are about: a school, in one subject where the rule counts by subject. */
interface Part {
  readonly school: number;
  readonly subject?: string;
}

/** A limit of one school and the moves that it is about. */
interface SchoolLimit extends Part {
  readonly name: SchoolLimitName;
  readonly limit: number;
  readonly count: number;
}

type Limits = Partial<Record<SchoolLimitName, number | undefined>>;

/**
 * Returns the limits of a school: what the authority gave it wins over its own, and that over the entry; `maxOut` also
 * wins over the share. Of a number and a share the smaller holds.
 */
function limitsOf(params: PerSchoolParams, facts: PlanFacts, part: Part): Limits {
  const { id, quota } = facts.eligibility.county.schools[part.school] as School;
  const byShare =
    params.maxOutShare === undefined
      ? Infinity
      : Math.max(1, roundedShare(params.maxOutShare, headsBefore(part, facts), params.maxOutRounding));
  const maxOut = Math.min(params.maxOut ?? Infinity, byShare);
  const { minOut, minIn, maxIn } = params;
  const ofEntry: Limits = { minOut, maxOut: maxOut === Infinity ? undefined : maxOut, minIn, maxIn };
  return {
    ...ofEntry,
    ...stated(params.useSchoolQuota && !params.bySubject ? quota : undefined),
    ...stated(params.bySchool[id]),
  };
}

/** Leaves out the limits that nobody stated. */
function stated(limits: Limits | undefined): Limits {
  return Object.fromEntries(Object.entries(limits ?? {}).filter(([, limit]) => limit !== undefined));
}

/** People who work at a school before anybody moves: of a subject, those who fill its posts. */
function headsBefore({ school, subject }: Part, { eligibility, workingBefore, cellBefore }: PlanFacts): number {
  if (subject === undefined) return workingBefore[school] as number;
  return eligibility.county.cells
    .map((cell, index) => (cell.school === school && cell.subject === subject ? (cellBefore[index] as number) : 0))
    .reduce((sum, heads) => sum + heads, 0);
}

/** The schools, or their subjects: those of the posts that they have or that somebody there fills. */
function partsOf(params: PerSchoolParams, facts: PlanFacts): readonly Part[] {
  const schools = schoolsInScope(facts).filter(schoolTest(params.schools, facts));
  return schools.flatMap((school) => partsAt(params, facts, school));
}

function partsAt({ bySubject }: PerSchoolParams, { eligibility }: PlanFacts, school: number): readonly Part[] {
  if (!bySubject) return [{ school }];
  const subjects = eligibility.county.cells.flatMap((cell) =>
    cell.school === school && cell.subject !== undefined ? [cell.subject] : [],
  );
  return [...new Set(subjects)].sort().map((subject) => ({ school, subject }));
}

/** Returns how many have to leave a school at the least, of all subjects together. */
export function leastOutOf(params: PerSchoolParams, facts: PlanFacts, school: number): number {
  return partsAt(params, facts, school).reduce((sum, part) => sum + (limitsOf(params, facts, part).minOut ?? 0), 0);
}

function limitsOfAll(params: PerSchoolParams, facts: PlanFacts): readonly SchoolLimit[] {
  const { cells, cellOf } = facts.eligibility.county;
  const moves = exchangesOf(facts).filter(moveTest(params.moves, facts));
  const keyOf = (school: number, cell: number) => `${school}/${params.bySubject ? (cells[cell]?.subject ?? "") : ""}`;
  const tally = (keys: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const out = tally(moves.map(({ from, person }) => keyOf(from, cellOf[person] as number)));
  const into = tally(moves.map(({ to, cell }) => keyOf(to, cell)));
  return partsOf(params, facts).flatMap((part) =>
    Object.entries(limitsOf(params, facts, part)).flatMap(([key, limit]) => {
      const name = key as SchoolLimitName;
      const count = (name.endsWith("Out") ? out : into).get(`${part.school}/${part.subject ?? ""}`) ?? 0;
      return limit === undefined ? [] : [{ ...part, name, limit, count }];
    }),
  );
}

function readingOf({ subject, name, limit, count }: SchoolLimit, school: string) {
  const sense = name.startsWith("min") ? "atLeast" : "atMost";
  const about = { kind: "school", school, ...(subject !== undefined && { subject }), limit: name } as const;
  return { about, unit: "people", value: count, target: limit, sense } as const;
}

/** Recomputes the limits on every school in scope. */
export const perSchoolCheck: RuleCheck<PerSchoolParams> = {
  check: (params, entry, facts) => {
    const limits = limitsOfAll(params, facts).map((limit) => ({
      ...limit,
      reading: readingOf(limit, schoolId(facts, limit.school)),
    }));
    return {
      measures: limits.map(({ reading }) => measureOf(entry, reading)),
      violations: limits
        .filter(({ reading }) => missedBy(reading) > 0)
        .map(({ reading, ...limit }) =>
          violationOf(entry, {
            about: reading.about,
            amount: missedBy(reading),
            unit: "people",
            finding: perSchoolFindings.say.broken({ name: limit.name, count: limit.count, limit: limit.limit }),
          }),
        ),
    };
  },
};
