import type { Instance, PlanOutcome, PlanProgress } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import { loadInstance, planCounty, verifyPlan } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { Deadline } from "./deadline.ts";
import { Laps } from "./laps.ts";
import type { Lap } from "./laps.ts";
import type { Measured, RunChoice, Spent } from "./run.ts";
import { AnswerError, UnfinishedError } from "./run.ts";
import type { Task } from "./scenario.ts";
import { unwrap } from "./unwrap.ts";
import type { Watched } from "./watched.ts";
import { programUse, watchedSolver } from "./watched.ts";

/** The proof that no other plan is as good: a phase of its own, whatever level it follows. */
const UNIQUENESS = "uniqueness";
const LEVEL = "level ";

/**
 * Plans a task phase by phase, checks the answer and returns what each phase took.
 *
 * @throws {UnfinishedError} if the limit ended a level
 * @throws {AnswerError} if the plan breaks a hard rule, misreports a figure or is not proven at some level
 */
export async function measurePlan(task: Task, choice: RunChoice): Promise<Measured> {
  const laps = new Laps();
  const { solver, runs } = watchedSolver(choice.solver, () => laps.start(UNIQUENESS));
  laps.start("load");
  const instance = unwrap(loadInstance(task.input));
  const policy = unwrap(resolvePolicy(task.policy, { settings: task.settings }));
  const deadline = new Deadline(choice.timeSeconds);
  try {
    let place = "before the first level";
    const onProgress = (progress: PlanProgress) => {
      laps.start(lapName(progress));
      if (progress.phase !== "level") return;
      deadline.begin();
      place = `level ${progress.index + 1} of ${progress.count}, ${progress.level}`;
    };
    laps.start("eligibility");
    const { relativeGap } = choice;
    const { signal } = deadline;
    const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap }, signal, onProgress });
    const isOver = deadline.end();
    laps.start("verify");
    const open = whatIsOpen(outcome, relativeGap);
    if (open !== undefined && isOver) {
      const spent = spentOf(laps.stop(), runs);
      throw new UnfinishedError(choice.timeSeconds, { open: `${open}; ended at ${place}`, spent });
    }
    if (open !== undefined) throw new AnswerError(`Not proven: ${open}`);
    const answer =
      task.isInfeasibleByOne === true ? checkedRefusal(outcome) : checkedPlan(outcome, { instance, policy });
    const all = splitDecode(laps.stop(), outcome.seconds["figures"] ?? 0);
    const { cpuSeconds, aroundSeconds: _around, ...memory } = programUse(runs);
    return {
      solver: solver.version,
      size: (outcome as Exclude<PlanOutcome, { status: "invalid" }>).size,
      laps: all,
      ...answer,
      ...spentOf(all, runs),
      solveCpuSeconds: sum(solvesOf(all), "cpuSeconds") + cpuSeconds,
      peakMegabytes: Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
      ...memory,
    };
  } finally {
    deadline.end();
    await solver.close();
  }
}

function solvesOf(laps: readonly Lap[]): readonly Lap[] {
  return laps.filter(({ name }) => name.startsWith(LEVEL));
}

function spentOf(laps: readonly Lap[], runs: Watched["runs"]): Spent {
  const solveSeconds = sum(solvesOf(laps), "seconds");
  return { solveSeconds, ownSeconds: solveSeconds - programUse(runs).aroundSeconds };
}

/** Returns what is not proven within the gap, nothing if all is. */
function whatIsOpen(outcome: PlanOutcome, relativeGap: number): string | undefined {
  if (outcome.status === "stopped") return "found no plan";
  if (outcome.status === "infeasible") return outcome.leastViolations.length > 0 ? undefined : "least violation";
  if (outcome.status === "invalid") return undefined;
  const open = outcome.plan.levels.filter(
    ({ reason, relativeGap: gap }) => reason !== "optimal" || !((gap ?? 1) <= relativeGap),
  );
  if (open.length === 0) return undefined;
  return open.map(({ name, relativeGap: gap }) => `${name} (gap ${gap?.toPrecision(2) ?? "unknown"})`).join(", ");
}

function lapName(progress: PlanProgress): string {
  return progress.phase === "level" ? `${LEVEL}${progress.level}` : progress.phase;
}

/** The figures are counted after decoding, without a notice of their own. */
function splitDecode(laps: readonly Lap[], figures: number): readonly Lap[] {
  return laps.flatMap((lap): readonly Lap[] => {
    if (lap.name !== "decode") return [lap];
    const share = lap.seconds === 0 ? 0 : figures / lap.seconds;
    const part = (name: string, of: number) => ({
      ...lap,
      name,
      seconds: lap.seconds * of,
      cpuSeconds: lap.cpuSeconds * of,
    });
    return [part("decode", 1 - share), part("figures", share)];
  });
}

type Answer = Pick<Measured, "levels" | "moves">;

/** The right answer to a task that is infeasible by one: so it is, and one unit is missing. */
function checkedRefusal(outcome: PlanOutcome): Answer {
  if (outcome.status !== "infeasible") throw new AnswerError(`Has no plan and is said to be ${outcome.status}`);
  const value = outcome.leastViolations.reduce((sum, { amount }) => sum + amount, 0);
  if (value !== 1) throw new AnswerError(`One unit is missing, said are ${JSON.stringify(outcome.leastViolations)}`);
  return { levels: [{ name: "least violation", value, dualBound: value }] };
}

function checkedPlan(outcome: PlanOutcome, basis: { readonly instance: Instance; readonly policy: Policy }): Answer {
  if (outcome.status !== "planned") {
    const { warnings: _warnings, ...rest } = outcome;
    throw new AnswerError(`No plan: ${JSON.stringify(rest).slice(0, 2000)}`);
  }
  const { plan } = outcome;
  const report = verifyPlan({ ...basis, plan });
  if (report.ok) {
    const levels = plan.levels.map(({ name, value, dualBound }) => ({ name, value, dualBound }));
    return { levels, moves: plan.moves.length };
  }
  throw new AnswerError(`Fails verification: ${JSON.stringify(report.violations).slice(0, 2000)}`);
}

function sum(laps: readonly Lap[], key: "seconds" | "cpuSeconds"): number {
  return laps.reduce((total, lap) => total + lap[key], 0);
}
