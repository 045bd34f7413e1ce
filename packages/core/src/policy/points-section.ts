import { z } from "zod";
import { decimalSchema, ownIdSchema } from "./own-attributes.ts";
import { textSchema } from "./parameters.ts";
import { moveCondition } from "./predicate.ts";
import { shareSchema } from "./share-schemas.ts";

/**
 * One item of points: so many for every unit of an attribute (`per` with `points`), a score with its weight (`per` with
 * `weight`), points where a condition holds (`when` with `points`), or the whole total there (`when` with `set`). An item
 * whose condition asks about where a move leads counts there only.
 */
const pointItemSchema = z.strictObject({
  id: ownIdSchema.optional(),
  source: z.string().min(1).optional(),
  text: textSchema.optional(),
  when: moveCondition.optional(),
  per: z.string().optional(),
  points: decimalSchema.optional(),
  weight: shareSchema.optional(),
  set: decimalSchema.optional(),
  /** The most that the item gives. */
  max: decimalSchema.optional(),
  /** The part of the total that the item belongs to. */
  component: z.string().optional(),
});

/** Points of people by items, each exact to four decimals (S1). */
export const pointsSchema = z.strictObject({
  id: ownIdSchema,
  source: z.string().min(1),
  text: textSchema,
  /** The most that all items give together. */
  cap: decimalSchema.optional(),
  /** Parts of the total with caps of their own. */
  components: z.array(z.strictObject({ id: ownIdSchema, text: textSchema, cap: decimalSchema })).default([]),
  items: z.array(pointItemSchema).min(1),
  /** What decides between equal points, in this order; what is left is decided by lot. */
  ties: z.array(z.strictObject({ attr: z.string(), order: z.enum(["desc", "asc"]) })).default([]),
});

/**
 * How points of people are counted.
 *
 * @public
 */
export type PointScale = z.infer<typeof pointsSchema>;

/**
 * One item of points.
 *
 * @public
 */
export type PointItem = PointScale["items"][number];
