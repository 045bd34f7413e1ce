import type { Text } from "../instance/issue.ts";
import type { Lock } from "../eligibility/locks.ts";
import type { PlanOutcome, PlanRequest } from "../plan/outcome.ts";
import type { Plan } from "../plan/plan.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import type { Policy } from "../policy/resolved.ts";
import type { ChangesParams } from "../rules/changes/schema.ts";
import type { HeadcountCapacity } from "./headcount-capacity.ts";
import { inOrder } from "./rule-order.ts";
import { planWithin } from "./plan-county.ts";

/**
 * Name of the level that counts people whose move differs from the earlier plan.
 *
 * @public
 */
export const CHANGES = "changes";

/**
 * Where the count of changes stands among the levels: first after the hard rules, after compliance, or last of all.
 *
 * @public
 */
export type ChangesPlace = "first" | "afterCompliance" | "last";

/**
 * Where an earlier plan sends people; a plan is one.
 *
 * @public
 */
export interface Baseline {
  readonly moves: readonly { readonly person: string; readonly post: string }[];
  readonly returns: readonly { readonly person: string; readonly post: string }[];
}

/**
 * What a plan is made again from.
 *
 * @public
 */
export interface ReplanRequest extends PlanRequest {
  /** The plan that can no longer be carried out as it is. */
  readonly baseline: Baseline;
  /** People who withdraw: they stay, and do not count as changed. */
  readonly withdrawn?: readonly string[];
  /** @defaultValue "first" */
  readonly place?: ChangesPlace;
}

/**
 * How many people other than those who withdrew go elsewhere than in the earlier plan.
 *
 * @public
 */
export interface ChangeCount {
  readonly people: number;
  /** No plan under the same rules and candidate moves changes fewer. */
  readonly bound: number;
  readonly proven: boolean;
  readonly changed: readonly string[];
}

/**
 * The new plan and what it changes.
 *
 * @public
 */
export type ReplanOutcome =
  | (Extract<PlanOutcome, { status: "planned" }> & { readonly changes: ChangeCount })
  | Exclude<PlanOutcome, { status: "planned" }>;

/**
 * Plans a year again with the fewest changes: the earlier plan is the baseline, people who withdraw are held at their
 * schools, and how many others change is a level of its own, proven like any other.
 *
 * The moves of the earlier plan are candidates whatever the limits of the policy; the bound speaks of candidate moves.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export function replanCounty(request: ReplanRequest): Promise<ReplanOutcome> {
  return replanWithin(request, []);
}

/**
 * Plans a year of several again, within what the ledgers of the years leave to its moves.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function replanWithin(
  request: ReplanRequest,
  capacities: readonly HeadcountCapacity[],
): Promise<ReplanOutcome> {
  const { baseline, withdrawn = [], place = "first", ...rest } = request;
  const policy = withFewestChanges(request.policy, { baseline, withdrawn, place });
  const outcome = await planWithin(
    { ...rest, policy, locks: [...(request.locks ?? []), ...held(withdrawn)] },
    capacities,
  );
  if (outcome.status !== "planned") return outcome;
  return { ...outcome, changes: countChanges(outcome.plan, baseline, withdrawn) };
}

/**
 * Returns the locks that hold people at their schools.
 *
 * @public
 */
export function held(withdrawn: readonly string[]): readonly Lock[] {
  return withdrawn.map((person) => ({ person, stay: true, reason: "withdrawn" }));
}

/**
 * Returns a policy that also counts changes against an earlier plan, and keeps its moves as candidates.
 *
 * @public
 */
export function withFewestChanges(
  policy: Policy,
  {
    baseline,
    withdrawn,
    place,
    name = CHANGES,
  }: {
    readonly baseline: Baseline;
    readonly withdrawn: readonly string[];
    readonly place: ChangesPlace;
    /** Of the entry and of its level; an entry of the same name gives way. @defaultValue "changes" */
    readonly name?: string;
  },
): Policy {
  const text = { zh: "与原方案相比变动最少", en: "fewest changes against the earlier plan" };
  return withChanges(policy, { baselines: [baseline], withdrawn, place, name, weight: 1, text });
}

/**
 * Returns a policy that, after all its other levels, asks for as many changes as can be against each of some plans: the
 * value of the level is minus the sum of their counts.
 *
 * @public
 */
export function withMostChanges(policy: Policy, baselines: readonly Baseline[], name: string): Policy {
  const text = { zh: "与已有方案相比变动最多", en: "most changes against the plans before" };
  return withChanges(policy, { baselines, withdrawn: [], place: "last", name, weight: -1, text });
}

interface CountedChanges {
  readonly baselines: readonly Baseline[];
  readonly withdrawn: readonly string[];
  readonly place: ChangesPlace;
  readonly name: string;
  readonly weight: 1 | -1;
  readonly text: Text;
}

function withChanges(policy: Policy, { baselines, withdrawn, place, name, weight, text }: CountedChanges): Policy {
  const earlier = baselines.map(({ moves, returns }) =>
    [...moves, ...returns].map(({ person, post }) => ({ person, post })),
  );
  const entries = earlier.map((baseline, at): PolicyRule<ChangesParams> => ({
    id: at === 0 ? name : `${name}${at + 1}`,
    rule: "changes",
    source: "replan",
    text,
    strength: "hard",
    price: 1,
    params: { baseline, except: [...withdrawn], level: name, weight },
  }));
  const names = new Set(entries.map(({ id }) => id));
  const levels = policy.levels.filter((level) => level.name !== name);
  const compliance = levels.findIndex((level) => level.name === "compliance");
  const at = { first: 0, afterCompliance: compliance + 1, last: levels.length }[place];
  const level = { name, unit: "people", text, tolerance: 0 };
  return {
    ...policy,
    candidates: { ...policy.candidates, keep: [...policy.candidates.keep, ...earlier.flat()] },
    rules: inOrder([...policy.rules.filter(({ id }) => !names.has(id)), ...entries]),
    levels: [...levels.slice(0, at), level, ...levels.slice(at)],
  };
}

function countChanges(plan: Plan, baseline: Baseline, withdrawn: readonly string[]): ChangeCount {
  const places = (from: Baseline) =>
    new Map([...from.moves, ...from.returns].map(({ person, post }) => [person, post]));
  const before = places(baseline);
  const now = places(plan);
  const changed = [...new Set([...before.keys(), ...now.keys()])]
    .filter((person) => !withdrawn.includes(person) && before.get(person) !== now.get(person))
    .sort();
  const level = plan.levels.find(({ name }) => name === CHANGES);
  const bound = level?.dualBound ?? 0;
  return { people: changed.length, bound, proven: level !== undefined && bound === level.value, changed };
}
