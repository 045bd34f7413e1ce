import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";

/**
 * Who applied to stay for good at the host and was approved does (YL-17), unless headcount or posts forbid it: then the
 * person goes home, and the plan says why.
 */
export const approvedStaysSchema = z.strictObject({});

export type ApprovedStaysParams = z.infer<typeof approvedStaysSchema>;

/** Name and parameters of the rule. */
export const approvedStaysMeaning: RuleMeaning<ApprovedStaysParams> = {
  name: "approvedStays",
  schema: approvedStaysSchema,
};
