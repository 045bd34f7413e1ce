import type { AssessmentRecord, Aspect, Assessor } from "./record.ts";
import { ASPECTS, ASSESSORS } from "./record.ts";

/**
 * What somebody got at the end of a term, over all assessors.
 *
 * @public
 */
export interface Assessment {
  readonly person: string;
  /** Arithmetic means over the assessors that gave points: no document says weights. */
  readonly means: Readonly<Partial<Record<Aspect, number>>>;
  /** Mean of the aspects, where each has one. */
  readonly overall?: number;
  /** Assessors of whom points of some aspect are missing. */
  readonly missing: readonly Assessor[];
}

/**
 * Returns the assessments of some people, in their order; whoever was given no points has all assessors missing.
 *
 * @public
 */
export function assessmentsOf(records: readonly AssessmentRecord[], people: readonly string[]): readonly Assessment[] {
  const byPerson = new Map<string, AssessmentRecord[]>();
  for (const record of records) byPerson.set(record.person, [...(byPerson.get(record.person) ?? []), record]);
  return people.map((person): Assessment => {
    const own = byPerson.get(person) ?? [];
    const means = Object.fromEntries(
      ASPECTS.flatMap((aspect) => {
        const points = own.flatMap((record) => record[aspect] ?? []);
        return points.length === 0 ? [] : [[aspect, mean(points)]];
      }),
    ) as Assessment["means"];
    const values = Object.values(means);
    const missing = ASSESSORS.filter((assessor) => {
      const given = own.filter((record) => record.assessor === assessor);
      return ASPECTS.some((aspect) => given.every((record) => record[aspect] === undefined));
    });
    return { person, means, missing, ...(values.length < ASPECTS.length ? {} : { overall: mean(values) }) };
  });
}

/** Rounded to two decimals, as points are written. */
function mean(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 100) / 100;
}
