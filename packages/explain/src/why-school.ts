import type { Cell } from "@lungang/core";
import { NONE, indexCounty, postName } from "@lungang/core";
import type { PlanFacts } from "@lungang/core/recount";
import { mostNeeded, needOf } from "@lungang/core/recount";
import { ABSENT, solvedProgram } from "@lungang/core/formulation";
import type { DecidedCounty } from "@lungang/core/policy";
import { NO_FORM, decideEligibility, mayMove } from "@lungang/core/policy";
import { z } from "zod";
import { askAgain } from "./ask-again.ts";
import { costSchema, impossibleSchema, openSchema, tieSchema } from "./compared-again.ts";
import type { Explained, PlanGround } from "./explained.ts";
import { factsOf } from "./person-facts.ts";
import { placementsOf } from "./placements.ts";

const heads = z.int().min(0);

/** What one head more in a post that stays short would cost, by planning again. */
const filledSchema = z.discriminatedUnion("answer", [
  tieSchema,
  costSchema,
  impossibleSchema,
  openSchema,
  /** Nobody who is considered for the post. */
  z.strictObject({ answer: z.literal("nobody") }),
]);

/** People of other schools whom the policy admits to a post, and where the plan leaves them. */
const admittedSchema = z.strictObject({ staying: heads, elsewhere: heads });

/**
 * Shape of what a plan does with a school: whom it gains and loses, by post, and what it could not get.
 *
 * @public
 */
export const whySchoolSchema = z.strictObject({
  school: z.string(),
  /** People at work and the establishment, where it is known. */
  working: z.strictObject({ before: heads, after: heads, establishment: heads.nullable() }),
  /** Posts that gain or lose somebody, or lack heads after the plan. */
  posts: z.array(
    z.strictObject({
      post: z.string(),
      demand: heads,
      before: heads,
      after: heads,
      left: z.array(z.string()),
      came: z.array(z.string()),
      /** For a post that lacks heads after the plan. */
      admitted: admittedSchema.nullable(),
      /** What one head more there would cost; absent where nobody has asked. */
      filled: filledSchema.nullable(),
    }),
  ),
});

/**
 * What a plan does with a school; see {@link whySchoolSchema}.
 *
 * @public
 */
export type WhySchool = z.infer<typeof whySchoolSchema>;

/**
 * Returns for every school in scope whom it gains and loses and what it could not get, in the order of the county, without
 * solving again.
 *
 * @public
 */
export function whySchools({ instance, policy, locks, plan }: PlanGround): readonly WhySchool[] {
  const eligibility = decideEligibility(indexCounty(instance).county, policy, locks ?? []);
  const factsAt = schoolFacts(eligibility, { policy, plan });
  return eligibility.county.schools.flatMap((_school, at) => (eligibility.inScope[at] === 1 ? [factsAt(at)] : []));
}

/**
 * Explains what a plan does with a school: gains and losses by post, and for posts that stay short what one head more would
 * cost whom.
 *
 * @throws {RangeError} if the county has no such school
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function whySchool(explained: Explained, id: string): Promise<WhySchool> {
  const { request, outcome } = explained;
  const at = outcome.eligibility.county.schoolIndex.get(id);
  if (at === undefined) throw new RangeError(`Cannot explain "${id}": no such school`);
  const facts = schoolFacts(outcome.eligibility, { policy: request.policy, plan: outcome.plan })(at);
  const posts: WhySchool["posts"] = [];
  for (const post of facts.posts) posts.push({ ...post, filled: await filledAt(explained, post) });
  return { ...facts, posts };
}

type PostFacts = WhySchool["posts"][number];

/** Plans again with one head more in a post that is short. */
async function filledAt(explained: Explained, { post, demand, after }: PostFacts): Promise<PostFacts["filled"]> {
  if (after >= demand) return null;
  const { eligibility, memory } = explained.outcome;
  const { cells } = eligibility.county;
  const at = cells.findIndex((each) => postName(each) === post);
  if (solvedProgram(memory).network.shortfall[at] === ABSENT) return { answer: "nobody" };
  return askAgain(explained, { questions: [{ post, missing: mostNeeded(cells[at] as Cell) - after - 1 }], about: [] });
}

/** Returns what is known of any school of a plan, by position. */
function schoolFacts(
  eligibility: DecidedCounty,
  { policy, plan }: Pick<PlanGround, "policy" | "plan">,
): (school: number) => WhySchool {
  const facts = factsOf({ plan, policy, eligibility });
  const { county } = eligibility;
  const crossing = crossings(facts, county.cellOf);
  const placed = new Set([...placementsOf(plan).keys()].map((id) => county.personIndex.get(id)));
  const idsOf = (people: readonly number[] = []) => people.map((person) => county.persons[person]?.id ?? "").sort();
  const postAt = (cell: Cell, index: number): PostFacts[] => {
    const [before, after] = [facts.cellBefore[index] as number, facts.cellAfter[index] as number];
    const [left, came] = [idsOf(crossing.left.get(index)), idsOf(crossing.came.get(index))];
    const demand = needOf(county, facts.cellAfter, index);
    const isShort = after < demand;
    if (left.length + came.length === 0 && !isShort) return [];
    const admitted = isShort ? admittedTo(eligibility, index, placed) : null;
    return [{ post: postName(cell), demand, before, after, left, came, admitted, filled: null }];
  };
  return (school) => ({
    school: county.schools[school]?.id ?? "",
    working: {
      before: facts.workingBefore[school] as number,
      after: facts.workingAfter[school] as number,
      establishment: county.schools[school]?.establishment ?? null,
    },
    posts: county.cells.flatMap((cell, index) => (cell.school === school ? postAt(cell, index) : [])),
  });
}

/** Returns who leaves and who comes, by post. */
function crossings({ moves, returns }: PlanFacts, cellOf: Int32Array) {
  const left = new Map<number, number[]>();
  const came = new Map<number, number[]>();
  const add = (to: Map<number, number[]>, cell: number, person: number) =>
    cell === NONE ? undefined : to.set(cell, [...(to.get(cell) ?? []), person]);
  for (const { person, cell } of [...moves, ...returns]) {
    if (cellOf[person] === cell) continue;
    add(left, cellOf[person] as number, person);
    add(came, cell, person);
  }
  return { left, came };
}

/** Counts the people of other posts whom the policy admits to a post. */
function admittedTo(
  { admission, decisions }: DecidedCounty,
  cell: number,
  placed: ReadonlySet<number | undefined>,
): z.infer<typeof admittedSchema> {
  const counts = { staying: 0, elsewhere: 0 };
  decisions.forEach(({ standing }, person) => {
    if (!mayMove(standing) || admission.formOf(person, cell) === NO_FORM) return;
    counts[placed.has(person) ? "elsewhere" : "staying"]++;
  });
  return counts;
}
