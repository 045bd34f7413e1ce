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
 * A question about one person; see {@link questionSchema}.
 *
 * @public
 */
export type Question = z.infer<typeof questionSchema>;
