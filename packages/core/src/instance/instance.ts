import { z } from "zod";
import { personSchema } from "./person.ts";
import { groupSchema, postSchema, schoolSchema } from "./school.ts";
import { countSchema, idSchema, nameSchema } from "./scalars.ts";

/** Largest travel distance in metres; a quarter of the way round the Earth is already a mistake. */
const MAX_METRES = 10_000_000;

/**
 * Travel from residences to schools.
 *
 * A matrix entry wins; otherwise great-circle metres times the road factor. `null` in the matrix means unknown.
 */
export const travelSchema = z.strictObject({
  /** Road metres per great-circle metre. */
  roadFactor: z.number().min(1).max(5).default(1.3),
  matrix: z
    .strictObject({
      persons: z.array(idSchema),
      schools: z.array(idSchema),
      /** Shapes: one row a person, one entry a school; metres. */
      metres: z.array(z.array(z.int().min(0).max(MAX_METRES).nullable())),
    })
    .optional(),
});

/**
 * All facts of one round: one county, its schools, posts, people and groups. The canonical form is this document.
 *
 * @public
 */
export const instanceSchema = z.strictObject({
  format: z.literal("lungang-instance-1"),
  county: z.strictObject({
    id: idSchema,
    name: nameSchema,
    /** Authorised headcount of the whole county. */
    establishment: countSchema.optional(),
    /** Who makes and seals the plan: the education bureau in full. */
    authority: nameSchema.optional(),
  }),
  /** Year in which the school year of the plan starts. */
  planYear: z.int().min(1980).max(2100),
  schools: z.array(schoolSchema),
  posts: z.array(postSchema),
  persons: z.array(personSchema),
  groups: z.array(groupSchema).default([]),
  travel: travelSchema.default({ roadFactor: 1.3 }),
});

/**
 * A county in one year: schools, posts, people, groups, travel. In canonical order where `loadInstance` gave it.
 *
 * @public
 */
export type Instance = z.infer<typeof instanceSchema>;

/**
 * An instance as it is written: what has a default may be left out.
 *
 * @public
 */
export type InstanceInput = z.input<typeof instanceSchema>;

/**
 * How distances are known: coordinates with a road factor, or a matrix of metres.
 *
 * @public
 */
export type Travel = z.infer<typeof travelSchema>;
