import type { Text } from "@lungang/core";
import { NONE, postName } from "@lungang/core";
import type { Plan, Question } from "@lungang/core/plan";
import { questionSchema } from "@lungang/core/plan";
import type { DecidedCounty } from "@lungang/core/policy";
import { NO_FORM, mayMove, refusalsOf, standingReasons } from "@lungang/core/policy";
import { z } from "zod";
import type { OnLead } from "./ask-again.ts";
import { askAgain } from "./ask-again.ts";
import { costSchema, impossibleSchema, openSchema, tieSchema } from "./compared-again.ts";
import type { Explained } from "./explained.ts";
import type { ChangedPerson, Placement } from "./placements.ts";
import { placementOf, placementSchema } from "./placements.ts";

const question = questionSchema;

/**
 * Shape of the answer to "why not?".
 *
 * @public
 */
export const whyNotSchema = z.discriminatedUnion("answer", [
  /** The plan already does what is asked. */
  z.strictObject({ answer: z.literal("asPlanned"), question, placement: placementSchema }),
  /** The policy admits nothing of the kind, whatever the plan. */
  z.strictObject({
    answer: z.literal("notAdmitted"),
    question,
    standing: z.string(),
    /** The dates of the exchange or term that keeps the person, where one does. */
    dates: z.strictObject({ zh: z.string(), en: z.string() }).exactOptional(),
    /** What stands in the way, over all posts that the question is about; the most frequent first. */
    refusals: z.array(
      z.strictObject({
        reason: z.string(),
        form: z.string().exactOptional(),
        /** What the form asks of where it leads, where that is the reason. */
        asks: z.strictObject({ zh: z.string(), en: z.string() }).exactOptional(),
        posts: z.int(),
      }),
    ),
  }),
  /** Another plan is as good in every level; the seeded lot decided. */
  tieSchema.extend({ question }),
  /** What the best plan that does it costs, and whose place changes with it. */
  costSchema.extend({ question, placement: placementSchema }),
  /** No plan that does it keeps all hard rules: what would have to give at the least. */
  impossibleSchema.extend({ question }),
  /** A limit came before the answer. */
  openSchema.extend({ question }),
]);

/**
 * The answer to "why not?"; see {@link whyNotSchema}.
 *
 * @public
 */
export type WhyNot = z.infer<typeof whyNotSchema>;

/**
 * Answers why a plan does not do something with a person: plans again, where that holds beside the policy, and compares
 * level by level. Among plans that are equal in value the one that changes the fewest other people is shown.
 *
 * The question bounds the program and changes no base and no total, as a decision taken beforehand might.
 *
 * @param onLead - called with the first level that differs, before the others are known
 * @throws {RangeError} if the county has no such person
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function whyNot(explained: Explained, asked: Question, onLead?: OnLead): Promise<WhyNot> {
  const { plan, eligibility } = explained.outcome;
  const person = eligibility.county.personIndex.get(asked.person);
  if (person === undefined) throw new RangeError(`Cannot ask about "${asked.person}": no such person`);
  if (holds(asked, plan)) return { answer: "asPlanned", question: asked, placement: placementOf(plan, asked.person) };
  const posts = postsAsked(eligibility, asked);
  const admitted = posts.filter((cell) => eligibility.admission.formOf(person, cell) !== NO_FORM);
  const { standing = "outOfScope" } = eligibility.decisions[person] ?? {};
  const isOpen = standing === "returning" || (mayMove(standing) && admitted.length > 0);
  if (asksToGo(asked) && !isOpen) {
    const refusals = refusalsAt(eligibility, person, posts);
    return { answer: "notAdmitted", question: asked, standing, ...datesOf(eligibility, person), refusals };
  }
  const keep = placesKept(eligibility, asked, admitted);
  const answer = await askAgain(explained, { questions: [asked], about: [asked.person], keep }, onLead);
  if (answer.answer !== "price") return { ...answer, question: asked };
  return { ...answer, question: asked, placement: placementAfter(answer.changed, asked.person, plan) };
}

const BY_DATE: ReadonlySet<string> = new Set(["inTerm", "running", "extended"]);

function datesOf(eligibility: DecidedCounty, person: number): { readonly dates?: Text } {
  if (!BY_DATE.has(eligibility.decisions[person]?.standing ?? "")) return {};
  const figures = standingReasons(eligibility)(person).find(({ code }) => BY_DATE.has(code))?.figures ?? undefined;
  return figures === undefined ? {} : { dates: figures };
}

function placementAfter(changed: readonly ChangedPerson[], id: string, plan: Plan): Placement {
  return changed.find(({ person }) => person === id)?.after ?? placementOf(plan, id);
}

/** Places that are candidates whatever the limits on candidates: those that are asked for. */
function placesKept(eligibility: DecidedCounty, asked: Question, admitted: readonly number[]) {
  if (!isAboutPlace(asked)) return [];
  return admitted.map((cell) => ({ person: asked.person, post: nameOf(eligibility, cell) }));
}

function nameOf({ county }: DecidedCounty, cell: number): string {
  const found = county.cells[cell];
  return found === undefined ? "" : postName(found);
}

function isAboutPlace(asked: Question): boolean {
  return "school" in asked || "post" in asked;
}

function asksToGo(asked: Question): boolean {
  return isAboutPlace(asked) || "leave" in asked || "form" in asked;
}

/** Returns the posts that a question is about. */
function postsAsked({ county }: DecidedCounty, asked: Question): readonly number[] {
  const school = "school" in asked ? (county.schoolIndex.get(asked.school) ?? NONE) : NONE;
  return county.cells.flatMap((cell, index) => {
    if ("school" in asked) return cell.school === school ? [index] : [];
    if ("post" in asked) return cell.key === asked.post || cell.posts.includes(asked.post) ? [index] : [];
    return [index];
  });
}

function holds(asked: Question, plan: Plan): boolean {
  const placement = placementOf(plan, asked.person);
  if ("stays" in placement) return "stay" in asked || "notSchool" in asked || "notPost" in asked;
  if ("school" in asked) return placement.to === asked.school;
  if ("post" in asked) return placement.post === asked.post;
  if ("form" in asked) return placement.form === asked.form;
  if ("notSchool" in asked) return placement.to !== asked.notSchool;
  if ("notPost" in asked) return placement.post !== asked.notPost;
  return "leave" in asked;
}

/** A reason for which a post does not admit a person. */
interface Refusal {
  readonly reason: string;
  readonly form?: string;
  readonly asks?: Text;
}

/** Counts the reasons for which posts do not admit a person. */
function refusalsAt(eligibility: DecidedCounty, person: number, posts: readonly number[]) {
  const counts = new Map<string, Refusal & { posts: number }>();
  const count = (found: Refusal) => {
    const key = `${found.form ?? ""}/${found.reason}`;
    const entry = counts.get(key) ?? { ...found, posts: 0 };
    entry.posts++;
    counts.set(key, entry);
  };
  for (const cell of posts) {
    const refusals = refusalsOf(eligibility, person, cell);
    for (const reason of refusals.person) count({ reason });
    if (refusals.person.length === 0) for (const refusal of refusals.forms) count(refusal);
  }
  return [...counts.values()].sort((a, b) => b.posts - a.posts || (a.reason < b.reason ? -1 : 1));
}
