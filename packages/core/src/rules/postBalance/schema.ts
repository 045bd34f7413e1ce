import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { weightSchema } from "../../policy/ranges.ts";

/**
 * Posts against people: shortfall of every cell is priced; a cell is never filled beyond its demand, but a surplus that
 * is there may remain (YL-30, YY-02, tricky case 7).
 */
export const postBalanceSchema = z.strictObject({
  /** Level that counts the missing heads; none: not counted. */
  level: z.string().optional(),
  weight: weightSchema.default(1),
  /** `never`: no cell may get more people than it needs or has; `free`: only counted. */
  growth: z.enum(["never", "free"]).default("never"),
});

export type PostBalanceParams = z.infer<typeof postBalanceSchema>;

/**
 * Name and parameters of the rule.
 *
 * @public
 */
export const postBalanceMeaning: RuleMeaning<PostBalanceParams> = { name: "postBalance", schema: postBalanceSchema };
