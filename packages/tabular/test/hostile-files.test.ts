import { expect, test } from "vitest";
import { readXlsxBook } from "../src/index.ts";
import { readXlsxBook as readGuarded } from "../src/node/index.ts";
import type { ZipPart } from "./fixture.ts";
import { county, rawParts, sheetXml, workbook, zip } from "./fixture.ts";

const good = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>好</t></is></c></row>');
const part = (name: string, content = "x"): ZipPart => ({ name, content: Buffer.from(content) });

async function codesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readXlsxBook(bytes, { file: "a.xlsx" });
  return read.ok ? ["read"] : read.issues.map((issue) => issue.code);
}

test("the hand-made workbook that hostile ones are made from is read", async () => {
  expect(await codesOf(zip(rawParts(good)))).toEqual(["read"]);
});

const spaces = Buffer.alloc(65 * 2 ** 20, " ");

const hostile: readonly (readonly [string, () => Uint8Array, string])[] = [
  ["0 bytes", () => new Uint8Array(), "file-empty"],
  ["not a zip", () => Buffer.from("hello"), "not-a-workbook"],
  ["21 MB", () => new Uint8Array(21 * 2 ** 20), "file-too-large"],
  ["old .xls", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), "legacy-xls"],
  [
    "password",
    () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
    "encrypted-workbook",
  ],
  ["HTML table", () => Buffer.from("\uFEFF<html><table><tr><td>1</td></tr></table></html>"), "html-as-workbook"],
  ["XML spreadsheet 2003", () => Buffer.from('<?xml version="1.0"?><Workbook/>'), "xml-as-workbook"],
  [".xlsb", () => zip([part("[Content_Types].xml"), part("xl/workbook.bin")]), "binary-xlsb"],
  [".ods", () => zip([part("mimetype"), part("content.xml"), part("META-INF/manifest.xml")]), "open-document"],
  [".docx", () => zip([part("[Content_Types].xml"), part("word/document.xml")]), "not-a-workbook"],
  ["a zip of something else", () => zip([part("readme.txt")]), "not-a-workbook"],
  ["truncated", () => zip(rawParts(good)).subarray(0, 700), "damaged-workbook"],
  ["wrong checksum", () => corrupted(zip(rawParts(good))), "damaged-workbook"],
  ["encrypted entry", () => zip(rawParts(good).map((entry) => ({ ...entry, encrypted: true }))), "encrypted-workbook"],
  ["unknown compression", () => zip(rawParts(good).map((entry) => ({ ...entry, method: 12 }))), "damaged-workbook"],
  ["the same name twice", () => zip([...rawParts(good), ...rawParts(good).slice(4)]), "damaged-workbook"],
  ["name with ..", () => zip(rawParts(good, [part("../../etc/passwd")])), "unsafe-part-name"],
  ["absolute name", () => zip(rawParts(good, [part("/etc/passwd")])), "unsafe-part-name"],
  ["backslash name", () => zip(rawParts(good, [part("xl\\..\\evil.xml")])), "unsafe-part-name"],
  ["201 entries", () => zip(Array.from({ length: 201 }, (_, index) => part(`xl/${index}.xml`))), "too-many-parts"],
  [
    "65 MB in one entry",
    () => zip(rawParts(good, [{ name: "xl/sharedStrings.xml", content: spaces }])),
    "inflates-too-much",
  ],
  [
    "bomb with a forged size",
    () => zip(rawParts(good, [{ name: "xl/sharedStrings.xml", content: spaces, claimedSize: 100 }])),
    "damaged-workbook",
  ],
  [
    "ratio above 200 to 1",
    () => zip(rawParts(good, [{ name: "xl/styles.xml", content: Buffer.alloc(4 * 2 ** 20, "a") }])),
    "inflates-too-much",
  ],
  ["macros", () => zip(rawParts(good, [part("xl/vbaProject.bin")])), "has-macros"],
  ["external links", () => zip(rawParts(good, [part("xl/externalLinks/externalLink1.xml")])), "has-external-links"],
  [
    "external entity",
    () => zip(rawParts(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>${good}`)),
    "document-type",
  ],
  [
    "billion laughs in the strings",
    () =>
      zip(
        rawParts(good, [part("xl/sharedStrings.xml", '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst/>')]),
      ),
    "document-type",
  ],
  [
    "cell at XFD1048576",
    () => zip(rawParts(sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))),
    "sheet-too-large",
  ],
  ["cell in column 301", () => zip(rawParts(sheetXml('<row r="1"><c r="KO1"><v>1</v></c></row>'))), "sheet-too-large"],
  [
    "cell in row 60,001",
    () => zip(rawParts(sheetXml('<row r="60001"><c r="A60001"><v>1</v></c></row>'))),
    "sheet-too-large",
  ],
  [
    "wide and high",
    () =>
      zip(
        rawParts(sheetXml('<row r="1"><c r="KN1"><v>1</v></c></row><row r="60000"><c r="A60000"><v>1</v></c></row>')),
      ),
    "sheet-too-large",
  ],
  [
    "a cell without a sensible address",
    () => zip(rawParts(sheetXml('<row r="1"><c r="&#88;FD1"/></row>'))),
    "sheet-too-large",
  ],
  [
    "prefixed tags",
    () => zip(rawParts('<x:worksheet><x:sheetData><x:row r="1"><x:c r="XFD9"/></x:row></x:sheetData></x:worksheet>')),
    "sheet-too-large",
  ],
  [
    "merge of everything",
    () => zip(rawParts(sheetXml("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))),
    "merge-too-large",
  ],
  [
    "many merges",
    () => zip(rawParts(sheetXml("", `<mergeCells>${'<mergeCell ref="A1:Z100"/>'.repeat(4)}</mergeCells>`))),
    "merge-too-large",
  ],
  ["XML that breaks off", () => zip(rawParts("<worksheet><sheetData><row><c").slice(0, 3)), "damaged-workbook"],
];

function corrupted(bytes: Buffer): Buffer {
  const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 40;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

test.each(hostile)(
  "%s is refused before a library sees it, with its name and what to do",
  async (_name, build, code) => {
    const before = process.memoryUsage().rss;
    const read = await readXlsxBook(build(), { file: "名册.xlsx" });
    const issues = read.ok ? [] : read.issues;
    expect(issues.map((issue) => [issue.code, issue.place?.file, typeof issue.advice?.zh])).toEqual([
      [code, "名册.xlsx", "string"],
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20);
  },
);

test("cell texts beyond what a spreadsheet can hold are marked and not copied", async () => {
  const long = "字".repeat(40_000);
  const read = await readXlsxBook(
    zip(rawParts(sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c></row>`))),
  );
  expect(read.ok && [read.value.sheets[0]?.rows[0]?.[0], read.value.sheets[0]?.marks.get(0)]).toEqual(["", 8]);
});

test("one giant shared string in many cells does not fill the memory", async () => {
  const cells = Array.from(
    { length: 40_000 },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`,
  ).join("");
  const strings = `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${randomText(32_000)}</t></si></sst>`;
  const parts = rawParts(sheetXml(cells), [part("xl/sharedStrings.xml", strings)]).map((entry) =>
    entry.name === "xl/_rels/workbook.xml.rels"
      ? { ...entry, content: Buffer.from(withStrings(entry.content.toString())) }
      : entry,
  );
  expect(await codesOf(zip(parts))).toEqual(["damaged-workbook"]);
});

function withStrings(relations: string): string {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings";
  return relations.replace(
    "</Relationships>",
    `<Relationship Id="rId9" Type="${type}" Target="sharedStrings.xml"/></Relationships>`,
  );
}

function randomText(length: number): string {
  let state = 7;
  return Array.from({ length }, () =>
    String.fromCharCode(97 + ((state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % 26)),
  ).join("");
}

test("parsing in a thread is given up at the limit on work and at the limit on memory", async () => {
  const cells = (row: number) =>
    Array.from({ length: 20 }, (_, k) => `<c t="inlineStr"><is><t>${row}-${k}-${"字".repeat(8)}</t></is></c>`).join("");
  const rows = Array.from({ length: 6000 }, (_, row) => `<row r="${row + 1}">${cells(row)}</row>`).join("");
  const bytes = zip(rawParts(sheetXml(rows)));
  const guarded = async (limits: object) => {
    const read = await readGuarded(bytes, limits);
    return read.ok ? ["read"] : read.issues.map((issue) => issue.code);
  };
  expect(await guarded({ processorSeconds: 0.01 })).toEqual(["reading-too-slow"]);
  expect(await guarded({ memoryLimitMb: 12 })).toEqual(["reading-too-big"]);
  expect(await guarded({})).toEqual(["read"]);
});

test("any single flipped byte is read or refused, never a crash", async () => {
  const bytes = await workbook(county());
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x20;
    expect(typeof (await readXlsxBook(changed)).ok).toBe("boolean");
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});
