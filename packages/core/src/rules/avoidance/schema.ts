import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { personCondition } from "../../policy/predicate.ts";

/**
 * Spouses are not leader and subordinate (任职回避): nobody goes to the school at which the spouse ends where one of the two
 * leads. Couples who are at one school already and stay are left to the authority, and ended exchanges lead home.
 */
export const avoidanceSchema = z.strictObject({
  /** Who leads, by `person.` and `from.` attributes on plan start. */
  leaders: personCondition.prefault({
    any: [
      { attr: "person.personType", op: "in", value: ["principal", "vicePrincipal"] },
      { attr: "person.leadershipTeam", op: "eq", value: true, ifMissing: false },
    ],
  }),
});

export type AvoidanceParams = z.infer<typeof avoidanceSchema>;

/** Name and parameters of the rule. */
export const avoidanceMeaning: RuleMeaning<AvoidanceParams> = { name: "avoidance", schema: avoidanceSchema };
