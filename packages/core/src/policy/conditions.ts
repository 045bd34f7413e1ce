import { z } from "zod";
import type { Predicate } from "./predicate.ts";
import type { Root } from "./condition-issues.ts";
import { CONDITION_SUBJECTS } from "./condition-issues.ts";
import { entryCondition, moveCondition, personCondition, schoolCondition } from "./predicate.ts";

/** A condition on people, schools or moves inside the parameters of a rule, and where it stands. */
export interface PlacedCondition {
  readonly condition: Predicate;
  readonly path: readonly (string | number)[];
  /** What it may ask about there; anything where it is undefined. */
  readonly about: readonly Root[] | undefined;
}

const ABOUT: ReadonlyMap<z.core.$ZodType, readonly Root[]> = new Map<z.core.$ZodType, readonly Root[]>([
  [personCondition, CONDITION_SUBJECTS.person],
  [schoolCondition, CONDITION_SUBJECTS.school],
  [entryCondition, CONDITION_SUBJECTS.entry],
  [moveCondition, CONDITION_SUBJECTS.move],
]);

/** Returns what a condition of a schema may ask about; undefined where the schema is no condition. */
export function aboutOf(schema: z.core.$ZodType): readonly Root[] | undefined {
  return ABOUT.get(schema);
}

/** Returns the conditions that parameters hold wherever the schema has one; none can be forgotten. */
export function conditionsIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly (string | number)[],
): readonly PlacedCondition[] {
  if (value === undefined) return [];
  const about = aboutOf(schema);
  if (about !== undefined) return [{ condition: value as Predicate, path, about }];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return conditionsIn(schema.def.innerType, value, path);
  if (schema instanceof z.ZodArray)
    return (value as readonly unknown[]).flatMap((entry, index) =>
      conditionsIn(schema.def.element, entry, [...path, index]),
    );
  if (!(schema instanceof z.ZodObject)) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(schema.def.shape).flatMap(([key, field]) =>
    conditionsIn(field as z.core.$ZodType, fields[key], [...path, key]),
  );
}
