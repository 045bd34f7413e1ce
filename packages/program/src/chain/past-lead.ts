import type { ChainOptions } from "./chain-types.ts";

/** Nodes of a level that decides nothing any more. */
const NODES_PAST_LEAD = 100;

/** Returns whether some level has another value than at the point that a chain is compared with. */
export function isPastLead(values: readonly number[], comparedWith: ChainOptions["comparedWith"]): boolean {
  return comparedWith !== undefined && values.some((value, number) => value !== comparedWith[number]);
}

/** Returns the nodes that the next level of a chain gets. */
export function nodesOf(
  { nodes, comparedWith }: Pick<ChainOptions, "nodes" | "comparedWith">,
  values: readonly number[],
): number | undefined {
  return isPastLead(values, comparedWith) ? Math.min(nodes ?? Infinity, NODES_PAST_LEAD) : nodes;
}
