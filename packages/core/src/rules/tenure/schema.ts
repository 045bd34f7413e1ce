import { z } from "zod";

/** Longest stayers first (BQ-03, HL-01): a counted move costs the years by which the person is short of `fullYears`. */
export const tenureSchema = z.strictObject({
  level: z.string(),
  weight: z.int().min(1).default(1),
  /** Years at the school from which on a move costs nothing. */
  fullYears: z.int().min(1).default(20),
});

export type TenureParams = z.infer<typeof tenureSchema>;
