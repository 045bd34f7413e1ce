import type { Lock, PlanOutcome } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Settings } from "@lungang/core/policy";
import { loadInstance, planCounty, verifyPlan } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { contradiction } from "./agreement.ts";
import { Laps } from "./laps.ts";
import type { LevelValue, Measured, RunChoice } from "./run.ts";
import { AnswerError } from "./run.ts";
import type { Task } from "./scenario.ts";
import { median } from "./statistics.ts";
import { unwrap } from "./unwrap.ts";
import { watchedSolver } from "./watched.ts";

/** What somebody who asks "what if" changes, one thing at a time. */
interface Change {
  readonly name: string;
  readonly settings?: Settings;
  readonly locks?: readonly Lock[];
}

function changesAfter(plan: Plan): readonly Change[] {
  const { person = "" } = plan.moves[0] ?? {};
  return [
    { name: "quota", settings: { quotaShare: "9%" } },
    { name: "share", settings: { backboneShare: "35%" } },
    { name: "candidates", settings: { candidateLimit: 15 } },
    { name: "lock", locks: [{ person, stay: true, reason: "family" }] },
  ];
}

/** How the names of phases begin in which a changed county is planned. */
export const AFTER = "after ";
export const ALONE = "alone ";

const FIRST: Change = { name: "first" };

/**
 * Plans, changes one thing at a time and plans again, after the plan and alone, and compares the two; the solve is the
 * median of the plans after a plan. Whether a plan is the only one is not asked.
 *
 * @throws {AnswerError} if a plan is missing, not proven, fails verification, or says another value than alone
 */
export async function measureWhatIf(task: Task, choice: RunChoice): Promise<Measured> {
  const { solver } = watchedSolver(choice.solver);
  const laps = new Laps();
  try {
    laps.start("load");
    const instance = unwrap(loadInstance(task.input));
    const { relativeGap, timeSeconds } = choice;
    const limits = { relativeGap, timeSeconds, proveUnique: false };
    const plan = async (change: Change, after?: Planned["memory"]): Promise<Planned> => {
      const settings = { ...task.settings, ...change.settings };
      const policy = unwrap(resolvePolicy(task.policy, { settings }));
      const { locks = [] } = change;
      const start = after === undefined ? {} : { after };
      laps.start(change === FIRST ? FIRST.name : `${after === undefined ? ALONE : AFTER}${change.name}`);
      const outcome = await planCounty({ instance, policy, solver, limits, locks, ...start });
      laps.start("verify");
      if (outcome.status !== "planned") throw new AnswerError(`No plan for another ${change.name}: ${outcome.status}`);
      if (outcome.plan.levels.some(({ reason }) => reason !== "optimal")) {
        throw new AnswerError(`Not proven in time for another ${change.name}`);
      }
      if (!verifyPlan({ instance, policy, locks, plan: outcome.plan }).ok) throw new AnswerError("Fails verification");
      return outcome;
    };
    const first = await plan(FIRST);
    const firstLevels = levelsOf(first.plan);
    for (const change of changesAfter(first.plan)) {
      const warm = await plan(change, first.memory);
      const alone = await plan(change);
      const why = contradiction(levelsOf(warm.plan), levelsOf(alone.plan), relativeGap);
      if (why !== undefined) throw new AnswerError(`With another ${change.name} a plan after a plan differs: ${why}`);
    }
    const all = laps.stop();
    const after = all.filter(({ name }) => name.startsWith(AFTER));
    const seconds = median(after.map((lap) => lap.seconds));
    return {
      solver: solver.version,
      size: first.size,
      moves: first.plan.moves.length,
      laps: all,
      levels: firstLevels,
      solveSeconds: seconds,
      solveCpuSeconds: median(after.map(({ cpuSeconds }) => cpuSeconds)),
      ownSeconds: seconds,
      peakMegabytes: Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
    };
  } finally {
    await solver.close();
  }
}

type Planned = Extract<PlanOutcome, { status: "planned" }>;

function levelsOf({ levels }: Plan): readonly LevelValue[] {
  return levels.map(({ name, value, dualBound }) => ({ name, value, dualBound }));
}
