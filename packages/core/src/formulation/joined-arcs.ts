import type { ProgramBuilder } from "@lungang/program";
import type { County } from "../instance/county.ts";

/** Stands for a column that is not there; see `ABSENT` of the network. */
const NO_COLUMN = -1;

/** Nodes between which joined posts have arcs. */
export interface JoinedNodes {
  /** By cell, and by posts joined together; -1 where there is none. */
  readonly cells: Int32Array;
  readonly joined: Int32Array;
  /** Node that a shortfall comes from, by cell. */
  readonly from: (cell: number) => number;
}

/**
 * Lets each joined post give one head beyond whole loads to what they need together, and the school what is missing of it
 * (model N8). Shapes: `joinedHead` one entry a cell, `joinedShortfall` one for posts joined together.
 */
export function addJoinedArcs(builder: ProgramBuilder, { cells, joined }: County, nodes: JoinedNodes) {
  const label = (rule: string, subject: number) => ({
    group: builder.group({ rule, source: "", subjectKind: "cell" }),
    subject,
  });
  const joinedHead = new Int32Array(cells.length).fill(NO_COLUMN);
  const joinedShortfall = Int32Array.from(joined, ({ cells: own, heads }, at) => {
    const to = nodes.joined[at] as number;
    const [first] = own;
    if (to < 0 || first === undefined) return NO_COLUMN;
    for (const index of own) {
      const ends = { from: nodes.cells[index] as number, to };
      joinedHead[index] = builder.addArc(ends, { lower: 0, upper: 1 }, label("joinedHead", index));
    }
    return builder.addArc({ from: nodes.from(first), to }, { lower: 0, upper: heads }, label("joinedShortfall", first));
  });
  return { joinedHead, joinedShortfall };
}
