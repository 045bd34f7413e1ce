import { z } from "zod";

type Schema = z.core.$ZodType;

/** Returns the keys that a schema knows at a path; none where it is no object there. */
export function keysAt(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  return [...new Set(schemasAt([schema], path).flatMap(({ def }) => Object.keys(def.shape)))];
}

/** Follows a path through a schema; several shapes may be possible at each step. */
function schemasAt(schemas: readonly Schema[], path: readonly PropertyKey[]): readonly z.ZodObject[] {
  const shapes = schemas.flatMap(shapesOf);
  const [key, ...rest] = path;
  if (key === undefined) return shapes.filter((shape) => shape instanceof z.ZodObject);
  return schemasAt(
    shapes.flatMap((shape) => childOf(shape, key) ?? []),
    rest,
  );
}

function childOf(shape: Schema, key: PropertyKey): Schema | undefined {
  if (shape instanceof z.ZodArray) return shape.def.element;
  if (shape instanceof z.ZodRecord) return shape.def.valueType;
  return shape instanceof z.ZodObject ? shape.def.shape[String(key)] : undefined;
}

/** Returns what a schema stands for: without defaults and detours, each of several. */
function shapesOf(schema: Schema): readonly Schema[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  )
    return shapesOf(schema.def.innerType);
  if (schema instanceof z.ZodLazy) return shapesOf(schema.def.getter());
  if (schema instanceof z.ZodPipe) return [...shapesOf(schema.def.in), ...shapesOf(schema.def.out)];
  return schema instanceof z.ZodUnion ? schema.def.options.flatMap(shapesOf) : [schema];
}
