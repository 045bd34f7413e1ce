import { hasIncumbent, writeLp, writeMps } from "@lungang/program";
import {
  assignmentProgram,
  Draws,
  freeProgram,
  generalProgram,
  mixedProgram,
  networkProgram,
  seedOf,
  SIDE_ROW_KINDS,
  smallProgram,
} from "@lungang/solver-testkit";
import highsModule from "highs";
import { afterAll, describe, expect, test } from "vitest";
import { createHighsSolver } from "./node.ts";

const loadHighs = highsModule as unknown as typeof highsModule.default;
const highs = await loadHighs();
const solver = createHighsSolver();
const OPTIMAL = 7;

afterAll(() => solver.close());

function solveText(source: { format: "lp" | "mps"; data: string | Uint8Array }): number | undefined {
  return highs.withModel(source, (model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    model.run();
    return model.getModelStatus() === OPTIMAL ? model.getObjectiveValue() : undefined;
  });
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1e6) / 1e6 + 0;
}

const special = smallProgram({
  columns: [
    { lower: -Infinity, upper: Infinity, integer: false, costs: [1] },
    { lower: -Infinity, upper: -2, costs: [-1] },
    { lower: -3, upper: Infinity, costs: [2] },
    { lower: 4, upper: 4, costs: [0.1] },
    { lower: 0, upper: 7 },
  ],
  rows: [
    {
      lower: 0.1,
      upper: 0.3,
      terms: [
        [0, 1],
        [4, 0.01],
      ],
    },
    { lower: -Infinity, upper: Infinity, terms: [[0, 1]] },
    { lower: -1, upper: 1, terms: [] },
    {
      lower: -9.7,
      upper: Infinity,
      terms: [
        [1, 1.7],
        [2, 1],
      ],
    },
  ],
  levels: [{ offset: 17 }],
});

const programs = Array.from({ length: 40 }, (_, k) => {
  const draws = new Draws(seedOf(5, k));
  const kind = SIDE_ROW_KINDS[k % SIDE_ROW_KINDS.length] ?? "quota";
  const families = [generalProgram, assignmentProgram, mixedProgram, freeProgram];
  return (families[k % 5] ?? ((d: Draws) => networkProgram(kind, d)))(draws);
});

describe("program text read by HiGHS", () => {
  test.each([special, ...programs].map((program, k) => [k, program] as const))(
    "program %i has the same optimum",
    async (_, program) => {
      for (const level of program.levels.keys()) {
        const result = await solver.solve(program, { level, limits: { relativeGap: 0 } });
        const wanted = hasIncumbent(result) ? result.primalBound : undefined;
        const texts = [
          solveText({ format: "mps", data: new TextEncoder().encode(writeMps(program, level)) }),
          solveText({ format: "lp", data: writeLp(program, level) }),
        ];
        expect(texts.map(rounded)).toEqual([rounded(wanted), rounded(wanted)]);
      }
    },
  );
});
