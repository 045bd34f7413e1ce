import { NONE, postName } from "@lungang/core";
import { mayMove } from "@lungang/core/policy";
import { checkOf, recountPlan } from "@lungang/core/recount";
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

type Heads = z.infer<typeof headsSchema>;

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
  const headsOf = headsIn(explained);
  const cellOf = (post: string) => county.cells.findIndex(({ key, posts }) => key === post || posts.includes(post));
  return {
    person: id,
    school: works === NONE ? null : (county.schools[works]?.id ?? null),
    placement,
    standing: decision.standing,
    reasons: [...decision.reasons],
    left: headsOf(county.cellOf[person] as number),
    entered: "stays" in placement ? null : headsOf(cellOf(placement.post)),
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

/** Heads of posts, counted as the checks count them; a cell that is none has no heads. */
function headsIn({ request, outcome }: Explained) {
  const { plan, eligibility } = outcome;
  const { rules } = request.policy;
  const { cells, schools } = eligibility.county;
  const { cellBefore, cellAfter } = recountPlan({ eligibility, rules, checkOf }, plan).facts;
  return (index: number): Heads | null => {
    const cell = cells[index];
    if (cell === undefined) return null;
    const [before, after] = [cellBefore[index] as number, cellAfter[index] as number];
    return { post: postName(cell), school: schools[cell.school]?.id ?? "", demand: cell.demand, before, after };
  };
}
