import type { LinearProgram } from "@lungang/program";
import { checkPoint, levelValue, ProgramBuilder } from "@lungang/program";
import { describe, expect, test } from "vitest";
import { completeFlow } from "./complete.ts";
import { flowParts } from "./flow-parts.ts";
import { Lagrangian } from "./lagrangian.ts";

interface Slack {
  readonly value: number;
  readonly cost: number;
  readonly upper?: number;
  readonly integer?: boolean;
}

/** Three people go to a place that needs three, and a row counts them there; slacks help the row. */
function program(row: { readonly lower: number; readonly upper: number }, slacks: readonly Slack[]): LinearProgram {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "l", unit: "u", step: 1 });
  const place = builder.addNode(3, label);
  const side = builder.addSideRow(row, label);
  for (let person = 0; person < 3; person++) {
    const arc = builder.addArc({ from: builder.addNode(-1, label), to: place }, { lower: 0, upper: 1 }, label);
    builder.addEntry(side, arc, 1);
  }
  for (const { value, cost, upper = 100, integer = true } of slacks) {
    const column = builder.addColumn({ lower: 0, upper, integer }, label);
    builder.addEntry(side, column, value);
    builder.addCost(0, column, cost);
  }
  return builder.build();
}

/** Returns the slacks of the completed point, the last columns, once the point is known to hold. */
function slacksOf(built: LinearProgram, count: number, limit = Infinity): number[] | undefined {
  const [level] = built.levels;
  const parts = level && flowParts(built, level);
  if (level === undefined || parts === undefined) throw new Error("wanted a network with a level");
  const lagrangian = new Lagrangian(parts, level);
  expect(lagrangian.simplex.isFeasible).toBe(true);
  expect(lagrangian.evaluate()).toBe("optimal");
  const point = completeFlow(lagrangian, limit);
  if (point === undefined) return undefined;
  const { columnLower, columnUpper } = built;
  const verdict = checkPoint({ program: built, columnLower, columnUpper, cuts: [], relaxation: false }, point);
  expect(verdict).toMatchObject({ holds: true });
  expect(levelValue(level, point)).toBeLessThan(limit);
  return Array.from(point.slice(-count));
}

describe("completeFlow", () => {
  test("moves a slack as far as a row needs, and not a unit further", () => {
    expect(slacksOf(program({ lower: 3, upper: 9 }, [{ value: 1, cost: 5 }]), 1)).toEqual([0]);
    expect(slacksOf(program({ lower: 7, upper: 9 }, [{ value: 1, cost: 5 }]), 1)).toEqual([4]);
    expect(slacksOf(program({ lower: -9, upper: 1 }, [{ value: -1, cost: 5 }]), 1)).toEqual([2]);
  });

  test("rounds up what an integer slack has to make good: three missing are two slacks of two", () => {
    expect(slacksOf(program({ lower: 6, upper: 99 }, [{ value: 2, cost: 5 }]), 1)).toEqual([2]);
    expect(slacksOf(program({ lower: -9, upper: 0 }, [{ value: -2, cost: 5 }]), 1)).toEqual([2]);
    expect(slacksOf(program({ lower: 4, upper: 99 }, [{ value: 10, cost: 5 }]), 1)).toEqual([1]);
    expect(slacksOf(program({ lower: 6, upper: 99 }, [{ value: 2, cost: 5, integer: false }]), 1)).toEqual([1.5]);
  });

  test("takes the slack that costs least for what it gives, and the next where that ends", () => {
    const slacks = [
      { value: 1, cost: 9 },
      { value: 3, cost: 12, upper: 1 },
    ];
    expect(slacksOf(program({ lower: 8, upper: 99 }, slacks), 2)).toEqual([2, 1]);
  });

  test("gives nothing where no slack can help, where slacks end, and where the value is no better", () => {
    expect(slacksOf(program({ lower: 4, upper: 9 }, []), 0)).toBeUndefined();
    expect(slacksOf(program({ lower: 9, upper: 9 }, [{ value: 1, cost: 5, upper: 5 }]), 1)).toBeUndefined();
    const built = program({ lower: 7, upper: 9 }, [{ value: 1, cost: 5 }]);
    expect(slacksOf(built, 1, 20)).toBeUndefined();
    expect(slacksOf(built, 1, 21)).toEqual([4]);
  });

  test("a slack that pays rests at its upper end until a row asks for less", () => {
    expect(slacksOf(program({ lower: 0, upper: 99 }, [{ value: 1, cost: -5, upper: 7 }]), 1)).toEqual([7]);
    expect(slacksOf(program({ lower: 0, upper: 8 }, [{ value: 1, cost: -5, upper: 7 }]), 1)).toEqual([5]);
  });
});
