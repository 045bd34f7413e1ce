import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { formCodeSchema } from "../../instance/codes.ts";

/** Equal mutual dispatch (对等互派, ZW-02): in each pair as many go one way as the other, in the forms named. */
export const pairBalanceSchema = z.strictObject({
  forms: z.array(formCodeSchema).min(1),
  /**
   * Which schools send each other equally many: the two of a pair, or every two of a zone, alliance or school group
   * (片区轮岗对等, BN-05b).
   */
  between: z.enum(["pairs", "zones", "alliances", "schoolGroups"]).default("pairs"),
  /** Equal by subject of the post that is left and entered. */
  bySubject: z.boolean().default(false),
  /** Persons each way; without it any equal number will do. */
  count: z.int().min(0).optional(),
});

export type PairBalanceParams = z.infer<typeof pairBalanceSchema>;

/** Name and parameters of the rule. */
export const pairBalanceMeaning: RuleMeaning<PairBalanceParams> = { name: "pairBalance", schema: pairBalanceSchema };
