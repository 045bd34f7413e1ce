import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { idSchema } from "../../instance/scalars.ts";
import { weightSchema } from "../../policy/ranges.ts";

/**
 * People whose move differs from an earlier plan, counted in a level: a plan that has to be made again changes as few as
 * it can.
 */
export const changesSchema = z.strictObject({
  /** Where the earlier plan sends people, returns included; whoever is not listed stayed. */
  baseline: z.array(z.strictObject({ person: idSchema, post: z.string() })),
  /** People who are the reason for planning again: they are not counted. */
  except: z.array(idSchema).default([]),
  level: z.string(),
  weight: weightSchema.default(1),
});

/**
 * Parameters of the rule; see {@link changesSchema}.
 *
 * @public
 */
export type ChangesParams = z.infer<typeof changesSchema>;

/** Name and parameters of the rule. */
export const changesMeaning: RuleMeaning<ChangesParams> = { name: "changes", schema: changesSchema };
