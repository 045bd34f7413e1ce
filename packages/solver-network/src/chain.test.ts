import type { LinearProgram, Solver } from "@lungang/program";
import { hasIncumbent, pricedBound, solveChain } from "@lungang/program";
import { loadInstance, programOf } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { policyDocument } from "@lungang/policies";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { generateCounty } from "@lungang/synthetic";
import { Draws, networkProgram, seedOf, SIDE_ROW_KINDS } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import { createNetworkSolver } from "./node.ts";

const highs = createHighsSolver();
const network = createNetworkSolver({ finisher: createHighsSolver(), fewColumns: 0, checkInvariants: true });

afterAll(() => Promise.all([highs.close(), network.close()]));

async function chainOf(program: LinearProgram, solver: Solver) {
  const { status, levels } = await solveChain(program, { solver, relativeGap: 0 });
  return { status, levels: levels.map(({ name, value, dualBound }) => ({ name, value, dualBound })) };
}

function countyProgram(seed: string): LinearProgram {
  const instance = loadInstance(generateCounty({ seed, schools: 15 }));
  const policy = resolvePolicy(policyDocument("yulin-notice"), {
    settings: { exchangeScope: "county", candidateLimit: "10", document74Exemptions: "pregnancy" },
  });
  if (!instance.ok || !policy.ok) throw new Error("wanted an instance and a policy");
  const program = programOf(instance.value, policy.value);
  if (!program.ok) throw new Error(JSON.stringify(program.issues));
  return program.value;
}

describe("a chain of levels has the same values by network and by highs", () => {
  test.each(SIDE_ROW_KINDS)("on small networks with side rows: %s", async (kind) => {
    for (let k = 0; k < 8; k++) {
      const program = networkProgram(kind, new Draws(seedOf(7, k)));
      expect(await chainOf(program, network)).toEqual(await chainOf(program, highs));
    }
  });

  test.each(["a", "b"])("on all levels of county %s", async (seed) => {
    const program = countyProgram(seed);
    expect(await chainOf(program, network)).toEqual(await chainOf(program, highs));
  });

  test("the row prices of an integer solve prove a bound near its own, with cuts and bounds too", async () => {
    const program = countyProgram("a");
    const numberOf = (wanted: string) => program.levels.findIndex(({ name }) => name === wanted);
    const [first, second] = [numberOf("shortfall"), numberOf("establishment")];
    const [shortfall, establishment] = [program.levels[first], program.levels[second]];
    if (shortfall === undefined || establishment === undefined) throw new Error("wanted both levels");
    const columns = Int32Array.from(shortfall.cost.keys()).filter((column) => shortfall.cost[column] !== 0);
    const values = Float64Array.from(columns, (column) => shortfall.cost[column] ?? 0);
    const columnUpper = program.columnUpper.map((upper, column) => (program.levels[0]?.cost[column] ? 0 : upper));
    const best = await network.solve(program, { level: first, columnUpper, limits: { relativeGap: 0 } });
    const cuts = [{ lower: -Infinity, upper: best.primalBound - shortfall.offset, columns, values }];
    const result = await network.solve(program, { level: second, cuts, columnUpper, limits: { relativeGap: 0 } });
    if (!hasIncumbent(result) || result.rowPrices === undefined) throw new Error(`wanted prices: ${result.rawStatus}`);
    const rules = { program, columnLower: program.columnLower, columnUpper, cuts, relaxation: true };
    const { bound } = pricedBound(rules, establishment, result.rowPrices);
    expect(bound).toBeLessThanOrEqual(result.primalBound);
    expect(bound).toBeGreaterThan(0.9 * result.primalBound);
    expect(result.rawStatus).toContain("evaluations");
  });
});

describe("hints from an earlier solve", () => {
  const evaluations = (rawStatus: string) => Number(/^(\d+) evaluation/.exec(rawStatus)?.[1]);

  async function solved(program: LinearProgram, start = {}) {
    const result = await network.solve(program, { level: 1, limits: { relativeGap: 0 }, start });
    if (!hasIncumbent(result) || result.rowPrices === undefined) throw new Error(`wanted prices: ${result.rawStatus}`);
    const { values, rowPrices, primalBound, dualBound, rawStatus } = result;
    return { start: { values, rowPrices }, bounds: [primalBound, dualBound], evaluations: evaluations(rawStatus) };
  }

  test("the same program is answered at once", async () => {
    const program = countyProgram("b");
    const first = await solved(program);
    const again = await solved(program, first.start);
    expect(again.bounds).toEqual(first.bounds);
    expect(first.evaluations).toBeGreaterThan(2);
    expect(again.evaluations).toBe(1);
  });

  test("a point that a change has broken and wrong prices change no answer", async () => {
    const program = countyProgram("a");
    const { start } = await solved(program);
    const { groups, groupOf } = program.columnLabels;
    const isMove = (column: number) => groups[groupOf[column] ?? 0]?.subjectKind === "move";
    const moves = [...start.values.keys()].filter((column) => isMove(column) && start.values[column] === 1);
    const entries = (column: number) => program.rows.subarray(program.starts[column], program.starts[column + 1]);
    const count = new Int32Array(program.rowCount);
    for (const row of program.rows) count[row] = (count[row] ?? 0) + 1;
    // Somebody who has to move somewhere keeps other places to go to.
    const closed = new Set(moves.filter((column) => entries(column).every((row) => (count[row] ?? 0) > 8)).slice(0, 6));
    expect(closed.size).toBeGreaterThan(3);
    const columnUpper = program.columnUpper.map((upper, column) => (closed.has(column) ? 0 : upper));
    const changed = { ...program, columnUpper };
    const wanted = await highs.solve(changed, { level: 1, limits: { relativeGap: 0 } });
    const prices = { ...start, rowPrices: start.rowPrices.map((price, row) => (row % 3 === 0 ? -price - 5 : price)) };
    expect((await solved(changed, start)).bounds).toEqual([wanted.primalBound, wanted.dualBound]);
    expect((await solved(changed, prices)).bounds).toEqual([wanted.primalBound, wanted.dualBound]);
  });
});

describe("what is no network goes to the finisher, and the result says so", () => {
  const network = networkProgram("quota", new Draws(1));

  test.each([
    ["a program without node rows", { ...network, rowKinds: network.rowKinds.map(() => 1) }, {}, "no network"],
    ["a relaxation", network, { relaxation: true }, "relaxation"],
    ["a question for any point", network, { limits: { relativeGap: 1 } }, "any point"],
  ] as const)("%s", async (_name, program, options, why) => {
    const solver = createNetworkSolver({ finisher: highs, fewColumns: 0 });
    const { rawStatus } = await solver.solve(program, { level: 0, ...options });
    expect(rawStatus).toContain(`highs alone (${why}`);
  });

  test("a program of few columns, unless told otherwise", async () => {
    const { rawStatus } = await createNetworkSolver({ finisher: highs }).solve(network, { level: 0 });
    expect(rawStatus).toContain("few columns");
  });
});
