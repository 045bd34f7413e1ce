import { z } from "zod";
import { planSchema, ruleSubjectSchema } from "@lungang/core/plan";
import {
  infeasibleSchema,
  leastViolationSchema,
  noSolutionSchema,
  outcomeBase,
  textSchema,
  toldViolationSchema,
} from "../outcome/parts.ts";

/**
 * Format of the outcome of planning years.
 *
 * @public
 */
export const YEARS_OUTCOME_FORMAT = "lungang-years-outcome-1";

const base = { format: z.literal(YEARS_OUTCOME_FORMAT), ...outcomeBase };

const bound = z.number().nullable();

const programLevelSchema = z.strictObject({
  name: z.string(),
  unit: z.string(),
  value: z.number(),
  dualBound: bound,
  relativeGap: bound,
  reason: z.enum(["optimal", "feasible"]),
  limit: z.string().optional(),
});

/** What the one program of all years found and proved. */
const programSchema = z.strictObject({
  columns: z.int(),
  rows: z.int(),
  status: z.string(),
  levels: z.array(programLevelSchema),
  blend: z.strictObject({ value: z.number(), dualBound: bound, relativeGap: bound }).optional(),
  /** Rules that the program leaves out or bounds loosely. */
  leftOut: z.array(z.strictObject({ rule: z.string(), reason: textSchema })),
});

const verifiedSchema = z.strictObject({
  /** Every year is right on its own, and no hard rule is broken over the years. */
  ok: z.boolean(),
  moved: z.int(),
  missed: z.array(z.strictObject({ person: z.string(), year: z.int() })),
  waiting: z.array(z.string()),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      year: z.int(),
      about: ruleSubjectSchema,
      amount: z.number(),
      /** Of a post that is filled twice: who came there, and who has come back. */
      came: z.array(z.string()).readonly().optional(),
      back: z.array(z.string()).readonly().optional(),
      expected: z.string().optional(),
      found: z.string().optional(),
      strength: z.enum(["hard", "soft"]),
      message: textSchema,
    }),
  ),
  burden: z.array(z.strictObject({ school: z.string(), sent: z.number(), part: z.number() })),
});

const methodSchema = z.enum(["rolling", "program"]);

/**
 * The outcome of planning years, as plain data. `planned`: every year is there and verified, and `verified.ok` says
 * whether the ledgers hold over all of them; `infeasible` and `stopped` name the year that has no plan.
 *
 * @public
 */
export const yearsOutcomeSchema = z.discriminatedUnion("status", [
  z.strictObject({
    ...base,
    status: z.literal("planned"),
    method: methodSchema,
    /** Fixed years and those planned, in order. */
    plans: z.array(planSchema),
    /** The violations of each year with their sentences. */
    violations: z.array(z.array(toldViolationSchema)),
    totals: z.array(
      z.strictObject({
        name: z.string(),
        text: textSchema,
        unit: z.string(),
        /** Values of the years that were planned now. */
        years: z.array(z.number()),
        total: z.number(),
      }),
    ),
    program: programSchema.nullable(),
    /** Years, counted from 0, that were solved again on their own, and why. */
    solvedAgain: z.array(z.strictObject({ year: z.int(), rules: z.array(z.string()) })),
    /** Whom a plan made again changes beside those who withdrew. */
    changes: z
      .strictObject({ people: z.int(), bound: z.number(), proven: z.boolean(), changed: z.array(z.string()) })
      .nullable(),
    verified: verifiedSchema,
  }),
  z.strictObject({
    ...base,
    status: z.literal("infeasible"),
    method: methodSchema,
    /** The plan year that has no plan. */
    year: z.int(),
    termination: infeasibleSchema,
    leastViolations: z.array(leastViolationSchema),
    /** Plans of the years before it. */
    plans: z.array(planSchema),
    /** Whether the year could have a plan if nobody started anything in the years before it that were planned; null where that is not known. */
    possibleUnmoved: z.boolean().nullable(),
    program: programSchema.nullable(),
  }),
  z.strictObject({
    ...base,
    status: z.literal("stopped"),
    method: methodSchema,
    year: z.int(),
    termination: noSolutionSchema,
    program: programSchema.nullable(),
  }),
  z.strictObject({ ...base, status: z.literal("invalid") }),
]);

/**
 * The outcome of planning years; see {@link yearsOutcomeSchema}.
 *
 * @public
 */
export type YearsOutcome = z.infer<typeof yearsOutcomeSchema>;
