import type { InstanceInput, Level, LinearProgram } from "@lungang/core";
import {
  checkPoint,
  hasIncumbent,
  levelValue,
  loadInstance,
  programOf,
  relativeGap,
  resolvePolicy,
  ROW_SIDE,
} from "@lungang/core";
import { Laps } from "./laps.ts";
import type { Measured, RunChoice } from "./run.ts";
import { AnswerError } from "./run.ts";
import type { Task } from "./scenario.ts";
import { unwrap } from "./unwrap.ts";
import { programUse, watchedSolver } from "./watched.ts";

/** Metres that a head short costs. */
const PRICE = 200_000;

/** Returns a program with one level: nearness in metres, and 200 km for every head short. */
export function singleLevel(program: LinearProgram): LinearProgram {
  const named = (name: string): Level => {
    const level = program.levels.find((entry) => entry.name === name);
    if (level === undefined) throw new AnswerError(`Cannot pose one level: the policy has no level "${name}"`);
    return level;
  };
  const [heads, metres] = [named("shortfall"), named("nearness")];
  const level: Level = {
    name: "single",
    unit: metres.unit,
    step: PRICE % metres.step === 0 ? metres.step : 1,
    scale: 1,
    tolerance: 0,
    offset: PRICE * heads.offset + metres.offset,
    cost: metres.cost.map((cost, column) => cost + PRICE * (heads.cost[column] as number)),
  };
  return { ...program, levels: [level] };
}

/**
 * Solves one level of a task, checks the point, the value and the bound, and returns what each phase took.
 *
 * @throws {AnswerError} if the point does not hold or is not proven within the gap
 */
export async function measureSingle(task: Task, choice: RunChoice): Promise<Measured> {
  const { solver, runs } = watchedSolver(choice.solver);
  const laps = new Laps();
  laps.start("load");
  const instance = unwrap(loadInstance(task.input));
  const policy = unwrap(resolvePolicy(task.policy, { settings: task.settings }));
  laps.start("formulation");
  const program = singleLevel(unwrap(programOf(instance, policy)));
  try {
    laps.start("solve");
    const limits = { relativeGap: choice.relativeGap, timeSeconds: choice.timeSeconds };
    const result = await solver.solve(program, { level: 0, limits });
    laps.start("check");
    if (!hasIncumbent(result)) throw new AnswerError(`${JSON.stringify(result.termination)} ${result.rawStatus}`);
    const value = provenValue(program, result.values, { ...result, gap: choice.relativeGap });
    const all = laps.stop();
    const solve = all.find(({ name }) => name === "solve");
    const { cpuSeconds, aroundSeconds, ...memory } = programUse(runs);
    const solveSeconds = solve?.seconds ?? 0;
    return {
      solver: solver.version,
      size: sizeOf(program, task.input),
      laps: all,
      levels: [{ name: "single", value, dualBound: result.dualBound }],
      solveSeconds,
      solveCpuSeconds: (solve?.cpuSeconds ?? 0) + cpuSeconds,
      ownSeconds: solveSeconds - aroundSeconds,
      peakMegabytes: Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
      ...memory,
    };
  } finally {
    await solver.close();
  }
}

/** Returns the value of a point, counted again. @throws {AnswerError} if the point does not hold or is not proven */
export function provenValue(
  program: LinearProgram,
  values: Float64Array,
  { dualBound, gap }: { readonly dualBound: number; readonly gap: number },
): number {
  const { columnLower, columnUpper, levels } = program;
  const verdict = checkPoint({ program, columnLower, columnUpper, cuts: [], relaxation: false }, values);
  if (!verdict.holds) throw new AnswerError(`The point does not hold: ${verdict.why}`);
  const value = levelValue(levels[0] as Level, verdict.values);
  if (relativeGap(value, dualBound) <= gap && dualBound <= value) return value;
  throw new AnswerError(`Not proven in time: value ${value}, bound ${dualBound}`);
}

function sizeOf(program: LinearProgram, { schools, persons }: InstanceInput) {
  const { columnLabels, columnCount, rowCount, rowKinds } = program;
  const isMove = columnLabels.groups.map(({ rule, subjectKind }) => rule === "move" && subjectKind === "move");
  return {
    people: persons.length,
    schools: schools.length,
    candidateMoves: columnLabels.groupOf.filter((group) => isMove[group] === true).length,
    columns: columnCount,
    rows: rowCount,
    sideRows: rowKinds.filter((kind) => kind === ROW_SIDE).length,
  };
}
