import { cellAddress, parseAddress } from "./book.ts";
import { attributeOf, walkXml } from "./xml-walk.ts";

/** What is wrong with the cells of a sheet as they are written down. */
export interface StructureFault {
  readonly code: "malformed-xml" | "dangling-string" | "cell-in-other-row" | "cell-twice" | "row-twice";
  readonly cell?: string;
}

/** A file is broken by one fault as by a thousand. */
const MOST_FAULTS = 20;

/** Returns how many texts the shared strings of a workbook are; undefined where the part is not well-formed. */
export function countStrings(xml: string): number | undefined {
  let count = 0;
  const whole = walkXml(xml, {
    open: (name) => {
      if (name === "si") count++;
    },
    close: () => undefined,
  });
  return whole ? count : undefined;
}

/**
 * Finds what would lose a value in silence: a text that is not there, a cell in another row than it says, rows and cells
 * that stand twice, XML that is not well-formed.
 */
export function checkStructure(xml: string, strings: number): readonly StructureFault[] {
  const reader = new StructureReader(xml, strings);
  const whole = walkXml(xml, {
    open: (name, tag, end) => reader.open(name, tag, end),
    close: (name) => reader.close(name),
  });
  return whole ? reader.faults : [{ code: "malformed-xml" }];
}

class StructureReader {
  readonly faults: StructureFault[] = [];
  readonly #xml: string;
  readonly #strings: number;
  readonly #rows = new Set<number>();
  #inData = false;
  #row = -1;
  #column = -1;
  /** Columns that the row has so far; rows are usually in order, so that the last one tells. */
  #columns = new Set<number>();
  #isText = false;

  constructor(xml: string, strings: number) {
    this.#xml = xml;
    this.#strings = strings;
  }

  open(name: string, tag: string, end: number): void {
    if (name === "sheetData") this.#inData = true;
    else if (!this.#inData) return;
    else if (name === "row") this.#openRow(tag);
    else if (name === "c") this.#openCell(tag);
    else if (name === "v" && this.#isText) this.#checkText(end);
  }

  close(name: string): void {
    if (name === "sheetData") this.#inData = false;
    else if (name === "c") this.#isText = false;
  }

  #openRow(tag: string): void {
    const given = Number(attributeOf(tag, "r") ?? Number.NaN);
    this.#row = Number.isInteger(given) && given > 0 ? given - 1 : this.#row + 1;
    this.#column = -1;
    this.#columns = new Set();
    if (this.#rows.has(this.#row)) this.#report("row-twice", 0);
    this.#rows.add(this.#row);
  }

  #openCell(tag: string): void {
    const address = attributeOf(tag, "r");
    const position = address === undefined ? undefined : parseAddress(address);
    this.#column = position?.column ?? this.#column + 1;
    this.#isText = attributeOf(tag, "t") === "s";
    if (position !== undefined && position.row !== this.#row) this.#report("cell-in-other-row", position.column);
    if (this.#columns.has(this.#column)) this.#report("cell-twice", this.#column);
    this.#columns.add(this.#column);
  }

  #checkText(end: number): void {
    const stop = this.#xml.indexOf("<", end);
    const written = this.#xml.slice(end, stop).trim();
    if (!/^\d+$/.test(written) || Number(written) >= this.#strings) this.#report("dangling-string", this.#column);
  }

  #report(code: StructureFault["code"], column: number): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ code, cell: cellAddress(this.#row, column) });
  }
}
