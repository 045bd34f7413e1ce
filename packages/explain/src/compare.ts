import type { Plan } from "@lungang/core/plan";
import { ruleSubjectSchema, subjectKey } from "@lungang/core/plan";
import { z } from "zod";
import { levelDifferenceSchema, levelDifferences } from "./level-differences.ts";
import { changedPeople, changedPersonSchema } from "./placements.ts";

const number = z.number().nullable();

/**
 * Shape of the difference of two plans of one county.
 *
 * @public
 */
export const comparisonSchema = z.strictObject({
  /** Levels that differ, in their order; the first says which plan is better where both have the same levels. */
  levels: z.array(levelDifferenceSchema),
  people: z.array(changedPersonSchema),
  /** Schools whose headcounts or moves differ. */
  schools: z.array(
    z.strictObject({
      school: z.string(),
      movesOut: z.tuple([z.int(), z.int()]),
      movesIn: z.tuple([z.int(), z.int()]),
      working: z.tuple([z.int(), z.int()]),
    }),
  ),
  /** Numbers of rules that differ; null where a plan has no such number. */
  measures: z.array(
    z.strictObject({
      rule: z.string(),
      about: ruleSubjectSchema,
      unit: z.string(),
      values: z.tuple([number, number]),
      targets: z.tuple([number, number]),
    }),
  ),
  indicators: z.array(z.strictObject({ indicator: z.string(), values: z.tuple([number, number]) })),
});

/**
 * The difference of two plans; pairs hold the first plan and then the second.
 *
 * @public
 */
export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * Compares two plans of one county, by level, person, school, number of a rule and indicator.
 *
 * @public
 */
export function comparePlans(one: Plan, other: Plan): Comparison {
  return {
    levels: levelDifferences(one.levels, other.levels),
    people: changedPeople(one, other),
    schools: changedSchools(one, other),
    measures: changedMeasures(one, other),
    indicators: changedIndicators(one, other),
  };
}

function changedSchools(one: Plan, other: Plan): Comparison["schools"] {
  const then = new Map(one.schools.map((school) => [school.school, school]));
  return other.schools.flatMap((now) => {
    const before = then.get(now.school);
    if (before === undefined) return [];
    const entry: Comparison["schools"][number] = {
      school: now.school,
      movesOut: [before.movesOut, now.movesOut],
      movesIn: [before.movesIn, now.movesIn],
      working: [before.workingAfter, now.workingAfter],
    };
    const pairs = [entry.movesOut, entry.movesIn, entry.working];
    return pairs.every(([a, b]) => a === b) ? [] : [entry];
  });
}

function changedMeasures(one: Plan, other: Plan): Comparison["measures"] {
  const keyOf = ({ rule, about }: Plan["measures"][number]) => `${rule} ${subjectKey(about)}`;
  const then = new Map(one.measures.map((measure) => [keyOf(measure), measure]));
  const now = new Map(other.measures.map((measure) => [keyOf(measure), measure]));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => changedMeasure(then.get(key), now.get(key)));
}

type Measure = Plan["measures"][number];

function changedMeasure(a: Measure | undefined, b: Measure | undefined): Comparison["measures"] {
  const known = b ?? a;
  if (known === undefined || (a?.value === b?.value && a?.target === b?.target)) return [];
  const { rule, about, unit } = known;
  const pair = (of: "value" | "target"): [number | null, number | null] => [a?.[of] ?? null, b?.[of] ?? null];
  return [{ rule, about, unit, values: pair("value"), targets: pair("target") }];
}

function changedIndicators(one: Plan, other: Plan): Comparison["indicators"] {
  return Object.keys({ ...one.indicators, ...other.indicators })
    .sort()
    .flatMap((indicator) => {
      const values: [number | null, number | null] = [
        one.indicators[indicator] ?? null,
        other.indicators[indicator] ?? null,
      ];
      return values[0] === values[1] ? [] : [{ indicator, values }];
    });
}
