import type { Lock } from "@lungang/core";
import { indexCounty } from "@lungang/core";
import type { Instance } from "@lungang/core";
import type { PlanLimits, PlanOutcome } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { planWithin } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import type { HeadcountCapacity } from "@lungang/core/formulation";
import type { Solver } from "@lungang/program";
import { verifyPlan } from "@lungang/core";
import { advanceInstance } from "./advance.ts";
import type { YearsBasis } from "./base-years.ts";
import { policyOfYear, recruitsOfYear } from "./base-years.ts";
import { LedgerLimits } from "./ledger-limits.ts";
import { held, replanWithin } from "@lungang/core/formulation";
import { holdsUnmoved } from "./unmoved.ts";
import type { Choice } from "./year-plan.ts";
import { planOfChoices } from "./year-plan.ts";

/**
 * What years are solved with.
 *
 * @public
 */
export interface YearsSolving {
  readonly solver: Solver;
  readonly seed?: string;
  /** For each year on its own. */
  readonly limits?: PlanLimits;
  readonly signal?: AbortSignal;
  /** People who start nothing, such as those who withdrew. */
  readonly held?: readonly string[];
  /**
   * The county at the first of these years as it would be if nobody had started anything in years before that stand.
   *
   * @defaultValue the county as it is
   */
  readonly still?: Instance;
}

/**
 * One year of a plan over years.
 *
 * @public
 */
export interface PlannedYear {
  /** The county at the start of the year, after the plans of the years before. */
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks: readonly Lock[];
  readonly plan: Plan;
}

/**
 * A year that was solved again.
 *
 * @public
 */
export interface SolvedAgain {
  readonly year: number;
  /** Hard rules that the choices break, or `not-admitted` where the policy does not admit one of them. */
  readonly rules: readonly string[];
}

/**
 * Years that were planned, and what stopped the next one.
 *
 * @public
 */
export interface PlannedYears {
  readonly years: readonly PlannedYear[];
  readonly stopped?: Exclude<PlanOutcome, { status: "planned" }>;
  /**
   * Whether the year that has no plan could have one if nobody started anything in the years before it; absent where that is
   * not known.
   */
  readonly possibleUnmoved?: boolean;
  /** Years, counted from 0, that could not be taken over as they were chosen and were solved again, and why. */
  readonly solvedAgain: readonly SolvedAgain[];
}

/**
 * Plans year after year, each from the county that the years before leave behind and within the ledgers of all years.
 * With choices a year is what they say, as long as its rules and ledgers hold; a year that breaks one is solved again.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 */
export async function planYearByYear(
  basis: YearsBasis,
  solving: YearsSolving,
  choices: readonly (readonly Choice[])[] = [],
): Promise<PlannedYears> {
  const years: PlannedYear[] = [];
  const solvedAgain: SolvedAgain[] = [];
  const ledgers = new LedgerLimits(basis, solving.still);
  let { instance } = basis;
  for (let year = 0; year < basis.years; year++) {
    const policy = policyOfYear(basis, year);
    const locksOf = (county: Instance) => [...(basis.locks?.[year] ?? []), ...staying(county, solving.held)];
    const at = { instance, policy, locks: locksOf(instance) };
    const request = {
      ...solving,
      ...at,
      broken: (plan: Plan) => ledgers.broken(year, plan, at.instance),
      capacities: (ahead: boolean) => ledgers.capacities(year, at, ahead),
    };
    const taken = await takeOver(request, choices[year]);
    if (taken.broken.length > 0) solvedAgain.push({ year, rules: taken.broken });
    const outcome = taken.plan === undefined ? await nearChoices(request, choices[year]) : undefined;
    if (outcome !== undefined && outcome.status !== "planned") {
      const unmoved =
        outcome.status === "infeasible" ? await holdsUnmoved(basis, year, { ...solving, locksOf }) : undefined;
      return { years, stopped: outcome, solvedAgain, ...(unmoved === undefined ? {} : { possibleUnmoved: unmoved }) };
    }
    const plan = taken.plan ?? (outcome as Extract<PlanOutcome, { status: "planned" }>).plan;
    years.push({ ...at, plan });
    instance = advanceInstance(instance, plan, { policy, ...recruitsOfYear(basis, year + 1) });
  }
  return { years, solvedAgain };
}

interface Request extends YearsSolving, Pick<PlannedYear, "instance" | "policy" | "locks"> {
  /** Rules that the ledgers of a plan break over the years. */
  readonly broken: (plan: Plan) => readonly string[];
  /** What ledgers leave to the moves of the year: in the year itself, and with `ahead` in those after it. */
  readonly capacities: (ahead: boolean) => readonly HeadcountCapacity[];
}

/** Returns the locks of people who start nothing; nobody is held who comes back from an exchange in the year. */
function staying({ persons }: Instance, people: readonly string[] = []): readonly Lock[] {
  const home = persons.filter(
    ({ homeSchool, currentSchool }) => currentSchool === undefined || currentSchool === homeSchool,
  );
  return held(home.flatMap(({ id, homeSchool }) => (homeSchool !== undefined && people.includes(id) ? [id] : [])));
}

/** Returns the plan that the choices make if no hard rule is broken, else the rules that are. */
async function takeOver(request: Request, chosen: readonly Choice[] | undefined) {
  if (chosen === undefined) return { plan: undefined, broken: [] };
  const plan = await planOfChoices(request, chosen);
  if (plan === undefined) return { plan, broken: ["not-admitted"] };
  const { instance, policy, locks } = request;
  const { ok, violations } = verifyPlan({ instance, policy, locks, plan });
  const ledgers = request.broken(plan);
  if (ok && ledgers.length === 0) return { plan, broken: [] };
  const broken = violations.flatMap(({ strength, rule }) => (strength === "hard" ? [rule] : []));
  return { plan: undefined, broken: [...new Set([...broken, ...ledgers])].sort() };
}

/** Solves a year again; as many as possible of the people who were chosen for it keep their posts. */
async function nearChoices(request: Request, chosen: readonly Choice[] | undefined): Promise<PlanOutcome> {
  if (chosen === undefined) return planAhead(request);
  if (chosen.length === 0) return planWithin(request, request.capacities(false));
  const moves = chosen.map(({ person, cell }) => ({ person, post: cell }));
  const near = await replanWithin({ ...request, baseline: { moves, returns: [] } }, request.capacities(false));
  if (near.status !== "planned") return near;
  const plan = await planOfChoices(request, choicesOf(near.plan, request.instance), near.plan);
  return plan === undefined ? planWithin(request, request.capacities(false)) : { ...near, plan };
}

/**
 * Plans a year so that its ledgers hold in all years though nobody starts anything later. Where that cannot be, people
 * have to leave in a later year: the ledgers of this year hold, and those of later years are theirs.
 */
async function planAhead(request: Request): Promise<PlanOutcome> {
  const outcome = await planWithin(request, request.capacities(true));
  return outcome.status === "infeasible" ? planWithin(request, request.capacities(false)) : outcome;
}

/** Returns where a plan sends people and how, by keys of cells. */
export function choicesOf({ moves, returns }: Pick<Plan, "moves" | "returns">, instance: Instance): readonly Choice[] {
  const { county } = indexCounty(instance);
  const keys = new Map(county.cells.flatMap(({ key, posts }) => [key, ...posts].map((name) => [name, key] as const)));
  const cellOf = (post: string) => keys.get(post) ?? post;
  return [
    ...moves.map(({ person, post, form }) => ({ person, cell: cellOf(post), form })),
    ...returns.flatMap(({ person, post, settles }) => (settles ? [{ person, cell: cellOf(post), form: null }] : [])),
  ];
}
