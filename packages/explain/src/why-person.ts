import { NONE } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { DecidedCounty } from "@lungang/core/policy";
import { mayMove } from "@lungang/core/policy";
import { z } from "zod";
import type { Explained } from "./explained.ts";
import type { Placement } from "./placements.ts";
import { placementOf, placementSchema } from "./placements.ts";
import type { WhyNot } from "./why-not.ts";
import { whyNot, whyNotSchema } from "./why-not.ts";

const heads = z.int().min(0);

/** Heads of a post: needed, before the plan and after. */
const headsSchema = z.strictObject({
  post: z.string(),
  school: z.string(),
  demand: heads,
  before: heads,
  after: heads,
});

/**
 * Shape of why a plan does with a person what it does.
 *
 * @public
 */
export const whyPersonSchema = z.strictObject({
  person: z.string(),
  /** School worked at on plan start; absent for recruits. */
  school: z.string().nullable(),
  placement: placementSchema,
  standing: z.string(),
  /** What the policy says about the person before any plan, with its figures; the first that applies decides. */
  reasons: z.array(
    z.strictObject({
      code: z.string(),
      rule: z.string(),
      source: z.string(),
      text: z.strictObject({ zh: z.string(), en: z.string() }),
      /** Health or discipline: in the internal edition only. */
      sensitive: z.boolean(),
    }),
  ),
  /** The post left and the post entered, where they are known. */
  left: headsSchema.nullable(),
  entered: headsSchema.nullable(),
  /** What the best plan costs in which the person is placed differently; absent where the policy decides alone. */
  alternative: whyNotSchema.nullable(),
});

/**
 * Why a plan does with a person what it does; see {@link whyPersonSchema}.
 *
 * @public
 */
export type WhyPerson = z.infer<typeof whyPersonSchema>;

/**
 * Explains what a plan does with a person: what made the person due, protected or free, what the posts needed, and what
 * the best alternative would cost whom.
 *
 * @throws {RangeError} if the county has no such person
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function whyPerson(explained: Explained, id: string): Promise<WhyPerson> {
  const { plan, eligibility } = explained.outcome;
  const { county, decisions } = eligibility;
  const person = county.personIndex.get(id);
  const decision = person === undefined ? undefined : decisions[person];
  if (person === undefined || decision === undefined) throw new RangeError(`Cannot explain "${id}": no such person`);
  const placement = placementOf(plan, id);
  const works = county.works[person] as number;
  return {
    person: id,
    school: works === NONE ? null : (county.schools[works]?.id ?? null),
    placement,
    standing: decision.standing,
    reasons: [...decision.reasons],
    left: headsOfCell(eligibility, plan, county.cellOf[person] as number),
    entered: "stays" in placement ? null : headsOfPost(eligibility, plan, placement.post),
    alternative: await alternativeOf(explained, person, placement),
  };
}

/** Answers what the best other place costs; nothing where the policy alone decides that somebody stays. */
async function alternativeOf(explained: Explained, person: number, placement: Placement): Promise<WhyNot | null> {
  const { county, decisions, admission } = explained.outcome.eligibility;
  const id = county.persons[person]?.id ?? "";
  if (!("stays" in placement)) return whyNot(explained, { person: id, notPost: placement.post });
  const { standing } = decisions[person] ?? {};
  const isFree = standing !== undefined && mayMove(standing) && admission.hasPost(person);
  return isFree ? whyNot(explained, { person: id, leave: true }) : null;
}

function headsOfPost(eligibility: DecidedCounty, plan: Plan, post: string) {
  const cell = eligibility.county.cells.findIndex(({ key, posts }) => key === post || posts.includes(post));
  return headsOfCell(eligibility, plan, cell);
}

/** Counts who fills a post before and after: those who use headcount, as the plan moves them. */
function headsOfCell({ county, context }: DecidedCounty, plan: Plan, index: number) {
  const cell = county.cells[index];
  if (cell === undefined) return null;
  const isHere = (post: string) => cell.key === post || cell.posts.includes(post);
  const gone = new Set([...plan.moves, ...plan.returns].map(({ person }) => county.personIndex.get(person)));
  const leaving = [...gone].filter((person) => person !== undefined && county.cellOf[person] === index).length;
  const coming = [...plan.moves, ...plan.returns].filter(({ post }) => isHere(post)).length;
  const before = context.cellHeadcount[index] as number;
  const name = cell.posts[0] ?? cell.key;
  const school = county.schools[cell.school]?.id ?? "";
  return { post: name, school, demand: cell.demand, before, after: Math.max(0, before - leaving + coming) };
}
