import type { RestrictedProgram, SolveOptions, SolveResult } from "@lungang/program";
import { fixByReducedCost, hasIncumbent, restrictProgram } from "@lungang/program";
import type { GapState } from "./gap-state.ts";
import type { PriceLoop } from "./price-loop.ts";
import type { Box, Proof } from "./proof.ts";

/** Nodes of a search among the columns that flows have used. */
export const NODES_OF_USED = 100;
/** What two points may differ by where they carry the same. */
const SAME = 1e-6;
/** Ends an integer solve when nothing a whole step better can exist. */
const ALMOST_ONE = 0.999;

/** How an integer program on some columns ended, and the bound that it proves for points better than the incumbent. */
export interface IntegerEnd {
  readonly verdict: "infeasible" | "solved" | "stopped";
  readonly bound: number;
}

/** Integer programs on some columns, solved by the finisher; their points are offered. */
export class IntegerPrograms {
  readonly #state: GapState;
  readonly #loop: PriceLoop;

  constructor(state: GapState, loop: PriceLoop) {
    this.#state = state;
    this.#loop = loop;
  }

  /** Looks for a point among the columns that good flows and the incumbent use. */
  async search(box: Box): Promise<void> {
    const state = this.#state;
    const { program, incumbent } = state;
    const { columnLower } = box;
    const columnUpper = box.columnUpper.slice();
    this.#loop.lagrangian.network.arcColumn.forEach((column) => {
      if (this.#loop.isUsed(column)) return;
      const lower = columnLower[column] as number;
      if (incumbent === undefined || incumbent[column] === lower) columnUpper[column] = lower;
    });
    const small = restrictProgram(program, { columnLower, columnUpper });
    if (small.brokenRow >= 0) return;
    const result = await this.#solve(small, box, { nodes: NODES_OF_USED, trial: true });
    state.said.push(`search on ${small.program.columnCount} used columns: ${result.rawStatus}`);
    if (hasIncumbent(result)) state.offer(small.expand(result.values));
    if (!("limit" in result.termination) || result.termination.limit === "node") return;
    state.noteLimit(result);
  }

  /** Looks for a point between the incumbent and a point of the relaxation: where arcs carry the same, they stay as they are. */
  async between(box: Box, point: Float64Array): Promise<void> {
    const state = this.#state;
    const { program, incumbent } = state;
    if (incumbent === undefined || !isInside(incumbent, box)) return;
    const columnLower = box.columnLower.slice();
    const columnUpper = box.columnUpper.slice();
    this.#loop.lagrangian.network.arcColumn.forEach((column) => {
      const carried = incumbent[column] as number;
      if (Math.abs((point[column] as number) - carried) > SAME) return;
      columnLower[column] = carried;
      columnUpper[column] = carried;
    });
    const small = restrictProgram(program, { columnLower, columnUpper });
    if (small.brokenRow >= 0) return;
    const result = await this.#solve(small, { columnLower, columnUpper }, { nodes: NODES_OF_USED, trial: true });
    state.said.push(`search on ${small.program.columnCount} columns between two points: ${result.rawStatus}`);
    if (hasIncumbent(result)) state.offer(small.expand(result.values));
    if (!("limit" in result.termination) || result.termination.limit === "node") return;
    state.noteLimit(result);
  }

  /** Solves the program on the columns whose reduced cost is within a room. */
  async within(proof: Proof, room: number, purpose: "search" | "proof"): Promise<IntegerEnd> {
    const state = this.#state;
    const { program } = state;
    const { columnLower: lower, columnUpper: upper, reducedCosts } = proof;
    const keep = isInside(state.incumbent, proof) ? state.incumbent : undefined;
    const face = fixByReducedCost(
      { lower, upper, cuts: [] },
      { reducedCosts },
      { room, keep, integer: program.integer },
    );
    const small = restrictProgram(program, { columnLower: face.lower, columnUpper: face.upper });
    if (small.brokenRow >= 0) return { verdict: "infeasible", bound: Infinity };
    const result = await this.#solve(small, proof, { trial: purpose === "search" });
    state.said.push(`${purpose} on ${small.program.columnCount} columns: ${result.rawStatus}`);
    if (result.termination.reason === "infeasible") return { verdict: "infeasible", bound: Infinity };
    if (hasIncumbent(result)) state.offer(small.expand(result.values));
    state.noteLimit(result);
    return { verdict: "limit" in result.termination ? "stopped" : "solved", bound: result.dualBound };
  }

  #solve(
    small: RestrictedProgram,
    box: Box,
    most: { readonly nodes?: number; readonly trial?: boolean } = {},
  ): Promise<SolveResult> {
    const { settings } = this.#state;
    const options = this.#options(small, box);
    const nodes = Math.min(options.limits?.nodes ?? Infinity, most.nodes ?? Infinity);
    const hasLimit = Number.isFinite(nodes) && settings.finisher.capabilities.nodeLimit;
    return settings.finisher.solve(small.program, {
      ...options,
      trial: most.trial ?? false,
      limits: { ...options.limits, ...(hasLimit ? { nodes } : {}) },
    });
  }

  #options(small: RestrictedProgram, box: Box): SolveOptions {
    const state = this.#state;
    const { task, step, incumbent } = state;
    const { relativeGap, absoluteGap } = task.limits;
    const { limits, ...rest } = state.solveLimits();
    return {
      level: 0,
      limits: { ...limits, relativeGap, absoluteGap: Math.max(absoluteGap, step * ALMOST_ONE) },
      ...rest,
      ...(incumbent !== undefined && isInside(incumbent, box) ? { start: { values: small.shrink(incumbent) } } : {}),
    };
  }
}

/** Returns whether there is a point and it keeps the bounds of a box. */
export function isInside(point: Float64Array | undefined, { columnLower, columnUpper }: Box): boolean {
  return (
    point?.every((x, column) => x >= (columnLower[column] as number) && x <= (columnUpper[column] as number)) ?? false
  );
}
