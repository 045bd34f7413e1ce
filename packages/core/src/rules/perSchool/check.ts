import type { School } from "../../instance/school.ts";
import { roundedShare } from "../../policy/share.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, violationOf } from "../../recount/rule-check.ts";
import { exchangesOf, moveTest, schoolId, schoolTest, schoolsInScope } from "../../recount/tally.ts";
import type { PerSchoolParams } from "./schema.ts";
import type { SchoolLimitName } from "./text.ts";
import { perSchoolFindings } from "./text.ts";

/** A limit of one school and the moves that it is about. */
interface SchoolLimit {
  readonly school: number;
  readonly name: SchoolLimitName;
  readonly limit: number;
  readonly count: number;
}

type Limits = Partial<Record<SchoolLimitName, number | undefined>>;

/**
 * Returns the limits of a school: what the authority gave it wins over its own, and that over the entry; `maxOut` also
 * wins over the share. Of a number and a share the smaller holds.
 */
export function limitsOf(params: PerSchoolParams, facts: PlanFacts, index: number): Limits {
  const { id, quota } = facts.eligibility.county.schools[index] as School;
  const byShare =
    params.maxOutShare === undefined
      ? Infinity
      : Math.max(1, roundedShare(params.maxOutShare, facts.workingBefore[index] as number, params.maxOutRounding));
  const maxOut = Math.min(params.maxOut ?? Infinity, byShare);
  const { minOut, minIn, maxIn } = params;
  const ofEntry: Limits = { minOut, maxOut: maxOut === Infinity ? undefined : maxOut, minIn, maxIn };
  return { ...ofEntry, ...stated(params.useSchoolQuota ? quota : undefined), ...stated(params.bySchool[id]) };
}

/** Leaves out the limits that nobody stated. */
function stated(limits: Limits | undefined): Limits {
  return Object.fromEntries(Object.entries(limits ?? {}).filter(([, limit]) => limit !== undefined));
}

function limitsOfAll(params: PerSchoolParams, facts: PlanFacts): readonly SchoolLimit[] {
  const { schools } = facts.eligibility.county;
  const out = new Int32Array(schools.length);
  const into = new Int32Array(schools.length);
  for (const move of exchangesOf(facts).filter(moveTest(params.moves, facts))) {
    if (move.from >= 0) out[move.from]!++;
    into[move.to]!++;
  }
  return schoolsInScope(facts)
    .filter(schoolTest(params.schools, facts))
    .flatMap((school) =>
      Object.entries(limitsOf(params, facts, school)).flatMap(([key, limit]) => {
        const name = key as SchoolLimitName;
        const count = (name.endsWith("Out") ? out : into)[school] as number;
        return limit === undefined ? [] : [{ school, name, limit, count }];
      }),
    );
}

function readingOf({ name, limit, count }: SchoolLimit, school: string) {
  const sense = name.startsWith("min") ? "atLeast" : "atMost";
  const about = { kind: "school", school, limit: name } as const;
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
