import type { LinearProgram, SolveOptions } from "@lungang/core";
import { claim, claimAgrees, claimClose, claimRejects, claimSolved } from "./claims.ts";
import type { ConformanceCase, ConformanceContext } from "./case.ts";
import type { SmallProgram } from "./small-program.ts";
import { smallProgram } from "./small-program.ts";

/** Two columns, optimum -13 at (3, 2) on level 0 and 10 + 0 at (0, 0) on level 1. */
export const KNAPSACK: SmallProgram = {
  columns: [
    { lower: 0, upper: 3, costs: [-3, 1] },
    { lower: 0, upper: 4, costs: [-2, 5] },
  ],
  rows: [
    {
      lower: -Infinity,
      upper: 7,
      terms: [
        [0, 1],
        [1, 2],
      ],
    },
  ],
  levels: [{}, { offset: 10 }],
};

/** Cases about the meaning of answers. */
export function contractCases(context: ConformanceContext): ConformanceCase[] {
  const program = smallProgram(KNAPSACK);
  return [
    ...answerCases(context),
    {
      name: "contract: an offset belongs to every value and bound",
      run: async () => {
        const result = claimSolved(await context.solver().solve(program, { level: 1 }), program, { level: 1 });
        claimClose(result.primalBound, 10, "value");
        claimClose(result.dualBound, 10, "dual bound");
      },
    },
    {
      name: "contract: a level that does not exist is a RangeError",
      run: () => claimRejects(context.solver().solve(program, { level: 2 }), "RangeError"),
    },
    {
      name: "contract: bounds of the wrong shape are a RangeError",
      run: () =>
        claimRejects(context.solver().solve(program, { level: 0, columnLower: new Float64Array(1) }), "RangeError"),
    },
    {
      name: "contract: the same solve gives the same point",
      run: () => sameTwice(context, program),
    },
    {
      name: "contract: the program and the options are left as they are",
      run: () => leavesInput(context, program),
    },
    {
      name: "contract: what the capabilities leave out is refused",
      run: () => refuses(context, program),
    },
  ];
}

interface Answer {
  readonly name: string;
  readonly program: SmallProgram;
  readonly wanted: "infeasible" | "unbounded" | number;
}

const ANSWERS: readonly Answer[] = [
  { name: "knapsack", program: KNAPSACK, wanted: -13 },
  { name: "no columns", program: { columns: [], rows: [], levels: [{ offset: 4 }] }, wanted: 4 },
  { name: "no rows", program: { columns: [{ lower: -2, upper: 5, costs: [3] }], rows: [] }, wanted: -6 },
  { name: "no costs", program: { columns: [{ lower: 1, upper: 2 }], rows: [] }, wanted: 0 },
  {
    name: "a row without entries that holds",
    program: { columns: [{ lower: 0, upper: 2, costs: [-1] }], rows: [{ lower: 0, upper: 3, terms: [] }] },
    wanted: -2,
  },
  {
    name: "a row without entries that does not hold",
    program: { columns: [{ lower: 0, upper: 2, costs: [-1] }], rows: [{ lower: 1, upper: 3, terms: [] }] },
    wanted: "infeasible",
  },
  {
    name: "rows that contradict each other",
    program: {
      columns: [
        { lower: 0, upper: 9, costs: [1] },
        { lower: 0, upper: 9, costs: [1] },
      ],
      rows: [
        {
          lower: 5,
          upper: Infinity,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
        {
          lower: -Infinity,
          upper: 4,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
      ],
    },
    wanted: "infeasible",
  },
  {
    name: "an equation that no integers solve",
    program: {
      columns: [
        { lower: 0, upper: 9, costs: [1] },
        { lower: 0, upper: 9 },
      ],
      rows: [
        {
          lower: 7,
          upper: 7,
          terms: [
            [0, 2],
            [1, 4],
          ],
        },
      ],
    },
    wanted: "infeasible",
  },
  {
    name: "bounds that cross",
    program: { columns: [{ lower: 3, upper: 2, costs: [1] }], rows: [] },
    wanted: "infeasible",
  },
  {
    name: "no integer between bounds",
    program: { columns: [{ lower: 0.2, upper: 0.8, costs: [1] }], rows: [] },
    wanted: "infeasible",
  },
  {
    name: "bounds between integers",
    program: { columns: [{ lower: -1.5, upper: 2.5, costs: [1] }], rows: [] },
    wanted: -1,
  },
  {
    name: "a value that falls for ever",
    program: {
      columns: [{ lower: 0, upper: Infinity, costs: [-1] }],
      rows: [{ lower: 1, upper: Infinity, terms: [[0, 1]] }],
    },
    wanted: "unbounded",
  },
  {
    name: "a free column that a row holds",
    program: {
      columns: [{ lower: -Infinity, upper: Infinity, costs: [1] }],
      rows: [{ lower: -5, upper: -2, terms: [[0, 1]] }],
    },
    wanted: -5,
  },
  {
    name: "a free continuous column that a row holds",
    program: {
      columns: [{ lower: -Infinity, upper: Infinity, integer: false, costs: [1] }],
      rows: [{ lower: -5, upper: 0, terms: [[0, 1]] }],
    },
    wanted: -5,
  },
  {
    name: "only an upper bound",
    program: {
      columns: [{ lower: -Infinity, upper: 4, costs: [-1] }],
      rows: [{ lower: -9, upper: Infinity, terms: [[0, 1]] }],
    },
    wanted: -4,
  },
  {
    name: "fixed columns",
    program: {
      columns: [
        { lower: 2, upper: 2, costs: [5] },
        { lower: -1, upper: -1, costs: [3] },
      ],
      rows: [
        {
          lower: 1,
          upper: 1,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
      ],
    },
    wanted: 7,
  },
  {
    name: "a range row",
    program: {
      columns: [
        { lower: 0, upper: 9, costs: [1] },
        { lower: 0, upper: 9, costs: [2] },
      ],
      rows: [
        {
          lower: 3,
          upper: 5,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
      ],
    },
    wanted: 3,
  },
  {
    name: "continuous columns",
    program: {
      columns: [
        { lower: 0, upper: 9, integer: false, costs: [-1] },
        { lower: 0, upper: 3, costs: [-1] },
      ],
      rows: [
        {
          lower: -Infinity,
          upper: 7,
          terms: [
            [0, 2],
            [1, 2],
          ],
        },
      ],
    },
    wanted: -3.5,
  },
  {
    name: "large bounds, small program",
    program: {
      columns: [{ lower: 0, upper: 100_000, costs: [1] }],
      rows: [{ lower: 99_999, upper: Infinity, terms: [[0, 2]] }],
    },
    wanted: 50_000,
  },
];

function answerCases({ solver }: ConformanceContext): ConformanceCase[] {
  return ANSWERS.map(({ name, program: small, wanted }) => ({
    name: `answer: ${name}`,
    run: async () => {
      const program = smallProgram(small);
      const options: SolveOptions = { level: 0, limits: { relativeGap: 0 } };
      const result = await solver().solve(program, options);
      if (typeof wanted === "string") {
        claim(result.termination.reason === wanted, `wanted ${wanted}, got ${result.termination.reason}`);
        return;
      }
      claim(result.termination.reason === "optimal", `wanted optimal, got ${result.termination.reason}`);
      claimClose(claimSolved(result, program, options).primalBound, wanted, "optimum");
      claimClose(result.dualBound, wanted, "dual bound");
    },
  }));
}

async function sameTwice({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const first = claimSolved(await solver().solve(program, { level: 0 }), program, { level: 0 });
  const second = claimSolved(await solver().solve(program, { level: 0 }), program, { level: 0 });
  claim(first.reproducible && second.reproducible, "a solve that no clock ended must be reproducible");
  claim(first.values.join() === second.values.join(), `got ${first.values.join()} and then ${second.values.join()}`);
}

async function leavesInput({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const arrays = [program.columnLower, program.rows, program.values, ...program.levels.map(({ cost }) => cost)];
  const before = JSON.stringify(arrays.map((array) => [...array]));
  await claimAgrees(solver(), program, { level: 0 });
  claim(before === JSON.stringify(arrays.map((array) => [...array])), "the program was changed or handed over");
}

async function refuses({ solver, createSolver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const { capabilities } = solver();
  const unsupported = "UnsupportedModelError";
  if (!capabilities.relaxation)
    await claimRejects(solver().solve(program, { level: 0, relaxation: true }), unsupported);
  if (!capabilities.nodeLimit) {
    await claimRejects(solver().solve(program, { level: 0, limits: { nodes: 5 } }), unsupported);
  }
  if (capabilities.maxColumns < 10_000) {
    const columns = Array.from({ length: capabilities.maxColumns + 1 }, () => ({ lower: 0, upper: 1 }));
    const other = createSolver();
    await claimRejects(other.solve(smallProgram({ columns, rows: [] }), { level: 0 }), unsupported);
    await other.close();
  }
}
