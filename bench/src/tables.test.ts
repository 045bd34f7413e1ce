import { describe, expect, test } from "vitest";
import { withoutContradictions } from "./agreement.ts";
import { answersTable } from "./answers-table.ts";
import { changesTable } from "./changes-table.ts";
import { comparisonTable, ratios } from "./comparison-table.ts";
import { growthLines } from "./growth.ts";
import { phasesTable } from "./phases-table.ts";
import { levelsTable } from "./levels-table.ts";
import type { LevelValue, Measured, MeasuredAnswer, Run, RunKind } from "./run.ts";
import { fitPower, median } from "./statistics.ts";

interface Given {
  readonly solver?: string;
  readonly seed?: string;
  readonly seconds?: number;
  readonly moves?: number;
  readonly schools?: number;
  readonly levels?: readonly LevelValue[];
  readonly laps?: readonly (readonly [name: string, seconds: number])[];
  readonly kind?: RunKind;
  readonly warmUp?: number;
}

function runOf(given: Given): Run {
  const { solver = "network", seed = "1", seconds = 1, moves = 100, levels = [], kind = "single", warmUp = 0 } = given;
  const { schools = 20, laps = [["solve", seconds]] } = given;
  const size = { people: 800, schools, candidateMoves: moves, columns: 200, rows: 10, sideRows: 1 };
  return {
    choice: { kind, scenario: "s", schools, seed, solver, timeSeconds: 9, relativeGap: 1e-2, warmUp },
    busyCores: 0,
    measured: {
      solver,
      size,
      laps: laps.map(([name, took]) => ({ name, seconds: took, cpuSeconds: took, peakMegabytes: 50 })),
      levels,
      solveSeconds: seconds,
      solveCpuSeconds: seconds,
      ownSeconds: seconds,
      peakMegabytes: 50,
    },
  };
}

/** A run of seed 1 to 9 that its limit ended. */
function unfinished(solver: string, seed: string, ownSeconds = 9): Run {
  const { measured: _measured, ...rest } = runOf({ solver, seed });
  return { ...rest, failed: "not finished within 9 s: found no plan", spent: { solveSeconds: 9.01, ownSeconds } };
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

  test("lets years differ that a limit may have ended", () => {
    const years = [7, 9].map((value) => runOf({ kind: "years", levels: [level(value, null)] }));
    expect(failures(years)).toEqual([undefined, undefined]);
  });

  test("compares runs of one task only, and levels until the first that differs", () => {
    expect(failures([network, runOf({ seed: "2", levels: [level(200)] })])).toEqual([undefined, undefined]);
    const chain = (first: number, second: number) => runOf({ levels: [level(first, 99.5), level(second)] });
    expect(failures([chain(100, 7), chain(100.5, 90)])).toEqual([undefined, undefined]);
    expect(failures([chain(100, 7), chain(100, 90)])[0]).toContain("below the bound 90");
  });
});

const lineOf = (solver: string, runs: readonly Run[]) =>
  comparisonTable(runs).find((line) => line.startsWith(`  ${solver}  `));

describe("tables", () => {
  const runs = [
    runOf({ seconds: 1 }),
    runOf({ solver: "cbc", seconds: 3 }),
    runOf({ seed: "2", seconds: 2 }),
    runOf({ seed: "2", solver: "cbc", seconds: 10 }),
  ];

  test("the ratio compares seed by seed", () => {
    expect(ratios(runs, "cbc")).toEqual([3, 5].map((ratio) => ({ low: ratio, high: ratio })));
    expect(lineOf("cbc", runs)).toContain("4.00 (3.00 to 5.00)");
  });

  describe("of runs that the limit ended", () => {
    // Ours takes 1 s on every seed; cbc 3, 5, and more than 9.
    const ours = ["1", "2", "3"].map((seed) => runOf({ seed }));
    const two = [runOf({ solver: "cbc", seconds: 3 }), runOf({ solver: "cbc", seed: "2", seconds: 5 })];
    const third = unfinished("cbc", "3");

    test("the median is exact where it does not rest on them", () => {
      const line = lineOf("cbc", [...ours, ...two, third]);
      expect(line).toMatch(/2 of 3 +3\.00 +5\.00 +> 9\.00 +5\.00 +4\.00 +50 +5\.00 \(3\.00 to > 9\.00\)$/u);
    });

    test("a median that rests on them is a bound, of the mean of two too", () => {
      const one = two.slice(0, 1);
      expect(lineOf("cbc", [...ours, ...one, third])).toContain("> 6.00 (3.00 to > 9.00)");
      const both = [...one, unfinished("cbc", "2"), third];
      expect(lineOf("cbc", [...ours, ...both])).toContain("> 9.00 (3.00 to > 9.00)");
    });

    test("none that finished leaves bounds alone, no processor time and no memory, and says the limit", () => {
      const lines = comparisonTable([...ours, third]);
      const line = lines.find((entry) => entry.startsWith("  cbc  "));
      expect(line).toMatch(/0 of 1( +> 9\.00){4} +- +- +> 9\.00 \(> 9\.00 to > 9\.00\)$/u);
      expect(lines.at(-1)).toBe("  cbc, seed 3: not finished within 9 s: found no plan");
    });

    test("a bound has no more seconds than the program had for itself, nor than the limit", () => {
      expect(ratios([...ours, unfinished("cbc", "3", 8)], "cbc")).toEqual([{ low: 8, high: Infinity }]);
      expect(ratios([...ours, unfinished("cbc", "3", 9.2)], "cbc")).toEqual([{ low: 9, high: Infinity }]);
    });

    test("where ours did not finish, the ratio is at most theirs by the limit; where none did, it is unknown", () => {
      const late = unfinished("network", "1");
      expect(lineOf("cbc", [late, ...two.slice(0, 1)])).toContain("< 0.33 (< 0.33 to < 0.33)");
      expect(lineOf("cbc", [late, unfinished("cbc", "1")])).toContain("unknown (unknown to unknown)");
    });

    test("a refused answer is no bound", () => {
      const { spent: _spent, ...refused } = third;
      expect(ratios([...ours, ...two, refused], "cbc")).toHaveLength(2);
    });
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
    const grown = [100, 200, 400].map((moves) => runOf({ moves, schools: moves, seconds: moves ** 1.5 / 1000 }));
    expect(growthLines([...grown, ...runs.slice(1, 2)]).join()).toContain("^ 1.50 (3 runs, 100 to 400 moves)");
    expect(growthLines(runs)).toEqual([]);
    expect(growthLines([100, 101].map((moves) => runOf({ moves, seconds: moves })))).toEqual([]);
  });

  test("growth keeps warm runs apart from cold ones", () => {
    const grown = [100, 200].flatMap((moves) => [
      runOf({ moves, schools: moves, seconds: moves }),
      runOf({ moves, schools: moves, seconds: moves ** 2, warmUp: 1 }),
    ]);
    const [cold, warm] = growthLines(grown);
    expect(cold).toContain("^ 1.00 (2 runs");
    expect(warm).toMatch(/, warm: .* \^ 2\.00 \(2 runs/u);
  });

  test("changes are one sample over kinds and seeds, after a plan and alone, without the first plan", () => {
    const changed = (seed: string, seconds: readonly [number, number, number, number]) =>
      runOf({
        kind: "whatIf",
        seed,
        laps: [
          ["first", 99],
          ["after quota", seconds[0]],
          ["alone quota", seconds[1]],
          ["verify", 77],
          ["after lock", seconds[2]],
          ["alone lock", seconds[3]],
        ],
      });
    const lines = changesTable([changed("1", [1, 10, 2, 20]), changed("2", [3, 30, 8, 80])]);
    expect(lines.at(-2)).toMatch(/after a plan +1\.000 +2\.500 +8\.000 +2\.500 +4$/u);
    expect(lines.at(-1)).toMatch(/alone +10\.000 +25\.000 +80\.000 +25\.000 +4$/u);
    expect(changesTable([unfinished("network", "1")])).toEqual([]);
  });

  test("answers are one sample a kind and one over all, up to the first difference and whole", () => {
    const answer = (kind: string, seconds: number, level: string) => {
      const [lead, whole] = [seconds, 2 * seconds].map((each) => ({ seconds: each, cpuSeconds: each / 2 })) as [
        MeasuredAnswer["lead"],
        MeasuredAnswer["whole"],
      ];
      return { kind, level, lead, whole };
    };
    const answers = [answer("stay", 1, "nearness"), answer("stay", 3, "wishes"), answer("leave", 9, "nearness")];
    const [run] = [runOf({ kind: "questions" })];
    const measured = { ...(run?.measured as Measured), answers };
    const lines = answersTable([{ ...(run as Run), measured }]);
    expect(lines.find((line) => line.includes("stay"))).toMatch(/stay +2\.00 +3\.00 +1\.00 +4\.00 +6\.00 +2\.00 +2$/u);
    expect(lines.at(-2)).toMatch(/all +3\.00 +9\.00 +1\.50 +6\.00 +18\.00 +3\.00 +3$/u);
    expect(lines.at(-1)).toBe("  first difference: nearness 2, wishes 1");
    expect(answersTable([unfinished("network", "1")])).toEqual([]);
  });

  test("levels say what a limit left open", () => {
    const lines = levelsTable([runOf({ kind: "years", levels: [level(200, 199), level(7, null)] })]);
    expect(lines.map((line) => line.trim().split(/ +/u))).toEqual([
      ["seed", "1", "value", "bound", "gap"],
      ["single", "200", "199", "0.0050"],
      ["single", "7", "-", "-"],
    ]);
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
