import { describe, expect, test } from "vitest";
import type { Level, LinearProgram } from "../linear/program.ts";
import { ProgramBuilder } from "../linear/builder.ts";
import { createCheckedSolver } from "./checked.ts";
import type { Engine, EngineAnswer, EngineTask } from "./engine.ts";
import type { SolveOptions, SolveResult } from "./port.ts";
import { SolverFailedError } from "./port.ts";

/** min -3a - 2b; a + 2b <= 7; a in 0..3, b in 0..4; optimum -13 at (3, 2), relaxation -13. */
function knapsack(step = 1): LinearProgram {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "l", unit: "u", step });
  const row = builder.addSideRow({ lower: -Infinity, upper: 7 }, label);
  for (const [upper, cost, weight] of [
    [3, -3, 1],
    [4, -2, 2],
  ] as const) {
    const column = builder.addColumn({ lower: 0, upper }, label);
    builder.addCost(0, column, cost);
    builder.addEntry(row, column, weight);
  }
  return builder.build();
}

type Say = (task: EngineTask) => EngineAnswer | Error;

const POINT = Float64Array.from([3, 2]);
const RIGHT: EngineAnswer = { status: "optimal", rawStatus: "ok", values: POINT, dualBound: -13 };
const INFEASIBLE: EngineAnswer = { status: "infeasible", rawStatus: "none" };

function engineOf(say: Say, proof: Engine["proof"] = "bound"): { engine: Engine; asked: EngineTask[] } {
  const asked: EngineTask[] = [];
  const capabilities = {
    relaxation: true,
    warmStart: true,
    nodeLimit: true,
    continuousColumns: true,
    maxColumns: 9,
    greatestCoefficient: 1e6,
    trustedCoefficient: 62_500,
  };
  const run = async (task: EngineTask): Promise<EngineAnswer> => {
    asked.push(task);
    const said = say(task);
    if (said instanceof Error) throw said;
    return said;
  };
  return { engine: { name: "fake", version: "0", capabilities, proof, run, close: async () => {} }, asked };
}

function solveWith(
  say: Say,
  options: Partial<SolveOptions> = {},
  proof: Engine["proof"] = "bound",
): Promise<SolveResult> {
  return createCheckedSolver(engineOf(say, proof).engine).solve(knapsack(), { level: 0, ...options });
}

describe("createCheckedSolver", () => {
  test("knows without asking that no integer lies between two bounds", async () => {
    const { engine, asked } = engineOf(() => RIGHT);
    const bounds = (lower: number, upper: number) => ({
      columnLower: Float64Array.from([0, lower]),
      columnUpper: Float64Array.from([3, upper]),
    });
    const solver = createCheckedSolver(engine);
    const crossed = await solver.solve(knapsack(), { level: 0, ...bounds(1.2, 1.9) });
    expect(crossed).toMatchObject({ termination: { reason: "infeasible" }, rawStatus: "column bounds cross" });
    expect(asked).toEqual([]);
    const open = await solver.solve(knapsack(), { level: 0, ...bounds(1.5, 2.5) });
    expect(open).toMatchObject({ termination: { reason: "optimal" }, primalBound: -13 });
  });

  test("rounds points and returns a right answer", async () => {
    const values = Float64Array.from([3 - 1e-7, 2 + 1e-7]);
    const result = await solveWith(() => ({ ...RIGHT, values, dualBound: -13.0000004 }));
    expect(result).toMatchObject({
      termination: { reason: "optimal" },
      primalBound: -13,
      dualBound: -13,
      relativeGap: 0,
    });
    expect("values" in result && [...result.values]).toEqual([3, 2]);
  });

  test.each<[string, EngineAnswer]>([
    ["breaks a row", { ...RIGHT, values: Float64Array.from([3, 3]), dualBound: -15 }],
    ["breaks a bound", { ...RIGHT, values: Float64Array.from([4, 1]), dualBound: -14 }],
    ["is fractional", { ...RIGHT, values: Float64Array.from([3, 1.9]), dualBound: -12.8 }],
    ["is no number", { ...RIGHT, values: Float64Array.from([NaN, 0]) }],
    ["is missing", { status: "optimal", rawStatus: "ok", dualBound: -13 }],
    ["has the wrong length", { ...RIGHT, values: Float64Array.from([3]) }],
    ["lies outside the gap", { ...RIGHT, values: Float64Array.from([0, 0]), dualBound: -13 }],
    ["lies below its bound", { ...RIGHT, dualBound: -11 }],
    ["has no bound", { status: "optimal", rawStatus: "ok", values: POINT }],
  ])("a claimed optimum that %s is asked for once more and then refused", async (_, answer) => {
    const always = engineOf(() => answer);
    await expect(createCheckedSolver(always.engine).solve(knapsack(), { level: 0 })).rejects.toThrow(SolverFailedError);
    expect(always.asked.map(({ configuration }) => configuration)).toEqual([0, 1]);
    const once = await solveWith(({ configuration }) => (configuration === 0 ? answer : RIGHT));
    expect(once.termination.reason).toBe("optimal");
  });

  test("ranges that its own point does not keep are believed of no engine", async () => {
    const ranges = (upper: number) => ({
      columns: Int32Array.of(1),
      lower: Float64Array.of(1),
      upper: Float64Array.of(upper),
    });
    expect(await solveWith(() => ({ ...RIGHT, ranges: ranges(2) }))).toMatchObject({ ranges: ranges(2) });
    await expect(solveWith(() => ({ ...RIGHT, ranges: ranges(1) }))).rejects.toThrow("ranges of columns");
  });

  test("a crash is asked once more", async () => {
    const result = await solveWith(({ configuration }) => (configuration === 0 ? new Error("abort") : RIGHT));
    expect(result.termination.reason).toBe("optimal");
    await expect(solveWith(() => new Error("abort"))).rejects.toThrow(SolverFailedError);
  });

  test("infeasible is confirmed by the other configuration without costs", async () => {
    const { engine, asked } = engineOf(() => INFEASIBLE);
    const result = await createCheckedSolver(engine).solve(knapsack(), { level: 0 });
    expect(result.termination).toEqual({ reason: "infeasible" });
    expect(asked[1]?.configuration).toBe(1);
    expect(asked[1]?.level.cost.every((cost) => cost === 0)).toBe(true);
  });

  test("who only tries is told infeasible at once, without proof", async () => {
    const { engine, asked } = engineOf(() => INFEASIBLE);
    const result = await createCheckedSolver(engine).solve(knapsack(), { level: 0, trial: true });
    expect(result).toMatchObject({ termination: { reason: "infeasible" }, proof: "none" });
    expect(asked).toHaveLength(1);
    const start = { values: POINT };
    await expect(solveWith(() => INFEASIBLE, { start, trial: true })).rejects.toThrow(SolverFailedError);
  });

  test("a false infeasible is found out", async () => {
    const second = { ...RIGHT, dualBound: 0 };
    await expect(solveWith(({ configuration }) => (configuration === 0 ? INFEASIBLE : second))).rejects.toThrow(
      SolverFailedError,
    );
  });

  test("a feasible start contradicts infeasible", async () => {
    await expect(solveWith(() => INFEASIBLE, { start: { values: POINT } })).rejects.toThrow(SolverFailedError);
  });

  test("infeasible that cannot be confirmed in time is no answer", async () => {
    const stopped: EngineAnswer = { status: "stopped", limit: "time", rawStatus: "time" };
    const result = await solveWith(({ configuration }) => (configuration === 0 ? INFEASIBLE : stopped));
    expect(result).toMatchObject({ termination: { reason: "noSolutionFound", limit: "time" }, reproducible: false });
  });

  test("unbounded is refused where column bounds forbid it", async () => {
    await expect(solveWith(() => ({ status: "unbounded", rawStatus: "ray" }))).rejects.toThrow(SolverFailedError);
  });

  test("a start is never lost, and a worse point never replaces it", async () => {
    const start = { values: POINT };
    const nothing = await solveWith(() => ({ status: "stopped", limit: "node", rawStatus: "nodes" }), { start });
    expect(nothing).toMatchObject({ termination: { reason: "feasible", limit: "node" }, primalBound: -13 });
    expect(nothing.reproducible).toBe(true);
    const worse: EngineAnswer = {
      status: "stopped",
      limit: "time",
      rawStatus: "t",
      values: new Float64Array(2),
      dualBound: -20,
    };
    const kept = await solveWith(() => worse, { start });
    expect(kept).toMatchObject({ primalBound: -13, dualBound: -20, reproducible: false });
  });

  test("a suboptimal optimum is found out by a better start", async () => {
    const values = Float64Array.from([3, 1]);
    await expect(solveWith(() => ({ ...RIGHT, values, dualBound: -11 }), { start: { values: POINT } })).rejects.toThrow(
      SolverFailedError,
    );
  });

  test("what the clock cut off is dropped if it fails the check", async () => {
    const half: EngineAnswer = {
      status: "stopped",
      limit: "time",
      rawStatus: "t",
      values: Float64Array.from([0.5, 0]),
    };
    expect((await solveWith(() => half)).termination).toEqual({ reason: "noSolutionFound", limit: "time" });
  });

  test("bounds are rounded up to steps, never above the value", async () => {
    const builder = knapsack(5);
    const { engine } = engineOf(() => ({
      status: "stopped",
      limit: "node",
      rawStatus: "n",
      values: POINT,
      dualBound: -14.2,
    }));
    expect((await createCheckedSolver(engine).solve(builder, { level: 0 })).dualBound).toBe(-14);
  });

  test("a completed search is the proof of an engine without bounds", async () => {
    const result = await solveWith(() => ({ status: "optimal", rawStatus: "ok", values: POINT }), {}, "search");
    expect(result).toMatchObject({ dualBound: -13, proof: "search" });
  });

  test("a relaxation is believed as far as its prices prove it", async () => {
    const relaxed = (price: number): EngineAnswer => ({ ...RIGHT, rowPrices: Float64Array.from([price]) });
    const result = await solveWith(() => relaxed(-1), { relaxation: true });
    expect(result).toMatchObject({ primalBound: -13, dualBound: -13 });
    expect("reducedCosts" in result && result.reducedCosts && [...result.reducedCosts]).toEqual([-2, 0]);
    await expect(solveWith(() => relaxed(-0.5), { relaxation: true })).rejects.toThrow(SolverFailedError);
    await expect(solveWith(() => RIGHT, { relaxation: true })).rejects.toThrow(SolverFailedError);
  });

  test("limits that make no sense are refused", async () => {
    await expect(solveWith(() => RIGHT, { limits: { timeSeconds: -1 } })).rejects.toThrow(RangeError);
    await expect(solveWith(() => RIGHT, { limits: { relativeGap: NaN } })).rejects.toThrow(RangeError);
  });

  test("an optimum of a thousand million is told from one a unit worse", async () => {
    const level = { ...(knapsack().levels[0] as Level), offset: 3e9 + 13 };
    const program: LinearProgram = { ...knapsack(), levels: [level] };
    const saying = (dualBound: number) =>
      createCheckedSolver(engineOf(() => ({ ...RIGHT, dualBound })).engine).solve(program, {
        level: 0,
        limits: { relativeGap: 0 },
      });
    expect(await saying(3e9)).toMatchObject({ termination: { reason: "optimal" }, primalBound: 3e9, dualBound: 3e9 });
    await expect(saying(3e9 - 1)).rejects.toThrow("outside the gap");
  });
});

describe("where columns range widely", () => {
  /** min a + b, a + 2 b >= 0; both from -5000 to 5000, and neither is what the other leaves. */
  const wide = (range = 5000): LinearProgram => {
    const builder = new ProgramBuilder();
    const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
    builder.addLevel({ name: "l", unit: "u" });
    const row = builder.addSideRow({ lower: 0, upper: Infinity }, label);
    for (let column = 0; column < 2; column++) {
      builder.addCost(0, builder.addColumn({ lower: -range, upper: range }, label), 1);
      builder.addEntry(row, column, column + 1);
    }
    return builder.build();
  };

  const claims = (sum: number): EngineAnswer => ({
    status: "optimal",
    rawStatus: "ok",
    values: Float64Array.from([sum, 0]),
    dualBound: sum,
  });

  /** Answers in turn, with the configuration and the first value of the start that was given. */
  async function ask(answers: readonly EngineAnswer[], range?: number, proof: Engine["proof"] = "bound") {
    const { engine, asked } = engineOf(() => answers[asked.length - 1] ?? claims(0), proof);
    const result = await createCheckedSolver(engine)
      .solve(wide(range), { level: 0, limits: { relativeGap: 0 } })
      .catch((reason: unknown) => reason as Error);
    return { result, asked: asked.map(({ configuration, start }) => [configuration, start?.values?.[0]]) };
  }

  test("an optimum is asked for by the other configuration, from the point found", async () => {
    const { result, asked } = await ask([claims(0), claims(0)]);
    expect(result).toMatchObject({ termination: { reason: "optimal" }, primalBound: 0 });
    expect(asked).toEqual([[0, undefined], [1, 0]]); // prettier-ignore
    expect((await ask([claims(0), claims(0)], 500)).asked).toHaveLength(1);
  });

  test.each(["bound", "search"] as const)("a wrong optimum gives way to a better point (%s)", async (proof) => {
    const { result, asked } = await ask([claims(31), claims(0), claims(0)], undefined, proof);
    expect(result).toMatchObject({ termination: { reason: "optimal" }, primalBound: 0, dualBound: 0 });
    expect(asked).toEqual([[0, undefined], [1, 31], [0, 0]]); // prettier-ignore
  });

  test("ever better points, a claim that there is none and a broken answer are believed of no engine", async () => {
    const { result } = await ask([claims(31), claims(20), claims(10), claims(0)]);
    expect(result).toBeInstanceOf(SolverFailedError);
    expect((await ask([claims(31), INFEASIBLE])).result).toBeInstanceOf(SolverFailedError);
    expect((await ask([claims(31), { ...claims(0), values: Float64Array.of(0.5, 0) }])).result).toBeInstanceOf(
      SolverFailedError,
    );
  });

  test("without time for a second opinion there is a point and no proof", async () => {
    const stopped: EngineAnswer = { status: "stopped", limit: "time", rawStatus: "t", values: Float64Array.of(5, 0) };
    expect((await ask([claims(31), stopped])).result).toMatchObject({
      termination: { reason: "feasible", limit: "time" },
      primalBound: 5,
      dualBound: -Infinity,
      proof: "none",
      reproducible: false,
    });
    const nothing: EngineAnswer = { status: "stopped", limit: "node", rawStatus: "n", dualBound: 20 };
    expect((await ask([claims(31), nothing])).result).toMatchObject({
      termination: { reason: "feasible", limit: "node" },
      primalBound: 31,
      dualBound: -Infinity,
      relativeGap: Infinity,
    });
  });

  test("beyond what can be told apart an optimum and an infeasible are refused", async () => {
    expect((await ask([claims(0)], 60_000)).result).toMatchObject({ name: "UnsupportedModelError" });
    expect((await ask([INFEASIBLE, INFEASIBLE], 6e6)).result).toMatchObject({ name: "UnsupportedModelError" });
    expect((await ask([INFEASIBLE, INFEASIBLE], 60_000)).result).toMatchObject({
      termination: { reason: "infeasible" },
    });
  });

  test("coefficients near the greatest are a reason to ask again too", async () => {
    const { engine, asked } = engineOf(() => RIGHT);
    const program = knapsack();
    const large = {
      ...program,
      values: program.values.map((value) => value * 100_000),
      rowUpper: Float64Array.of(7e5),
    };
    const solver = createCheckedSolver(engine);
    expect(await solver.solve(large, { level: 0 })).toMatchObject({ primalBound: -13 });
    expect(asked.map(({ configuration }) => configuration)).toEqual([0, 1]);
    expect(await solver.solve(program, { level: 0 })).toMatchObject({ primalBound: -13 });
    expect(asked).toHaveLength(3);
  });
});
