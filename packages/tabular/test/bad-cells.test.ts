import type { Issue } from "@lungang/core";
import type { CellValue, WriteSheet } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readCounty } from "../src/index.ts";
import type { Sheets } from "./fixture.ts";
import { county, withCells, workbook } from "./fixture.ts";

type Change = (sheets: Sheets) => void;

/** Sets a cell by sheet, row and column from 0. */
function set(sheet: string, row: number, column: number, value: CellValue): Change {
  return (sheets) => {
    const cells = sheets[sheet]?.[row];
    if (cells !== undefined) cells[column] = value;
  };
}

function all(...changes: readonly Change[]): Change {
  return (sheets) => changes.forEach((change) => change(sheets));
}

async function issuesOf(change: Change, style?: (sheet: WriteSheet) => WriteSheet): Promise<readonly Issue[]> {
  const sheets = county();
  change(sheets);
  const read = await readCounty(await workbook(sheets, style), { file: "县.xlsx" });
  return read.ok ? read.warnings : read.issues;
}

/** Code, sheet and cell of every issue, errors marked. */
function brief(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, severity, place }) =>
    `${severity === "error" ? "!" : ""}${code} ${place?.sheet ?? ""} ${place?.cell ?? ""}`.trim(),
  );
}

const [BIRTH, SCHOOL, TYPE, SUBJECT, TENURE, STATUS, CARD] = [3, 4, 5, 7, 8, 9, 10];

test("the county that bad ones are made from is read without a remark", async () => {
  expect(await issuesOf(() => undefined)).toEqual([]);
});

const refused: readonly (readonly [string, Change, readonly string[]])[] = [
  ["identity card as a number", set("人员", 1, CARD, Number("110101199003071234")), ["!digits-lost 人员 K2"]],
  ["18-digit id as a number", set("人员", 1, 0, Number("110101199003071234")), ["!digits-lost 人员 A2"]],
  ["identity card as 1.10101E+17", set("人员", 1, CARD, "1.10101E+17"), ["!digits-lost 人员 K2"]],
  ["id as 1.10101E+17", set("人员", 1, 0, "1.10101E+17"), ["!digits-lost 人员 A2"]],
  ["wrong check digit", set("人员", 1, CARD, "11010119900307123X"), ["!bad-id-number 人员 K2"]],
  ["identity card with 15 digits", set("人员", 1, CARD, "110101900307123"), ["!bad-id-number 人员 K2"]],
  ["id turned into a date", set("学校", 1, 0, new Date(Date.UTC(2026, 2, 1))), ["!id-became-date 学校 A2"]],
  ["empty required cell", set("人员", 1, BIRTH, null), ["!missing-value 人员 D2"]],
  ["29 February of a common year", set("人员", 1, BIRTH, "1981-02-29"), ["!not-a-date 人员 D2"]],
  ["American date", set("人员", 1, TENURE, "9/1/2018"), ["!not-a-date 人员 I2"]],
  ["year only", set("人员", 1, TENURE, 2018), ["!not-a-date 人员 I2"]],
  ["2018.10 typed as a number", set("人员", 1, TENURE, 2018.1), ["!ambiguous-date 人员 I2"]],
  ["number that is no date", set("人员", 1, TENURE, 12), ["!not-a-date 人员 I2"]],
  ["word that is not in the list", set("人员", 1, TYPE, "老师傅"), ["!unknown-word 人员 F2"]],
  ["sex as a number", set("人员", 1, 2, 1), ["!unknown-word 人员 C2"]],
  ["text in a number column", set("学校", 1, 4, "约30人"), ["!not-a-number 学校 E2"]],
  ["negative count", set("学校", 1, 4, -3), ["!out-of-range 学校 E2"]],
  ["fraction of a person", set("学校", 1, 4, 29.5), ["!not-a-number 学校 E2"]],
  ["year out of range", set("基本信息", 3, 1, 26), ["!out-of-range 基本信息 B4"]],
  ["latitude of 103", all(set("学校", 1, 5, 103.79), set("学校", 1, 6, 25.49)), ["!out-of-range 学校 F2"]],
  ["latitude without longitude", set("学校", 1, 6, null), ["!half-a-point 学校 G2"]],
  ["coordinates without a system", set("基本信息", 4, 1, null), ["!datum-missing 基本信息 B5"]],
  ["coordinate system nobody knows", set("基本信息", 4, 1, "西安80"), ["!datum-unknown 基本信息 B5"]],
  ["unknown school", set("人员", 1, SCHOOL, "三小"), ["!unknown-reference 人员 E2"]],
  ["unknown school of a post", set("岗位", 1, 0, "S9"), ["!unknown-reference 岗位 A2"]],
  ["note in brackets that means nothing", set("人员", 1, STATUS, "哺乳期(很快结束)"), ["!bad-note 人员 J2"]],
  ["unknown status", set("人员", 1, STATUS, "身体不好"), ["!unknown-word 人员 J2"]],
  ["stage in the subject that is none", set("人员", 1, SUBJECT, "语文(大学)"), ["!unknown-word 人员 H2"]],
  ["stage that the school does not teach", set("岗位", 1, 1, "高中"), ["!stage-not-taught 岗位 B2"]],
  ["post without demand", set("岗位", 1, 3, null), ["!post-without-demand 岗位 A2"]],
  ["the same id twice", set("人员", 2, 0, "T1"), ["!duplicate-id 人员 A3"]],
  ["the same id in full width", set("人员", 2, 0, "Ｔ１"), ["!duplicate-id 人员 A3", "width-normalised 人员 A3"]],
  ["age of 16", set("人员", 1, BIRTH, "2010-05-17"), ["!implausible-age 人员 D2", "implausible-date 人员 I2"]],
  ["recruit without a school or a year", set("人员", 1, SCHOOL, null), ["!person-without-school 人员 E2"]],
  [
    "no school beside another bad cell",
    all(set("人员", 1, SCHOOL, null), set("人员", 1, BIRTH, "1981-02-29")),
    ["!not-a-date 人员 D2", "!person-without-school 人员 E2"],
  ],
  ["two columns with one meaning", set("人员", 0, CARD, "姓名"), ["!duplicate-header 人员 K1"]],
  ["missing column", set("人员", 0, 2, "男女"), ["!missing-column 人员 A1", "unknown-columns 人员 A1"]],
  ["no header at all", (sheets) => sheets["人员"]?.shift(), ["!header-not-found 人员"]],
  ["two sheets with one meaning", (sheets) => (sheets["教师"] = sheets["人员"] ?? []), ["!duplicate-sheet 教师"]],
  ["missing sheet", (sheets) => delete sheets["学校"], ["!missing-sheet"]],
  ["empty sheet", (sheets) => (sheets["学校"] = []), ["!missing-sheet"]],
  [
    "a sheet of people with a header alone",
    (sheets) => (sheets["人员"] = (sheets["人员"] ?? []).slice(0, 1)),
    ["!sheet-without-rows 人员 B2"],
  ],
  [
    "two schools with one name",
    all(set("学校", 2, 1, "一小"), set("人员", 1, SCHOOL, "一小")),
    ["!ambiguous-name 人员 E2"],
  ],
  [
    "record of an unknown person",
    (sheets) =>
      (sheets["考核"] = [
        ["人员编号", "年度", "等次"],
        ["T7", 2025, "优秀"],
      ]),
    ["!unknown-reference 考核 A2"],
  ],
  [
    "exchange that ends before it starts",
    (sheets) =>
      (sheets["交流经历"] = [
        ["人员编号", "原学校", "交流学校", "交流形式", "开始日期", "结束日期"],
        ["T1", "S1", "S2", "支教", "2022-09-01", "2021-08-31"],
      ]),
    ["!dates-out-of-order 交流经历 F2"],
  ],
  [
    "exchange to an unknown school",
    (sheets) =>
      (sheets["任职经历"] = [
        ["人员编号", "职务", "学校", "开始日期"],
        ["T1", "副校长", "某校", "2022-09-01"],
      ]),
    ["!unknown-reference 任职经历 C2"],
  ],
];

describe("what cannot be read is refused with its cell", () => {
  test.each(refused)("%s", async (_name, change, expected) => {
    const issues = await issuesOf(change);
    expect(brief(issues)).toEqual(expected);
    for (const issue of issues) expect(issue.place?.file).toBe("县.xlsx");
  });

  test("an error of a formula", async () => {
    const style = withCells("学校", { "1,4": { value: "#N/A", type: "error" } });
    expect(brief(await issuesOf(() => undefined, style))).toEqual(["!error-cell 学校 E2"]);
  });

  test("a formula without a result", async () => {
    const style = withCells("学校", { "1,4": { value: null, type: "formula", formula: "SUM(1,2)" } });
    expect(brief(await issuesOf(set("学校", 1, 4, null), style))).toEqual(["!formula-without-value 学校 E2"]);
  });

  test("merged cells in the data", async () => {
    const style = (sheet: WriteSheet): WriteSheet =>
      sheet.name === "人员" ? { ...sheet, merges: [{ startRow: 1, startCol: 4, endRow: 2, endCol: 4 }] } : sheet;
    expect(brief(await issuesOf(() => undefined, style))).toContain("!merged-data 人员 E2");
  });
});

const readWithWarning: readonly (readonly [string, Change, readonly string[]])[] = [
  ["full-width digits", set("学校", 1, 4, "３０"), ["width-normalised 学校 E2"]],
  ["number stored as text", set("学校", 1, 4, "30"), ["number-as-text 学校 E2"]],
  ["year and month only", set("人员", 1, TENURE, "2012.9"), ["month-only 人员 I2"]],
  ["serial number without a format", set("人员", 1, TENURE, 41153), ["serial-date 人员 I2"]],
  ["ids as numbers", all(set("人员", 1, 0, 1001)), ["number-in-id 人员 A2"]],
  ["unknown column", set("人员", 0, 11, "备注"), ["unknown-columns 人员 A1"]],
  ["hostile header", set("人员", 0, 11, "__proto__"), ["unknown-columns 人员 A1"]],
  ["unknown sheet", (sheets) => (sheets["Sheet9"] = [["x"]]), ["unknown-sheet Sheet9"]],
  [
    "a sheet that need not be there under another name",
    (sheets) => (sheets["任职情况（校级）"] = [["人员编号", "职务", "学校", "开始日期", "结束日期"], ["T1"]]),
    ["copy-not-read 任职情况（校级）"],
  ],
  [
    "another table below",
    (sheets) => sheets["人员"]?.push([], ["附：各乡镇人数统计"], ["乡镇", "人数"], ["城关镇", 120]),
    ["second-table-skipped 人员 A5"],
  ],
  ["example row of the template", (sheets) => sheets["人员"]?.push(["示例-T001", "某某"]), []],
  ["example row of one's own", (sheets) => sheets["人员"]?.push(["示例-A1", "某某"]), ["example-rows-skipped 人员 A4"]],
  ["a second column that resembles one", set("人员", 0, CARD, "教师姓名"), ["column-left-out 人员 K1"]],
  [
    "line of signatures",
    (sheets) => sheets["人员"]?.push(["制表人：王某", "审核人：李某"]),
    ["footer-rows-skipped 人员 A4"],
  ],
  ["row of sums", (sheets) => sheets["学校"]?.push(["合计", null, null, null, 50]), ["total-rows-skipped 学校 A4"]],
  ["ids that differ in case", set("人员", 2, 0, "t1"), ["similar-id 人员 A3"]],
  [
    "names as they are published",
    all(set("人员", 1, 1, "王**"), set("人员", 2, 1, "王**")),
    ["masked-name 人员 B2", "masked-name 人员 B3"],
  ],
  [
    "sex against the card",
    all(set("人员", 1, CARD, "110101198005171006"), set("人员", 1, 2, "男")),
    ["sex-mismatch 人员 C2"],
  ],
  ["birth date against the card", all(set("人员", 1, CARD, "110101199003071233")), ["birth-date-mismatch 人员 D2"]],
  ["identity number as id", set("人员", 1, 0, "110101198005171014"), ["id-number-as-id 人员 A2"]],
];

test.each(["已调走", "退休", "调离（2026年3月）"])("who is no longer there has no status: %s", async (status) => {
  const [issue] = await issuesOf(set("人员", 1, STATUS, status));
  expect(issue?.code).toBe("unknown-word");
  expect(issue?.advice?.zh).toContain("请删除该行，或在“在岗”列填“否”");
});

describe("what can be read is read, and said", () => {
  test.each(readWithWarning)("%s", async (_name, change, expected) => {
    const codes = brief(await issuesOf(change));
    expect(codes).toEqual(expected);
  });

  test("a formula with a result", async () => {
    const style = withCells("学校", { "1,4": { value: 30, type: "formula", formula: "15*2", formulaResult: 30 } });
    expect(brief(await issuesOf(() => undefined, style))).toEqual(["formula-cells 学校 E2"]);
  });

  test("hidden rows and sheets", async () => {
    const style = (sheet: WriteSheet): WriteSheet =>
      sheet.name === "人员" ? { ...sheet, hidden: true, rowDefs: new Map([[2, { hidden: true }]]) } : sheet;
    expect(brief(await issuesOf(() => undefined, style))).toEqual(["hidden-sheet 人员", "hidden-rows 人员 A3"]);
  });
});

const readAlike: readonly (readonly [string, Change])[] = [
  ["outer spaces", set("人员", 1, 1, " 张三　 ")],
  ["zero-width characters", set("人员", 1, 1, "张\u200B三\uFEFF")],
  ["empty rows", (sheets) => sheets["人员"]?.splice(2, 0, [], [null, " "])],
  ["title rows above the header", (sheets) => sheets["人员"]?.unshift(["某某县教师名册"], ["填表日期：2026年5月"])],
  ["explanation row", (sheets) => sheets["人员"]?.splice(1, 0, ["※ 文本格式", "必填"])],
  [
    "English headers",
    (sheets) => (sheets["人员"] ?? [])[0]?.splice(0, 6, "id", "name", "sex", "birthDate", "homeSchool", "personType"),
  ],
  ["English words", all(set("人员", 1, 2, "Male"), set("人员", 1, TYPE, "teacher"), set("学校", 1, 2, "primary"))],
  ["headers with signs", all(set("人员", 0, 0, "人员编号*"), set("人员", 0, BIRTH, "出生日期（年-月-日）\n必填"))],
  ["school by name", set("人员", 1, SCHOOL, "一小")],
  ["date with slashes", set("人员", 1, TENURE, "2012/9/1")],
  ["date in Chinese", set("人员", 1, TENURE, "2012年9月1日")],
  ["date as a compact number", set("人员", 1, TENURE, 20120901)],
  ["date with a time", set("人员", 1, TENURE, "2012-09-01 00:00:00")],
  ["real date cell", set("人员", 1, TENURE, new Date(Date.UTC(2012, 8, 1)))],
  ["dash for nothing", set("人员", 1, STATUS, "—")],
  ["English sheet names", (sheets) => ((sheets["teachers"] = sheets["人员"] ?? []), delete sheets["人员"])],
  ["instructions", (sheets) => (sheets["说明"] = [["填表说明"]])],
];

describe("spellings that mean the same give the same instance", () => {
  test.each(readAlike)("%s", async (_name, change) => {
    const plain = await readCounty(await workbook(county()));
    const sheets = county();
    change(sheets);
    const read = await readCounty(await workbook(sheets));
    expect(read).toEqual(plain);
  });

  test("a workbook that counts dates from 1904", async () => {
    const sheets = county();
    set("人员", 1, TENURE, new Date(Date.UTC(2012, 8, 1)))(sheets);
    const bytes = await workbook(sheets, undefined, { dateSystem: "1904" });
    expect(await readCounty(bytes)).toEqual(await readCounty(await workbook(county())));
    set("人员", 1, TENURE, 41153 - 1462)(sheets);
    const serial = await readCounty(await workbook(sheets, undefined, { dateSystem: "1904" }));
    expect(serial.ok && serial.value.persons.map((person) => person.tenureStart)).toContain("2012-09-01");
  });
});

describe("readCounty", () => {
  test("lists all problems at once, of cells and of references", async () => {
    const issues = await issuesOf(
      all(set("人员", 1, BIRTH, "昨天"), set("人员", 2, TYPE, "?"), set("岗位", 1, 0, "S9"), set("学校", 1, 4, "x")),
    );
    expect(brief(issues)).toEqual([
      "!not-a-number 学校 E2",
      "!not-a-date 人员 D2",
      "!unknown-word 人员 F3",
      "!unknown-reference 岗位 A2",
    ]);
  });

  test("caps the list at 10,000 and counts the rest", async () => {
    const sheets = county();
    for (let index = 0; index < 10_200; index++)
      sheets["人员"]?.push([`X${index}`, "某", "?", "1980-01-01", "S1", "教师"]);
    const read = await readCounty(await workbook(sheets));
    const issues = read.ok ? [] : read.issues;
    expect(issues).toHaveLength(10_001);
    expect(issues.at(-1)).toMatchObject({ code: "more-issues", received: "200" });
  });

  test("never repeats health, discipline, birth dates or identity numbers", async () => {
    const secret = ["金丝雀综合征", "1899-99-99", "110101199003071234", "11010119900307123X"];
    const issues = await issuesOf(
      all(
        set("人员", 1, STATUS, `${secret[0]}(至2027-01-01)`),
        set("人员", 1, BIRTH, secret[1] ?? ""),
        set("人员", 2, CARD, secret[2] ?? ""),
        set("人员", 2, SCHOOL, secret[3] ?? ""),
      ),
    );
    expect(issues.length).toBeGreaterThan(3);
    for (const word of secret) expect(JSON.stringify(issues)).not.toContain(word);
  });

  test("says what was found, what is expected and what to do", async () => {
    const [issue] = await issuesOf(set("人员", 1, TYPE, "老师傅"));
    expect(issue).toMatchObject({
      received: "老师傅",
      expected: {
        zh: expect.stringContaining("专任教师") as string,
        en: expect.stringContaining("middle leader") as string,
      },
    });
    expect(issue?.message.zh).toContain("人员类别");
    expect(issue?.advice?.en).toContain("Choose");
  });
});

test("an abbreviated school is told with the name that is meant", async () => {
  const issues = await issuesOf(all(set("学校", 1, 1, "石桥镇中心小学"), set("人员", 1, SCHOOL, "石桥镇中小")));
  expect(issues.map(({ code, advice }) => [code, advice?.zh])).toEqual([
    ["unknown-reference", "是否应为“石桥镇中心小学”？"],
  ]);
});

test("a sheet of another name is told by its headings", async () => {
  const issues = await issuesOf((sheets) => {
    sheets["教师花名册"] = sheets["人员"] ?? [];
    delete sheets["人员"];
  });
  expect(brief(issues)).toEqual(["!copy-not-read 教师花名册", "!missing-sheet"]);
  expect(issues[0]?.message.zh).toBe("“教师花名册”未读入，像是“人员”表");
});
