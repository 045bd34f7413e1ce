import { Draws, SIDE_ROW_KINDS, networkProgram, seedOf } from "@lungang/solver-testkit";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../../scripts/campaign-size.ts";
import type { ClosedLevel, Level, LinearProgram } from "../index.ts";
import { closedLevels, levelValue, solveChain, solveChainAgain } from "../index.ts";

const solver = createHighsSolver();

afterAll(() => solver.close());

const EXACT = { solver, relativeGap: 0, proveUnique: false };

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
    const program = networkProgram(kind, new Draws(seedOf(21, k)));
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
      for (const first of [undefined, 0, closed.length]) {
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
      }
      if (whole.status === "infeasible") seen.infeasible++;
    }
  }
  expect(seen.differs).toBeGreaterThan(0);
});
