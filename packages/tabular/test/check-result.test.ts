import { describe, expect, test } from "vitest";
import type { Issue } from "@lungang/core";
import { readXlsx } from "hucre/xlsx";
import { readCounty, readXlsxBook, writeCheckResult } from "../src/index.ts";
import { county, workbook } from "./fixture.ts";

async function problems(change: (sheets: ReturnType<typeof county>) => void) {
  const sheets = county();
  change(sheets);
  const bytes = await workbook(sheets);
  const read = await readCounty(bytes, { file: "县.xlsx" });
  return { bytes, issues: read.ok ? read.warnings : read.issues };
}

const cellsOf = async (bytes: Uint8Array, name: string) => {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets.find((sheet) => sheet.name === name)?.cells;
};

describe("writeCheckResult", () => {
  test("lists all problems, and marks their cells in copies of the sheets", async () => {
    const { bytes, issues } = await problems((sheets) => {
      (sheets["人员"]?.[1] ?? [])[2] = "甲";
      (sheets["人员"]?.[2] ?? [])[4] = "S9";
    });
    const result = await writeCheckResult(bytes, issues, { file: "县.xlsx" });
    const book = await readXlsxBook(result);
    const [list, ...copies] = book.ok ? book.value.sheets : [];
    expect(list?.name).toBe("检查结果");
    expect(list?.rows.slice(1).map((row) => [row[0], row[2], row[3]])).toEqual([
      ["错误", "人员", "C2"],
      ["错误", "人员", "E3"],
    ]);
    expect(list?.rows.slice(1).every((row) => row[7] !== null)).toBe(true);
    expect(copies.map((sheet) => sheet.name)).toEqual(["基本信息", "学校", "岗位", "人员"]);
    expect(copies[3]?.rows[1]?.slice(0, 4)).toEqual(["T1", "张三", "甲", "1980-05-17"]);
    const cells = await cellsOf(result, "人员");
    expect(cells?.get("1,2")?.comment?.text).toContain("不是可选的词");
    expect(cells?.get("2,4")?.comment?.text).toContain("S9");
    expect(cells?.get("1,1")?.comment).toBeUndefined();
  });

  test("marks empty cells too, and writes text that looks like a formula as text", async () => {
    const { bytes, issues } = await problems((sheets) => {
      (sheets["人员"]?.[1] ?? [])[3] = null;
      (sheets["人员"]?.[1] ?? [])[1] = "=1+1";
    });
    const result = await writeCheckResult(bytes, issues);
    const cells = await cellsOf(result, "人员");
    expect(cells?.get("1,3")?.comment?.text).toContain("必填项为空");
    const book = await readXlsxBook(result);
    const people = book.ok ? book.value.sheets.find((sheet) => sheet.name === "人员") : undefined;
    expect([people?.rows[1]?.[1], [...(people?.marks.values() ?? [])].filter((bits) => (bits & 2) !== 0)]).toEqual([
      "=1+1",
      [],
    ]);
  });

  test("puts CSV files into sheets of one workbook and speaks English", async () => {
    const name = "人员.csv";
    const bytes = Buffer.from("人员编号,性别\nT1,甲\n");
    const issue: Issue = {
      code: "unknown-word",
      severity: "warning",
      message: { zh: "错", en: "Wrong" },
      place: { file: name, cell: "B2", line: 2 },
    };
    const result = await writeCheckResult(
      [
        { name, bytes },
        { name: "状态.csv", bytes },
      ],
      [issue],
      { language: "en" },
    );
    const book = await readXlsxBook(result);
    expect(book.ok && book.value.sheets.map((sheet) => sheet.name)).toEqual(["Problems", "人员", "状态"]);
    expect((await cellsOf(result, "人员"))?.get("1,1")?.comment?.text).toBe("Wrong");
    expect((await cellsOf(result, "状态"))?.get("1,1")?.comment).toBeUndefined();
  });

  test("holds the list alone where the file cannot be read", async () => {
    const read = await readCounty(Buffer.from("no workbook"), { file: "县.xlsx" });
    const result = await writeCheckResult(Buffer.from("no workbook"), read.ok ? [] : read.issues);
    const book = await readXlsxBook(result);
    expect(book.ok && book.value.sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([["检查结果", 2]]);
  });
});
