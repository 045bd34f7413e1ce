import type { InstanceInput } from "@lungang/core";
import type { Level, LinearProgram, SolveResult } from "@lungang/program";
import { checkPoint, hasIncumbent, levelValue, relativeGap, ROW_SIDE } from "@lungang/program";
import { loadInstance, programOf } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { Laps } from "./laps.ts";
import type { Measured, RunChoice, Spent } from "./run.ts";
import { AnswerError, UnfinishedError } from "./run.ts";
import type { Task } from "./scenario.ts";
import { scenarioOf } from "./scenarios.ts";
import { unwrap } from "./unwrap.ts";
import type { Watched } from "./watched.ts";
import { programUse, watchedSolver } from "./watched.ts";

/** Seeds of the counties solved before: those of the suites, which are known to be proven in a second or two. */
const WARM_UP_SEEDS = ["a", "b", "c", "d", "e", "f", "g", "h"];
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
    tolerance: 0,
    offset: PRICE * heads.offset + metres.offset,
    cost: metres.cost.map((cost, column) => cost + PRICE * (heads.cost[column] as number)),
  };
  return { ...program, levels: [level] };
}

/**
 * Solves one level of a task, checks the point, the value and the bound, and returns what each phase took; before that, as
 * many other counties as the choice says, with the same solver.
 *
 * @throws {UnfinishedError} if the limit ended the solve
 * @throws {AnswerError} if the point does not hold or is not proven within the gap
 */
export async function measureSingle(task: Task, choice: RunChoice): Promise<Measured> {
  const watched = watchedSolver(choice.solver);
  try {
    const others = WARM_UP_SEEDS.filter((seed) => seed !== choice.seed);
    for (let k = 0; k < (choice.warmUp ?? 0); k++) {
      const seed = others[k % others.length] as string;
      const other = await scenarioOf(choice.scenario).build({ schools: choice.schools ?? 0, seed });
      await solveSingle(other, choice, watched);
    }
    return await solveSingle(task, choice, watched);
  } finally {
    await watched.solver.close();
  }
}

async function solveSingle(task: Task, choice: RunChoice, { solver, runs }: Watched): Promise<Measured> {
  const runsBefore = runs.length;
  const laps = new Laps();
  laps.start("load");
  const instance = unwrap(loadInstance(task.input));
  const policy = unwrap(resolvePolicy(task.policy, { settings: task.settings }));
  laps.start("formulation");
  const program = singleLevel(unwrap(programOf(instance, policy)));
  laps.start("solve");
  const limits = { relativeGap: choice.relativeGap, timeSeconds: choice.timeSeconds };
  const result = await solver.solve(program, { level: 0, limits });
  laps.start("check");
  const value = hasIncumbent(result) ? heldValue(program, result.values, result.dualBound) : Infinity;
  const all = laps.stop();
  const solve = all.find(({ name }) => name === "solve");
  const { cpuSeconds, aroundSeconds, ...memory } = programUse(runs.slice(runsBefore));
  const solveSeconds = solve?.seconds ?? 0;
  const spent = { solveSeconds, ownSeconds: solveSeconds - aroundSeconds };
  refuseOpen(result, value, { choice, spent });
  return {
    solver: solver.version,
    size: sizeOf(program, task.input),
    laps: all,
    levels: [{ name: "single", value, dualBound: result.dualBound }],
    ...spent,
    solveCpuSeconds: (solve?.cpuSeconds ?? 0) + cpuSeconds,
    peakMegabytes: Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
    ...memory,
  };
}

/** Returns the value of a point, counted again. @throws {AnswerError} if the point or the bound does not hold */
function heldValue(program: LinearProgram, values: Float64Array, dualBound: number): number {
  const { columnLower, columnUpper, levels } = program;
  const verdict = checkPoint({ program, columnLower, columnUpper, cuts: [], relaxation: false }, values);
  if (!verdict.holds) throw new AnswerError(`The point does not hold: ${verdict.why}`);
  const value = levelValue(levels[0] as Level, verdict.values);
  if (dualBound <= value) return value;
  throw new AnswerError(`The bound ${dualBound} is above the value ${value}`);
}

/** @throws {AnswerError} if a value is not proven within the gap */
function refuseOpen(
  { termination, rawStatus, dualBound }: SolveResult,
  value: number,
  { choice, spent }: { readonly choice: RunChoice; readonly spent: Spent },
): void {
  if (relativeGap(value, dualBound) <= choice.relativeGap) return;
  const open = value === Infinity ? "found no point" : `value ${value}, bound ${dualBound}`;
  const limit = "limit" in termination ? termination.limit : undefined;
  if (limit === "time") throw new UnfinishedError(choice.timeSeconds, { open, spent });
  throw new AnswerError(
    `Not proven: ${termination.reason}${limit === undefined ? "" : `, limit ${limit}`} (${rawStatus}); ${open}`,
  );
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
