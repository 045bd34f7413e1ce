import type { Instance, Plan, PlanOutcome, PlanProgress, Policy, ProgramSize, Solver } from "@lungang/core";
import { loadInstance, planCounty, resolvePolicy, verifyPlan } from "@lungang/core";
import type { Checked } from "@lungang/core";
import { Laps } from "./laps.ts";
import type { Lap } from "./laps.ts";
import type { Task } from "./scenario.ts";

/** Relative gap to which every level is proven. */
const GAP = 1e-4;

/** What one run gives; times count only because the answer was checked. */
export interface Measured {
  readonly size: ProgramSize;
  readonly moves: number;
  readonly laps: readonly Lap[];
  readonly levels: Plan["levels"];
  /** Seconds of everything but the solves. */
  readonly ourSeconds: number;
  readonly ourCpuSeconds: number;
  readonly solveSeconds: number;
  readonly solveCpuSeconds: number;
  readonly peakMegabytes: number;
}

/** The answer of a run is wrong or not proven: its times mean nothing. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
}

/**
 * Plans a task phase by phase, checks the answer and returns what each phase took.
 *
 * @param timeSeconds - limit of the whole chain of levels; a chain that needs it is not proven
 * @throws {AnswerError} if the plan breaks a hard rule, misreports a figure or is not proven at some level
 */
export async function measure(task: Task, solver: Solver, timeSeconds: number): Promise<Measured> {
  const laps = new Laps();
  laps.start("load");
  const instance = unwrap(loadInstance(task.input));
  const policy = unwrap(resolvePolicy(task.policy, { settings: task.settings }));
  const onProgress = (progress: PlanProgress) => laps.start(lapName(progress));
  laps.start("eligibility");
  const limits = { relativeGap: GAP, timeSeconds };
  const outcome = await planCounty({ instance, policy, solver, limits, onProgress });
  laps.start("verify");
  const plan = checkedPlan(outcome, { instance, policy });
  const all = splitDecode(laps.stop(), outcome.seconds["figures"] ?? 0);
  const solves = all.filter(({ name }) => name.startsWith(LEVEL));
  const ours = all.filter(({ name }) => !name.startsWith(LEVEL));
  return {
    size: (outcome as Extract<PlanOutcome, { status: "planned" }>).size,
    moves: plan.moves.length,
    laps: all,
    levels: plan.levels,
    ourSeconds: sum(ours, "seconds"),
    ourCpuSeconds: sum(ours, "cpuSeconds"),
    solveSeconds: sum(solves, "seconds"),
    solveCpuSeconds: sum(solves, "cpuSeconds"),
    peakMegabytes: Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

const LEVEL = "level ";

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

function checkedPlan(outcome: PlanOutcome, basis: { readonly instance: Instance; readonly policy: Policy }): Plan {
  if (outcome.status !== "planned") {
    const { warnings: _warnings, ...rest } = outcome;
    throw new AnswerError(`Cannot count the run: ${JSON.stringify(rest).slice(0, 2000)}`);
  }
  const { plan } = outcome;
  const open = plan.levels.filter(({ reason, relativeGap }) => reason !== "optimal" || !((relativeGap ?? 1) <= GAP));
  if (open.length > 0) throw new AnswerError(`Cannot count the run: not proven: ${JSON.stringify(open)}`);
  const report = verifyPlan({ ...basis, plan });
  if (report.ok) return plan;
  throw new AnswerError(`Cannot count the run: ${JSON.stringify(report.violations).slice(0, 2000)}`);
}

function unwrap<T>(result: Checked<T>): T {
  if (result.ok) return result.value;
  throw new AnswerError(`Cannot pose the task: ${JSON.stringify(result.issues.slice(0, 3))}`);
}

function sum(laps: readonly Lap[], key: "seconds" | "cpuSeconds"): number {
  return laps.reduce((total, lap) => total + lap[key], 0);
}
