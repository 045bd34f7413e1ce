import type { Plan } from "@lungang/core/plan";
import { canonicalJson, loadInstance, planCounty, verifyPlan } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { buildReports, reportSheets } from "@lungang/report";
import { planSheets, readCounty, writeCounty, writeWorkbook } from "@lungang/tabular";
import { Laps } from "./laps.ts";
import type { Measured, RunChoice } from "./run.ts";
import { AnswerError } from "./run.ts";
import type { Task } from "./scenario.ts";
import { unwrap } from "./unwrap.ts";
import { watchedSolver } from "./watched.ts";

/**
 * Reads a county from a workbook, plans it, and writes the plan and its reports, phase by phase; the solve is one phase.
 *
 * @throws {AnswerError} if the workbook is read as another county, or the plan fails verification
 */
export async function measureFiles(task: Task, choice: RunChoice): Promise<Measured> {
  const { solver } = watchedSolver(choice.solver);
  const laps = new Laps();
  try {
    laps.start("write county");
    const written = unwrap(loadInstance(task.input));
    const policy = unwrap(resolvePolicy(task.policy, { settings: task.settings }));
    const bytes = await writeCounty(written);
    laps.start("read county");
    const instance = unwrap(await readCounty(bytes));
    laps.start("compare");
    if (canonicalJson(instance) !== canonicalJson(written))
      throw new AnswerError("The workbook is read as another county");
    laps.start("plan");
    const { relativeGap, timeSeconds } = choice;
    const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap, timeSeconds } });
    if (outcome.status !== "planned") throw new AnswerError(`No plan: ${outcome.status}`);
    const { plan, size } = outcome;
    laps.start("verify");
    if (!verifyPlan({ instance, policy, plan }).ok) throw new AnswerError("Fails verification");
    laps.start("write plan");
    const files = [
      JSON.stringify(plan),
      await writeWorkbook(planSheets(plan, instance, { public: false, policy })),
      await writeWorkbook(planSheets(plan, instance, { public: true, policy })),
    ];
    laps.start("write reports");
    for (const audience of ["internal", "public"] as const) {
      files.push(await writeWorkbook(reportSheets(buildReports({ instance, policy, plan, audience }))));
    }
    if (files.some(({ length }) => length === 0)) throw new AnswerError("A file of the plan is empty");
    return { ...measuredOf(laps, plan), solver: solver.version, size };
  } finally {
    await solver.close();
  }
}

function measuredOf(laps: Laps, plan: Plan): Omit<Measured, "solver" | "size"> {
  const all = laps.stop();
  const solve = all.find(({ name }) => name === "plan");
  return {
    moves: plan.moves.length,
    laps: all,
    levels: plan.levels.map(({ name, value, dualBound }) => ({ name, value, dualBound })),
    solveSeconds: solve?.seconds ?? 0,
    solveCpuSeconds: solve?.cpuSeconds ?? 0,
    ownSeconds: solve?.seconds ?? 0,
    peakMegabytes: Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
  };
}
