import type { LinearProgram } from "@lungang/program";
import { ROW_NODE } from "@lungang/program";

/**
 * A flow network: inflow less outflow of every node is given, every arc has bounds.
 *
 * The ground is one more node, number `nodeCount`; it stands for the missing end of an arc and balances itself.
 * Shapes: nodes and arcs as their names say; `tail` and `head` hold nodes or the ground.
 */
export interface FlowGraph {
  readonly nodeCount: number;
  readonly arcCount: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Net inflow that each node asks for. */
  readonly inflow: Float64Array;
}

/** A flow network and where it lies in a program. */
export interface ProgramGraph {
  readonly graph: FlowGraph;
  /** Shapes: one column an arc. */
  readonly arcColumn: Int32Array;
  /** Shapes: one arc a column, -1 for columns outside the network. */
  readonly columnArc: Int32Array;
  /** Columns outside the network, by number. */
  readonly otherColumns: Int32Array;
  /** Shapes: one row a node. */
  readonly nodeRow: Int32Array;
}

/**
 * Returns the flow network that the node rows of a program form, or nothing if there is none that the kernel can use:
 * arcs are integer columns with a finite lower bound, and all bounds and right sides are integers.
 */
export function flowGraph(program: LinearProgram): ProgramGraph | undefined {
  const rowNode = new Int32Array(program.rowCount).fill(-1);
  const nodeRow: number[] = [];
  for (let row = 0; row < program.rowCount; row++) {
    if (program.rowKinds[row] !== ROW_NODE) continue;
    if (!Number.isInteger(program.rowLower[row]) || program.rowLower[row] !== program.rowUpper[row]) return undefined;
    rowNode[row] = nodeRow.length;
    nodeRow.push(row);
  }
  const ends = arcEnds(program, rowNode, nodeRow.length);
  if (ends === undefined || ends.arcColumn.length === 0) return undefined;
  const { arcColumn, columnArc, otherColumns, tail, head } = ends;
  const bounds = arcBounds(program, arcColumn);
  if (bounds === undefined) return undefined;
  const inflow = picked(program.rowLower, nodeRow);
  const graph: FlowGraph = { nodeCount: nodeRow.length, arcCount: arcColumn.length, tail, head, ...bounds, inflow };
  return { graph, arcColumn, columnArc, otherColumns, nodeRow: Int32Array.from(nodeRow) };
}

/** Copies the entries at some places. */
export function picked(values: Float64Array, places: ArrayLike<number>): Float64Array {
  const chosen = new Float64Array(places.length);
  for (let k = 0; k < chosen.length; k++) chosen[k] = values[places[k] as number] as number;
  return chosen;
}

type ArcEnds = Omit<ProgramGraph, "graph" | "nodeRow"> & Pick<FlowGraph, "tail" | "head">;

/** Returns the columns that are arcs with their ends, or nothing where a column is no arc. */
function arcEnds(program: LinearProgram, rowNode: Int32Array, ground: number): ArcEnds | undefined {
  const { starts, rows, values, columnCount } = program;
  const arcColumn = new Int32Array(columnCount);
  const columnArc = new Int32Array(columnCount).fill(-1);
  const otherColumns = new Int32Array(columnCount);
  const tails = new Int32Array(columnCount);
  const heads = new Int32Array(columnCount);
  let count = 0;
  for (let column = 0; column < columnCount; column++) {
    const end = starts[column + 1] as number;
    let tail = ground;
    let head = ground;
    for (let entry = starts[column] as number; entry < end; entry++) {
      const node = rowNode[rows[entry] as number] as number;
      if (node < 0) continue;
      const value = values[entry] as number;
      if (value === 1 && head === ground) head = node;
      else if (value === -1 && tail === ground) tail = node;
      else return undefined;
    }
    if (tail === head) {
      otherColumns[column - count] = column;
      continue;
    }
    columnArc[column] = count;
    arcColumn[count] = column;
    tails[count] = tail;
    heads[count++] = head;
  }
  return {
    arcColumn: arcColumn.subarray(0, count),
    columnArc,
    otherColumns: otherColumns.subarray(0, columnCount - count),
    tail: tails.subarray(0, count),
    head: heads.subarray(0, count),
  };
}

/** Returns the bounds of arcs, or nothing where one cannot be used. */
function arcBounds(
  { integer, columnLower, columnUpper }: LinearProgram,
  arcColumn: Int32Array,
): Pick<FlowGraph, "lower" | "upper"> | undefined {
  const lower = new Float64Array(arcColumn.length);
  const upper = new Float64Array(arcColumn.length);
  for (let arc = 0; arc < lower.length; arc++) {
    const column = arcColumn[arc] as number;
    const least = columnLower[column] as number;
    const most = columnUpper[column] as number;
    const isIntegerUpper = Number.isInteger(most) || most === Infinity;
    if (!isIntegerUpper || !Number.isInteger(least) || integer[column] !== 1) return undefined;
    lower[arc] = least;
    upper[arc] = most;
  }
  return { lower, upper };
}
