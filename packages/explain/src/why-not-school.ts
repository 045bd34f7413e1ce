import { planCounty } from "@lungang/core";
import type { Plan, SchoolQuestion } from "@lungang/core/plan";
import { schoolQuestionSchema } from "@lungang/core/plan";
import { z } from "zod";
import { comparedAgain, costSchema, impossibleSchema, openSchema, tieSchema } from "./compared-again.ts";
import type { Explained } from "./explained.ts";
import { nearestAgain } from "./explained.ts";

const question = schoolQuestionSchema;

/**
 * Shape of the answer to a question about a whole school.
 *
 * @public
 */
export const whyNotSchoolSchema = z.discriminatedUnion("answer", [
  /** The plan already does what is asked. */
  z.strictObject({ answer: z.literal("asPlanned"), question }),
  tieSchema.extend({ question }),
  costSchema.extend({ question }),
  impossibleSchema.extend({ question }),
  openSchema.extend({ question }),
]);

/**
 * The answer to a question about a whole school; see {@link whyNotSchoolSchema}.
 *
 * @public
 */
export type WhyNotSchool = z.infer<typeof whyNotSchoolSchema>;

/**
 * Answers what it would cost if nobody left a school, or nobody came to it, and whom: plans again, where that holds beside
 * the policy, and compares level by level. Among plans of equal value the one that changes the fewest people is shown.
 *
 * @throws {RangeError} if the county has no such school
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function whyNotSchool(explained: Explained, asked: SchoolQuestion): Promise<WhyNotSchool> {
  const { plan, eligibility } = explained.outcome;
  if (!eligibility.county.schoolIndex.has(asked.atSchool)) {
    throw new RangeError(`Cannot ask about "${asked.atSchool}": no such school`);
  }
  if (holds(asked, plan)) return { answer: "asPlanned", question: asked };
  const again = await planCounty({ ...nearestAgain(explained, []), questions: [asked] });
  return { ...comparedAgain(plan, again), question: asked };
}

function holds({ atSchool, nobody }: SchoolQuestion, { moves }: Plan): boolean {
  return !moves.some(({ from, to }) => from !== to && (nobody === "leaves" ? from : to) === atSchool);
}
