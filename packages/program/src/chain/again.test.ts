import { Draws, SIDE_ROW_KINDS, networkProgram, seedOf } from "@lungang/solver-testkit";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../../scripts/campaign-size.ts";
import type { ClosedLevel, Level, LinearProgram } from "../index.ts";
import { closedLevels, levelValue, solveChain, solveChainAgain } from "../index.ts";

const solver = createHighsSolver();

afterAll(() => solver.close());

const EXACT = { solver, relativeGap: 0, proveUnique: false };

/** Levels of which a question changed the first, by their number among those closed. */
const leads = new Set<number>();

/**
 * Puts levels between those of a program: one that costs nothing, one that counts some columns, and one of points, of which most
 * points tie. What keeps some of them is the face from which the others are asked.
 */
function withLevelsBetween(program: LinearProgram, draws: Draws): LinearProgram {
  const [first, ...others] = program.levels as readonly [Level, ...Level[]];
  const costs = { nothing: () => 0, some: () => (draws.chance(0.2) ? 1 : 0), points: () => draws.integer(0, 3) };
  const between = Object.entries(costs).map(([name, draw]): Level => {
    const cost = Float64Array.from(program.columnUpper, (upper) => (upper === 1 ? draw() : 0));
    return { name, unit: "points", step: 1, tolerance: 0, offset: 0, cost };
  });
  return { ...program, levels: [first, ...between, ...others] };
}

/** Every second program has levels between the first and the last. */
function programOf(kind: (typeof SIDE_ROW_KINDS)[number], series: number, k: number): LinearProgram {
  const program = networkProgram(kind, new Draws(seedOf(series, k)));
  return k % 2 === 0 ? program : withLevelsBetween(program, new Draws(seedOf(series + 10, k)));
}

/** All levels but the last one count; the last is what is minimised after them. */
async function closedOf(program: LinearProgram) {
  const chain = await solveChain(program, EXACT);
  if (chain.status !== "solved") return undefined;
  const closed: ClosedLevel[] = [];
  const count = program.levels.length - 1;
  for await (const level of closedLevels(program, chain, { solver, count })) closed.push(level);
  return { chain, closed, last: program.levels[count] as Level };
}

test.each(SIDE_ROW_KINDS)("a chain asked again is the chain of the narrower program: %s", async (kind) => {
  const seen = { differs: 0, same: 0, infeasible: 0 };
  for (let k = 0; k < cases(6); k++) {
    const program = programOf(kind, 21, k);
    const made = await closedOf(program);
    if (made === undefined) continue;
    const { chain, closed, last } = made;
    const draws = new Draws(seedOf(22, k));
    for (let question = 0; question < 3; question++) {
      const asked = { lower: program.columnLower.slice(), upper: program.columnUpper.slice() };
      for (let n = draws.integer(1, 2); n > 0; n--) {
        const column = draws.integer(0, program.columnCount - 1);
        if (program.columnUpper[column] !== 1) continue;
        if (chain.values[column] === 0) asked.lower[column] = 1;
        else asked.upper[column] = 0;
      }
      const whole = await solveChain({ ...program, columnLower: asked.lower, columnUpper: asked.upper }, EXACT);
      // Whatever level is looked at first, the answer is the same.
      for (const first of new Set([undefined, 0, Math.ceil(closed.length / 2), closed.length])) {
        let told: [number, number] | undefined;
        const onLead = (number: number, { value }: { readonly value: number }) => (told = [number, value]);
        const again = await solveChainAgain(program, { solver, closed, asked, last, first, onLead });
        expect([kind, k, question, first, again.status]).toEqual([kind, k, question, first, whole.status]);
        if (again.status !== "solved" || whole.status !== "solved") continue;
        const values = (point: Float64Array) => program.levels.map((level) => levelValue(level, point));
        expect(values(again.values)).toEqual(values(whole.values));
        expect(again.levels.map(({ value }) => value)).toEqual(whole.levels.map(({ value }) => value));
        const differs = whole.levels.findIndex(({ value }, number) => value !== chain.levels[number]?.value);
        const lead = differs < 0 ? closed.length : Math.min(differs, closed.length);
        expect(again.lead).toBe(lead);
        expect(told).toEqual(lead < closed.length ? [lead, whole.levels[lead]?.value] : undefined);
        seen[lead < closed.length ? "differs" : "same"]++;
        if (closed.length > 1) leads.add(lead);
      }
      if (whole.status === "infeasible") seen.infeasible++;
    }
  }
  expect(seen.differs).toBeGreaterThan(0);
});

test.each(SIDE_ROW_KINDS)("the point in hand may be the best of a narrower program: %s", async (kind) => {
  const seen = { better: 0, worse: 0 };
  for (let k = 0; k < cases(8); k++) {
    const program = programOf(kind, 31, k);
    const draws = new Draws(seedOf(32, k));
    const added = Array.from({ length: 6 }, () => draws.integer(0, program.columnCount - 1)).filter(
      (column) => program.columnLower[column] === 0 && program.columnUpper[column] === 1,
    );
    const columnUpper = program.columnUpper.slice();
    for (const column of added) columnUpper[column] = 0;
    const chain = await solveChain({ ...program, columnUpper }, EXACT);
    if (chain.status !== "solved") continue;
    const closed: ClosedLevel[] = [];
    const count = program.levels.length - 1;
    const kept = { ...chain, ranges: chain.ranges.map(() => undefined) };
    for await (const level of closedLevels(program, kept, { solver, count, solves: false })) closed.push(level);
    const narrower = chain.levels.map(({ dualBound }) => dualBound);
    for (const column of added) {
      const asked = { lower: program.columnLower.slice(), upper: program.columnUpper.slice() };
      asked.lower[column] = 1;
      const whole = await solveChain({ ...program, columnLower: asked.lower }, EXACT);
      const last = program.levels[count] as Level;
      const again = await solveChainAgain(program, { solver, closed, asked, last, narrower });
      expect([kind, k, column, again.status]).toEqual([kind, k, column, whole.status]);
      if (again.status !== "solved" || whole.status !== "solved") continue;
      expect(again.levels.map(({ value }) => value)).toEqual(whole.levels.map(({ value }) => value));
      const differs = whole.levels.findIndex(({ value }, number) => value !== chain.levels[number]?.value);
      expect(again.lead).toBe(differs < 0 ? count : Math.min(differs, count));
      if (count > 1) leads.add(again.lead);
      const [found, before] = [whole.levels[differs]?.value ?? 0, chain.levels[differs]?.value ?? 0];
      if (differs >= 0) seen[found < before ? "better" : "worse"]++;
    }
  }
  expect(Math.min(seen.better, seen.worse)).toBeGreaterThan(0);
});

test("of several levels each that costs something is the first that differs by some question", () => {
  // The second costs nothing; after the fourth come the questions that change none of those closed.
  expect(leads).toEqual(new Set([0, 2, 3, 4]));
});
