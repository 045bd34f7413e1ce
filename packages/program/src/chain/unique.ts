import type { Cut, Level } from "../linear/program.ts";
import { restrictProgram } from "../linear/restrict.ts";
import { attainableBound } from "../solver/bounds.ts";
import type { Face } from "./face.ts";
import type { LevelSetting } from "./level-types.ts";

/** Branch-and-bound nodes that the proof may take. */
const MOST_NODES = 500;

/** A level that is decided. */
export interface Decided {
  /** The points that no bound rules out; without the row that holds the level, which would make the proof hard. */
  readonly face: Face;
  readonly point: Float64Array;
  readonly value: number;
}

/**
 * Returns whether no other point that differs in a column that a level counts has its value: the second best point,
 * found by one more integer solve that forbids the first, is worse. A limit or a doubt gives false, never a wrong true:
 * false means "not proven".
 */
export async function isUnique(setting: LevelSetting, number: number, decided: Decided): Promise<boolean> {
  const { program, solver, effort, signal } = setting;
  const { face, point, value } = decided;
  const forbid = forbidPoint(program.levels[number] as Level, face, point);
  if (forbid === undefined) return true;
  // Without a limit on work the proof could take longer than the plan.
  if (forbid === "notBinary" || !solver.capabilities.nodeLimit) return false;
  const cuts = [...face.cuts, forbid];
  const small = restrictProgram(program, { columnLower: face.lower, columnUpper: face.upper, cuts });
  if (small.brokenRow >= 0) return true;
  const options = {
    level: number,
    limits: { ...effort.limits(), relativeGap: 0, nodes: MOST_NODES },
    ...(signal === undefined ? {} : { signal }),
  };
  const { termination, dualBound } = await solver.solve(small.program, options);
  const level = small.program.levels[number] as Level;
  return termination.reason === "infeasible" || attainableBound(small.program, level, dualBound) > value;
}

/**
 * Returns the row that asks for at least one change among the free columns with a cost; nothing if there is none. No
 * one row does that where a column has more than two values.
 */
function forbidPoint(level: Level, face: Face, point: Float64Array): Cut | "notBinary" | undefined {
  const columns: number[] = [];
  let ones = 0;
  for (let column = 0; column < point.length; column++) {
    if (level.cost[column] === 0 || face.lower[column] === face.upper[column]) continue;
    if (face.lower[column] !== 0 || face.upper[column] !== 1) return "notBinary";
    columns.push(column);
    ones += point[column] as number;
  }
  if (columns.length === 0) return undefined;
  const values = Float64Array.from(columns, (column) => (point[column] === 1 ? -1 : 1));
  return { lower: 1 - ones, upper: Infinity, columns: Int32Array.from(columns), values };
}
