import { NONE } from "@lungang/core";
import type { Cell } from "@lungang/core";
import type { School } from "@lungang/core";
import type { ProgramBuilder } from "@lungang/program";
import { isCounted } from "@lungang/core/formulation";
import { ABSENT } from "@lungang/core/formulation";
import type { BaseYear } from "./base-years.ts";
import type { HorizonColumns, Start } from "./horizon-columns.ts";
import type { Places } from "./places.ts";
import { basePositions, entryOf } from "./places.ts";

/** Headcount of every cell and school in every year, as it is on the base and as columns. By year, then by number. */
export interface Ledgers {
  /** Heads and need of cells on the base. */
  readonly heads: readonly Int32Array[];
  readonly demand: readonly Int32Array[];
  /** Working and relation headcount of schools on the base. */
  readonly working: readonly Int32Array[];
  readonly relation: readonly Int32Array[];
  /** Columns of heads missing and heads beyond the need; {@link ABSENT} where no start touches the cell. */
  readonly short: readonly Int32Array[];
  readonly over: readonly Int32Array[];
  /** Columns of heads below and above the establishment of a school. */
  readonly under: readonly Int32Array[];
  readonly above: readonly Int32Array[];
  /** Starts by school and year: those that leave and those that enter the working ledger, and the relation ledger. */
  readonly changes: readonly LedgerChange[];
}

/** A start seen by the cells and schools that it changes in its own year. */
export interface LedgerChange {
  readonly start: Start;
  /** Cell left; {@link NONE} for a recruit. */
  readonly from: number;
}

/** What ledgers are made from. */
export interface LedgersInput {
  readonly years: readonly BaseYear[];
  readonly places: Places;
  readonly builder: ProgramBuilder;
  readonly columns: HorizonColumns;
}

/**
 * Adds the chains of headcounts (model section 2): in difference form a start has entries in its first year and in the
 * year of the return only, however long it lasts.
 */
export function addLedgers(input: LedgersInput): Ledgers {
  const { years, places, columns } = input;
  const positions = basePositions(years, places);
  const base = baseCounts(input, positions);
  const touched = touchedCells(input, positions);
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

function baseCounts({ years, places }: LedgersInput, positions: readonly Int32Array[]): BaseCounts {
  const empty = (size: number) => years.map(() => new Int32Array(size));
  const heads = empty(places.cells.length);
  const demand = empty(places.cells.length);
  const working = empty(places.schools.length);
  const relation = empty(places.schools.length);
  years.forEach(({ prepared }, year) => {
    const { county } = prepared.eligibility;
    county.cells.forEach((cell: Cell, index) => {
      (demand[year] as Int32Array)[places.cellOf[year]?.[index] as number] = cell.demand;
    });
    for (const cell of positions[year] as Int32Array) {
      if (cell === NONE) continue;
      count(heads[year], cell);
      count(working[year], places.schoolOfCell[cell] as number);
    }
    county.persons.forEach((_person, index) => {
      const home = county.home[index] as number;
      if (home !== NONE && isCounted(prepared.eligibility, index))
        count(relation[year], places.schoolOf[year]?.[home] as number);
    });
  });
  return { heads, demand, working, relation };
}

function count(counts: Int32Array | undefined, at: number): void {
  if (counts !== undefined) counts[at] = (counts[at] as number) + 1;
}

function touchedCells({ places, columns }: LedgersInput, positions: readonly Int32Array[]): Uint8Array {
  const touched = new Uint8Array(places.cells.length);
  for (const { cell, person } of columns.starts) {
    touched[cell] = 1;
    for (const where of positions) if (where[person] !== NONE) touched[where[person] as number] = 1;
  }
  return touched;
}

interface Chains {
  readonly rows: readonly Int32Array[];
  readonly short: readonly Int32Array[];
  readonly over: readonly Int32Array[];
}

/** Adds heads missing and beyond for every touched cell and year, and the rows that carry them from year to year. */
function addChains(
  { builder, places, years, columns }: LedgersInput,
  known: BaseCounts & { touched: Uint8Array },
): Chains {
  const { heads, demand, touched } = known;
  const grid = () => years.map(() => new Int32Array(places.cells.length).fill(ABSENT));
  const chains = { rows: grid(), short: grid(), over: grid() };
  const group = (rule: string) => builder.group({ rule, source: "", subjectKind: "cell" });
  const labels = { row: group("cell"), short: group("shortfall"), over: group("overage") };
  const arriving = new Int32Array(places.cells.length);
  for (const { cell } of columns.starts) count(arriving, cell);
  for (let cell = 0; cell < places.cells.length; cell++) {
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
      if (year > 0) {
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
  { builder, places, years }: LedgersInput,
  known: BaseCounts & Chains & { touched: Uint8Array },
): Pick<Ledgers, "under" | "above"> {
  const under = years.map(() => new Int32Array(places.schools.length).fill(ABSENT));
  const above = years.map(() => new Int32Array(places.schools.length).fill(ABSENT));
  const cellsOf = places.schools.map((): number[] => []);
  places.schoolOfCell.forEach((school, cell) => {
    if (known.touched[cell] === 1) (cellsOf[school] as number[]).push(cell);
  });
  const group = (rule: string) => builder.group({ rule, source: "", subjectKind: "school" });
  const labels = { row: group("school"), under: group("underEstablishment"), above: group("overEstablishment") };
  years.forEach(({ prepared }, year) => {
    prepared.eligibility.county.schools.forEach(({ establishment }: School, index) => {
      const school = places.schoolOf[year]?.[index] as number;
      const cells = cellsOf[school] as number[];
      if (cells.length === 0 || establishment === undefined) return;
      const rest = cells.reduce(
        (sum, cell) => sum + (known.demand[year]?.[cell] ?? 0) - (known.heads[year]?.[cell] ?? 0),
        0,
      );
      const room = establishment - rest - (known.working[year]?.[school] as number);
      const row = builder.addSideRow({ lower: room, upper: room }, { group: labels.row, subject: school });
      for (const cell of cells) {
        builder.addEntry(row, known.short[year]?.[cell] as number, -1);
        builder.addEntry(row, known.over[year]?.[cell] as number, 1);
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
