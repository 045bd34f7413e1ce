import type { SmallProgram } from "./small-program.ts";

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

/** A program by hand and what a right backend says. */
export interface KnownAnswer {
  readonly name: string;
  readonly program: SmallProgram;
  readonly wanted: "infeasible" | "unbounded" | number;
}

/** Corners of the contract. */
export const ANSWERS: readonly KnownAnswer[] = [
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
