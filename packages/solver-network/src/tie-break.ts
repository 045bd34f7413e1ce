import type { EngineTask, Level } from "@lungang/program";

/** Greatest cost of a column among the levels that break ties. */
export const TIE_RANGE = 2 ** 10;

/** What one unit of the level itself is worth in the level with ties broken. */
const UNIT_WORTH = 2 ** 14;

/** Levels with costs on more than this part of their columns have few ties. */
const MOST_COSTED = 0.5;

/**
 * Returns the level with ties broken by the levels after it, or nothing where it has few ties or is the last one.
 *
 * In a level that counts heads nearly every flow costs the same, and flows at any prices break some row. Where moves
 * cost a little of what later levels ask for, flows stay near one point, and that point is mostly feasible. What this
 * level proves is nothing; its flows are points to look at.
 */
export function tieBroken({ program, level }: EngineTask): Level | undefined {
  const number = program.levels.indexOf(level);
  const later = number < 0 ? [] : program.levels.slice(number + 1);
  if (later.length === 0 || !hasTies(level)) return undefined;
  const cost = level.cost.slice();
  for (let column = 0; column < cost.length; column++) cost[column] = (cost[column] as number) * UNIT_WORTH;
  for (const other of later) addScaled(cost, other, TIE_RANGE / later.length);
  return { ...level, name: `${level.name}, ties broken`, step: 1, offset: level.offset * UNIT_WORTH, cost };
}

/** Returns whether most columns cost nothing and none more than ties can be told from. */
function hasTies({ cost }: Level): boolean {
  let costed = 0;
  for (let column = 0; column < cost.length; column++) {
    const unit = cost[column] as number;
    if (unit === 0) continue;
    if (Math.abs(unit) > UNIT_WORTH) return false;
    costed++;
  }
  return costed <= MOST_COSTED * cost.length;
}

/** Adds costs scaled to a greatest one, in integers. */
function addScaled(cost: Float64Array, level: Level, greatest: number): void {
  const most = greatestCost(level);
  if (most === 0) return;
  const other = level.cost;
  for (let column = 0; column < other.length; column++) {
    const value = other[column] as number;
    if (value !== 0) cost[column] = (cost[column] as number) + Math.round((value / most) * greatest);
  }
}

const greatestCosts = new WeakMap<Level, number>();

/** Returns the greatest cost of a level; every level before it asks for it. */
function greatestCost(level: Level): number {
  const known = greatestCosts.get(level);
  if (known !== undefined) return known;
  const { cost } = level;
  let most = 0;
  for (let column = 0; column < cost.length; column++) most = Math.max(most, Math.abs(cost[column] as number));
  greatestCosts.set(level, most);
  return most;
}
