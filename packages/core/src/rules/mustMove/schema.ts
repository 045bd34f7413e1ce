import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";

/** People who must leave their post do: forced, pinned, ended exchanges (XR-14, GX-07, BQ-18, YL-17). */
export const mustMoveSchema = z.strictObject({});

export type MustMoveParams = z.infer<typeof mustMoveSchema>;

/** Name and parameters of the rule. */
export const mustMoveMeaning: RuleMeaning<MustMoveParams> = { name: "mustMove", schema: mustMoveSchema };
