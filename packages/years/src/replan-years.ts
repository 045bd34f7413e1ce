import { decideEligibility } from "@lungang/core/policy";
import { indexCounty } from "@lungang/core";
import type { Instance } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import { advanceInstance, stillPlan } from "./advance.ts";
import type { EarlierStart } from "./horizon-context.ts";
import type { YearsOutcome, YearsRequest } from "./plan-years.ts";
import { planYears } from "./plan-years.ts";
import type { ChangeCount } from "@lungang/core";
import { CHANGES } from "@lungang/core/formulation";
import type { PlannedYear } from "./rolling.ts";

/**
 * What years are planned again from; county, policies and length come from the earlier plan.
 *
 * @public
 */
export interface ReplanYearsRequest extends Omit<YearsRequest, "instance" | "policies" | "years" | "held" | "earlier"> {
  /** The earlier plan. */
  readonly planned: readonly PlannedYear[];
  /** Years from the first that stand as they are. @defaultValue 0 */
  readonly fixed?: number;
  /** People who withdraw: they start nothing in the years that are planned again, and do not count as changed. */
  readonly withdrawn?: readonly string[];
}

/**
 * The years planned again, those that were fixed left out, and what they change.
 *
 * @public
 */
export type ReplanYearsOutcome =
  | Extract<YearsOutcome, { status: "invalid" }>
  | (Exclude<YearsOutcome, { status: "invalid" }> & { readonly changes: ChangeCount });

/**
 * Plans years again with the fewest changes, the first of them fixed where that is asked for. A person counts as changed
 * who starts in another year or at another post, starts instead of staying, or stays instead of starting.
 *
 * The bound is that of one program for all years: no plan with the same candidate starts changes fewer.
 *
 * @throws {RangeError} if no year is left to plan
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function replanYears(request: ReplanYearsRequest): Promise<ReplanYearsOutcome> {
  const { planned, fixed = 0, withdrawn = [], ...rest } = request;
  const open = planned.slice(fixed);
  const [first] = open;
  if (first === undefined) throw new RangeError(`Cannot plan again: all ${planned.length} years are fixed`);
  const earlier = startsOf(open);
  const outcome = await planYears({
    ...rest,
    instance: first.instance,
    policies: open.map(({ policy }, year) => keeping(policy, earlier, year)),
    locks: open.map(({ locks }) => locks),
    years: open.length,
    held: withdrawn,
    still: stillAfter(planned[0] ?? first, planned.slice(0, fixed + 1)),
    earlier,
  });
  if (outcome.status === "invalid") return outcome;
  return { ...outcome, changes: countChanges(earlier, outcome, withdrawn) };
}

/** Returns the county of the last of these years as it would be if nobody had started anything since the first. */
function stillAfter(start: PlannedYear, years: readonly PlannedYear[]): Instance {
  let still = start.instance;
  let { policy } = start;
  for (const year of years.slice(1)) {
    const known = new Set(still.persons.map(({ id }) => id));
    const recruits = year.instance.persons.filter(({ id }) => !known.has(id));
    const eligibility = decideEligibility(indexCounty(still).county, policy, []);
    still = advanceInstance(still, stillPlan(eligibility), { policy, recruits });
    ({ policy } = year);
  }
  return still;
}

/** The starts of the earlier plan are candidates whatever the limits of the policy. */
function keeping(policy: Policy, earlier: readonly EarlierStart[], at: number): Policy {
  const { candidates } = policy;
  const keep = earlier.flatMap(({ person, post, year }) => (year === at ? [{ person, post }] : []));
  return { ...policy, candidates: { ...candidates, keep: [...candidates.keep, ...keep] } };
}

/** Returns who starts where and when in planned years. */
function startsOf(years: readonly PlannedYear[]): readonly EarlierStart[] {
  return years.flatMap(({ plan }, year) => plan.moves.map(({ person, post }) => ({ person, post, year })));
}

function countChanges(
  earlier: readonly EarlierStart[],
  outcome: Exclude<YearsOutcome, { status: "invalid" }>,
  withdrawn: readonly string[],
): ChangeCount {
  const numbers = (starts: readonly EarlierStart[]) =>
    new Map(starts.map(({ person, post, year }) => [person, `${year}/${post}`]));
  const before = numbers(earlier);
  const now = numbers(startsOf(outcome.years));
  const changed = [...new Set([...before.keys(), ...now.keys()])]
    .filter((person) => !withdrawn.includes(person) && before.get(person) !== now.get(person))
    .sort();
  const level = outcome.program?.levels.find(({ name }) => name === CHANGES);
  // The program also counts everybody who withdrew and had a start: that change is certain.
  const certain = earlier.filter(({ person }) => withdrawn.includes(person)).length;
  const bound = Math.max(0, (level?.dualBound ?? certain) - certain);
  return { people: changed.length, bound, proven: level !== undefined && bound === changed.length, changed };
}
