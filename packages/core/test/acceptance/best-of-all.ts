import type { Costs } from "./data-files.ts";

/**
 * Returns the least cost over all ways to give every row a column of its own, by looking at every set of columns.
 *
 * Cost: n 2^n steps.
 */
export function bestOfAll(costs: Costs): number {
  const size = costs.length;
  // Least cost of giving the first rows, as many as the set has columns, exactly the columns of the set.
  const best = new Float64Array(1 << size).fill(Infinity);
  best[0] = 0;
  for (let set = 0; set < best.length; set++) {
    const row = costs[countBits(set)];
    for (let column = 0; row !== undefined && column < size; column++) {
      if ((set & (1 << column)) !== 0) continue;
      const next = set | (1 << column);
      best[next] = Math.min(best[next] as number, (best[set] as number) + (row[column] as number));
    }
  }
  return best[best.length - 1] as number;
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
