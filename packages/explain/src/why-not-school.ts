import type { Plan, SchoolQuestion } from "@lungang/core/plan";
import { schoolQuestionSchema } from "@lungang/core/plan";
import { z } from "zod";
import type { OnLead } from "./ask-again.ts";
import { askAgain } from "./ask-again.ts";
import { costSchema, impossibleSchema, openSchema, tieSchema } from "./compared-again.ts";
import type { Explained } from "./explained.ts";

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
 * @param onLead - called with the first level that differs, before the others are known
 * @throws {RangeError} if the county has no such school
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function whyNotSchool(
  explained: Explained,
  asked: SchoolQuestion,
  onLead?: OnLead,
): Promise<WhyNotSchool> {
  const { plan, eligibility } = explained.outcome;
  if (!eligibility.county.schoolIndex.has(asked.atSchool)) {
    throw new RangeError(`Cannot ask about "${asked.atSchool}": no such school`);
  }
  if (holds(asked, plan)) return { answer: "asPlanned", question: asked };
  const answer = await askAgain(explained, { questions: [asked], about: [] }, onLead);
  return { ...answer, question: asked };
}

function holds({ atSchool, nobody }: SchoolQuestion, { moves }: Plan): boolean {
  return !moves.some(({ from, to }) => from !== to && (nobody === "leaves" ? from : to) === atSchool);
}
