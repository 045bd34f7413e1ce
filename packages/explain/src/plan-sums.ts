import type { Plan } from "@lungang/core/plan";
import { z } from "zod";

/** Shape of what readers compare plans by beside the levels. */
export const planSumsSchema = z.strictObject({
  moves: z.int(),
  /** Metres of all moves whose distance is known. */
  distanceMetres: z.number(),
  /** Heads that posts lack after the plan. */
  missing: z.int(),
});

/** What readers compare plans by beside the levels. */
export type PlanSums = z.infer<typeof planSumsSchema>;

/** Returns what readers compare plans by beside the levels. */
export function planSums({ moves, shortfalls }: Plan): PlanSums {
  return {
    moves: moves.length,
    distanceMetres: moves.reduce((sum, { distanceMetres }) => sum + (distanceMetres ?? 0), 0),
    missing: shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0),
  };
}
