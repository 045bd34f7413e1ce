import type { Level, LinearProgram } from "@lungang/program";
import type { ProgramGraph } from "./flow-graph.ts";
import { flowGraph, picked } from "./flow-graph.ts";
import { FlowTotals } from "./flow-totals.ts";
import { NetworkSimplex } from "./network-simplex.ts";
import type { SidePart } from "./side-rows.ts";
import { sideCosts, sidePart } from "./side-rows.ts";

/** A program taken apart, and the flow at hand. */
export interface FlowParts {
  readonly program: LinearProgram;
  readonly network: ProgramGraph;
  readonly side: SidePart;
  readonly simplex: NetworkSimplex;
  readonly totals: FlowTotals;
}

/**
 * Takes a program apart; returns nothing if it has no flow network. The totals are those of a level; the flow starts at
 * a point, if one is known.
 */
export function flowParts(program: LinearProgram, level: Level, point?: Float64Array): FlowParts | undefined {
  const network = flowGraph(program);
  if (network === undefined) return undefined;
  const side = sidePart(program, network);
  const simplex = new NetworkSimplex(network.graph, point && picked(point, network.arcColumn));
  const totals = new FlowTotals(side, sideCosts(level, side, network), simplex);
  return { program, network, side, simplex, totals };
}
