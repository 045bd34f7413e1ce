import type { PlanRequest } from "@lungang/core";
import { planOfRoster, verifyPlan } from "@lungang/core";
import type { FormulatedCounty } from "@lungang/core/formulation";
import { formulateCounty, leastViolations } from "@lungang/core/formulation";
import { measureSchema, ruleSubjectSchema } from "@lungang/core/plan";
import { isHard } from "@lungang/core/policy";
import type { LinearProgram } from "@lungang/program";
import { solveChain } from "@lungang/program";
import { z } from "zod";
import type { ConflictPlaces } from "./conflict-places.ts";
import { conflictPlaces, conflictPlacesSchema } from "./conflict-places.ts";
import { smallestConflict } from "./smallest-conflict.ts";

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
  const whole = formulated(request, new Set());
  const entries = whole.prepared.rules.filter((rule) => isHard(rule)).map(({ id }) => id);
  const likely = new Set((await leastViolations(whole, request))?.violations.map(({ rule }) => rule));
  // What gives in the elastic program is tried last to be left out.
  const ordered = [...entries.filter((id) => !likely.has(id)), ...entries.filter((id) => likely.has(id))];
  const isFeasible = (kept: ReadonlySet<string>) => {
    const without = new Set(entries.filter((id) => !kept.has(id)));
    return hasPoint(formulated(request, without).formulation.program, request);
  };
  const found = await smallestConflict(ordered, isFeasible);
  if (found === undefined) return undefined;
  const at = await placesIn(request, { entries, members: found.members });
  const repairs: Repair[] = [];
  for (const rule of found.members) {
    const repair = await repairOf(whole, request, rule);
    if (repair !== undefined) repairs.push(repair);
  }
  const order = new Map(entries.map((id, at) => [id, at]));
  const rules = [...found.members].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { rules, minimal: found.minimal ? "yes" : "budget", at, repairs };
}

/** Returns where entries conflict that cannot hold together. */
async function placesIn(
  request: PlanRequest,
  { entries, members }: { readonly entries: readonly string[]; readonly members: readonly string[] },
): Promise<ConflictPlaces | null> {
  if (members.length === 0) return null;
  const alone = formulated(request, new Set(entries.filter((id) => !members.includes(id))));
  return conflictPlaces(alone, request, { members, hasPoint: (program) => hasPoint(program, request) });
}

function formulated({ instance, policy, locks, seed }: PlanRequest, without: ReadonlySet<string>): FormulatedCounty {
  const options = { without, ...(locks === undefined ? {} : { locks }), ...(seed === undefined ? {} : { seed }) };
  const made = formulateCounty(instance, policy, options);
  if (made.ok) return made.value;
  throw new RangeError(`Cannot look for a conflict: ${made.issues[0]?.message.en ?? "data and policy do not fit"}`);
}

/** Whether a program has any point; undefined where a limit came first. */
async function hasPoint(program: LinearProgram, { solver, limits, signal }: PlanRequest): Promise<boolean | undefined> {
  const cost = new Float64Array(program.columnCount);
  const any = { name: "any", unit: "units", step: 1, tolerance: 0, offset: 0, cost };
  const chain = await solveChain(
    { ...program, levels: [any] },
    { solver, timeSeconds: limits?.timeSeconds, nodes: limits?.nodes, proveUnique: false, signal },
  );
  return chain.status === "stopped" ? undefined : chain.status === "solved";
}

/** Lets one entry give, and checks that nothing else is broken. */
async function repairOf(whole: FormulatedCounty, request: PlanRequest, rule: string): Promise<Repair | undefined> {
  const { instance, policy, locks, seed = "1" } = request;
  const given = await leastViolations(whole, { ...request, entries: [rule] });
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
