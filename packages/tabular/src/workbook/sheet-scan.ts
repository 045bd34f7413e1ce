import type { CellPosition } from "./book.ts";
import { LETTERS, cellAddress, parseAddress } from "./book.ts";
import { asciiBytes, startsWithBytes } from "./bytes.ts";

/** Ceilings on one sheet; 20,000 people with 60 columns pass. */
export const SHEET_LIMITS = {
  rows: 60_000,
  columns: 300,
  cells: 1_500_000,
  /** Readers lay a sheet out as a rectangle, so the rectangle is limited and not only the cells in it. */
  rectangle: 6_000_000,
  mergedCells: 10_000,
} as const;

/** What is too large in a sheet, with where and how much. */
export interface SheetExcess {
  readonly code: "sheet-too-large" | "merge-too-large";
  readonly cell?: string;
  readonly received: string;
  readonly expected: string;
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const COLON = 0x3a;
const LOWER_C = 0x63;
const [LOWER_A, LOWER_Z, UPPER_A, UPPER_Z] = [0x61, 0x7a, 0x41, 0x5a];
const REFERENCE = /\sr\s*=\s*["']([^"']*)["']/;
const AREA = /\sref\s*=\s*["']([^"']*)["']/;

/**
 * Finds what is too large in a worksheet part, from its tags alone and without building anything.
 *
 * Cost: one pass over the bytes.
 */
export function scanSheet(xml: Uint8Array): SheetExcess | undefined {
  const extent = { cells: 0, rows: 0, columns: 0, merged: 0 };
  for (let at = 0; at < xml.length; at++) {
    if (xml[at] !== LESS_THAN) continue;
    const start = localNameStart(xml, at + 1);
    const isCell = xml[start] === LOWER_C && !isLetter(xml[start + 1]);
    const excess = isCell
      ? addCell(extent, xml, start)
      : isMergeCell(xml, start)
        ? addMerge(extent, tagText(xml, start))
        : undefined;
    if (excess !== undefined) return excess;
  }
  return undefined;
}

interface Extent {
  cells: number;
  rows: number;
  columns: number;
  merged: number;
}

/** Skips a namespace prefix such as `x:`. */
function localNameStart(xml: Uint8Array, start: number): number {
  let at = start;
  while (isLetter(xml[at])) at++;
  return xml[at] === COLON ? at + 1 : start;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= LOWER_A && byte <= LOWER_Z) || (byte >= UPPER_A && byte <= UPPER_Z));
}

const MERGE_CELL = asciiBytes("mergeCell");

function isMergeCell(xml: Uint8Array, start: number): boolean {
  return !isLetter(xml[start + MERGE_CELL.length]) && startsWithBytes(xml, MERGE_CELL, start);
}

function tagText(xml: Uint8Array, start: number): string {
  const end = xml.indexOf(GREATER_THAN, start);
  return new TextDecoder("latin1").decode(xml.subarray(start, end < 0 ? xml.length : end));
}

function addCell(extent: Extent, xml: Uint8Array, start: number): SheetExcess | undefined {
  extent.cells++;
  if (extent.cells > SHEET_LIMITS.cells) return tooLarge(`> ${SHEET_LIMITS.cells}`, `≤ ${SHEET_LIMITS.cells}`);
  const usual = usualAddress(xml, start + 1);
  if (usual !== undefined) return addPosition(extent, usual);
  const reference = REFERENCE.exec(tagText(xml, start))?.[1];
  if (reference === undefined) return undefined;
  const position = parseAddress(reference);
  return position === undefined ? tooLarge(reference.slice(0, 20), "A1") : addPosition(extent, position, reference);
}

const USUAL_START = asciiBytes(' r="');
const QUOTE = 0x22;
const [ZERO, NINE] = [0x30, 0x39];
const [MOST_LETTERS, MOST_DIGITS] = [3, 7];

/** Reads the address where every writer puts it, ` r="A1"` right after the name; undefined for anything else. */
function usualAddress(xml: Uint8Array, start: number): CellPosition | undefined {
  if (!startsWithBytes(xml, USUAL_START, start)) return undefined;
  const letters = start + USUAL_START.length;
  const digits = endOfRun(xml, letters, [UPPER_A, UPPER_Z]);
  const end = endOfRun(xml, digits, [ZERO, NINE]);
  const [columnLength, rowLength] = [digits - letters, end - digits];
  if (columnLength < 1 || columnLength > MOST_LETTERS || rowLength < 1 || rowLength > MOST_DIGITS) return undefined;
  if (xml[digits] === ZERO || xml[end] !== QUOTE) return undefined;
  const column = positional(xml, [letters, digits], { base: LETTERS, zero: UPPER_A - 1 });
  return { row: positional(xml, [digits, end], { base: 10, zero: ZERO }) - 1, column: column - 1 };
}

/** Returns where bytes within a range end. */
function endOfRun(xml: Uint8Array, start: number, [first, last]: readonly [number, number]): number {
  let at = start;
  while ((xml[at] ?? 0) >= first && (xml[at] ?? 0) <= last) at++;
  return at;
}

/** Returns the number that the bytes of a range make as digits. */
function positional(
  xml: Uint8Array,
  [from, to]: readonly [number, number],
  { base, zero }: { readonly base: number; readonly zero: number },
): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * base + (xml[at] as number) - zero;
  return value;
}

function addPosition(extent: Extent, { row, column }: CellPosition, written?: string): SheetExcess | undefined {
  extent.rows = Math.max(extent.rows, row + 1);
  extent.columns = Math.max(extent.columns, column + 1);
  const { rows, columns, rectangle } = SHEET_LIMITS;
  if (extent.rows <= rows && extent.columns <= columns && extent.rows * extent.columns <= rectangle) return undefined;
  const cell = written ?? cellAddress(row, column);
  return { ...tooLarge(cell, `≤ ${rows} × ${columns}, ≤ ${rectangle}`), cell };
}

function tooLarge(received: string, expected: string): SheetExcess {
  return { code: "sheet-too-large", received, expected };
}

function addMerge(extent: Extent, tag: string): SheetExcess | undefined {
  const area = AREA.exec(tag)?.[1] ?? "";
  const [from, to] = area.split(":").map(parseAddress);
  if (from !== undefined && to !== undefined) {
    extent.merged += (Math.abs(to.row - from.row) + 1) * (Math.abs(to.column - from.column) + 1);
  }
  if (extent.merged <= SHEET_LIMITS.mergedCells) return undefined;
  return { code: "merge-too-large", received: area.slice(0, 40), expected: `≤ ${SHEET_LIMITS.mergedCells}` };
}
