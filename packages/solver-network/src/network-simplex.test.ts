import type { LinearProgram } from "@lungang/program";
import { hasIncumbent, NO_NODE, ProgramBuilder } from "@lungang/program";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws, seedOf } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import type { ProgramGraph } from "./flow-graph.ts";
import { flowGraph } from "./flow-graph.ts";
import { NetworkSimplex } from "./network-simplex.ts";

const highs = createHighsSolver();
afterAll(() => highs.close());

interface Shape {
  readonly nodes: number;
  readonly arcs: number;
  /** Greatest upper bound of an arc. */
  readonly capacity: number;
}

/** Returns a network with two levels, some arcs with an open end, and inflows that are often, but not always, possible. */
function randomNetwork(draws: Draws, { nodes, arcs, capacity }: Shape): LinearProgram {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "test", source: "", subjectKind: "number" }), subject: 0 };
  for (const name of ["first", "second"]) builder.addLevel({ name, unit: "units" });
  const rows = Array.from({ length: nodes }, () => builder.addNode(0, label));
  const anyNode = () => (draws.chance(0.1) ? NO_NODE : (rows[draws.integer(0, nodes - 1)] as number));
  for (let arc = 0; arc < arcs; arc++) {
    const from = anyNode();
    const to = anyNode();
    if (from === to) continue;
    const lower = draws.chance(0.1) ? draws.integer(-1, 1) : 0;
    const column = builder.addArc({ from, to }, { lower, upper: lower + draws.integer(0, capacity) }, label);
    for (const level of [0, 1]) builder.addCost(level, column, draws.integer(-5, 20));
    // Half a flow along the arc keeps most networks feasible.
    const flow = draws.chance(0.3) ? lower + draws.integer(0, 1) : lower;
    if (from !== NO_NODE) builder.shiftNode(from, -flow);
    if (to !== NO_NODE) builder.shiftNode(to, flow);
  }
  return builder.build();
}

function costsOf({ arcColumn }: ProgramGraph, program: LinearProgram, level: number): Float64Array {
  return Float64Array.from(arcColumn, (column) => program.levels[level]?.cost[column] ?? 0);
}

/** Solves both levels in turn on one tree and compares with highs. */
async function expectAgreement(program: LinearProgram, where: string): Promise<void> {
  const network = flowGraph(program);
  if (network === undefined) throw new Error("wanted a network");
  const simplex = new NetworkSimplex(network.graph);
  for (const level of [0, 1]) {
    const wanted = await highs.solve(program, { level, limits: { relativeGap: 0 } });
    const costs = costsOf(network, program, level);
    const end = simplex.isFeasible ? simplex.solve(costs) : "infeasible";
    simplex.assertInvariants();
    const value = costs.reduce((sum, cost, arc) => sum + cost * (simplex.flow[arc] as number), 0);
    const got = end === "optimal" ? { where, end, value } : { where, end };
    const { reason } = wanted.termination;
    expect(got).toEqual(
      hasIncumbent(wanted) ? { where, end: reason, value: wanted.primalBound } : { where, end: reason },
    );
    if (end !== "optimal") return;
  }
}

describe("NetworkSimplex finds the flow of least cost", () => {
  test("on small random networks, some without a flow", async () => {
    for (let k = 0; k < 60; k++) {
      const draws = new Draws(seedOf(1, k));
      await expectAgreement(randomNetwork(draws, { nodes: 6, arcs: 14, capacity: 3 }), `network ${k}`);
    }
  });

  test("on networks of unit arcs, where most pivots move nothing", async () => {
    for (let k = 0; k < 20; k++) {
      const draws = new Draws(seedOf(2, k));
      await expectAgreement(randomNetwork(draws, { nodes: 40, arcs: 300, capacity: 1 }), `network ${k}`);
    }
  });

  test("and tells where the cost falls for ever", () => {
    const builder = new ProgramBuilder();
    const label = { group: builder.group({ rule: "test", source: "", subjectKind: "number" }), subject: 0 };
    const level = builder.addLevel({ name: "cost", unit: "units" });
    const a = builder.addNode(0, label);
    const b = builder.addNode(0, label);
    for (const [from, to] of [[a, b] as const, [b, a] as const]) {
      builder.addCost(level, builder.addArc({ from, to }, { lower: 0, upper: Infinity }, label), -1);
    }
    const program = builder.build();
    const network = flowGraph(program);
    expect(network).toBeDefined();
    if (network === undefined) return;
    expect(new NetworkSimplex(network.graph).solve(costsOf(network, program, 0))).toBe("unbounded");
  });
});

describe("NetworkSimplex starts from a flow", () => {
  test("keeps it, and is at the optimum at once where it is one", () => {
    let kept = 0;
    for (let k = 0; k < 60; k++) {
      const program = randomNetwork(new Draws(seedOf(3, k)), { nodes: 9, arcs: 30, capacity: 3 });
      const network = flowGraph(program) as ProgramGraph;
      const { graph } = network;
      const first = new NetworkSimplex(graph);
      if (!first.isFeasible || first.solve(costsOf(network, program, 0)) !== "optimal") continue;
      const flow = first.flow.slice(0, graph.arcCount);
      const again = new NetworkSimplex(graph, flow);
      again.assertInvariants();
      expect(again.isFeasible).toBe(true);
      expect(again.flow.slice(0, graph.arcCount)).toEqual(flow);
      const costs = costsOf(network, program, 0);
      expect(again.solve(costs)).toBe("optimal");
      const worth = (of: Float64Array): number => costs.reduce((sum, cost, arc) => sum + cost * (of[arc] as number), 0);
      expect(worth(again.flow)).toBe(worth(flow));
      // From there the other level costs what it costs from a start at rest.
      const others = costsOf(network, program, 1);
      const rested = new NetworkSimplex(graph);
      expect(again.solve(others)).toBe(rested.solve(others));
      const value = (of: Float64Array): number =>
        others.reduce((sum, cost, arc) => sum + cost * (of[arc] as number), 0);
      expect(value(again.flow)).toBe(value(rested.flow));
      again.assertInvariants();
      kept++;
    }
    expect(kept).toBeGreaterThan(20);
  });

  test.each([
    ["arcs between their bounds form a cycle", [1, 1]],
    ["it does not satisfy the nodes", [3, 3]],
  ])("starts at rest where %s", (_, flow) => {
    const graph = {
      nodeCount: 2,
      arcCount: 2,
      tail: Int32Array.of(0, 0),
      head: Int32Array.of(1, 1),
      lower: Float64Array.of(0, 0),
      upper: Float64Array.of(3, 3),
      inflow: Float64Array.of(-2, 2),
    };
    const simplex = new NetworkSimplex(graph, Float64Array.from(flow));
    simplex.assertInvariants();
    expect(simplex.isFeasible).toBe(true);
    expect(simplex.solve(Float64Array.of(1, 2))).toBe("optimal");
    expect([...simplex.flow.subarray(0, 2)]).toEqual([2, 0]);
  });
});

describe("flowGraph", () => {
  test("finds no network where an arc is continuous", () => {
    const builder = new ProgramBuilder();
    const label = { group: builder.group({ rule: "test", source: "", subjectKind: "number" }), subject: 0 };
    const node = builder.addNode(1, label);
    builder.addArc({ from: NO_NODE, to: node }, { lower: 0, upper: 2, integer: false }, label);
    expect(flowGraph(builder.build())).toBeUndefined();
  });
});
