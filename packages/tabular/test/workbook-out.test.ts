import { read as readSheetJs, utils, write as writeSheetJs } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import type { OutColumnType } from "../src/index.ts";
import { readCounty, readXlsxBook, writeWorkbook } from "../src/index.ts";
import { county, workbook } from "./fixture.ts";

const payloads = [
  "=1+1",
  '=HYPERLINK("http://x","y")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-1+1",
  "-5",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(1)",
  "'=1",
  "{=1}",
  "<f>1</f>",
  "]]><f>1+1</f>",
  "_x003D_1",
  "\u0000=1",
];

describe("writeWorkbook", () => {
  test("writes text as string cells in every kind of column, never as a formula", async () => {
    const types: readonly OutColumnType[] = ["text", "integer", "number", "date", "percent"];
    const columns = types.map((type) => ({ header: type, type }));
    const bytes = await writeWorkbook([{ name: "表", columns, rows: payloads.map((text) => types.map(() => text)) }]);
    const sheet = readSheetJs(bytes, { cellFormula: true }).Sheets["表"] ?? {};
    const cells = Object.entries(sheet).filter(([address]) => !address.startsWith("!"));
    expect(cells).toHaveLength((payloads.length + 1) * types.length);
    for (const [, cell] of cells)
      expect([(cell as { t: string }).t, (cell as { f?: string }).f]).toEqual(["s", undefined]);
    const book = await readXlsxBook(bytes);
    expect(book.ok && book.value.sheets[0]?.rows.slice(1).map((row) => row[0])).toEqual(payloads);
    expect(book.ok && [...(book.value.sheets[0]?.marks.values() ?? [])]).toEqual([]);
  });

  test("writes dates, numbers and shares that another reader reads alike", async () => {
    const columns = [
      { header: "日期", type: "date" },
      { header: "数", type: "number" },
      { header: "比例", type: "percent" },
    ] as const;
    const bytes = await writeWorkbook([
      {
        name: "表",
        columns,
        rows: [
          ["2018-09-01", 3.25, 0.125],
          [null, undefined, true],
        ],
        notes: ["注"],
      },
    ]);
    const sheet = readSheetJs(bytes).Sheets["表"] ?? {};
    expect(utils.sheet_to_json(sheet, { header: 1, raw: false })).toEqual([
      ["日期", "数", "比例"],
      ["2018-09-01", "3.25", "12.50%"],
      [undefined, undefined, "TRUE"],
      [],
      ["注"],
    ]);
  });
});

describe("readCounty reads workbooks of another writer", () => {
  test("with texts, numbers and dates", async () => {
    const book = utils.book_new();
    for (const [name, rows] of Object.entries(county())) {
      const dated = rows.map((row) =>
        row.map((cell) => (typeof cell === "string" && /^\d{4}-/.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell)),
      );
      utils.book_append_sheet(book, utils.aoa_to_sheet(dated, { UTC: true }), name);
    }
    const bytes = new Uint8Array(writeSheetJs(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
    const read = await readCounty(bytes);
    const plain = await readCounty(await workbook(county()));
    expect(read.ok ? read.value : read.issues).toEqual(plain.ok && plain.value);
  });

  test("and refuses its .xlsb, .xls, .ods and .html by name", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["x"]]), "学校");
    const codes = await Promise.all(
      (["xlsb", "biff8", "ods", "html"] as const).map(async (bookType) => {
        const read = await readCounty(new Uint8Array(writeSheetJs(book, { type: "buffer", bookType }) as Buffer));
        return read.ok ? "read" : read.issues[0]?.code;
      }),
    );
    expect(codes).toEqual(["binary-xlsb", "legacy-xls", "open-document", "html-as-workbook"]);
  });
});
