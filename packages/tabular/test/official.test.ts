import { read as readSheetJs, utils } from "@e965/xlsx";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import type { OutSheet } from "../src/index.ts";
import { officialSheets, writeWorkbook } from "../src/index.ts";

const SHEETS: readonly OutSheet[] = [
  {
    name: "R1 名册（附件）",
    heading: "人员名册",
    about: "谁到哪里",
    columns: [{ header: "姓名" }, { header: "距离", type: "number" }, { header: "开始年月", type: "month" }],
    rows: [
      ["王芳", 7, "2026-09-01"],
      ["李强", 25.017, "2026-09-01"],
      ["赵敏", 0.1, null],
    ],
    notes: ["合计：3人"],
  },
  { name: "空表", columns: [{ header: "姓名" }], rows: [] },
  { name: "O'Neil 表", columns: [{ header: "姓名" }, { header: "编号", hidden: true }], rows: [["王芳", "T1"]] },
];

const DOCUMENT = {
  title: "某县2026年方案",
  prefix: "某县2026年",
  unit: "某县教育局",
  year: 2026,
  language: "zh",
} as const;

async function written(date?: string) {
  const sheets = officialSheets(SHEETS, { ...DOCUMENT, ...(date === undefined ? {} : { date }) });
  return readSheetJs(await writeWorkbook(sheets), { cellStyles: true });
}

const shown = (book: Awaited<ReturnType<typeof written>>, name: string) =>
  utils.sheet_to_json<readonly string[]>(book.Sheets[name] ?? {}, { header: 1, raw: false });

describe("officialSheets", () => {
  test("lists the annexes first and names what has nothing to list", async () => {
    const book = await written();
    expect(book.SheetNames).toEqual(["目录", "R1 名册（附件）", "O'Neil 表"]);
    const contents = shown(book, "目录").map((row) => row.filter((cell) => cell !== undefined && cell !== ""));
    expect(contents).toContainEqual(["附件1", "人员名册", "3", "谁到哪里"]);
    expect(contents).toContainEqual(["附件2", "O'Neil 表", "1"]);
    expect(contents).toContainEqual(["注：下列各表本次没有内容，未单列：空表。"]);
  });

  test("keeps a sheet that nobody prints out of sight, without a number, and says in the contents how to see it", async () => {
    const [first, , last] = SHEETS;
    if (first === undefined || last === undefined) throw new Error("no sheets");
    // Long enough to be parted into pages: parts of a hidden sheet would be printed by LibreOffice.
    const rows = Array.from({ length: 200 }, (_, at) => [`王芳${at}`, "T1"]);
    const long = [first, { ...last, rows, hidden: true }];
    const areasOf = async (given: readonly OutSheet[]) => {
      const written = readSheetJs(await writeWorkbook(officialSheets(given, DOCUMENT)));
      return (written.Workbook?.Names ?? []).filter(({ Name }) => Name.includes("Print_Area")).length;
    };
    expect(await areasOf(long.map((sheet) => ({ ...sheet, hidden: false })))).toBe(1);
    expect(await areasOf(long)).toBe(0);
    const sheets = officialSheets([first, { ...last, hidden: true }], DOCUMENT);
    const book = readSheetJs(await writeWorkbook(sheets), { cellStyles: true });
    expect(book.Workbook?.Sheets?.map(({ Hidden = 0 }) => Hidden)).toEqual([0, 0, 1]);
    const contents = shown(book, "目录").map((row) => row.filter((cell) => cell !== undefined && cell !== ""));
    expect(contents).toContainEqual(["附件1", "人员名册", "3", "谁到哪里"]);
    expect(contents).toContainEqual([
      "另附",
      "O'Neil 表",
      "1",
      "已隐藏，不打印；右键点击工作表标签，选“取消隐藏”后查看",
    ]);
    expect(shown(book, "O'Neil 表")[0]?.[0]).toBe("另附");
  });

  test("puts annex, title, unit and year above, sums, signatures, seal and day below", async () => {
    const rows = shown(await written("2026-07-01"), "R1 名册（附件）").map(([first]) => first);
    expect(rows.slice(0, 3)).toEqual(["附件1", "某县2026年人员名册", "编制单位：某县教育局　　学年：2026—2027学年"]);
    expect(rows.at(-2)).toBe("合计：3人");
    expect(rows.at(-1)).toMatch(/^编制单位（盖章）：某县教育局.*负责人（签字）.*经办人（签字）.*日期：2026年7月1日$/u);
  });

  test("leaves the day open where nobody gives one", async () => {
    expect(shown(await written(), "R1 名册（附件）").at(-1)?.[0]).toMatch(/日期：　+年　+月　+日$/u);
  });

  test("shows whole numbers whole, others with as many places as one of them needs and two at most, and months as months", async () => {
    const rows = shown(await written(), "R1 名册（附件）");
    expect(rows.slice(4, 7).map((row) => row.slice(1))).toEqual([["7", "2026-09"], ["25.02", "2026-09"], ["0.10"]]);
  });

  test("repeats the header on every page of sheets with any name", async () => {
    const { Workbook } = await written();
    const titles = (Workbook?.Names ?? []).filter(({ Name }) => Name === "_xlnm.Print_Titles").map(({ Ref }) => Ref);
    expect(titles).toEqual(["'目录'!$4:$4", "'R1 名册（附件）'!$4:$4", "'O''Neil 表'!$4:$4"]);
  });

  test("hides what is needed to read a line back and for nobody who reads it", async () => {
    const book = await written();
    expect(book.Sheets["O'Neil 表"]?.["!cols"]?.map((column) => column.hidden === true)).toEqual([false, true]);
  });

  test("gives the lines to sign room by making all columns of a narrow table wider, those out of sight left aside", async () => {
    const sheets = officialSheets(SHEETS, DOCUMENT).map(({ columns }) =>
      columns.flatMap(({ hidden, width = 12 }) => (hidden === true ? [] : [width])),
    );
    expect(sheets[1]).toEqual([33, 33, 33]);
    expect(sheets[2]).toEqual([100]);
  });

  test("ends pages so that three rows stand above the lines to sign, on paper on which they can be read", async () => {
    const list = (length: number) => {
      const rows = Array.from({ length }, (_, at) => [`师${at}`]);
      return officialSheets([{ name: "表", columns: [{ header: "姓名" }], rows }], DOCUMENT)[1];
    };
    const wide = Array.from({ length: 19 }, (_, at) => ({ header: `列${at}`, width: 11 }));
    const [, roster] = officialSheets([{ name: "表", columns: wide, rows: [wide.map(() => "是")] }], DOCUMENT);
    const printed = async (one: OutSheet | undefined) => {
      const bytes = await writeWorkbook(one === undefined ? [] : [one]);
      const [read] = (await readXlsx(bytes)).sheets;
      const names = readSheetJs(bytes).Workbook?.Names ?? [];
      const areas = names.filter(({ Name }) => Name === "_xlnm.Print_Area").map(({ Ref }) => Ref);
      // Excel ignores breaks of a sheet that is fitted to pages.
      expect(read?.rowBreaks ?? []).toEqual([]);
      return { areas, paper: read?.pageSetup?.paperSize };
    };
    // Three lines, the header and 25 rows of one line; then the header and 29 rows; then the rest.
    const pages = ["'表'!$A$1:$A$29,'表'!$A$30:$A$58,'表'!$A$59:$A$66"];
    expect(await printed(list(60))).toEqual({ areas: pages, paper: "a4" });
    expect(await printed(list(25))).toEqual({ areas: ["'表'!$A$1:$A$26,'表'!$A$27:$A$31"], paper: "a4" });
    expect(await printed(roster)).toEqual({ areas: [], paper: "a3" });
  });

  test("puts three columns for each of six years on one page in its width", async () => {
    const columns = Array.from({ length: 21 }, (_, at) => ({ header: `列${at}`, width: at === 0 ? 24 : 10 }));
    const [, sheet] = officialSheets([{ name: "表", columns, rows: [columns.map(() => "1")] }], DOCUMENT);
    const [read] = (await readXlsx(await writeWorkbook(sheet === undefined ? [] : [sheet]))).sheets;
    expect([read?.pageSetup?.paperSize, read?.pageSetup?.fitToWidth]).toEqual(["a3", 1]);
  });
});
