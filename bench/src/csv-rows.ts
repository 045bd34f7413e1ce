/** A row of a table with a header, by the names of the columns. */
export type CsvRow = Readonly<Record<string, string>>;

/** One cell: quoted, with doubled quotes inside, or plain; then what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

/**
 * Returns the rows of a CSV text with a header; empty lines are left out.
 *
 * @throws {SyntaxError} if a quote stands where none may be or a row has more or fewer cells than the header
 */
export function csvRows(text: string): readonly CsvRow[] {
  const [header = [], ...lines] = cellsOf(text.replace(/^\uFEFF/u, ""));
  return lines.map((cells, index) => {
    if (cells.length !== header.length) {
      throw new SyntaxError(`Cannot read row ${index + 2}: ${cells.length} cells under ${header.length} columns`);
    }
    return Object.fromEntries(header.map((name, k) => [name, cells[k] as string]));
  });
}

function cellsOf(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    CELL.lastIndex = at;
    const found = CELL.exec(text);
    if (found === null) throw new SyntaxError(`Cannot read the table: a quote is out of place after character ${at}`);
    const [whole, quoted, plain, end] = found;
    cells.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === "," && at < text.length) continue;
    if (end === ",") cells.push("");
    if (cells.length > 1 || cells[0] !== "") lines.push(cells);
    cells = [];
  }
  return lines;
}
