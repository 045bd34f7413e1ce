import type { LinearProgram } from "@lungang/core";
import { ROW_NODE } from "@lungang/core";

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
  const { arcColumn, tail, head } = ends;
  const columnArc = new Int32Array(program.columnCount).fill(-1);
  arcColumn.forEach((column, arc) => (columnArc[column] = arc));
  const graph: FlowGraph = {
    nodeCount: nodeRow.length,
    arcCount: arcColumn.length,
    tail,
    head,
    lower: picked(program.columnLower, arcColumn),
    upper: picked(program.columnUpper, arcColumn),
    inflow: picked(program.rowLower, nodeRow),
  };
  return { graph, arcColumn, columnArc, nodeRow: Int32Array.from(nodeRow) };
}

function picked(values: Float64Array, places: ArrayLike<number>): Float64Array {
  const chosen = new Float64Array(places.length);
  for (let k = 0; k < chosen.length; k++) chosen[k] = values[places[k] as number] as number;
  return chosen;
}

type ArcEnds = Pick<ProgramGraph, "arcColumn"> & Pick<FlowGraph, "tail" | "head">;

/** Returns the columns that are arcs with their ends, or nothing where a column is no arc that can be used. */
function arcEnds(program: LinearProgram, rowNode: Int32Array, ground: number): ArcEnds | undefined {
  const { starts, rows, values, columnCount } = program;
  const arcColumn = new Int32Array(columnCount);
  const tails = new Int32Array(columnCount);
  const heads = new Int32Array(columnCount);
  let count = 0;
  for (let column = 0; column < columnCount; column++) {
    let tail = ground;
    let head = ground;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const node = rowNode[rows[entry] as number] as number;
      if (node < 0) continue;
      if (values[entry] === 1 && head === ground) head = node;
      else if (values[entry] === -1 && tail === ground) tail = node;
      else return undefined;
    }
    if (tail === head) continue;
    if (!isUsableArc(program, column)) return undefined;
    arcColumn[count] = column;
    tails[count] = tail;
    heads[count++] = head;
  }
  return { arcColumn: arcColumn.slice(0, count), tail: tails.slice(0, count), head: heads.slice(0, count) };
}

function isUsableArc(program: LinearProgram, column: number): boolean {
  const upper = program.columnUpper[column] as number;
  const isIntegerUpper = Number.isInteger(upper) || upper === Infinity;
  return program.integer[column] === 1 && Number.isInteger(program.columnLower[column]) && isIntegerUpper;
}
