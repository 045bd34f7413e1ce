import { z } from "zod";
import type { Predicate } from "./predicate.ts";
import { predicateSchema } from "./predicate.ts";

/** A condition on people, schools or moves inside the parameters of a rule, and where it stands. */
export interface PlacedCondition {
  readonly condition: Predicate;
  readonly path: readonly (string | number)[];
}

/** Returns the conditions that parameters hold wherever the schema has one; none can be forgotten. */
export function conditionsIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly (string | number)[],
): readonly PlacedCondition[] {
  if (value === undefined) return [];
  if (schema === predicateSchema) return [{ condition: value as Predicate, path }];
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
