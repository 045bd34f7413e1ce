import type { EngineTask, Level, LinearProgram } from "@lungang/program";
import { Draws, networkProgram } from "@lungang/solver-testkit";
import { expect, test } from "vitest";
import { flowParts } from "./flow-parts.ts";
import { Lagrangian } from "./lagrangian.ts";
import { PriceSteps } from "./price-steps.ts";
import { TIE_RANGE, tieBroken } from "./tie-break.ts";

const base = networkProgram("quota", new Draws(3));
const { columnCount } = base;

function level(name: string, cost: (column: number) => number): Level {
  const costs = Float64Array.from({ length: columnCount }, (_, column) => cost(column));
  return { name, unit: "heads", step: 1, tolerance: 0, offset: 2, cost: costs };
}

function broken(levels: readonly Level[], number: number): Level | undefined {
  const program: LinearProgram = { ...base, levels };
  return tieBroken({ program, level: levels[number] } as unknown as EngineTask);
}

const heads = level("heads", (column) => (column % 4 === 0 ? 1 : 0));
const metres = level("metres", (column) => column * 1000);

test("one unit of the level outweighs what later levels cost a column", () => {
  const easier = broken([heads, metres], 0);
  if (easier === undefined) throw new Error("wanted a level");
  const least = Math.min(...easier.cost.filter((_, column) => heads.cost[column] === 1));
  const most = Math.max(...easier.cost.filter((_, column) => heads.cost[column] === 0));
  expect(least).toBeGreaterThan(10 * most);
  expect(easier.cost.every(Number.isInteger)).toBe(true);
  // What costs most in the later level costs most here.
  const unit = [...easier.cost.keys()].filter((column) => heads.cost[column] === 0);
  expect(unit.toSorted((a, b) => (easier.cost[a] ?? 0) - (easier.cost[b] ?? 0) || a - b)).toEqual(unit);
});

test.each([
  ["is the last", [heads], 0],
  ["has costs nearly everywhere", [metres, heads], 0],
  ["has costs as large as a unit is worth", [level("large", (column) => (column === 0 ? 2 ** 20 : 0)), metres], 0],
] as const)("a level that %s is left as it is", (_name, levels, number) => {
  expect(broken(levels, number)).toBeUndefined();
});

test("first steps are worth what ties cost, however dear the level is", () => {
  const dear = level("dear", (column) => (column % 4 === 0 ? 50 : 0));
  const program: LinearProgram = { ...base, levels: [dear, metres] };
  const easier = broken([dear, metres], 0);
  const parts = easier && flowParts({ ...program, levels: [easier] }, easier);
  if (easier === undefined || parts === undefined) throw new Error("wanted a network");
  const lagrangian = new Lagrangian(parts, easier);
  lagrangian.evaluate();
  const before = lagrangian.prices.slice();
  expect(new PriceSteps(lagrangian, TIE_RANGE).advance()).toBe(true);
  const moved = lagrangian.prices.map((price, place) => Math.abs(price - (before[place] as number)));
  expect(Math.max(...moved)).toBeLessThanOrEqual(TIE_RANGE);
});
