import { z } from "zod";
import type { IssueCode } from "@lungang/core";
import { planLevelSchema, ruleSubjectSchema, violationSchema } from "@lungang/core/plan";

/** The parts of which outcomes are made: all of them plain data. */

export const textSchema = z.strictObject({ zh: z.string(), en: z.string() });

/** In a document any text: a later version may have codes of its own. */
const issueCodeSchema = z.string() as unknown as z.ZodType<IssueCode, IssueCode>;

export const issueSchema = z.strictObject({
  code: issueCodeSchema,
  severity: z.enum(["error", "warning"]),
  message: textSchema,
  advice: textSchema.exactOptional(),
  path: z.array(z.union([z.string(), z.number()])).exactOptional(),
  place: z
    .strictObject({
      file: z.string().exactOptional(),
      sheet: z.string().exactOptional(),
      cell: z.string().exactOptional(),
      line: z.number().exactOptional(),
    })
    .exactOptional(),
  received: z.string().exactOptional(),
  expected: z.union([z.string(), textSchema]).exactOptional(),
  source: z.string().exactOptional(),
  question: textSchema.exactOptional(),
  example: z.string().exactOptional(),
});

export const toldViolationSchema = violationSchema.extend({
  /** The sentence about it, with names for ids. */
  message: textSchema,
});

export const leastViolationSchema = z.strictObject({
  rule: z.string(),
  source: z.string(),
  about: ruleSubjectSchema,
  amount: z.number(),
  unit: z.string().exactOptional(),
  /** Which rule has to give, where and by how much at least. */
  message: textSchema,
});

const limitSchema = z.enum(["time", "node", "iteration", "objective", "interrupted", "other"]);

export const infeasibleSchema = z.strictObject({ reason: z.literal("infeasible") });

export const noSolutionSchema = z.strictObject({ reason: z.literal("noSolutionFound"), limit: limitSchema });

export const levelsSchema = z.array(planLevelSchema);

export const sizeSchema = z.strictObject({
  people: z.int(),
  schools: z.int(),
  candidateMoves: z.int(),
  columns: z.int(),
  rows: z.int(),
  sideRows: z.int(),
});

/** What every outcome has. */
export const outcomeBase = {
  /** One sentence that says what came of it. */
  message: textSchema,
  /** Warnings, or what is wrong with the data, the policy or the call. */
  issues: z.array(issueSchema),
};

/** Whether more candidates would have given a better plan. */
export const candidateProofSchema = z.strictObject({
  /**
   * `all`: every admitted move was a candidate; `holds`: no level gets better with all of them; `better`: the last level
   * listed does; `open`: a limit came before the answer.
   */
  answer: z.enum(["all", "holds", "better", "open"]),
  kept: z.int(),
  admitted: z.int(),
  /** Values of the plan and among all admitted moves, up to the first level that differs. */
  levels: z.array(z.strictObject({ name: z.string(), unit: z.string(), value: z.number(), wider: z.number() })),
});

/**
 * Whether more candidates would have given a better plan.
 *
 * @public
 */
export type CandidateProof = z.infer<typeof candidateProofSchema>;
