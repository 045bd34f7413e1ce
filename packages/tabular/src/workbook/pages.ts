/** How a sheet falls on printed pages, in points. Programs differ by a few, so that nothing here may need the last of them. */

/** Paper lying on its side. */
const PAPERS = { a4: { width: 842, height: 595 }, a3: { width: 1191, height: 842 } } as const;

export type Paper = keyof typeof PAPERS;

/** Margins in inches, as workbooks state them. */
export const MARGINS = { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 } as const;

const INCH = 72;
/** Points of a character of a column by the font at hand: eight pixels in Chinese ones, seven in narrow ones. */
const CHARACTER = { usual: 6, narrow: 5.25 } as const;
/** Points around the characters of a column. */
const AROUND = 3.75;
/** Letters of 11 points that are printed smaller than 8 are hard to read on a wall. */
const LEAST_SCALE = 8 / 11;

/** What falls on pages: widths of columns in characters, heights of rows in points. */
export interface Printed {
  readonly widths: readonly number[];
  /** What stands above the first row of data on the first page, and what of it every page begins with. */
  readonly above: number;
  readonly repeated: number;
  readonly rows: readonly number[];
  /** Lines below the last row of data, an empty one before them included. */
  readonly below: number;
}

/** Returns the paper on which a sheet can be read: twice the area where letters would be too small. */
export function paperOf(widths: readonly number[]): Paper {
  return scaleOn("a4", widths, CHARACTER.usual) < LEAST_SCALE ? "a3" : "a4";
}

/** The width of a page is filled, and never by making anything larger. */
function scaleOn(paper: Paper, widths: readonly number[], character: number): number {
  const wide = widths.reduce((sum, width) => sum + width * character + AROUND, 0);
  return Math.min(1, (PAPERS[paper].width - (MARGINS.left + MARGINS.right) * INCH) / wide);
}

/** Rows of data that the lines below the table have above them on their page. */
const KEPT_TOGETHER = 3;
/** Spreadsheets take 1026 breaks. */
const MOST_BREAKS = 1000;

/**
 * Returns the positions of the rows of data before which pages begin, so that signature and seal never stand on one without
 * rows. Every page ends a little early: a program with narrow letters, whose pages hold least, breaks it nowhere else.
 */
export function pageStarts({ widths, above, repeated, rows, below }: Printed): readonly number[] {
  const paper = paperOf(widths);
  const height = PAPERS[paper].height - (MARGINS.top + MARGINS.bottom) * INCH;
  const room = height / scaleOn(paper, widths, CHARACTER.narrow);
  const starts: number[] = [];
  let used = above;
  rows.forEach((row, at) => {
    if (used + row > room && at > (starts.at(-1) ?? 0)) {
      starts.push(at);
      used = repeated;
    }
    used += row;
  });
  const last = Math.max(1, rows.length - KEPT_TOGETHER);
  const start = starts.at(-1) ?? 0;
  if (start > last) starts.splice(-1, 1, last);
  else if (used + below > room && start < last && last < rows.length) starts.push(last);
  return starts.slice(-MOST_BREAKS);
}
