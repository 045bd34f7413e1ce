import type { PlanRequest } from "@lungang/core";
import { planOfRoster, verifyPlan } from "@lungang/core";
import type { FormulatedCounty } from "@lungang/core/formulation";
import { canHold, formulateCounty, formulateWithout, leastViolations } from "@lungang/core/formulation";
import { measureSchema, ruleSubjectSchema } from "@lungang/core/plan";
import { isHard } from "@lungang/core/policy";
import { z } from "zod";
import { conflictPlaces, conflictPlacesSchema } from "./conflict-places.ts";
import { smallestConflict, weightiestLast } from "./smallest-conflict.ts";

/**
 * Shape of one way to make an infeasible policy feasible.
 *
 * @public
 */
export const repairSchema = z.strictObject({
  /** The entry of the policy that gives, alone. */
  rule: z.string(),
  source: z.string(),
  /** Where it gives and by how much at the least; the unit is that of the check, where it finds the same there. */
  gives: z.array(z.strictObject({ about: ruleSubjectSchema, amount: z.number(), unit: z.string().optional() })),
  /** What the entry reaches then, against what it asks for. */
  measures: z.array(measureSchema),
  /** Whether the check that knows no program finds that nothing else is broken. */
  verified: z.boolean(),
});

/**
 * One way to make an infeasible policy feasible: one entry gives, and by how much at the least.
 *
 * @public
 */
export type Repair = z.infer<typeof repairSchema>;

/**
 * Shape of what makes a policy infeasible.
 *
 * @public
 */
export const conflictSchema = z.strictObject({
  /**
   * Entries of the policy that cannot hold together; empty where the county has no plan even without any of them, as
   * where people who come back find no post.
   */
  rules: z.array(z.string()),
  /** Whether without any one of them there is a plan; `budget` where a limit left that open. */
  minimal: z.enum(["yes", "budget"]),
  /** Where the entries conflict; absent where no entry does. */
  at: conflictPlacesSchema.nullable(),
  /** Each entry of the conflict, where it alone can give. */
  repairs: z.array(repairSchema),
});

/**
 * What makes a policy infeasible; see {@link conflictSchema}.
 *
 * @public
 */
export type Conflict = z.infer<typeof conflictSchema>;

/**
 * Finds the smallest set of hard entries of a policy that cannot hold together, and for each of them by how much it has to
 * give at the least so that everything else holds. Undefined where there is a plan.
 *
 * An entry that is left out takes its rows with it; bases and totals that follow from it stay as they are.
 *
 * @throws {RangeError} if data and policy do not fit each other
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function conflictOf(request: PlanRequest): Promise<Conflict | undefined> {
  const { rules: all } = request.policy;
  const entries = all.filter((rule) => isHard(rule)).map(({ id }) => id);
  const butFor = (kept: ReadonlySet<string>) => new Set(all.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
  // What is only preferred stands in the way of no plan.
  const hard = formulated(request, butFor(new Set(entries)));
  const keeping = (kept: ReadonlySet<string>) => formulateWithout(hard, { without: butFor(kept) });
  const standing = await canHold(hard, request);
  const isFeasible = async (kept: ReadonlySet<string>) =>
    kept.size === entries.length ? standing.canHold : (await canHold(keeping(kept), request)).canHold;
  const against = standing.against.map(({ rule }) => rule);
  const ordered = weightiestLast(entries, against, (id) => id);
  const found = await smallestConflict(ordered, isFeasible);
  if (found === undefined) return undefined;
  const { members } = found;
  const at = members.length === 0 ? null : await conflictPlaces(keeping(new Set(members)), request, members);
  const repairs: Repair[] = [];
  for (const rule of found.members) {
    const repair = await repairOf(hard, request, rule);
    if (repair !== undefined) repairs.push(repair);
  }
  const order = new Map(entries.map((id, at) => [id, at]));
  const rules = [...found.members].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { rules, minimal: found.minimal ? "yes" : "budget", at, repairs };
}

function formulated({ instance, policy, locks, seed }: PlanRequest, without: ReadonlySet<string>): FormulatedCounty {
  const options = { without, ...(locks === undefined ? {} : { locks }), ...(seed === undefined ? {} : { seed }) };
  const made = formulateCounty(instance, policy, options);
  if (made.ok) return made.value;
  throw new RangeError(`Cannot look for a conflict: ${made.issues[0]?.message.en ?? "data and policy do not fit"}`);
}

/** Lets one entry give, and checks that nothing else is broken. */
async function repairOf(hard: FormulatedCounty, request: PlanRequest, rule: string): Promise<Repair | undefined> {
  const { instance, policy, locks, seed = "1" } = request;
  const given = await leastViolations(hard, { ...request, entries: [rule] });
  if (given === undefined) return undefined;
  const { roster, violations } = given;
  const asked = { instance, policy, ...(locks === undefined ? {} : { locks }) };
  const plan = await planOfRoster({ ...asked, ...roster }, seed);
  const report = verifyPlan({ ...asked, plan });
  const others = report.violations.filter((found) => found.strength === "hard" && found.rule !== rule);
  return {
    rule,
    source: policy.rules.find(({ id }) => id === rule)?.source ?? "",
    gives: violations.map(({ about, amount, unit }) => ({ about, amount, ...(unit === undefined ? {} : { unit }) })),
    measures: plan.measures.filter((measure) => measure.rule === rule && !measure.met),
    verified: others.length === 0,
  };
}
