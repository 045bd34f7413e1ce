import type { Cell, CellStyle, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { FRAME_STYLES, frameCells, linesAbove } from "./frame.ts";
import {
  FONT,
  FORMATS,
  STYLES,
  alignmentOf,
  formatOf,
  linesIn,
  linesOf,
  placesIn,
  toColumn,
  widthOf,
} from "./looks.ts";
import type { OutColumn, OutSheet, OutValue } from "./out-sheet.ts";
import { dropDowns } from "./drop-downs.ts";
import { columnLetters } from "./book.ts";
import { MARGINS, pageStarts, paperOf } from "./pages.ts";

/**
 * What a workbook says about itself.
 *
 * @public
 */
export interface WriteOptions {
  readonly title?: string;
  /** What the file is about, for programs that read it back: kept by whoever edits the workbook. */
  readonly stamp?: string;
}

const EXAMPLE_FONT = { ...FONT, italic: true, color: { rgb: "7F7F7F" } };
const MAX_FROZEN_TITLE = 3;
const MAX_PRINTED_COLUMNS = 21;
/** Heights are in points. */
const HEADER_HEIGHT = 32;
const EXPLANATION_HEIGHT = 75;
const TITLE_HEIGHT = 24;
const LINE_HEIGHT = 16;

/**
 * Returns the bytes of an .xlsx workbook; sheets and cells are data, and text never becomes a formula.
 *
 * @public
 */
export async function writeWorkbook(sheets: readonly OutSheet[], options: WriteOptions = {}): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(toSheet),
    namedRanges: sheets.flatMap((sheet) => [...titlesOf(sheet), ...areasOf(sheet)]),
    properties: {
      ...MADE,
      ...(options.title === undefined ? {} : { title: options.title }),
      ...(options.stamp === undefined ? {} : { custom: { [STAMP]: options.stamp } }),
    },
    defaultFont: FONT,
  });
}

/** Rows that every printed page begins with. The library writes the name of the sheet without quotes, and the header is lost. */
const PRINT_TITLES = "_xlnm.Print_Titles";

function titlesOf(sheet: OutSheet) {
  const row = linesBefore(sheet).length + 1;
  return [{ name: PRINT_TITLES, range: `${quoted(sheet.name)}!$${row}:$${row}`, scope: sheet.name }];
}

/** Parts of a sheet of which each begins a page. Excel ignores breaks where a sheet is fitted to pages, but not these. */
const PRINT_AREA = "_xlnm.Print_Area";

/** A formula takes 8192 characters, and programs are slow with many parts; what is above them goes on as pages are full. */
const MOST_AREAS = 60;

function areasOf(sheet: OutSheet) {
  const { name, columns, frame, hidden = false } = sheet;
  // LibreOffice prints what has areas to print even where it is hidden.
  if (frame === undefined || hidden || columns.length > MAX_PRINTED_COLUMNS) return [];
  const { rows, layout } = placed(sheet);
  const heights = allHeights(sheet, layout);
  const starts = pageRows(shownWidths(sheet), layout, { rowDefs: heights, count: rows.length }).slice(1 - MOST_AREAS);
  if (starts.length === 0) return [];
  const last = columnLetters(columns.length - 1);
  const ends = [...starts, rows.length];
  const range = ends.map((end, at) => `${quoted(name)}!$A$${(ends[at - 1] ?? 0) + 1}:$${last}$${end}`).join(",");
  return [{ name: PRINT_AREA, range, scope: name }];
}

function shownWidths({ columns }: OutSheet): readonly number[] {
  return columns.filter(({ hidden }) => hidden !== true).map(widthOf);
}

/** A name of a sheet as formulas write it, whatever it holds. */
function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function linesBefore({ frame, title = [] }: OutSheet): readonly string[] {
  return frame === undefined ? title : linesAbove(frame);
}

/** Name of the property that holds the stamp of a workbook. */
export const STAMP = "Lungang";

/** The clock would make two equal runs differ: every workbook says the first day that zip archives know. */
export const MADE = { creator: "Lungang", created: new Date("1980-01-01"), modified: new Date("1980-01-01") } as const;

function toSheet(sheet: OutSheet): WriteSheet {
  const { name, columns } = sheet;
  const { rows, layout } = placed(sheet);
  const framed = framedOf(sheet, layout);
  const { styles = [], merges = [] } = framed ?? {};
  return {
    name,
    rows,
    columns: columns.map((column, index) =>
      toColumn(
        column,
        sheet.rows.map((row) => row[index]),
      ),
    ),
    cells: new Map([...styledCells(sheet, layout), ...styles]),
    merges,
    rowDefs: allHeights(sheet, layout),
    // Many lines above the header would fill the window if they were frozen.
    ...(layout.headerRow > MAX_FROZEN_TITLE ? {} : { freezePane: freezeOf(sheet, layout.headerRow + 1) }),
    ...(sheet.tab === undefined ? {} : { view: { tabColor: { rgb: sheet.tab } } }),
    ...(sheet.hidden === true ? { hidden: true } : {}),
    ...printed(sheet),
    headerFooter: { oddFooter: "&C&A  &P/&N" },
    dataValidations: dropDowns(sheet, layout.firstRow),
  };
}

function framedOf({ frame, columns }: OutSheet, { notesFrom }: Layout) {
  return frame === undefined ? undefined : frameCells(frame, { closingFrom: notesFrom, ...widthOfAll(columns) });
}

/** Heights of rows that are not as high as any other. */
function allHeights(sheet: OutSheet, layout: Layout): Map<number, { height: number }> {
  return new Map([...heightsOf(sheet, layout), ...(framedOf(sheet, layout)?.heights ?? [])]);
}

interface Heights {
  readonly rowDefs: ReadonlyMap<number, { readonly height: number }>;
  /** Number of rows. */
  readonly count: number;
}

/** Paper: a sheet of many columns goes over several pages in its width as programs see fit. */
function printed(sheet: OutSheet): Partial<WriteSheet> {
  const page = {
    orientation: "landscape",
    showGridLines: sheet.frame === undefined,
    horizontalCentered: true,
    margins: MARGINS,
  } as const;
  if (sheet.columns.length > MAX_PRINTED_COLUMNS) return { pageSetup: { paperSize: "a4", ...page } };
  const paperSize = paperOf(shownWidths(sheet));
  return { pageSetup: { paperSize, ...page, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } };
}

/** Returns the rows before which pages begin, counted from 0: signature and seal stand with rows of the table above them. */
function pageRows(
  widths: readonly number[],
  { headerRow, firstRow, notesFrom }: Layout,
  { rowDefs, count }: Heights,
): readonly number[] {
  const heightsIn = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => rowDefs.get(from + at)?.height ?? LINE_HEIGHT);
  const sum = (from: number, to: number) => heightsIn(from, to).reduce((all, height) => all + height, 0);
  const starts = pageStarts({
    widths,
    above: sum(0, firstRow),
    repeated: sum(headerRow, headerRow + 1),
    // An empty line parts the table from what stands below it.
    rows: heightsIn(firstRow, notesFrom - 1),
    below: sum(notesFrom - 1, count),
  });
  return starts.map((start) => firstRow + start);
}

/** Returns all rows of a sheet, and where its parts stand in them. */
function placed(sheet: OutSheet) {
  const { columns, explanations = [], frame } = sheet;
  const before = linesBefore(sheet);
  const notes = frame?.closing ?? sheet.notes ?? [];
  const rows = [
    ...before.map((line) => [escapeText(line)]),
    columns.map((column) => escapeText(column.header)),
    ...explanations.map((line) => [...line]),
    ...sheet.rows.map((row) => columns.map((column, index) => toCell(row[index], column))),
    ...(notes.length > 0 ? [[], ...notes.map((line) => [escapeText(line)])] : []),
  ];
  const headerRow = before.length;
  const layout: Layout = {
    headerRow,
    firstRow: headerRow + 1 + explanations.length,
    notesFrom: rows.length - notes.length,
  };
  return { rows, layout };
}

/** The columns that are shown, how many, and how many lines a text takes over all of them. */
function widthOfAll(columns: readonly OutColumn[]) {
  const shown = columns.filter(({ hidden }) => hidden !== true);
  const width = shown.reduce((sum, column) => sum + widthOf(column), 0);
  return { columns: columns.length, linesOf: (text: string) => linesIn(text, width) };
}

function heightsOf(sheet: OutSheet, { headerRow, firstRow }: Layout): Map<number, { height: number }> {
  const { columns, explanations = [], frame } = sheet;
  const heights = new Map([[headerRow, { height: HEADER_HEIGHT }]]);
  if (headerRow > 0) heights.set(0, { height: TITLE_HEIGHT });
  explanations.forEach((_line, index) => heights.set(headerRow + 1 + index, { height: EXPLANATION_HEIGHT }));
  sheet.rows.forEach((row, index) => {
    const lines = Math.max(1, ...columns.map((column, at) => linesOf(row[at], column)));
    // Programs give a row that says nothing the height of their own font, and pages are counted by ours.
    if (lines > 1 || frame !== undefined) heights.set(firstRow + index, { height: lines * LINE_HEIGHT });
  });
  return heights;
}

function freezeOf({ freezeColumns }: OutSheet, rows: number): NonNullable<WriteSheet["freezePane"]> {
  return freezeColumns === undefined ? { rows } : { rows, columns: freezeColumns };
}

function toCell(value: OutValue, column: OutColumn): string | number | boolean | Date | null {
  if (value === undefined || value === null) return null;
  if (
    (column.type === "date" || column.type === "month") &&
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(value)
  ) {
    return new Date(`${value}T00:00:00Z`);
  }
  return typeof value === "string" ? escapeText(value) : value;
}

// oxlint-disable-next-line no-control-regex -- exactly those that XML cannot hold or would change
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;

/** Writes what XML cannot hold as `_xHHHH_`, and text that looks like such an escape so that it stays itself. */
export function escapeText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(UNSAFE, (char) => `_x${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

interface Layout {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly notesFrom: number;
}

function styledCells(sheet: OutSheet, layout: Layout): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const { columns, frame, title = [], explanations = [], notes = [] } = sheet;
  title.forEach((_line, index) => cells.set(`${index},0`, { style: index === 0 ? STYLES.title : STYLES.note }));
  notes.forEach((_line, index) => cells.set(`${layout.notesFrom + index},0`, { style: STYLES.note }));
  columns.forEach((column, index) => {
    const style = column.required === true ? STYLES.required : STYLES.header;
    const comment = column.comment === undefined ? {} : { comment: { author: "Lungang", text: column.comment } };
    cells.set(`${layout.headerRow},${index}`, { style: frame === undefined ? style : FRAME_STYLES.header, ...comment });
    explanations.forEach((_line, at) =>
      cells.set(`${layout.headerRow + 1 + at},${index}`, { style: STYLES.explanation }),
    );
    const looks = cellLooks(sheet, index);
    sheet.rows.forEach((row, at) => {
      const look = looks(row[index], at);
      if (look !== undefined) cells.set(`${layout.firstRow + at},${index}`, { style: look });
    });
  });
  return cells;
}

/** Returns how single cells of a column look where they look otherwise than their column. */
function cellLooks({ rows, columns, frame, exampleRows = 0 }: OutSheet, index: number) {
  const column = columns[index] as OutColumn;
  const usual = FORMATS[column.type ?? "text"];
  const values = rows.map((row) => row[index]);
  const [alignment, places] = [alignmentOf(column, values), placesIn(values)];
  return (value: OutValue, row: number): CellStyle | undefined => {
    const numFmt = formatOf(value, column.type, places);
    if (row < exampleRows) return { font: EXAMPLE_FONT, numFmt };
    if (frame !== undefined) return { ...FRAME_STYLES.cell, alignment, numFmt };
    return numFmt === usual ? undefined : { font: FONT, alignment, numFmt };
  };
}
