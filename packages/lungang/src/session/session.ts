import type { Issue, Lock, PlanMemory } from "@lungang/core";
import type { PlanningCase } from "../case/planning-case.ts";
import type { FoundPolicy, PolicyChanges } from "../case/policy.ts";
import { resolveDocument } from "../case/policy.ts";
import type { AppointmentOutcome } from "../appointment/appointment-outcome.ts";
import { appointByProgram, appointByRule, invalidAppointment } from "../appointment/appoint.ts";
import type { Applications } from "../appointment/open-applications.ts";
import type { Outcome } from "../outcome/plan-outcome.ts";
import { invalidOutcome, tellOutcome } from "../outcome/tell-plan.ts";
import type { YearsCase } from "../years/years-case.ts";
import type { YearsOptions } from "../years/solve-years.ts";
import { solveYears } from "../years/solve-years.ts";
import type { YearsOutcome } from "../years/years-outcome.ts";
import { invalidYears } from "../years/tell-years.ts";
import type { PlanOptions } from "./plan-year.ts";
import { planYear } from "./plan-year.ts";
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
   * Decides who gets which post by the rule of the applications, and checks it; a solver is used only where couples or
   * limits ask for one.
   *
   * @throws {@link FailedVerificationError} if the appointment failed its verification
   */
  readonly appoint: (applications: Applications) => Promise<AppointmentOutcome>;
  /** Ends the workers; the session plans nothing after that. */
  readonly close: () => Promise<void>;
}

/** What a session knows of an outcome. */
interface Remembered {
  readonly planningCase: PlanningCase;
  readonly options: PlanOptions;
  readonly memory: PlanMemory | undefined;
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
    const outcome = tellOutcome({ ...made, warnings: [...warnings, ...made.warnings] }, planningCase);
    known.set(outcome, { planningCase, options, memory: made.status === "planned" ? made.memory : after });
    return outcome;
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
    planYears: async (yearsCase, options = {}) => {
      const solver = await solvers.get(options.solver ?? YEARS_SOLVER);
      return solver.ok ? solveYears(yearsCase, options, solver.value) : invalidYears(solver.issues);
    },
    appoint: async (applications) => {
      if (applications.hardRules === undefined) return appointByRule(applications);
      const solver = await solvers.get(STABLE_SOLVER);
      return solver.ok
        ? appointByProgram(applications, applications.hardRules, solver.value)
        : invalidAppointment(solver.issues);
    },
    close: () => solvers.close(),
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
