import type { PlanFacts } from "@lungang/core/recount";
import { NONE } from "@lungang/core";
import { checkOf, recountPlan } from "@lungang/core/recount";
import type { DecidedCounty, Policy, ScoredItem } from "@lungang/core/policy";
import { ATTRIBUTES, emptySubject, pointSheetsOf, pointsText, standingReasons } from "@lungang/core/policy";
import type { Plan } from "@lungang/core/plan";
import { z } from "zod";
import { headsIn, headsSchema } from "./heads.ts";
import { placementSchema, placementsOf } from "./placements.ts";
import { wishFactsSchema, wishReader } from "./wish-facts.ts";

/** One item of points; numbers are exact decimals. */
const pointItemSchema = z.strictObject({
  item: z.string(),
  points: z.string(),
  source: z.string(),
  text: z.strictObject({ zh: z.string(), en: z.string() }),
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
  /** What the policy says about the person before any plan, with figures; the first that applies decides. */
  reasons: z.array(
    z.strictObject({
      code: z.string(),
      rule: z.string(),
      source: z.string(),
      text: z.strictObject({ zh: z.string(), en: z.string() }),
      /** The figures alone, which the text ends with; absent where the entry compares none. */
      figures: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
      /** Health or discipline: in the internal edition only. */
      sensitive: z.boolean(),
    }),
  ),
  /**
   * Points by every scale of the policy, item by item, and what is added at the posts applied for and the one entered; in
   * the internal edition only.
   */
  points: z.array(
    z.strictObject({
      scale: z.string(),
      source: z.string(),
      text: z.strictObject({ zh: z.string(), en: z.string() }),
      total: z.string(),
      items: z.array(pointItemSchema),
      atPosts: z.array(z.strictObject({ post: z.string(), total: z.string(), items: z.array(pointItemSchema) })),
    }),
  ),
  /** The post left and the post entered, where they are known. */
  left: headsSchema.nullable(),
  entered: headsSchema.nullable(),
  /** Schools wished for and not given, in their order; absent where there are none. */
  wishes: z.array(wishFactsSchema).exactOptional(),
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
  const headsOf = headsIn(eligibility, factsOf(decided));
  const cells = new Map(county.cellIndex);
  county.cells.forEach(({ posts }, cell) => {
    for (const post of posts) cells.set(post, cell);
  });
  const figuresOf = figuresIn(eligibility);
  const reasonsOf = standingReasons(eligibility);
  const pointsOf = pointsIn(eligibility);
  const wishesOf = wishReader({ plan, policy: decided.policy, eligibility, headsOf, cells });
  const standingOf = (person: number) => decisions[person] ?? { standing: "outOfScope", backbone: false };
  return (person) => {
    const id = county.persons[person]?.id ?? "";
    const works = county.works[person] as number;
    const placement = placements.get(id) ?? { stays: true };
    const { standing, backbone } = standingOf(person);
    const entered = "stays" in placement ? NONE : (cells.get(placement.post) ?? NONE);
    const wishes = wishesOf({ person, placement });
    return {
      person: id,
      school: works === NONE ? null : (county.schools[works]?.id ?? null),
      placement,
      standing,
      backbone,
      figures: figuresOf(person),
      reasons: [...reasonsOf(person)],
      points: pointsOf(person, entered),
      left: headsOf(county.cellOf[person] as number),
      entered: headsOf(entered),
      ...(wishes.length === 0 ? {} : { wishes: [...wishes] }),
    };
  };
}

/** Counts points as the rules of the policy count them, with what counts at a post that is entered. */
function pointsIn(eligibility: DecidedCounty): (person: number, entered: number) => PersonFacts["points"] {
  const sheetsOf = pointSheetsOf(eligibility);
  const itemOf = ({ item, units, source, text }: ScoredItem) => ({
    item,
    points: pointsText(units),
    source: source ?? "",
    text,
  });
  return (person, entered) =>
    sheetsOf(person, entered === NONE ? [] : [entered]).map(({ scale, source, text, sheet }) => ({
      scale,
      source,
      text,
      total: pointsText(sheet.total),
      items: sheet.items.map(itemOf),
      atPosts: sheet.atPosts.map(({ post, total, items }) => ({
        post,
        total: pointsText(total),
        items: items.map(itemOf),
      })),
    }));
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
