import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { pointsSchema } from "../../policy/ranges.ts";

const ledger = z.enum(["never", "free"]);

/**
 * Headcount of every school against its establishment, on both ledgers (XR-08, XC-02, tricky cases 5 and 8).
 *
 * `never`: the headcount may not rise above the larger of the establishment and what it is without new moves.
 */
export const establishmentSchema = z.strictObject({
  working: ledger.default("never"),
  relation: ledger.default("never"),
  /** Level that counts heads over and under on the working ledger; none: not counted. */
  level: z.string().optional(),
  overWeight: pointsSchema.default(1),
  underWeight: pointsSchema.default(1),
});

export type EstablishmentParams = z.infer<typeof establishmentSchema>;

/**
 * Name and parameters of the rule.
 *
 * @public
 */
export const establishmentMeaning: RuleMeaning<EstablishmentParams> = {
  name: "establishment",
  schema: establishmentSchema,
};
