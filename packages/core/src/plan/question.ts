import { z } from "zod";
import { formCodeSchema } from "../instance/codes.ts";
import { idSchema } from "../instance/scalars.ts";

/**
 * What would be asked of one person: to stay, to go anywhere, to a school or post or in a form, or not to a school or post.
 *
 * @public
 */
export const questionSchema = z.union([
  z.strictObject({ person: idSchema, stay: z.literal(true) }),
  z.strictObject({ person: idSchema, leave: z.literal(true) }),
  z.strictObject({ person: idSchema, school: idSchema }),
  z.strictObject({ person: idSchema, post: z.string() }),
  z.strictObject({ person: idSchema, form: formCodeSchema }),
  z.strictObject({ person: idSchema, notSchool: idSchema }),
  z.strictObject({ person: idSchema, notPost: z.string() }),
]);

/**
 * What would be asked of a post: to lack at most so many heads.
 *
 * @public
 */
export interface PostQuestion {
  readonly post: string;
  readonly missing: number;
}

/**
 * Shape of what would be asked of a school: that nobody goes from it or comes to it in an exchange that starts now; people
 * whose exchange ends return as they would.
 *
 * @public
 */
export const schoolQuestionSchema = z.strictObject({ atSchool: idSchema, nobody: z.enum(["leaves", "comes"]) });

/**
 * A question about one school; see {@link schoolQuestionSchema}.
 *
 * @public
 */
export type SchoolQuestion = z.infer<typeof schoolQuestionSchema>;

/**
 * What would be asked of a level of the objective: to be at most so much, in its unit.
 *
 * @public
 */
export interface LevelQuestion {
  readonly level: string;
  readonly atMost: number;
}

/**
 * Anything that may be asked beside a policy.
 *
 * @public
 */
export type AnyQuestion = Question | PostQuestion | SchoolQuestion | LevelQuestion;

/**
 * A question about one person; see {@link questionSchema}.
 *
 * @public
 */
export type Question = z.infer<typeof questionSchema>;
