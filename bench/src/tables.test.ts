import { describe, expect, test } from "vitest";
import { withoutContradictions } from "./agreement.ts";
import { comparisonTable, ratios } from "./comparison-table.ts";
import { growthLines } from "./growth.ts";
import { phasesTable } from "./phases-table.ts";
import type { LevelValue, Run } from "./run.ts";
import { fitPower, median } from "./statistics.ts";

interface Given {
  readonly solver?: string;
  readonly seed?: string;
  readonly seconds?: number;
  readonly moves?: number;
  readonly levels?: readonly LevelValue[];
}

function runOf({ solver = "network", seed = "1", seconds = 1, moves = 100, levels = [] }: Given): Run {
  const lap = { name: "solve", seconds, cpuSeconds: seconds, peakMegabytes: 50 };
  const size = { people: 800, schools: 20, candidateMoves: moves, columns: 200, rows: 10, sideRows: 1 };
  return {
    choice: { kind: "single", scenario: "s", schools: 20, seed, solver, timeSeconds: 9, relativeGap: 1e-2 },
    load: 0,
    measured: {
      solver,
      size,
      laps: [lap],
      levels,
      solveSeconds: seconds,
      solveCpuSeconds: seconds,
      ownSeconds: seconds,
      peakMegabytes: 50,
    },
  };
}

const level = (value: number, dualBound: number | null = value) => ({ name: "single", value, dualBound });
const failures = (runs: readonly Run[]) => withoutContradictions(runs).map(({ failed }) => failed);

describe("withoutContradictions", () => {
  const network = runOf({ levels: [level(100, 99.5)] });

  test("leaves values within the gap", () => {
    expect(failures([network, runOf({ solver: "cbc", levels: [level(100.5, 99.8)] })])).toEqual([undefined, undefined]);
  });

  test("marks both where one is outside the gap or below the bound of the other", () => {
    const worse = failures([network, runOf({ solver: "cbc", levels: [level(103, 99)] })]);
    expect(worse).toEqual([expect.stringContaining("contradicts cbc"), expect.stringContaining("contradicts network")]);
    const better = failures([network, runOf({ solver: "cbc", levels: [level(99.4, 99)] })]);
    expect(better[0]).toContain("below the bound 99.5");
  });

  test("compares runs of one task only, and levels until the first that differs", () => {
    expect(failures([network, runOf({ seed: "2", levels: [level(200)] })])).toEqual([undefined, undefined]);
    const chain = (first: number, second: number) => runOf({ levels: [level(first, 99.5), level(second)] });
    expect(failures([chain(100, 7), chain(100.5, 90)])).toEqual([undefined, undefined]);
    expect(failures([chain(100, 7), chain(100, 90)])[0]).toContain("below the bound 90");
  });
});

describe("tables", () => {
  const runs = [
    runOf({ seconds: 1 }),
    runOf({ solver: "cbc", seconds: 3 }),
    runOf({ seed: "2", seconds: 2 }),
    runOf({ seed: "2", solver: "cbc", seconds: 10 }),
  ];

  test("the ratio compares seed by seed", () => {
    expect(ratios(runs, "cbc")).toEqual([3, 5]);
    expect(comparisonTable(runs).find((line) => line.includes("cbc"))).toContain("4.00 (3.00-5.00)");
  });

  test("a run that does not count is named with its reason and has no time", () => {
    const { measured: _measured, ...rest } = runOf({ solver: "yalps" });
    const lines = comparisonTable([...runs, { ...rest, failed: "not proven\nmore" }]);
    expect(lines.find((line) => line.startsWith("  yalps  "))?.trim()).toMatch(/^yalps +0 of 1$/u);
    expect(lines.at(-1)).toBe("  yalps, seed 1: not proven");
  });

  test("phases have a line each", () => {
    expect(phasesTable(runs.slice(0, 1)).at(-1)).toMatch(/solve +1\.000 +1\.000 +1\.000 +1\.000 +50$/u);
  });

  test("growth is the exponent of ours", () => {
    const grown = [100, 200, 400].map((moves) => runOf({ moves, seconds: moves ** 1.5 / 1000 }));
    expect(growthLines([...grown, ...runs.slice(1, 2)]).join()).toContain("^ 1.50 (3 runs, 100 to 400 moves)");
    expect(growthLines(runs)).toEqual([]);
  });
});

test("median takes the middle or the mean of two", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test("fitPower needs two different x", () => {
  const law = fitPower([[1, 3], [10, 300]]); // prettier-ignore
  expect(law?.exponent).toBeCloseTo(2, 12);
  expect(law?.factor).toBeCloseTo(3, 12);
  expect(fitPower([[5, 1], [5, 2]])).toBeUndefined(); // prettier-ignore
});
