import type { LinearProgram } from "@lungang/program";
import { NO_NODE, ProgramBuilder } from "@lungang/program";
import type { Draws } from "./random.ts";

/**
 * Kinds of rows that lie across a network of movers.
 *
 * @public
 */
export type SideRowKind = "quota" | "share" | "counts" | "caps" | "pair" | "balance" | "burden";

/**
 * All kinds, in the order in which {@link networkProgram} numbers them.
 *
 * @public
 */
export const SIDE_ROW_KINDS: readonly SideRowKind[] = ["quota", "share", "counts", "caps", "pair", "balance", "burden"];

const SCHOOLS = 3;
const SUBJECTS = 2;
/** Few enough for an exhaustive search. */
const MOVERS = 4;

interface Arc {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly marked: boolean;
}

interface Draft {
  readonly builder: ProgramBuilder;
  readonly label: { readonly group: number; readonly subject: number };
  readonly arcs: Arc[];
}

/**
 * Draws a small network: movers leave their cell for another school, cells take up what is short or over, and one kind
 * of side row lies across.
 *
 * Two levels: what is short or over, then the length of the moves.
 *
 * @public
 */
export function networkProgram(kind: SideRowKind, draws: Draws, movers = MOVERS): LinearProgram {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: kind, source: "", subjectKind: "number" }), subject: 0 };
  builder.addLevel({ name: "heads", unit: "heads" });
  builder.addLevel({ name: "metres", unit: "metres" });
  const cells = Array.from({ length: SCHOOLS * SUBJECTS }, () => builder.addNode(draws.integer(-1, 1), label));
  const draft: Draft = { builder, label, arcs: [] };
  for (let mover = 0; mover < movers; mover++) addMover(draft, cells, draws);
  const most = Math.max(2, Math.floor(movers / 2));
  // Last, so that exhaustive search meets the node equations with the movers already placed.
  for (const cell of cells) {
    const short = builder.addArc({ from: NO_NODE, to: cell }, { lower: 0, upper: most }, label);
    const over = builder.addArc({ from: cell, to: NO_NODE }, { lower: 0, upper: most }, label);
    builder.addCost(0, short, 2);
    builder.addCost(0, over, 1);
  }
  addSideRows[kind](draft, draws);
  return builder.build();
}

function addMover(draft: Draft, cells: readonly number[], draws: Draws): void {
  const { builder, label, arcs } = draft;
  const from = draws.integer(0, SCHOOLS - 1);
  const subject = draws.integer(0, SUBJECTS - 1);
  const marked = draws.chance(0.5);
  const person = builder.addNode(0, label);
  const forced = draws.chance(0.15) ? 1 : 0;
  builder.addArc({ from: cells[from * SUBJECTS + subject] as number, to: person }, { lower: forced, upper: 1 }, label);
  for (let to = 0; to < SCHOOLS; to++) {
    if (to === from) continue;
    const cell = cells[to * SUBJECTS + subject] as number;
    const column = builder.addArc({ from: person, to: cell }, { lower: 0, upper: 1 }, label);
    builder.addCost(1, column, draws.integer(1, 40) * 100);
    arcs.push({ column, from, to, marked });
  }
}

type AddRows = (draft: Draft, draws: Draws) => void;

const addSideRows: Readonly<Record<SideRowKind, AddRows>> = {
  quota: addQuota,
  share: addShare,
  counts: addCounts,
  caps: addCaps,
  pair: addPair,
  balance: addBalance,
  burden: addBurden,
};

function addQuota({ builder, label, arcs }: Draft, draws: Draws): void {
  const row = builder.addSideRow({ lower: draws.integer(1, 4), upper: Infinity }, label);
  for (const arc of arcs) builder.addEntry(row, arc.column, 1);
}

/** At least 3 of 10 movers are marked: 10 B - 3 T >= 0, and some move at all. */
function addShare(draft: Draft, draws: Draws): void {
  const { builder, label, arcs } = draft;
  addQuota(draft, draws);
  const row = builder.addSideRow({ lower: 0, upper: Infinity }, label);
  for (const arc of arcs) builder.addEntry(row, arc.column, arc.marked ? 7 : -3);
}

/** A share of two columns that count: T = all movers, B = marked ones, b B - a T >= 0. */
function addCounts({ builder, label, arcs }: Draft, draws: Draws): void {
  const count = (counted: readonly Arc[], least: number): number => {
    const column = builder.addColumn({ lower: least, upper: counted.length }, label);
    const row = builder.addSideRow({ lower: 0, upper: 0 }, label);
    builder.addEntry(row, column, -1);
    for (const arc of counted) builder.addEntry(row, arc.column, 1);
    return column;
  };
  const all = count(arcs, draws.integer(1, Math.max(3, Math.floor(arcs.length / 3))));
  const marked = count(
    arcs.filter((arc) => arc.marked),
    0,
  );
  // A relaxation then takes as few of them as the share allows, mostly a fraction.
  builder.addCost(1, marked, draws.integer(0, 30) * 100);
  builder.addCost(1, all, draws.integer(-30, 0) * 100);
  const parts = draws.integer(1, 3);
  const row = builder.addSideRow({ lower: 0, upper: Infinity }, label);
  builder.addEntry(row, marked, parts + draws.integer(1, 4));
  builder.addEntry(row, all, -parts);
}

function addCaps(draft: Draft, draws: Draws): void {
  const { builder, label, arcs } = draft;
  addQuota(draft, draws);
  for (let school = 0; school < SCHOOLS; school++) {
    const out = builder.addSideRow({ lower: 0, upper: draws.integer(0, 2) }, label);
    const into = builder.addSideRow({ lower: 0, upper: draws.integer(1, 2) }, label);
    for (const arc of arcs) {
      if (arc.from === school) builder.addEntry(out, arc.column, 1);
      if (arc.to === school) builder.addEntry(into, arc.column, 1);
    }
  }
}

function addPair({ builder, label, arcs }: Draft, draws: Draws): void {
  const slack = draws.integer(0, 1);
  const row = builder.addSideRow({ lower: -slack, upper: slack }, label);
  const total = builder.addSideRow({ lower: draws.integer(0, 2), upper: Infinity }, label);
  for (const arc of arcs) {
    if (arc.from === 0 && arc.to === 1) builder.addEntry(row, arc.column, 1);
    if (arc.from === 1 && arc.to === 0) builder.addEntry(row, arc.column, -1);
    if (arc.from + arc.to === 1) builder.addEntry(total, arc.column, 1);
  }
}

/** Marked heads of a school against its target: X + in - out = floor(t) - down + mid + up, with the envelope's costs. */
function addBalance({ builder, label, arcs }: Draft, draws: Draws): void {
  const weight = 4;
  for (let school = 0; school < SCHOOLS; school++) {
    // The fractional part of the target in quarters keeps the costs integers.
    const quarters = draws.integer(0, 3);
    const gap = draws.integer(-2, 2);
    const row = builder.addSideRow({ lower: gap, upper: gap }, label);
    const add = (upper: number, coefficient: number, cost: number): void => {
      const column = builder.addColumn({ lower: 0, upper }, label);
      builder.addEntry(row, column, coefficient);
      builder.addCost(0, column, cost);
    };
    add(4, 1, weight);
    add(1, -1, weight - 2 * quarters);
    add(4, -1, weight);
    builder.addOffset(0, quarters);
    for (const arc of arcs) {
      if (!arc.marked) continue;
      if (arc.to === school) builder.addEntry(row, arc.column, 1);
      if (arc.from === school) builder.addEntry(row, arc.column, -1);
    }
  }
}

/** One greatest burden z for all schools: out * den <= z * num. */
function addBurden(draft: Draft, draws: Draws): void {
  const { builder, label, arcs } = draft;
  addQuota(draft, draws);
  const greatest = builder.addColumn({ lower: 0, upper: 12 }, label);
  builder.addCost(0, greatest, 1);
  for (let school = 0; school < SCHOOLS; school++) {
    const row = builder.addSideRow({ lower: -Infinity, upper: 0 }, label);
    builder.addEntry(row, greatest, -draws.integer(1, 3));
    for (const arc of arcs) if (arc.from === school) builder.addEntry(row, arc.column, 3);
  }
}
