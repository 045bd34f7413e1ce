import type { Policy } from "@lungang/core/policy";
import { levelsCountedBy } from "@lungang/core/policy";
import type { PlanMemory } from "@lungang/core";
import { planCounty } from "@lungang/core";
import { planLevelSchema } from "@lungang/core/plan";
import type { Solver } from "@lungang/program";
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
 * What hears of variants, and what plans them beside the solver of the plan in hand.
 *
 * @public
 */
export interface VariantOptions {
  /** Hears every result as it comes, so that a long series can be stopped and kept. */
  readonly onResult?: ((result: VariantResult) => void) | undefined;
  /**
   * Gives further solvers of the same kind, as many as asked for at most: each plans a part of the variants at the same time. Every
   * part goes on from plans of its own, so that who is faster decides nothing. @defaultValue all are planned one after the other
   */
  readonly further?: ((most: number) => Promise<readonly Solver[]>) | undefined;
  /**
   * Whether every level is solved with all effort; else only those up to the first that differs from the plan in hand, and
   * later ones state what is left open. @defaultValue true
   */
  readonly exact?: boolean | undefined;
}

/**
 * Plans the county again under each policy, each from what is known of the one before, and compares with the plan in hand.
 *
 * @returns results in the order of the policies; without those that an interruption left out
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function planVariants(
  explained: Explained,
  variants: readonly Variant[],
  { onResult, further, exact = true }: VariantOptions = {},
): Promise<readonly VariantResult[]> {
  const { request, outcome } = explained;
  let isBroken = false;
  const plan = async (solver: Solver, part: readonly Variant[]): Promise<VariantResult[]> => {
    const results: VariantResult[] = [];
    let { memory } = outcome;
    for (const variant of part) {
      if (isBroken || isAborted(request)) break;
      const next = await planVariant({ request: { ...request, solver }, outcome }, variant, { memory, exact });
      // What was ended in the middle is no value of its point, even where a plan had been found.
      if (isAborted(request)) break;
      ({ memory } = next);
      results.push(next.result);
      onResult?.(next.result);
    }
    return results;
  };
  const most = Math.ceil(variants.length / FEW_VARIANTS) - 1;
  const solvers = [request.solver, ...(most > 0 ? ((await further?.(most)) ?? []) : [])];
  const parts = partsOf(variants, solvers.length);
  const ended = await Promise.allSettled(
    solvers.map(async (solver, at) => {
      try {
        return await plan(solver, parts[at] ?? []);
      } catch (error) {
        isBroken = true;
        throw error;
      }
    }),
  );
  return ended.flatMap((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}

function isAborted({ signal }: Explained["request"]): boolean {
  return signal?.aborted === true;
}

/** So many in a part are worth a solver of their own. */
const FEW_VARIANTS = 4;

/** Cuts a list into consecutive parts of nearly one length. */
function partsOf<T>(list: readonly T[], count: number): readonly (readonly T[])[] {
  const length = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, at) => list.slice(at * length, (at + 1) * length));
}

/** What a variant is planned with beside its policy. */
interface PlannedFrom {
  readonly memory: PlanMemory;
  readonly exact: boolean;
}

async function planVariant(
  { request, outcome }: Explained,
  { name, policy, ignored }: Variant,
  { memory, exact }: PlannedFrom,
): Promise<{ readonly result: VariantResult; readonly memory: PlanMemory }> {
  const { onProgress: _onProgress, ...rest } = request;
  const comparedWith = new Map(outcome.plan.levels.map((level) => [level.name, level.value]));
  const limits = { ...request.limits, proveUnique: false, lots: false, ...(exact ? {} : { comparedWith }) };
  const again = await planCounty({ ...rest, policy, limits, after: memory });
  const result: VariantResult = { name, status: again.status, ...NOTHING };
  if (again.status !== "planned") return { result, memory };
  const { levels } = again.plan;
  const price = priceBetween(outcome.plan.levels, levels, ignored) ?? null;
  return { result: { ...result, price, levels, ...planSums(again.plan) }, memory: again.memory };
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
