import type { YearsOutcome } from "@lungang/years";
import { loadInstance } from "@lungang/core";
import { planYears, verifyYears } from "@lungang/years";
import { resolvePolicy } from "@lungang/core/policy";
import { Laps } from "./laps.ts";
import type { LevelValue, Measured, RunChoice } from "./run.ts";
import { AnswerError } from "./run.ts";
import type { Task } from "./scenario.ts";
import { unwrap } from "./unwrap.ts";
import { programUse, watchedSolver } from "./watched.ts";

const YEARS = 6;

/**
 * Plans six years with one program where it fits, else year after year, and checks the plans of all years.
 *
 * The time limit is that of the one program: what it leaves open, the levels say. The years are carried out in any case.
 *
 * @throws {AnswerError} if a year has no plan or the plans fail verification
 */
export async function measureYears(task: Task, choice: RunChoice): Promise<Measured> {
  const { solver, runs } = watchedSolver(choice.solver);
  const laps = new Laps();
  try {
    laps.start("load");
    const instance = unwrap(loadInstance(task.input));
    const policies = [unwrap(resolvePolicy(task.policy, { settings: task.settings }))];
    const ground = { instance, policies, years: YEARS };
    const { relativeGap, timeSeconds } = choice;
    laps.start("base");
    const outcome = await planYears({
      ...ground,
      solver,
      timeSeconds,
      relativeGap,
      limits: { relativeGap },
      onProgress: ({ phase, level }) => laps.start(level === undefined ? phase : `level ${level}`),
    });
    laps.start("verify");
    if (outcome.status !== "planned") throw new AnswerError(`No plan: ${outcome.status}`);
    const plans = outcome.years.map(({ plan }) => plan);
    // With the levels that planning over years adds.
    const planned = { ...ground, policies: outcome.years.map(({ policy }) => policy) };
    const report = verifyYears(planned, plans);
    if (plans.length !== YEARS || !report.ok) {
      const broken = report.years.map(({ violations }) => violations.slice(0, 3));
      throw new AnswerError(
        `${plans.length} years, fails verification: ${JSON.stringify([report.findings.slice(0, 3), broken]).slice(0, 1500)}`,
      );
    }
    const all = laps.stop();
    const solves = all.filter(({ name }) => name.startsWith("level ") || name === "years");
    const sum = (key: "seconds" | "cpuSeconds") => solves.reduce((total, lap) => total + lap[key], 0);
    const { cpuSeconds, aroundSeconds, ...memory } = programUse(runs);
    return {
      solver: solver.version,
      size: {
        people: instance.persons.length,
        schools: instance.schools.length,
        candidateMoves: outcome.program?.columns ?? 0,
        columns: outcome.program?.columns ?? 0,
        rows: outcome.program?.rows ?? 0,
        sideRows: 0,
      },
      moves: plans.reduce((total, { moves }) => total + moves.length, 0),
      laps: all,
      levels: levelsOf(outcome),
      solveSeconds: sum("seconds"),
      solveCpuSeconds: sum("cpuSeconds") + cpuSeconds,
      ownSeconds: sum("seconds") - aroundSeconds,
      peakMegabytes: Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
      ...memory,
    };
  } finally {
    await solver.close();
  }
}

/** What the one program found and proved, its levels weighed and summed, and what the plans of all years add up to. */
function levelsOf({ program, method, totals }: Exclude<YearsOutcome, { status: "invalid" }>): readonly LevelValue[] {
  const { levels = [], blend } = program ?? {};
  const found = [...levels, ...(blend === undefined ? [] : [{ ...blend, name: "weighed and summed" }])];
  return [
    ...found.map(({ name, value, dualBound }) => ({
      name: `program: ${name}`,
      value,
      dualBound: Number.isFinite(dualBound) ? dualBound : null,
    })),
    ...totals.map(({ name, total }) => ({ name: `${method}, all years: ${name}`, value: total, dualBound: null })),
  ];
}
