import { z } from "zod";
import type { County } from "../../instance/county.ts";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { formCodeSchema } from "../../instance/codes.ts";
import { EVERYTHING, personCondition } from "../../policy/predicate.ts";
import { weightSchema } from "../../policy/ranges.ts";

/**
 * Itinerant teaching (走教, 跨校兼课; YL-14d, BQ-04): people with periods to spare teach at other schools, so that fewer
 * periods stay untaught (YL-30). Relation and headcount do not change. In a form of the scope `school` they teach other
 * posts of their own one (一专多能, SC-04), and so do those who come to a post there.
 *
 * One entry a form. The form says who, from where and to where; posts need weekly periods and a full load, people their
 * weekly load. At schools that the form reaches a rest of less than half a load is no post of its own. For counties with
 * few itinerants: it is an integer program of its own. Where no post states periods it asks nothing.
 */
export const itinerantSchema = z.strictObject({
  /** A form that takes part of a post: `walk` or `partTime`. */
  form: formCodeSchema,
  /** Who may, by `person.` and `from.` attributes. */
  who: personCondition.default(EVERYTHING),
  /** Schools that a person teaches at beside the own post, at most. */
  maxPlaces: z.int().min(1).default(2),
  /** Longest way by road from the school worked at to the other school. */
  maxMetres: z.int().min(0).optional(),
  /**
   * Periods a week of a whole post: the own load and the periods elsewhere together.
   *
   * @defaultValue the full load that the own post states; who fills none that states it teaches nowhere else
   */
  fullLoad: z.int().min(1).optional(),
  /** Level that counts the periods a week that stay untaught, over all posts with periods. */
  level: z.string(),
  weight: weightSchema.default(1),
  /** Places near each person that are looked at. */
  nearest: z.int().min(1).default(6),
});

export type ItinerantParams = z.infer<typeof itinerantSchema>;

/** Returns the most periods a week of a person, the own post and elsewhere together; undefined where nobody says. */
export function fullLoadOf(
  { fullLoad }: ItinerantParams,
  { cells, cellOf }: County,
  person: number,
): number | undefined {
  return fullLoad ?? cells[cellOf[person] as number]?.periods?.fullLoad;
}

/** Name and parameters of the rule. */
export const itinerantMeaning: RuleMeaning<ItinerantParams> = { name: "itinerant", schema: itinerantSchema };
