import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, moveCondition, schoolCondition } from "../../policy/predicate.ts";

/**
 * Net inflow of schools or groups of schools (HL-10, XR-01, BN-05b, HL-19): arrivals less leavers on the working ledger.
 *
 * New moves and recruits arrive; new moves and guests who go home leave. Who comes back from an exchange is no arrival:
 * the place was kept. A move inside a group changes nothing.
 */
export const netInflowSchema = z.strictObject({
  /** Which schools, by `school.` attributes. */
  schools: schoolCondition.default(EVERYTHING),
  /** Counted for every school alone, for its township, zone, alliance or area, or for all the schools together. */
  by: z.enum(["school", "township", "zone", "alliance", "area", "together"]).default("school"),
  /** Only groups with more people than establishment on plan start. */
  onlyOverEstablished: z.boolean().default(false),
  /** Which new moves are counted, arriving and leaving. */
  moves: moveCondition.default(EVERYTHING),
  /** Largest net inflow; 0 means never positive. */
  max: z.int().optional(),
  /**
   * Largest net outflow: a number, or `surplus`, the people of the group beyond what it needs (HL-19). Who goes beyond
   * that has to be replaced.
   */
  maxLoss: z.union([z.int().min(0), z.literal("surplus")]).optional(),
  /** What a group needs: its establishment, or the heads of its posts. */
  need: z.enum(["establishment", "posts"]).default("establishment"),
});

export type NetInflowParams = z.infer<typeof netInflowSchema>;

/** Name and parameters of the rule. */
export const netInflowMeaning: RuleMeaning<NetInflowParams> = { name: "netInflow", schema: netInflowSchema };
