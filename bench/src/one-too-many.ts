import type { Level, LinearProgram } from "@lungang/program";
import { labelOf, hasIncumbent } from "@lungang/program";
import { loadInstance, programOf } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { Task } from "./scenario.ts";
import { solverOf, OURS } from "./solvers.ts";
import { unwrap } from "./unwrap.ts";

/**
 * Returns a task whose quota asks for one person more than any plan can move: the most that the program allows is found
 * by a solve of its own, not measured.
 */
export async function oneTooMany(task: Task): Promise<Task> {
  const instance = unwrap(loadInstance(task.input));
  const settings = { ...task.settings, quotaShare: "100%" };
  const program = unwrap(programOf(instance, unwrap(resolvePolicy(task.policy, { settings }))));
  const row = quotaRow(program);
  const base = program.rowLower[row] as number;
  const most = await mostOf(program, row);
  return { ...task, settings: { ...task.settings, quotaShare: `${most + 1}/${base}` }, isInfeasibleByOne: true };
}

/** The row of the quota of the notice. */
function quotaRow({ rowLabels, rowCount }: LinearProgram): number {
  for (let row = 0; row < rowCount; row++) if (labelOf(rowLabels, row).rule === "quota") return row;
  throw new RangeError("Cannot ask for too much: the policy has no quota");
}

/** Returns the greatest value of a row that the other rows allow. */
async function mostOf(program: LinearProgram, row: number): Promise<number> {
  const cost = new Float64Array(program.columnCount);
  for (let column = 0; column < program.columnCount; column++) {
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      if (program.rows[entry] === row) cost[column] = -(program.values[entry] as number);
    }
  }
  const level: Level = { name: "most", unit: "heads", step: 1, tolerance: 0, offset: 0, cost };
  const rowLower = program.rowLower.with(row, -Infinity);
  const solver = solverOf(OURS);
  try {
    const result = await solver.solve(
      { ...program, rowLower, levels: [level] },
      { level: 0, limits: { relativeGap: 0 } },
    );
    if (hasIncumbent(result) && result.termination.reason === "optimal") return -result.primalBound;
    throw new Error(`Cannot find the most that a plan can move: ${result.rawStatus}`);
  } finally {
    await solver.close();
  }
}
