import type { PlanFacts } from "@lungang/core/recount";
import { NONE, postName } from "@lungang/core";
import { checkOf, recountPlan } from "@lungang/core/recount";
import type { DecidedCounty, Policy } from "@lungang/core/policy";
import { ATTRIBUTES, emptySubject } from "@lungang/core/policy";
import type { Plan } from "@lungang/core/plan";
import { z } from "zod";
import { placementSchema, placementsOf } from "./placements.ts";

const heads = z.int().min(0);

/** Heads of a post: needed, before the plan and after. */
const headsSchema = z.strictObject({
  post: z.string(),
  school: z.string(),
  demand: heads,
  before: heads,
  after: heads,
});

/** Shape of what is known of somebody without solving again. */
export const personFactsSchema = z.strictObject({
  person: z.string(),
  /** School worked at on plan start; absent for recruits. */
  school: z.string().nullable(),
  placement: placementSchema,
  standing: z.string(),
  backbone: z.boolean(),
  /** What rules count from: full years at the home school and age on the day up to which the policy counts. */
  figures: z.strictObject({ upTo: z.string(), yearsAtSchool: z.number().nullable(), age: z.number().nullable() }),
  /** What the policy says about the person before any plan; the first that applies decides. */
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
});

/** What is known of somebody without solving again. */
export type PersonFacts = z.infer<typeof personFactsSchema>;

/** A plan with what the policy decides about everybody. */
export interface DecidedPlan {
  readonly plan: Plan;
  readonly policy: Pick<Policy, "rules">;
  readonly eligibility: DecidedCounty;
}

/** Returns a plan recounted as the checks count it. */
export function factsOf({ plan, policy, eligibility }: DecidedPlan): PlanFacts {
  return recountPlan({ eligibility, rules: policy.rules, checkOf }, plan).facts;
}

/** Returns what is known of any person of a plan, by position: standing, reasons, place, and heads of the posts. */
export function personFacts(decided: DecidedPlan): (person: number) => PersonFacts {
  const { plan, eligibility } = decided;
  const { county, decisions } = eligibility;
  const placements = placementsOf(plan);
  const headsOf = headsIn(decided);
  const cells = new Map(county.cellIndex);
  county.cells.forEach(({ posts }, cell) => {
    for (const post of posts) cells.set(post, cell);
  });
  const figuresOf = figuresIn(eligibility);
  const standingOf = (person: number) => decisions[person] ?? { standing: "outOfScope", reasons: [], backbone: false };
  return (person) => {
    const id = county.persons[person]?.id ?? "";
    const works = county.works[person] as number;
    const placement = placements.get(id) ?? { stays: true };
    const { standing, reasons, backbone } = standingOf(person);
    return {
      person: id,
      school: works === NONE ? null : (county.schools[works]?.id ?? null),
      placement,
      standing,
      backbone,
      figures: figuresOf(person),
      reasons: [...reasons],
      left: headsOf(county.cellOf[person] as number),
      entered: "stays" in placement ? null : headsOf(cells.get(placement.post) ?? NONE),
    };
  };
}

/** Reads figures as the conditions of the policy read them. */
function figuresIn({ context }: DecidedCounty): (person: number) => PersonFacts["figures"] {
  const read = (name: string, person: number) => {
    const value = ATTRIBUTES.get(`person.${name}`)?.read(context, { ...emptySubject(), person });
    return typeof value === "number" ? value : null;
  };
  return (person) => ({
    upTo: context.cutoff,
    yearsAtSchool: read("yearsAtSchool", person),
    age: read("age", person),
  });
}

/** Heads of posts; a cell that is none has no heads. */
function headsIn(decided: DecidedPlan) {
  const { cells, schools } = decided.eligibility.county;
  const { cellBefore, cellAfter } = factsOf(decided);
  return (index: number): PersonFacts["left"] => {
    const cell = cells[index];
    if (cell === undefined) return null;
    const [before, after] = [cellBefore[index] as number, cellAfter[index] as number];
    return { post: postName(cell), school: schools[cell.school]?.id ?? "", demand: cell.demand, before, after };
  };
}
