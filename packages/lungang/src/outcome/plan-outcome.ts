import { z } from "zod";
import { planSchema } from "@lungang/core/plan";
import {
  candidateProofSchema,
  infeasibleSchema,
  leastViolationSchema,
  levelsSchema,
  noSolutionSchema,
  outcomeBase,
  sizeSchema,
  textSchema,
  toldViolationSchema,
} from "./parts.ts";

/**
 * Format of the outcome of planning one year.
 *
 * @public
 */
export const OUTCOME_FORMAT = "lungang-outcome-1";

const base = { format: z.literal(OUTCOME_FORMAT), ...outcomeBase };

/** The figures that a first look at a plan needs. */
const summarySchema = z.strictObject({
  people: z.int(),
  schools: z.int(),
  /** People who change the school, recruits not among them. */
  exchanged: z.int(),
  recruits: z.int(),
  /** Exchanges that end: people who go home, and those who stay at the host for good. */
  returned: z.int(),
  settled: z.int(),
  /** Heads that posts lack, before and after. */
  missingBefore: z.int(),
  missingAfter: z.int(),
  /** Metres of all exchanges whose distance is known, and how many those are. */
  distanceMetres: z.int(),
  distances: z.int(),
  /** Measures of rules and how many of them are met. */
  measures: z.int(),
  measuresMet: z.int(),
  /** Rules that give where the policy lets them. */
  violations: z.int(),
  /** Levels and how many of them are proven. */
  levels: z.int(),
  levelsProven: z.int(),
});

/**
 * The outcome of planning one year, as plain data. `planned` is verified; `infeasible` says what would have to give;
 * `stopped` means that a limit came before the first plan; `invalid` that data, policy or call are wrong.
 *
 * @public
 */
export const outcomeSchema = z.discriminatedUnion("status", [
  z.strictObject({
    ...base,
    status: z.literal("planned"),
    summary: summarySchema,
    plan: planSchema,
    /** The violations of the plan with their sentences. */
    violations: z.array(toldViolationSchema),
    /** Only where it was asked for. */
    candidates: candidateProofSchema.extend({ message: textSchema }).exactOptional(),
    size: sizeSchema,
  }),
  z.strictObject({
    ...base,
    status: z.literal("infeasible"),
    termination: infeasibleSchema,
    levels: levelsSchema,
    /** From one elastic solve; empty only if a limit stopped it. */
    leastViolations: z.array(leastViolationSchema),
    size: sizeSchema,
  }),
  z.strictObject({
    ...base,
    status: z.literal("stopped"),
    termination: noSolutionSchema,
    levels: levelsSchema,
    size: sizeSchema,
  }),
  z.strictObject({ ...base, status: z.literal("invalid") }),
]);

/**
 * The outcome of planning one year; see {@link outcomeSchema}.
 *
 * @public
 */
export type Outcome = z.infer<typeof outcomeSchema>;

/**
 * The figures that a first look at a plan needs.
 *
 * @public
 */
export type PlanSummary = z.infer<typeof summarySchema>;
