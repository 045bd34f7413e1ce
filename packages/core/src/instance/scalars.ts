import { z } from "zod";
import { isIsoDate } from "./calendar.ts";

const MAX_ID_LENGTH = 64;
const MAX_NAME_LENGTH = 200;

// Control characters and separators of lines, by number: `\p{Cc}` needs a flag that a JSON Schema cannot carry.
// oxlint-disable-next-line no-control-regex
const ID_PATTERN = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/;

/**
 * A strict object whose fields are read in the order of their names, in whatever order they are listed: what is read then
 * stands in the order of canonical JSON, and nothing is copied for its hash.
 */
export function orderedObject<F extends z.core.$ZodLooseShape>(fields: F) {
  const names = Object.keys(fields).sort();
  return z.strictObject(Object.fromEntries(names.map((name) => [name, fields[name]])) as F);
}

/** Identifier of a person, school, post or group: any text without control characters. */
export const idSchema = z.string().min(1).max(MAX_ID_LENGTH).regex(ID_PATTERN, "must not contain control characters");

export const nameSchema = z.string().max(MAX_NAME_LENGTH);

/** Subject as the county writes it, for example 音乐; compared as text. */
export const subjectSchema = z.string().min(1).max(MAX_ID_LENGTH);

/**
 * A date `YYYY-MM-DD` that exists.
 *
 * @public
 */
export const isoDateSchema = z.string().refine(isIsoDate, "must be a date YYYY-MM-DD that exists");

export const countSchema = z.int().min(0);

const MAX_OWN_TEXT = 1000;

/** A value of a column that a policy declares as an attribute of its own. */
const ownValueSchema = z.union([
  z.number(),
  z.boolean(),
  z.string().max(MAX_OWN_TEXT),
  z.array(z.string().max(MAX_OWN_TEXT)),
]);

/** Values of the attributes that a policy declares, by their ids. */
export const ownValuesSchema = z.record(z.string().min(1).max(MAX_ID_LENGTH), ownValueSchema);

/** WGS-84 degrees; other systems are converted before an instance exists. */
export const coordinatesSchema = orderedObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/**
 * Latitude and longitude in degrees, WGS-84.
 *
 * @public
 */
export type Coordinates = z.infer<typeof coordinatesSchema>;
