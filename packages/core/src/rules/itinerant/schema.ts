import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { formCodeSchema } from "../../instance/codes.ts";
import { EVERYTHING, personCondition } from "../../policy/predicate.ts";
import { weightSchema } from "../../policy/ranges.ts";

/**
 * Itinerant teaching (走教, 跨校兼课; YL-14d, BQ-04): people with periods to spare teach at other schools, so that fewer
 * periods stay untaught (YL-30). Relation and headcount do not change.
 *
 * One entry a form. The form says who, from where and to where; posts need weekly periods and a full load, people their
 * weekly load. For counties with few itinerants: it is an integer program of its own.
 */
export const itinerantSchema = z.strictObject({
  /** A form that takes part of a post: `walk` or `partTime`. */
  form: formCodeSchema,
  /** Who may, by `person.` and `from.` attributes. */
  who: personCondition.default(EVERYTHING),
  /** Schools beside the own one that a person teaches at, at most. */
  maxPlaces: z.int().min(1).default(2),
  /** Longest way by road from the school worked at to the other school. */
  maxMetres: z.int().min(0).optional(),
  /** Periods a week of a whole post: the own load and the periods elsewhere together. */
  fullLoad: z.int().min(1),
  /** Level that counts the periods a week that stay untaught, over all posts with periods. */
  level: z.string(),
  weight: weightSchema.default(1),
  /** Places near each person that are looked at. */
  nearest: z.int().min(1).default(6),
});

export type ItinerantParams = z.infer<typeof itinerantSchema>;

/** Name and parameters of the rule. */
export const itinerantMeaning: RuleMeaning<ItinerantParams> = { name: "itinerant", schema: itinerantSchema };
