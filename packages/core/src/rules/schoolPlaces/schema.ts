import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { moveCondition, personCondition } from "../../policy/predicate.ts";

/** Numbers of a school that arrivals can use up. */
export const PLACES = ["roomsAvailable", "seniorPosts", "middlePosts"] as const;

/**
 * Nobody goes to a school for whom it has no place: rooms for those who need one (YL-28), posts of a level of titles for
 * those who come with the relation.
 *
 * A school that states no number sets no limit, and a warning names it.
 */
export const schoolPlacesSchema = z.strictObject({
  /** The number of the school: free rooms, or posts of senior or middle titles. */
  places: z.enum(PLACES),
  /** New moves that need a place at the school entered. */
  moves: moveCondition,
  /**
   * People with the relation at the school who hold such places already; who of them leaves with the relation frees one.
   * Without it the number of the school is what is free.
   */
  holders: personCondition.optional(),
});

export type SchoolPlacesParams = z.infer<typeof schoolPlacesSchema>;

/** Name and parameters of the rule. */
export const schoolPlacesMeaning: RuleMeaning<SchoolPlacesParams> = {
  name: "schoolPlaces",
  schema: schoolPlacesSchema,
};
