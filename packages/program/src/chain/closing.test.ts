import { Draws, SIDE_ROW_KINDS, networkProgram, seedOf } from "@lungang/solver-testkit";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../../scripts/campaign-size.ts";
import type { LinearProgram } from "../index.ts";
import { attainableBound, closedLevels, solveChain } from "../index.ts";

const solver = createHighsSolver();

afterAll(() => solver.close());

/** A program with one column held elsewhere than the point in hand has it. */
function elsewhere(program: LinearProgram, values: Float64Array, column: number): LinearProgram {
  const at = values[column] === 0 ? 1 : 0;
  const hold = (bounds: Float64Array) => Float64Array.from(bounds, (bound, k) => (k === column ? at : bound));
  return { ...program, columnLower: hold(program.columnLower), columnUpper: hold(program.columnUpper) };
}

test.each(SIDE_ROW_KINDS)("no point lies below what closed levels prove where a column is held: %s", async (kind) => {
  let proven = 0;
  for (let k = 0; k < cases(4); k++) {
    const program = networkProgram(kind, new Draws(seedOf(11, k)));
    const chain = await solveChain(program, { solver, relativeGap: 0, proveUnique: false });
    if (chain.status !== "solved") continue;
    const { columnLower, columnUpper, integer } = program;
    const free = [...columnUpper.keys()].filter(
      (k) => columnLower[k] === 0 && columnUpper[k] === 1 && integer[k] === 1,
    );
    for (const column of free.slice(0, 6)) {
      const other = await solveChain(elsewhere(program, chain.values, column), {
        solver,
        relativeGap: 0,
        proveUnique: false,
      });
      for await (const { number, value, after, closings, before, amounts } of closedLevels(program, chain, {
        solver,
      })) {
        const level = program.levels[number];
        if (level === undefined) break;
        expect(value).toBe(chain.levels[number]?.value);
        const at = chain.values[column] === 0 ? 1 : 0;
        const held = (lower: Float64Array, upper: Float64Array) =>
          at < (lower[column] ?? 0) || at > (upper[column] ?? 0);
        const keeps = other.status === "solved" && (other.levels[number]?.value ?? Infinity) <= value;
        const least = closings.map((priced) => attainableBound(program, level, boundAt(priced, after, { column, at })));
        const isOut = held(after.lower, after.upper) || Math.max(...least) > value;
        if (isOut) proven++;
        expect([kind, k, column, level.name, keeps && isOut]).toEqual([kind, k, column, level.name, false]);
        for (const priced of amounts) {
          if (other.status !== "solved" || held(before.lower, before.upper)) continue;
          const amount = attainableBound(program, level, boundAt(priced, before, { column, at }));
          expect((other.levels[number]?.value ?? Infinity) >= amount).toBe(true);
        }
        // A point that does not keep a level is no longer among those that later levels speak of.
        if (!keeps) break;
      }
    }
  }
  expect(proven).toBeGreaterThan(0);
});

test("prices inside the optimal face tell of more columns than those of a corner, and of none that the relaxation does not tell of", async () => {
  const counts = { told: 0, found: 0, byCorner: 0 };
  for (let k = 0; k < cases(6); k++) {
    const program = networkProgram("counts", new Draws(seedOf(12, k)));
    const chain = await solveChain(program, { solver, relativeGap: 0, proveUnique: false });
    if (chain.status !== "solved") continue;
    for await (const { number, value, after, closings } of closedLevels(program, chain, { solver, count: 1 })) {
      const level = program.levels[number];
      if (level === undefined) break;
      for (const [column, lower] of after.lower.entries()) {
        if (lower !== 0 || after.upper[column] !== 1 || chain.values[column] !== 0) continue;
        const columnLower = after.lower.with(column, 1);
        const options = { level: number, relaxation: true, columnLower, columnUpper: after.upper };
        const { dualBound } = await solver.solve(program, options);
        if (attainableBound(program, level, dualBound) <= value) continue;
        counts.told++;
        const isOut = closings.map(
          (priced) => attainableBound(program, level, boundAt(priced, after, { column, at: 1 })) > value,
        );
        if (isOut.includes(true)) counts.found++;
        if (isOut.slice(0, -1).includes(true)) counts.byCorner++;
      }
    }
  }
  expect(counts.found).toBeGreaterThan(counts.byCorner);
  // A column that half of an optimum may use costs nothing at any prices, though a whole one would.
  expect(counts.told).toBeGreaterThanOrEqual(counts.found);
});

type Closed = Awaited<ReturnType<ReturnType<typeof closedLevels>["next"]>>["value"];

/** What prices prove where a column has one value. */
function boundAt(
  { bound, reducedCosts }: Closed["closings"][number],
  { lower, upper }: Closed["after"],
  { column, at }: { readonly column: number; readonly at: number },
): number {
  const cost = reducedCosts[column] ?? 0;
  return cost === 0 ? bound : bound + cost * (at - ((cost > 0 ? lower[column] : upper[column]) ?? 0));
}
