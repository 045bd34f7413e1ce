import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { mustMove } from "../eligibility/decision.ts";
import type { Decision } from "../eligibility/decision.ts";
import type { Cell } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import { openBeyond } from "../instance/joined.ts";
import type { School } from "../instance/school.ts";
import type { ProgramBuilder } from "@lungang/program";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import { addJoinedArcs } from "./joined-arcs.ts";
import type { StartHeadcounts } from "./headcounts.ts";
import { isCounted } from "./headcounts.ts";

/**
 * Marks a missing column or node.
 *
 * @public
 */
export const ABSENT = -1;

/**
 * The flow network of one year (model sections 1.2 and 1.3): people, cells, schools and the county.
 *
 * Leaving is an arc from the cell to the person, a move an arc from the person to the cell entered; a shortfall enters
 * a cell from its school and an overage leaves it to the school; the same holds between schools and the county. Cells
 * and schools that no move touches are constants and have no nodes.
 *
 * Shapes: people, cells, schools and moves as their names say; {@link ABSENT} where there is none.
 */
export interface Network {
  /** Column of leaving the present post, by person. */
  readonly leave: Int32Array;
  /** Column of each candidate move. */
  readonly move: Int32Array;
  /** Columns by cell: heads missing, heads beyond the demand. */
  readonly shortfall: Int32Array;
  readonly overage: Int32Array;
  /** Columns of the heads beyond whole loads that joined posts lack together. Shapes: one entry for posts joined together. */
  readonly joinedShortfall: Int32Array;
  /** Column of the head beyond whole loads that a joined post has, by cell. */
  readonly joinedHead: Int32Array;
  /** Columns by school: heads below and above the establishment, or below and above 0 where there is none. */
  readonly under: Int32Array;
  readonly over: Int32Array;
  /** Columns of the heads that a place lacks, by place, where shortfalls are parted. */
  readonly parts?: readonly (readonly ShortfallPart[])[];
}

/** An arc that some of the heads missing at a place pass through; `head` is the first of them, counted from 1. */
export interface ShortfallPart {
  readonly column: number;
  readonly head: number;
}

/**
 * Places within schools whose shortfalls pass through arcs of their own, so that every further head may cost more: a node
 * between the school and the cells of the place, and side by side from school to node one arc for each run of heads.
 */
export interface PartedShortfall {
  /** {@link NONE} for cells whose shortfall is not parted. Shapes: one entry a cell. */
  readonly placeOf: Int32Array;
  /** Heads that each place needs, and the first heads of its runs. Shapes: one entry a place. */
  readonly need: readonly number[];
  readonly runs: readonly (readonly number[])[];
}

/** What the network is built from. */
export interface NetworkInput {
  readonly eligibility: DecidedCounty;
  readonly moves: CandidateMoves;
  readonly start: StartHeadcounts;
  readonly builder: ProgramBuilder;
  /** @defaultValue shortfalls are not parted */
  readonly parted?: PartedShortfall | undefined;
}

interface Nodes {
  readonly person: Int32Array;
  readonly cell: Int32Array;
  readonly school: Int32Array;
  /** Shapes: one entry for posts joined together. */
  readonly joined: Int32Array;
  readonly county: number;
}

/** Builds nodes and arcs and returns where they are. */
export function buildNetwork(input: NetworkInput): Network {
  const { eligibility, moves } = input;
  const nodes = addNodes(input);
  const network: Network = {
    leave: addLeaving(input, nodes),
    move: addMoves(input, nodes),
    ...addCellArcs(input, nodes),
    ...addSchoolArcs(input, nodes),
  };
  balanceCounty(input, nodes);
  if (network.move.length !== moves.count || network.leave.length !== eligibility.county.persons.length) {
    throw new RangeError("Cannot build the network: columns are missing");
  }
  return network;
}

/** Returns whether a person has columns: someone who may or must leave the present post. */
function isMover({ moves, eligibility }: NetworkInput, person: number): boolean {
  const { standing } = eligibility.decisions[person] as Decision;
  return (moves.starts[person + 1] as number) > (moves.starts[person] as number) || mustMove(standing);
}

/** Cell whose headcount falls when the person leaves; none for recruits and people who use no headcount. */
export function originCell({ eligibility }: Pick<NetworkInput, "eligibility">, person: number): number {
  return isCounted(eligibility, person) ? (eligibility.county.cellOf[person] as number) : NONE;
}

function addNodes(input: NetworkInput): Nodes {
  const { eligibility, moves, builder, start } = input;
  const { county } = eligibility;
  const group = (rule: string, subjectKind: string) => builder.group({ rule, source: "", subjectKind });
  const person = new Int32Array(county.persons.length).fill(ABSENT);
  const cell = new Int32Array(county.cells.length).fill(ABSENT);
  const school = new Int32Array(county.schools.length).fill(ABSENT);
  const persons = group("person", "person");
  const touched = new Uint8Array(county.cells.length);
  for (let i = 0; i < person.length; i++) {
    if (!isMover(input, i)) continue;
    person[i] = builder.addNode(0, { group: persons, subject: i });
    const origin = originCell(input, i);
    if (origin !== NONE) touched[origin] = 1;
  }
  for (const target of moves.cell) touched[target] = 1;
  // Joined posts are looked at together.
  const open = county.joined.map(({ cells }) => cells.some((index) => touched[index] === 1));
  for (const [at, { cells }] of county.joined.entries())
    if (open[at] === true) for (const index of cells) touched[index] = 1;
  const cells = group("cell", "cell");
  const schools = group("school", "school");
  const gap = new Int32Array(county.schools.length);
  county.cells.forEach(({ demand, school: at }, index) => {
    if (touched[index] !== 1) return;
    const missing = demand - (start.cells[index] as number);
    cell[index] = builder.addNode(missing, { group: cells, subject: index });
    gap[at] = (gap[at] as number) + missing;
    school[at] = 0;
  });
  const joined = Int32Array.from(county.joined, ({ cells: own, heads }, at) => {
    const [first] = own;
    if (open[at] !== true || first === undefined) return ABSENT;
    const { school: place } = county.cells[first] as Cell;
    gap[place] = (gap[place] as number) + heads;
    return builder.addNode(heads, { group: group("joined", "cell"), subject: first });
  });
  county.schools.forEach((entry, index) => {
    if (school[index] === ABSENT) return;
    const capacity = establishmentOf(entry) - (start.working[index] as number) - (gap[index] as number);
    school[index] = builder.addNode(capacity, { group: schools, subject: index });
  });
  return { person, cell, school, joined, county: builder.addNode(0, { group: group("county", "county"), subject: 0 }) };
}

/** Returns the establishment of a school, 0 where it is unknown: the arcs then count the headcount itself. */
function establishmentOf(school: School): number {
  return school.establishment ?? 0;
}

function addLeaving(input: NetworkInput, nodes: Nodes): Int32Array {
  const { eligibility, builder } = input;
  const label = builder.group({ rule: "leave", source: "", subjectKind: "person" });
  return Int32Array.from(eligibility.decisions, (_decision, person) => {
    const to = nodes.person[person] as number;
    if (to === ABSENT) return ABSENT;
    const origin = originCell(input, person);
    const from = origin === NONE ? nodes.county : (nodes.cell[origin] as number);
    return builder.addArc({ from, to }, { lower: 0, upper: 1 }, { group: label, subject: person });
  });
}

function addMoves({ moves, builder, eligibility }: NetworkInput, nodes: Nodes): Int32Array {
  const label = builder.group({ rule: "move", source: "", subjectKind: "move" });
  return moves.cell.map((cell, move) => {
    const person = moves.person[move] as number;
    const to = isCounted(eligibility, person) ? (nodes.cell[cell] as number) : nodes.county;
    const ends = { from: nodes.person[person] as number, to };
    return builder.addArc(ends, { lower: 0, upper: 1 }, { group: label, subject: move });
  });
}

function addCellArcs(input: NetworkInput, nodes: Nodes) {
  const { builder, eligibility, start, moves } = input;
  const { cells } = eligibility.county;
  const arriving = new Int32Array(cells.length);
  for (const cell of moves.cell) arriving[cell] = (arriving[cell] as number) + 1;
  const short = builder.group({ rule: "shortfall", source: "", subjectKind: "cell" });
  const over = builder.group({ rule: "overage", source: "", subjectKind: "cell" });
  const shortfall = new Int32Array(cells.length).fill(ABSENT);
  const overage = new Int32Array(cells.length).fill(ABSENT);
  const { parts, via } = addParts(input, nodes);
  cells.forEach(({ school, demand }, index) => {
    const node = nodes.cell[index] as number;
    if (node === ABSENT) return;
    const parent = nodes.school[school] as number;
    const most = (start.cells[index] as number) + (arriving[index] as number);
    shortfall[index] = builder.addArc(
      { from: via.get(index) ?? parent, to: node },
      { lower: 0, upper: demand },
      { group: short, subject: index },
    );
    overage[index] = builder.addArc(
      { from: node, to: parent },
      { lower: 0, upper: most },
      { group: over, subject: index },
    );
  });
  const joined = addJoinedArcs(builder, eligibility.county, {
    cells: nodes.cell,
    joined: nodes.joined,
    from: (cell) => via.get(cell) ?? (nodes.school[(cells[cell] as Cell).school] as number),
  });
  return { shortfall, overage, ...joined, ...(parts === undefined ? {} : { parts }) };
}

interface PartedArcs {
  readonly parts?: readonly (readonly ShortfallPart[])[];
  /** Nodes that shortfalls come from, by cell; from the school where there is none. */
  readonly via: ReadonlyMap<number, number>;
}

/** Puts a node and its arcs between the school and the cells of every place that moves can change. */
function addParts({ parted, eligibility, builder, start }: NetworkInput, nodes: Nodes): PartedArcs {
  const via = new Map<number, number>();
  if (parted === undefined) return { via };
  const { cells, joined } = eligibility.county;
  const open = parted.need.map((): number[] => []);
  const fixed = parted.need.map(() => 0);
  cells.forEach(({ demand }, cell) => {
    const place = parted.placeOf[cell] as number;
    if (place === NONE) return;
    if (nodes.cell[cell] !== ABSENT) (open[place] as number[]).push(cell);
    else fixed[place] = (fixed[place] as number) + Math.max(0, demand - (start.cells[cell] as number));
  });
  joined.forEach(({ cells: [first = NONE] }, at) => {
    const place = parted.placeOf[first] ?? NONE;
    if (place === NONE || nodes.joined[at] !== ABSENT) return;
    fixed[place] = (fixed[place] as number) + openBeyond(eligibility.county, start.cells, at);
  });
  const group = builder.group({ rule: "shortfallPart", source: "", subjectKind: "cell" });
  const parts = open.map((own, place): readonly ShortfallPart[] => {
    const [subject] = own;
    if (subject === undefined) return [];
    const to = builder.addNode(0, { group, subject });
    for (const cell of own) via.set(cell, to);
    const from = nodes.school[(cells[subject] as Cell).school] as number;
    const limits = { fixed: fixed[place] as number, need: parted.need[place] as number };
    return runsBeyond(parted.runs[place] as readonly number[], limits).map(({ head, heads }) => ({
      head,
      column: builder.addArc({ from, to }, { lower: 0, upper: heads }, { group, subject }),
    }));
  });
  return { parts, via };
}

/** Returns the runs of missing heads, as first head and length, without the heads that are missing whoever moves. */
export function runsBeyond(
  runs: readonly number[],
  { fixed, need }: { readonly fixed: number; readonly need: number },
): readonly { readonly head: number; readonly heads: number }[] {
  return runs.flatMap((first, k) => {
    const [head, end] = [Math.max(first, fixed + 1), runs[k + 1] ?? need + 1];
    return head < end ? [{ head, heads: end - head }] : [];
  });
}

function addSchoolArcs({ builder, eligibility, start, moves }: NetworkInput, nodes: Nodes) {
  const { schools, cells } = eligibility.county;
  const arriving = new Int32Array(schools.length);
  for (const cell of moves.cell) {
    const at = (cells[cell] as Cell).school;
    arriving[at] = (arriving[at] as number) + 1;
  }
  const below = builder.group({ rule: "underEstablishment", source: "", subjectKind: "school" });
  const above = builder.group({ rule: "overEstablishment", source: "", subjectKind: "school" });
  const under = new Int32Array(schools.length).fill(ABSENT);
  const over = new Int32Array(schools.length).fill(ABSENT);
  schools.forEach((school, index) => {
    const node = nodes.school[index] as number;
    if (node === ABSENT) return;
    const most = (start.working[index] as number) + (arriving[index] as number);
    const label = { subject: index };
    const parent = nodes.county;
    under[index] = builder.addArc(
      { from: parent, to: node },
      { lower: 0, upper: establishmentOf(school) },
      { group: below, ...label },
    );
    over[index] = builder.addArc({ from: node, to: parent }, { lower: 0, upper: most }, { group: above, ...label });
  });
  return { under, over };
}

/** The county closes the circulation: its net inflow is what all other nodes lack. */
function balanceCounty({ builder }: NetworkInput, nodes: Nodes): void {
  builder.shiftNode(nodes.county, -builder.totalNetInflow());
}
