import { NONE } from "@lungang/core";
import type { Cell } from "@lungang/core";
import type { School } from "@lungang/core";
import type { ProgramBuilder } from "@lungang/program";
import { isCounted } from "@lungang/core/formulation";
import { ABSENT } from "@lungang/core/formulation";
import type { BaseYear } from "./base-years.ts";
import type { HorizonColumns, LedgerChange, Ledgers, Start } from "@lungang/core/formulation";
import type { Numbering } from "@lungang/core/formulation";
import { entryOf } from "@lungang/core/formulation";
import { basePositions } from "./numbering.ts";

/** What ledgers are made from. */
export interface LedgersInput {
  readonly years: readonly BaseYear[];
  readonly numbers: Numbering;
  readonly builder: ProgramBuilder;
  readonly columns: HorizonColumns;
}

/**
 * Adds the chains of headcounts (model section 2): in difference form a start has entries in its first year and in the
 * year of the return only, however long it lasts.
 */
export function addLedgers(input: LedgersInput): Ledgers {
  const { years, numbers, columns } = input;
  const positions = basePositions(years, numbers);
  const base = baseCounts(input, positions);
  const touched = withJoined(input, touchedCells(input, positions));
  const chains = addChains(input, { ...base, touched });
  const changes: LedgerChange[] = [];
  for (const start of columns.starts) {
    addPath(input, chains.rows, { start, positions });
    changes.push({ start, from: positions[start.year]?.[start.person] as number });
  }
  return { ...base, ...chains, ...addSchools(input, { ...base, ...chains, touched }), changes };
}

interface BaseCounts {
  readonly heads: readonly Int32Array[];
  readonly demand: readonly Int32Array[];
  readonly working: readonly Int32Array[];
  readonly relation: readonly Int32Array[];
}

function baseCounts({ years, numbers }: LedgersInput, positions: readonly Int32Array[]): BaseCounts {
  const empty = (size: number) => years.map(() => new Int32Array(size));
  const heads = empty(numbers.cells.length);
  const demand = empty(numbers.cells.length);
  const working = empty(numbers.schools.length);
  const relation = empty(numbers.schools.length);
  years.forEach(({ prepared }, year) => {
    const { county } = prepared.eligibility;
    county.cells.forEach((cell: Cell, index) => {
      (demand[year] as Int32Array)[numbers.cellOf[year]?.[index] as number] = cell.demand;
    });
    for (const cell of positions[year] as Int32Array) {
      if (cell === NONE) continue;
      count(heads[year], cell);
      count(working[year], numbers.schoolOfCell[cell] as number);
    }
    county.persons.forEach(({ establishment }, index) => {
      const home = county.home[index] as number;
      if (establishment === "established" && home !== NONE && isCounted(prepared.eligibility, index))
        count(relation[year], numbers.schoolOf[year]?.[home] as number);
    });
  });
  return { heads, demand, working, relation };
}

function count(counts: Int32Array | undefined, at: number): void {
  if (counts !== undefined) counts[at] = (counts[at] as number) + 1;
}

function touchedCells({ numbers, columns }: LedgersInput, positions: readonly Int32Array[]): Uint8Array {
  const touched = new Uint8Array(numbers.cells.length);
  for (const { cell, person } of columns.starts) {
    touched[cell] = 1;
    for (const where of positions) if (where[person] !== NONE) touched[where[person] as number] = 1;
  }
  return touched;
}

/** Joined posts are looked at together, in every year. */
function withJoined({ years, numbers }: LedgersInput, touched: Uint8Array): Uint8Array {
  const joined = years.flatMap(({ prepared }, year) =>
    prepared.eligibility.county.joined.map(({ cells }) => cells.map((cell) => numbers.cellOf[year]?.[cell] as number)),
  );
  for (let grows = true; grows;) {
    const open = joined.filter((cells) => cells.some((cell) => touched[cell] === 1));
    const added = open.flat().filter((cell) => touched[cell] !== 1);
    for (const cell of added) touched[cell] = 1;
    grows = added.length > 0;
  }
  return touched;
}

interface Chains {
  readonly rows: readonly Int32Array[];
  readonly short: readonly Int32Array[];
  readonly over: readonly Int32Array[];
  /** Columns of the head beyond whole loads that a joined post has. */
  readonly joinedHead: readonly Int32Array[];
  readonly joinedShort: readonly Int32Array[];
}

/** Adds the heads beyond whole loads that joined posts have and lack together, in every year. */
function addJoined({ builder, years, numbers }: LedgersInput, touched: Uint8Array) {
  const group = (rule: string) => builder.group({ rule, source: "", subjectKind: "cell" });
  const joinedHead = years.map(() => new Int32Array(numbers.cells.length).fill(ABSENT));
  const joinedShort = years.map(({ prepared }, year) =>
    Int32Array.from(prepared.eligibility.county.joined, ({ cells, heads }) => {
      const own = cells.map((cell) => numbers.cellOf[year]?.[cell] as number);
      const [subject] = own;
      if (subject === undefined || touched[subject] !== 1) return ABSENT;
      const row = builder.addSideRow({ lower: heads, upper: heads }, { group: group("joined"), subject });
      for (const cell of own) {
        const head = builder.addColumn({ lower: 0, upper: 1 }, { group: group("joinedHead"), subject: cell });
        builder.addEntry(row, head, 1);
        (joinedHead[year] as Int32Array)[cell] = head;
      }
      const short = builder.addColumn({ lower: 0, upper: heads }, { group: group("joinedShortfall"), subject });
      builder.addEntry(row, short, 1);
      return short;
    }),
  );
  return { joinedHead, joinedShort };
}

/** Adds heads missing and beyond for every touched cell and year, and the rows that carry them from year to year. */
function addChains(input: LedgersInput, known: BaseCounts & { touched: Uint8Array }): Chains {
  const { builder, numbers, years, columns } = input;
  const { heads, demand, touched } = known;
  const grid = () => years.map(() => new Int32Array(numbers.cells.length).fill(ABSENT));
  const chains = { rows: grid(), short: grid(), over: grid(), ...addJoined(input, touched) };
  const addHead = (row: number, at: { readonly year: number; readonly cell: number }, value: number) => {
    const head = chains.joinedHead[at.year]?.[at.cell] ?? ABSENT;
    if (head !== ABSENT) builder.addEntry(row, head, value);
  };
  const group = (rule: string) => builder.group({ rule, source: "", subjectKind: "cell" });
  const labels = { row: group("cell"), short: group("shortfall"), over: group("overage") };
  const arriving = new Int32Array(numbers.cells.length);
  for (const { cell } of columns.starts) count(arriving, cell);
  for (let cell = 0; cell < numbers.cells.length; cell++) {
    if (touched[cell] !== 1) continue;
    for (let year = 0; year < years.length; year++) {
      const gap = (at: number) => entryOf(heads, at, cell) - entryOf(demand, at, cell);
      const change = gap(year) - (year === 0 ? 0 : gap(year - 1));
      const row = builder.addSideRow({ lower: change, upper: change }, { group: labels.row, subject: cell });
      const most = entryOf(heads, year, cell) + (arriving[cell] as number);
      const need = entryOf(demand, year, cell);
      const short = builder.addColumn({ lower: 0, upper: need }, { group: labels.short, subject: cell });
      const over = builder.addColumn({ lower: 0, upper: most }, { group: labels.over, subject: cell });
      builder.addEntry(row, short, -1);
      builder.addEntry(row, over, 1);
      addHead(row, { year, cell }, 1);
      if (year > 0) {
        addHead(row, { year: year - 1, cell }, -1);
        builder.addEntry(row, entryOf(chains.short, year - 1, cell), 1);
        builder.addEntry(row, entryOf(chains.over, year - 1, cell), -1);
      }
      (chains.rows[year] as Int32Array)[cell] = row;
      (chains.short[year] as Int32Array)[cell] = short;
      (chains.over[year] as Int32Array)[cell] = over;
    }
  }
  return chains;
}

/** Returns the cell in which a person is in a year after a start; where the base has the person is `base`. */
function cellAfter({ cell, back }: Start, year: number, base: number): number {
  if (base === NONE) return NONE;
  return year < back ? cell : base;
}

/** Writes a start into the chains: where the person is instead of where the base has him, as changes from year to year. */
function addPath(
  { builder, years }: LedgersInput,
  rows: readonly Int32Array[],
  { start, positions }: { readonly start: Start; readonly positions: readonly Int32Array[] },
): void {
  const isRecruit = start.home === NONE;
  let before = { is: NONE, was: NONE };
  for (let year = start.year; year < years.length; year++) {
    const base = positions[year]?.[start.person] as number;
    const now = { is: isRecruit ? start.cell : cellAfter(start, year, base), was: base };
    const add = (cell: number, value: number) => {
      if (cell !== NONE) builder.addEntry(rows[year]?.[cell] as number, start.column, value);
    };
    add(now.is, -1);
    add(now.was, 1);
    add(before.is, 1);
    add(before.was, -1);
    before = now;
  }
}

/** Ties the heads of a school to the heads of its cells, in every year. */
function addSchools(
  { builder, numbers, years }: LedgersInput,
  known: BaseCounts & Chains & { touched: Uint8Array },
): Pick<Ledgers, "under" | "above"> {
  const under = years.map(() => new Int32Array(numbers.schools.length).fill(ABSENT));
  const above = years.map(() => new Int32Array(numbers.schools.length).fill(ABSENT));
  const cellsOf = numbers.schools.map((): number[] => []);
  numbers.schoolOfCell.forEach((school, cell) => {
    if (known.touched[cell] === 1) (cellsOf[school] as number[]).push(cell);
  });
  const addHead = (row: number, { year, cell }: { readonly year: number; readonly cell: number }) => {
    const head = known.joinedHead[year]?.[cell] ?? ABSENT;
    if (head !== ABSENT) builder.addEntry(row, head, 1);
  };
  const group = (rule: string) => builder.group({ rule, source: "", subjectKind: "school" });
  const labels = { row: group("school"), under: group("underEstablishment"), above: group("overEstablishment") };
  years.forEach(({ prepared }, year) => {
    prepared.eligibility.county.schools.forEach(({ establishment }: School, index) => {
      const school = numbers.schoolOf[year]?.[index] as number;
      const cells = cellsOf[school] as number[];
      if (cells.length === 0 || establishment === undefined) return;
      const gap = (cell: number) => entryOf(known.demand, year, cell) - entryOf(known.heads, year, cell);
      const rest = cells.reduce((sum, cell) => sum + gap(cell), 0);
      const capacity = establishment - rest - (known.working[year]?.[school] as number);
      const row = builder.addSideRow({ lower: capacity, upper: capacity }, { group: labels.row, subject: school });
      for (const cell of cells) {
        builder.addEntry(row, known.short[year]?.[cell] as number, -1);
        builder.addEntry(row, known.over[year]?.[cell] as number, 1);
        addHead(row, { year, cell });
      }
      const wide = { lower: 0, upper: establishment + prepared.eligibility.county.persons.length };
      const below = builder.addColumn(wide, { group: labels.under, subject: school });
      const beyond = builder.addColumn(wide, { group: labels.above, subject: school });
      builder.addEntry(row, below, 1);
      builder.addEntry(row, beyond, -1);
      (under[year] as Int32Array)[school] = below;
      (above[year] as Int32Array)[school] = beyond;
    });
  });
  return { under, above };
}
