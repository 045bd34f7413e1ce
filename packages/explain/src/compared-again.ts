import type { PlanOutcome } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { ruleSubjectSchema } from "@lungang/core/plan";
import { z } from "zod";
import type { Price } from "./level-differences.ts";
import { priceBetween, priceSchema } from "./level-differences.ts";
import type { ChangedPerson } from "./placements.ts";
import { changedPeople, changedPersonSchema } from "./placements.ts";

/** Shapes of what a plan made again says against the plan in hand. */
export const tieSchema = z.strictObject({ answer: z.literal("tie"), changed: z.array(changedPersonSchema) });
export const costSchema = z.strictObject({
  answer: z.literal("price"),
  price: priceSchema,
  changed: z.array(changedPersonSchema),
});
export const impossibleSchema = z.strictObject({
  answer: z.literal("impossible"),
  leastViolations: z.array(
    z.strictObject({
      rule: z.string(),
      source: z.string(),
      about: ruleSubjectSchema,
      amount: z.number(),
      unit: z.string().exactOptional(),
    }),
  ),
});
export const openSchema = z.strictObject({ answer: z.literal("open"), limit: z.string() });

/** What another plan says against the plan in hand. */
export type ComparedAgain =
  | { readonly answer: "tie"; readonly changed: ChangedPerson[] }
  | { readonly answer: "price"; readonly price: Price; readonly changed: ChangedPerson[] }
  | z.infer<typeof impossibleSchema>
  | z.infer<typeof openSchema>;

/** Compares a plan made again with the plan in hand. */
export function comparedAgain(plan: Plan, again: PlanOutcome): ComparedAgain {
  switch (again.status) {
    case "planned": {
      const price = priceBetween(plan.levels, again.plan.levels);
      const changed = changedPeople(plan, again.plan);
      return price === undefined ? { answer: "tie", changed } : { answer: "price", price, changed };
    }
    case "infeasible":
      return { answer: "impossible", leastViolations: [...again.leastViolations] };
    case "stopped":
      return { answer: "open", limit: again.termination.limit };
    case "invalid":
      throw new RangeError(`Cannot answer: ${again.issues[0]?.message.en ?? "the request is invalid"}`);
  }
}
