import type { CellStyle, WriteSheet } from "hucre/xlsx";

/**
 * What an official document has around its table.
 *
 * @public
 */
export interface Frame {
  /** Which annex it is, at the top left. */
  readonly annex: string;
  readonly title: string;
  /** Who made it and for when, right above the header. */
  readonly line: string;
  /** Sums, remarks, signatures and seal below the table, a line each. */
  readonly closing: readonly string[];
}

const BODY = { name: "宋体", size: 11 } as const;
const EDGE = { style: "thin", color: { rgb: "595959" } } as const;
const BOX = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE } as const;

/** Looks of the lines around a table and of its cells: black on white, as it is printed and sealed. */
export const FRAME_STYLES = {
  annex: { font: { name: "黑体", size: 12 }, alignment: { horizontal: "left", vertical: "center" } },
  title: {
    font: { name: "宋体", size: 18, bold: true },
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  line: { font: BODY, alignment: { horizontal: "left", vertical: "center", wrapText: true } },
  closing: { font: BODY, alignment: { horizontal: "left", vertical: "center", wrapText: true } },
  header: {
    font: { ...BODY, bold: true },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEDED" } },
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
    border: BOX,
  },
  cell: { font: BODY, border: BOX },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** Heights in points. */
const HEIGHTS = { annex: 20, title: 34, line: 20 } as const;
const CLOSING_HEIGHT = 20;

/** Returns the lines above the header. */
export function linesAbove({ annex, title, line }: Frame): readonly string[] {
  return [annex, title, line];
}

/** Where the lines around a table stand. */
interface Place {
  /** Position of the first closing line. */
  readonly closingFrom: number;
  /** Number of columns. */
  readonly columns: number;
  /** Lines that a text takes over the whole width. */
  readonly linesOf: (text: string) => number;
}

/** Returns looks, merged cells and heights of the lines around a table: each goes over its whole width. */
export function frameCells(frame: Frame, { closingFrom, columns, linesOf }: Place) {
  const above = ["annex", "title", "line"] as const;
  const styles = new Map<string, { readonly style: CellStyle }>();
  const heights = new Map<number, { height: number }>();
  const merges: NonNullable<WriteSheet["merges"]> = [];
  const place = (row: number, style: CellStyle, height: number) => {
    styles.set(`${row},0`, { style });
    heights.set(row, { height });
    if (columns > 1) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: columns - 1 });
  };
  above.forEach((part, row) => place(row, FRAME_STYLES[part], HEIGHTS[part]));
  frame.closing.forEach((text, at) =>
    place(closingFrom + at, FRAME_STYLES.closing, CLOSING_HEIGHT * Math.max(1, linesOf(text))),
  );
  return { styles, heights, merges };
}
