import { describe, expect, test } from "vitest";
import { ProgramBuilder } from "../linear/builder.ts";
import type { Cut } from "../linear/program.ts";
import { createCheckedSolver } from "./checked.ts";
import type { Engine } from "./engine.ts";
import type { SolveOptions } from "./port.ts";
import { UnsupportedModelError } from "./port.ts";

interface Numbers {
  readonly coefficient?: number;
  readonly cost?: number;
  readonly offset?: number;
  readonly rowLower?: number;
  readonly rowUpper?: number;
  readonly columnLower?: number;
  readonly columnUpper?: number;
}

/** Two columns and two rows; what is named is a number of the second column and the second row. */
function programOf(numbers: Numbers) {
  const {
    coefficient = 1,
    cost = 1,
    offset = 0,
    rowLower = 0,
    rowUpper = 9,
    columnLower = 0,
    columnUpper = 9,
  } = numbers;
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "metres", unit: "metres", step: 1 });
  builder.addOffset(0, offset);
  builder.addCost(0, builder.addColumn({ lower: 0, upper: 9 }, label), 1);
  builder.addCost(0, builder.addColumn({ lower: columnLower, upper: columnUpper }, label), cost);
  builder.addEntry(builder.addSideRow({ lower: 0, upper: 9 }, label), 0, 1);
  builder.addEntry(builder.addSideRow({ lower: rowLower, upper: rowUpper }, label), 1, coefficient);
  return builder.build();
}

/** An engine that is never to be asked. */
const ENGINE: Engine = {
  name: "fake",
  version: "0",
  proof: "bound",
  capabilities: {
    relaxation: true,
    warmStart: true,
    nodeLimit: true,
    continuousColumns: true,
    maxColumns: 9,
    greatestCoefficient: 1000,
    trustedCoefficient: 1000,
  },
  run: () => Promise.reject(new Error("asked")),
  close: () => Promise.resolve(),
};

async function refusal(numbers: Numbers, options: Partial<SolveOptions> = {}): Promise<string> {
  const error: unknown = await createCheckedSolver(ENGINE)
    .solve(programOf(numbers), { level: 0, ...options })
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  return error instanceof UnsupportedModelError ? error.message : "not refused";
}

const cut = (change: Partial<Cut>): { cuts: Cut[] } => ({
  cuts: [{ lower: 0, upper: 9, columns: Int32Array.of(0, 1), values: Float64Array.of(1, 1), ...change }],
});

describe("the door of every backend", () => {
  test("lets finite numbers and open ends through", async () => {
    expect(await refusal({})).toBe("not refused");
    expect(await refusal({ coefficient: -1000, cost: 2 ** 31, offset: -(2 ** 53) })).toBe("not refused");
    const open = { rowLower: -Infinity, rowUpper: Infinity, columnLower: -Infinity, columnUpper: Infinity };
    expect(await refusal(open, cut({ lower: -Infinity, upper: Infinity }))).toBe("not refused");
  });

  test.each([NaN, Infinity, -Infinity, 1001, -1001])("refuses %d as a coefficient, and says where", async (bad) => {
    expect(await refusal({ coefficient: bad })).toBe(
      `Cannot solve with fake: the coefficient of column 1 in row 1 must be a number of at most 1000 in absolute value, got ${bad}`,
    );
    expect(await refusal({}, cut({ values: Float64Array.of(1, bad) }))).toContain(
      "the coefficient of column 1 in cut 0",
    );
  });

  test.each([NaN, Infinity, -Infinity])("refuses %d as a cost and as an offset", async (bad) => {
    expect(await refusal({ cost: bad })).toContain("the cost of column 1 in level metres must be");
    expect(await refusal({ offset: bad })).toContain("the offset of level metres must be");
  });

  test.each<[keyof Numbers, string, readonly number[]]>([
    ["rowLower", "the lower bound of row 1", [NaN, Infinity, 2 ** 54]],
    ["rowUpper", "the upper bound of row 1", [NaN, -Infinity, 2 ** 54]],
    ["columnLower", "the lower bound of column 1", [NaN, Infinity, 2 ** 54]],
    ["columnUpper", "the upper bound of column 1", [NaN, -Infinity, 2 ** 54]],
  ])("refuses a %s that is none", async (name, where, bad) => {
    for (const value of bad) expect(await refusal({ [name]: value })).toContain(`${where} must be`);
  });

  test("refuses bounds of cuts and of the solve", async () => {
    expect(await refusal({}, cut({ upper: NaN }))).toContain("the upper bound of cut 0");
    expect(await refusal({}, cut({ lower: Infinity }))).toContain("the lower bound of cut 0");
    expect(await refusal({}, { columnUpper: Float64Array.of(9, NaN) })).toContain("the upper bound of column 1");
  });

  test("refuses again what it refused before", async () => {
    const program = programOf({ coefficient: NaN });
    const solver = createCheckedSolver(ENGINE);
    for (let time = 0; time < 2; time++) {
      await expect(solver.solve(program, { level: 0 })).rejects.toThrow(UnsupportedModelError);
    }
  });
});
