import { describe, expect, test } from "vitest";
import { readXlsxBook } from "../src/index.ts";
import type { ZipPart } from "./fixture.ts";
import { rawParts, sheetXml, zip } from "./fixture.ts";

const STRINGS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook with two shared strings, 甲 and 乙, and a sheet of the given XML. */
function withStrings(
  sheet: string,
  strings = `<sst xmlns="${MAIN}"><si><t>甲</t></si><si><t>乙</t></si></sst>`,
): Uint8Array {
  const shared: ZipPart = { name: "xl/sharedStrings.xml", content: Buffer.from(strings) };
  const parts = rawParts(sheet, [shared]).map((entry) => {
    if (entry.name !== "xl/_rels/workbook.xml.rels") return entry;
    const relation = `<Relationship Id="rId9" Type="${STRINGS}" Target="sharedStrings.xml"/></Relationships>`;
    return { ...entry, content: Buffer.from(entry.content.toString().replace("</Relationships>", relation)) };
  });
  return zip(parts);
}

const row = (...cells: string[]) => `<row r="1">${cells.join("")}</row>`;
const text = (address: string, index: number | string) => `<c r="${address}" t="s"><v>${index}</v></c>`;
const number = (address: string, value = 1) => `<c r="${address}"><v>${value}</v></c>`;
const inline = (address: string, content: string) => `<c r="${address}" t="inlineStr"><is><t>${content}</t></is></c>`;

/** A sheet, the code expected ("read" where it is whole) and the cell that is named. */
type Case = readonly [name: string, xml: string, code: string, cell?: string];
const CASES: readonly Case[] = [
  ["whole", sheetXml(row(text("A1", 0), text("B1", 1), number("C1"))), "read"],
  [
    "with rows and cells without addresses",
    sheetXml(`<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`),
    "read",
  ],
  ["with addresses in single quotes", sheetXml(`<row r='1'><c r='A1'><v>1</v></c></row>`), "read"],
  ["with rows out of order", sheetXml(`<row r="2">${number("A2")}</row>${row(number("A1"))}`), "read"],
  ["with a comment", sheetXml(`<!-- a > b -->${row(number("A1"))}`), "read"],
  ["with character data", sheetXml(row(`<c r="A1" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>`)), "read"],
  ["with an angle in an attribute", sheetXml(row(number("A1")), '<x a="1>0"/>'), "read"],
  ["with entities", sheetXml(row(inline("A1", "&lt;&amp;&#65;&#x42;"))), "read"],
  ["with a string that is not there", sheetXml(row(text("A1", 2))), "dangling-string", "A1"],
  ["with a string before the first", sheetXml(row(text("A1", -1))), "dangling-string", "A1"],
  ["with half a string", sheetXml(row(text("B1", 0.5))), "dangling-string", "B1"],
  ["with a string by name", sheetXml(row(text("B1", "甲"))), "dangling-string", "B1"],
  ["with an empty string index", sheetXml(row(`<c r="C1" t="s"><v></v></c>`)), "dangling-string", "C1"],
  ["with a cell of another row", sheetXml(row(number("A1"), number("B2"))), "cell-in-other-row", "B1"],
  ["with a cell twice", sheetXml(row(number("A1"), number("A1", 2))), "cell-twice", "A1"],
  [
    "with a cell twice, once without address",
    sheetXml(row(number("B1"), "<c><v>1</v></c>", number("C1"))),
    "cell-twice",
    "C1",
  ],
  ["with a row twice", sheetXml(`${row(number("A1"))}${row(number("A1", 2))}`), "row-twice", "A1"],
  [
    "with a row that comes again by count",
    sheetXml(`<row r="2">${number("A2")}</row><row r="1"/><row>${number("A2")}</row>`),
    "row-twice",
    "A2",
  ],
  ["with a tag that is not closed", sheetXml(`<row r="1"><c r="A1"><v>1</v></row>`), "malformed-xml"],
  ["with tags that cross", sheetXml(`<row r="1"><c r="A1"><v>1</c></v></row>`), "malformed-xml"],
  ["with a tag that was never opened", sheetXml(`${row(number("A1"))}</row>`), "malformed-xml"],
  ["with an open quote", sheetXml(`<row r="1><c r="A1"/></row>`), "malformed-xml"],
  ["with a bare ampersand", sheetXml(row(inline("A1", "a & b"))), "malformed-xml"],
  ["with an unknown entity", sheetXml(row(inline("A1", "&nbsp;"))), "malformed-xml"],
  ["with a bare angle", sheetXml(row(inline("A1", "a < b"))), "malformed-xml"],
  ["that ends in the middle", sheetXml(row(number("A1"))).slice(0, -20), "malformed-xml"],
  ["with two roots", `${sheetXml(row(number("A1")))}<more/>`, "malformed-xml"],
  ["with an open comment", sheetXml(`<!-- ${row(number("A1"))}`), "malformed-xml"],
];

async function read(bytes: Uint8Array) {
  const book = await readXlsxBook(bytes, { file: "县.xlsx" });
  return book.ok ? [["read"]] : book.issues.map(({ code, place }) => [code, place?.cell, place?.sheet]);
}

describe("a sheet", () => {
  const cases = CASES.map(([name, xml, code, cell]: Case) => ({ name, xml, code, cell }));

  test.each(cases)("$name", async ({ xml, code, cell }) => {
    expect(await read(withStrings(xml))).toEqual(code === "read" ? [["read"]] : [[code, cell, "学校"]]);
  });

  test("with many faults is told of in several cells at once", async () => {
    const found = await read(withStrings(sheetXml(row(text("A1", 7), text("B1", 8), number("C2")))));
    expect(found.map(([code, cell]) => `${code} ${cell}`)).toEqual([
      "dangling-string A1",
      "dangling-string B1",
      "cell-in-other-row C1",
    ]);
  });
});

test("strings that are no XML, strings without their part, bytes that are no text, and a sheet without its part", async () => {
  const one = sheetXml(row(text("A1", 0)));
  expect(await read(withStrings(one, "<sst><si><t>甲</si></sst>"))).toEqual([["malformed-xml", undefined, undefined]]);
  expect(await read(zip(rawParts(one)))).toEqual([["dangling-string", "A1", "学校"]]);
  const bytes = Buffer.concat([
    Buffer.from("<worksheet><sheetData>"),
    Buffer.from([0xff]),
    Buffer.from("</sheetData></worksheet>"),
  ]);
  const parts = rawParts(one).map((entry) =>
    entry.name.endsWith("sheet1.xml") ? { ...entry, content: bytes } : entry,
  );
  expect(await read(zip(parts))).toEqual([["malformed-xml", undefined, "学校"]]);
  const without = rawParts(one).filter((entry) => !entry.name.endsWith("sheet1.xml"));
  expect(await read(zip(without))).toEqual([["sheet-part-missing", undefined, "学校"]]);
});
