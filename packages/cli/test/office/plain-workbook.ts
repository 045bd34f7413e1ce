import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** Reads workbooks for the recount by its own few lines, so that no reader of ours is trusted. */

/** A cell: a number as a number, everything else as text; empty ones are empty texts. */
export type Cell = number | string;

/** Rows of cells by the name of their sheet. */
export type PlainBook = ReadonlyMap<string, readonly (readonly Cell[])[]>;

/** Reads a workbook that Excel, LibreOffice or anybody else has written. */
export function readPlain(path: string): PlainBook {
  const parts = unzip(readFileSync(path));
  const text = (name: string) => parts.get(name)?.toString("utf8") ?? "";
  const strings = [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>|<si\/>/gsu)].map(([, inner = ""]) =>
    textOf(inner),
  );
  const targets = new Map(
    [...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b[^>]*>/gu)].map(([tag]) => [
      attribute(tag, "Id"),
      attribute(tag, "Target").replace(/^\/?(xl\/)?/u, "xl/"),
    ]),
  );
  const sheets = [...text("xl/workbook.xml").matchAll(/<sheet\b[^>]*>/gu)].map(([tag]): [string, Cell[][]] => [
    unescape(attribute(tag, "name")),
    rowsOf(text(targets.get(attribute(tag, "r:id")) ?? ""), strings),
  ]);
  return new Map(sheets);
}

/** Returns the parts of a zip archive by the directory at its end. */
function unzip(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < bytes.readUInt16LE(end + 10); entry++) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    parts.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 0 ? content : inflateRawSync(content));
    at += 46 + name + extra + comment;
  }
  return parts;
}

function rowsOf(xml: string, strings: readonly string[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const [, head = "", row = ""] of xml.matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gsu)) {
    const cells: Cell[] = [];
    for (const [, tag = "", inner = ""] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
      const column = columnOf(attribute(tag, "r"));
      while (cells.length < column) cells.push("");
      cells[column] = cellOf(attribute(tag, "t"), inner, strings);
    }
    const number = Number(attribute(head, "r"));
    while (rows.length < number - 1) rows.push([]);
    rows[number - 1] = cells;
  }
  return rows;
}

function cellOf(type: string, inner: string, strings: readonly string[]): Cell {
  const value = unescape(/<v>(.*?)<\/v>/su.exec(inner)?.[1] ?? "");
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "inlineStr") return textOf(inner);
  return type === "" || type === "n" ? (value === "" ? "" : Number(value)) : value;
}

/** Runs of rich text are joined; phonetic guides are none. */
function textOf(xml: string): string {
  const plain = xml.replace(/<rPh\b.*?<\/rPh>/gsu, "");
  return [...plain.matchAll(/<t\b[^>]*>(.*?)<\/t>/gsu)].map(([, text = ""]) => unescape(text)).join("");
}

function columnOf(address: string): number {
  const letters = address.replace(/\d+$/u, "");
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "";
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (_all, decimal: string, hex: string, name: string) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? parseInt(hex, 16) : Number(decimal))
      : (named[name] ?? ""),
  );
}
