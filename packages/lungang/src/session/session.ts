import type { Issue, Lock, PlanMemory, PlanOutcome, PlanRequest } from "@lungang/core";
import type { Conflict, Explained, Highest, WhyPerson } from "@lungang/explain";
import { conflictOf, conflictText, highestOf, highestTexts, wordingOf } from "@lungang/explain";
import type { Solver } from "@lungang/program";
import type { PlanningCase } from "../case/planning-case.ts";
import type { FoundPolicy, PolicyChanges } from "../case/policy.ts";
import { resolveDocument } from "../case/policy.ts";
import type { AppointmentOutcome } from "../appointment/appointment-outcome.ts";
import type { ByRounds } from "../appointment/appoint.ts";
import {
  appointByProgram,
  appointByRounds,
  appointByRule,
  invalidAppointment,
  nothingWithdrawn,
} from "../appointment/appoint.ts";
import type { Applications } from "../appointment/open-applications.ts";
import type { Explanations, Told } from "../explain/explanations.ts";
import { explanationsOf } from "../explain/explanations.ts";
import type { PlanOfCase, Reasoning } from "../explain/reasons-of-plan.ts";
import { reasonsOfPlan } from "../explain/reasons-of-plan.ts";
import type { CandidateProof } from "../outcome/parts.ts";
import type { Outcome } from "../outcome/plan-outcome.ts";
import { invalidOutcome, tellOutcome } from "../outcome/tell-plan.ts";
import type { YearsCase } from "../years/years-case.ts";
import type { YearsOptions } from "../years/solve-years.ts";
import { solveYears } from "../years/solve-years.ts";
import type { YearsOutcome } from "../years/years-outcome.ts";
import { invalidYears } from "../years/tell-years.ts";
import type { PlanOptions } from "./plan-year.ts";
import { planYear } from "./plan-year.ts";
import { proveCandidates } from "./prove-candidates.ts";
import type { SolverLoader } from "./solvers.ts";
import { OpenSolvers, STABLE_SOLVER, YEARS_SOLVER, YEAR_SOLVER } from "./solvers.ts";

/**
 * What is asked differently when a case is planned again: settings and overrides go over those of before, a policy or
 * locks take the place of those of before.
 *
 * @public
 */
export interface WhatIf extends PolicyChanges {
  readonly policy?: FoundPolicy;
  readonly locks?: readonly Lock[];
}

/**
 * What is looked for beside an appointment.
 *
 * @public
 */
export interface AppointOptions {
  /**
   * Also finds the list with the fewest changes after decisions were withdrawn, as an alternative to running the rounds
   * again, and names whom it passes over.
   *
   * @defaultValue false
   */
  readonly fewestChanges?: boolean;
}

/**
 * Planning with solvers that are held open. Outcomes are plain data; what makes a second plan of the same county
 * faster stays in the session. One plan is made at a time.
 *
 * @public
 */
export interface Session {
  /**
   * Plans one year and verifies the plan.
   *
   * @throws {@link FailedVerificationError} if the plan failed its verification
   */
  readonly plan: (planningCase: PlanningCase, options?: PlanOptions) => Promise<Outcome>;
  /**
   * Plans the case of an earlier outcome of this session again, with something asked differently, starting from what is
   * known. Values are as good as without; among plans that are equal in every level another one may be found.
   *
   * @throws {Error} if the outcome is none of this session
   */
  readonly whatIf: (earlier: Outcome, change: WhatIf, options?: PlanOptions) => Promise<Outcome>;
  /**
   * Plans up to six years, or plans them again with the fewest changes, and verifies every year.
   *
   * @throws {@link FailedVerificationError} if a year failed its verification
   */
  readonly planYears: (yearsCase: YearsCase, options?: YearsOptions) => Promise<YearsOutcome>;
  /**
   * Decides who gets which post by the rule of the applications, and checks it; a solver is used only where couples,
   * limits, posts of titles or the fewest changes ask for one.
   *
   * @throws {@link FailedVerificationError} if the appointment failed its verification
   */
  readonly appoint: (applications: Applications, options?: AppointOptions) => Promise<AppointmentOutcome>;
  /**
   * Opens the questions about a plan of this session: why, why not, what a rule costs, what if.
   *
   * @param signal - aborted when the answers have to stop
   * @throws {Error} if the outcome is none of this session, or has no plan
   */
  readonly explain: (outcome: Outcome, signal?: AbortSignal) => Explanations;
  /**
   * Returns why everybody of a plan goes or stays that this session did not make: edited by hand, or one of several years.
   * The year is planned again with all moves of the plan held, for what it would cost if somebody went beside them.
   *
   * @returns undefined where the year cannot be planned so
   */
  readonly reasons: (of: PlanOfCase, options?: PlanOptions) => Promise<readonly WhyPerson[] | undefined>;
  /**
   * Finds the hard rules that cannot hold together, and how far each has to give; nothing where there is a plan.
   *
   * @throws {RangeError} if data and policy do not fit each other
   */
  readonly conflict: (planningCase: PlanningCase, options?: PlanOptions) => Promise<Told<Conflict | undefined>>;
  /**
   * Finds for every quota and share how far it can be raised while all other hard rules hold.
   *
   * @throws {RangeError} if data and policy do not fit each other
   */
  readonly highest: (planningCase: PlanningCase, options?: PlanOptions) => Promise<readonly Told<Highest>[]>;
  /** Ends the workers; the session plans nothing after that. */
  readonly close: () => Promise<void>;
}

/**
 * Numbers of the solvers of a series of plans beside the one that made the plan. A solver's worker and the thread that asks it
 * take turns: more series than cores keep all of them busy. How many there are must not depend on the machine.
 */
const FURTHER = [2, 3];

/** What stays of a plan that was made: what makes the next one faster, and what it is explained from. */
function lastingOf(
  made: PlanOutcome,
  { request, after }: { readonly request: Explained["request"]; readonly after: PlanMemory | undefined },
): Pick<Remembered, "memory" | "explained"> {
  if (made.status !== "planned") return { memory: after, explained: undefined };
  return { memory: made.memory, explained: { request, outcome: made } };
}

/** Whether more candidates would have been better, where that is asked of a plan. */
async function proofOf(
  made: PlanOutcome,
  planningCase: PlanningCase,
  { options, solver }: { readonly options: PlanOptions; readonly solver: Solver },
): Promise<CandidateProof | undefined> {
  if (options.proveCandidates !== true || made.status !== "planned") return undefined;
  return proveCandidates(planningCase, options, { solver, plan: made.plan });
}

/** What a session knows of an outcome. */
interface Remembered {
  readonly planningCase: PlanningCase;
  readonly options: PlanOptions;
  readonly memory: PlanMemory | undefined;
  /** Absent where there is no plan. */
  readonly explained: Explained | undefined;
}

/**
 * Opens a session with a way to load solvers; `lungang/node` has one that knows all of them.
 *
 * @public
 */
export function openSession({ loadSolver }: { readonly loadSolver: SolverLoader }): Session {
  const solvers = new OpenSolvers(loadSolver);
  const known = new WeakMap<Outcome, Remembered>();
  const plan = async (planningCase: PlanningCase, options: PlanOptions, before: Before): Promise<Outcome> => {
    const solver = await solvers.get(options.solver ?? YEAR_SOLVER);
    if (!solver.ok) return invalidOutcome(solver.issues);
    const { after, warnings } = before;
    const made = await planYear(planningCase, options, { solver: solver.value, after });
    const proof = await proofOf(made, planningCase, { options, solver: solver.value });
    const outcome = tellOutcome({ ...made, warnings: [...warnings, ...made.warnings] }, planningCase, proof);
    const request = asked(planningCase, options, solver.value);
    known.set(outcome, { planningCase, options, ...lastingOf(made, { request, after }) });
    return outcome;
  };
  const explain: Session["explain"] = (outcome, signal) => {
    const made = known.get(outcome);
    if (made?.explained === undefined) throw new Error("Cannot explain: the outcome is no plan of this session");
    const { explained, options } = made;
    const load = (number: number) => solvers.must(options.solver ?? YEAR_SOLVER, number);
    const further = (most: number) => Promise.all(FURTHER.slice(0, most).map(load));
    return explanationsOf(signal === undefined ? explained : withSignal(explained, signal), further);
  };
  const reasoning: Reasoning = {
    plan: (planningCase, options) => plan(planningCase, options, NOTHING_BEFORE),
    everybody: (outcome, signal) => explain(outcome, signal).everybody(),
  };
  return {
    plan: (planningCase, options = {}) => plan(planningCase, options, NOTHING_BEFORE),
    whatIf: async (earlier, change, options) => {
      const before = known.get(earlier);
      if (before === undefined) throw new Error("Cannot plan again: the outcome is none of this session");
      const changed = changedCase(before.planningCase, change);
      if (!changed.ok) return invalidOutcome(changed.issues);
      // A signal that has ended the plan before has nothing to say about this one.
      const { signal: _signal, onProgress: _onProgress, ...lasting } = before.options;
      const { warnings } = changed;
      return plan(changed.value, { ...lasting, ...options }, { after: before.memory, warnings });
    },
    ...othersOf(solvers),
    explain,
    reasons: (of, options = {}) => reasonsOfPlan(reasoning, of, options),
    ...limitsOf(solvers),
    close: () => solvers.close(),
  };
}

/** Returns what plans several years and appoints: each for itself, and remembered by nobody. */
function othersOf(solvers: OpenSolvers): Pick<Session, "planYears" | "appoint"> {
  return {
    planYears: async (yearsCase, options = {}) => {
      const solver = await solvers.get(options.solver ?? YEARS_SOLVER);
      return solver.ok ? solveYears(yearsCase, options, solver.value) : invalidYears(solver.issues);
    },
    appoint: async (applications, { fewestChanges = false } = {}) => {
      const { chain } = applications;
      if (fewestChanges && chain === undefined) return nothingWithdrawn();
      if (!fewestChanges && isByRuleAlone(applications))
        return appointBy(applications, { solver: undefined, fewestChanges });
      const solver = await solvers.get(STABLE_SOLVER);
      return solver.ok
        ? appointBy(applications, { solver: solver.value, fewestChanges })
        : invalidAppointment(solver.issues);
    },
  };
}

/** Whether rule or rounds decide without a solver: without couples and limits, and posts of titles. */
function isByRuleAlone({ hardRules, market }: Applications): boolean {
  return hardRules === undefined && market.titleLimits.length === 0;
}

/** Decides in rounds, where couples and limits rule stability out, or by the rule. */
function appointBy(applications: Applications, by: ByRounds): Promise<AppointmentOutcome> {
  const { chain, hardRules } = applications;
  if (chain !== undefined) return appointByRounds(applications, chain, by);
  const { solver } = by;
  return hardRules === undefined || solver === undefined
    ? appointByRule(applications, solver)
    : appointByProgram(applications, hardRules, solver);
}

/** Returns what says how far a policy can go: what conflicts, and how far quotas and shares can be raised. */
function limitsOf(solvers: OpenSolvers): Pick<Session, "conflict" | "highest"> {
  return {
    conflict: async (planningCase, options = {}) => {
      const solver = await solvers.must(options.solver ?? YEAR_SOLVER);
      const value = await conflictOf(askedUntil(planningCase, options, solver));
      return { value, sentences: conflictText(value, wordingOf(planningCase)) };
    },
    highest: async (planningCase, options = {}) => {
      const solver = await solvers.must(options.solver ?? YEAR_SOLVER);
      const all = await highestOf(askedUntil(planningCase, options, solver));
      const texts = highestTexts(all, wordingOf(planningCase));
      return all.map((value, at) => ({ value, sentences: texts[at] ?? [] }));
    },
  };
}

function askedUntil(planningCase: PlanningCase, options: PlanOptions, solver: Solver): PlanRequest {
  const { signal } = options;
  return { ...asked(planningCase, options, solver), ...(signal === undefined ? {} : { signal }) };
}

function withSignal({ request, outcome }: Explained, signal: AbortSignal): Explained {
  return { request: { ...request, signal }, outcome };
}

/** What questions are asked with: a signal that ended the plan has nothing to say about them. */
function asked(planningCase: PlanningCase, { seed, limits }: PlanOptions, solver: Solver): PlanRequest {
  return {
    ...planningCase,
    solver,
    ...(seed === undefined ? {} : { seed }),
    ...(limits === undefined ? {} : { limits }),
  };
}

/** What is known when a year is planned. */
interface Before {
  readonly after: PlanMemory | undefined;
  readonly warnings: readonly Issue[];
}

const NOTHING_BEFORE: Before = { after: undefined, warnings: [] };

function changedCase({ instance, policy, locks }: PlanningCase, change: WhatIf) {
  const { document, settings, overrides } = policy.origin;
  const found = change.policy ?? { document, placeOf: () => ({}) };
  const resolved = resolveDocument(found, {
    settings: { ...settings, ...change.settings },
    overrides: { ...overrides, ...change.overrides },
  });
  return resolved.ok
    ? { ...resolved, value: { instance, policy: resolved.value, locks: change.locks ?? locks } }
    : resolved;
}
