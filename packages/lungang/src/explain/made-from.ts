import { manifestOf } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { z } from "zod";
import type { PlanningCase } from "../case/planning-case.ts";

/** Shape of the hashes of what an explanation was made from; those that a plan of the same case has in its manifest. */
export const madeFromSchema = z.strictObject({ instance: z.string(), policy: z.string(), locks: z.string() });

/**
 * Hashes of the county, the policy and the decisions that an explanation was made from.
 *
 * @public
 */
export type MadeFrom = z.infer<typeof madeFromSchema>;

/**
 * Returns the hashes of a case, which an explanation carries so that it is not shown beside a plan of another.
 *
 * @public
 */
export async function madeFrom(planningCase: PlanningCase): Promise<MadeFrom> {
  const { hashes } = await manifestOf({ ...planningCase, solver: { name: "", version: "" } }, "");
  const { instance, policy, locks } = hashes;
  return { instance, policy, locks };
}

/** Whether an explanation is about the county of a plan, and where that matters also about its policy and decisions. */
export function isAbout(from: MadeFrom, { manifest: { hashes } }: Plan, isOfPolicy: boolean): boolean {
  const isSame = from.policy === hashes.policy && from.locks === hashes.locks;
  return from.instance === hashes.instance && (isSame || !isOfPolicy);
}
