import type { Policy } from "@lungang/core/policy";
import { levelsCountedBy } from "@lungang/core/policy";
import { planCounty } from "@lungang/core";
import { planLevelSchema } from "@lungang/core/plan";
import { z } from "zod";
import type { Explained } from "./explained.ts";
import { planSums } from "./plan-sums.ts";
import { priceBetween, priceSchema } from "./level-differences.ts";
import type { Price } from "./level-differences.ts";

/**
 * A policy that differs in something, under a name.
 *
 * @public
 */
export interface Variant {
  readonly name: string;
  readonly policy: Policy;
  /** Levels that do not mean the same under this policy, and are no price of it. @defaultValue none */
  readonly ignored?: readonly string[];
}

/**
 * Shape of what a policy that differs in something gives.
 *
 * @public
 */
export const variantResultSchema = z.strictObject({
  name: z.string(),
  status: z.enum(["planned", "infeasible", "stopped", "invalid"]),
  /** Against the plan in hand; null where both are equal in every level, or there is no plan. */
  price: priceSchema.nullable(),
  /** Value and bound of every level. */
  levels: z.array(planLevelSchema),
  moves: z.int().nullable(),
  /** Metres of all moves whose distance is known. */
  distanceMetres: z.number().nullable(),
  missing: z.int().nullable(),
});

/**
 * What a policy that differs in something gives against the plan in hand.
 *
 * @public
 */
export type VariantResult = z.infer<typeof variantResultSchema>;

/**
 * Plans the county again under each policy, one after the other from what is known, and compares with the plan in hand.
 *
 * @param onResult - hears every result as it comes, so that a long series can be stopped and kept
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function planVariants(
  { request, outcome }: Explained,
  variants: readonly Variant[],
  onResult?: (result: VariantResult) => void,
): Promise<readonly VariantResult[]> {
  const results: VariantResult[] = [];
  let { memory } = outcome;
  for (const { name, policy, ignored } of variants) {
    if (request.signal?.aborted === true) break;
    const { onProgress: _onProgress, ...rest } = request;
    const limits = { ...request.limits, proveUnique: false };
    const again = await planCounty({ ...rest, policy, limits, after: memory });
    const result: VariantResult = { name, status: again.status, ...NOTHING };
    if (again.status === "planned") {
      ({ memory } = again);
      const { levels } = again.plan;
      const price = priceBetween(outcome.plan.levels, levels, ignored) ?? null;
      Object.assign(result, { price, levels, ...planSums(again.plan) });
    }
    results.push(result);
    onResult?.(result);
  }
  return results;
}

const NOTHING = { price: null, levels: [], moves: null, distanceMetres: null, missing: null };

/**
 * Returns results with the dearest first: those that make no plan, then by the earliest level that differs and the amount.
 *
 * @public
 */
export function dearestFirst(results: readonly VariantResult[], levels: readonly string[]): readonly VariantResult[] {
  const rank = ({ status, price }: VariantResult): number =>
    status !== "planned" ? -1 : price === null ? levels.length : levels.indexOf(price.lead.level);
  const size = (price: Price | null) => (price === null ? 0 : Math.abs(price.lead.after - price.lead.before));
  return [...results].sort((a, b) => rank(a) - rank(b) || size(b.price) - size(a.price));
}

/**
 * Returns the policies that lack one hard entry each: what each entry costs.
 *
 * @public
 */
export function withoutEachRule(policy: Policy): readonly Variant[] {
  return policy.rules
    .filter(({ strength, rule }) => strength !== "soft" && rule !== "changes")
    .map((entry) => ({
      name: entry.id,
      policy: { ...policy, rules: policy.rules.filter((rule) => rule !== entry) },
      // Without the rule these are empty, which is no gain.
      ignored: levelsCountedBy(entry),
    }));
}
