import { pricedBound } from "@lungang/core";
import { Draws, networkProgram, seedOf, SIDE_ROW_KINDS } from "@lungang/solver-testkit";
import { describe, expect, test } from "vitest";
import { flowParts, Lagrangian, onGrid } from "./lagrangian.ts";
import { PriceSteps } from "./price-steps.ts";
import { tightenBySingleRows } from "./tighten.ts";

/** Returns a Lagrangian of a drawn program whose flow is feasible, or nothing. */
function drawn(kind: (typeof SIDE_ROW_KINDS)[number], seed: number): Lagrangian | undefined {
  const program = networkProgram(kind, new Draws(seed));
  const [level] = program.levels;
  const parts = level && flowParts(program, level);
  if (level === undefined || parts === undefined) throw new Error("wanted a network with a level");
  const lagrangian = new Lagrangian(parts, level);
  return lagrangian.simplex.isFeasible ? lagrangian : undefined;
}

describe("Lagrangian", () => {
  test.each(SIDE_ROW_KINDS)("its own bound is the one that its row prices prove, at any prices: %s", (kind) => {
    let compared = 0;
    for (let k = 0; k < 40; k++) {
      const seed = seedOf(3, k);
      const lagrangian = drawn(kind, seed);
      if (lagrangian === undefined) continue;
      const draws = new Draws(seed + 1);
      const steps = new PriceSteps(lagrangian);
      for (let place = 0; place < lagrangian.prices.length; place++) {
        const [least, most] = steps.range(place);
        lagrangian.setPrice(place, onGrid(Math.min(Math.max(draws.integer(-9, 9) / 4, least), most)));
      }
      expect(lagrangian.evaluate()).toBe("optimal");
      lagrangian.simplex.assertInvariants();
      const { program, level } = lagrangian;
      const { columnLower, columnUpper } = program;
      const rules = { program, columnLower, columnUpper, cuts: [], relaxation: true };
      expect({ seed, bound: lagrangian.bound() }).toEqual({
        seed,
        bound: pricedBound(rules, level, lagrangian.rowPrices()).bound,
      });
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });
});

describe("tightenBySingleRows", () => {
  test("takes nothing from programs without such rows", () => {
    expect(tightenBySingleRows(networkProgram("share", new Draws(1))).changed).toBe(false);
  });
});
