import type { Issue } from "@lungang/core";
import { describe, expect, test } from "vitest";
import type { NamedFile } from "../src/index.ts";
import { readCounty, readXlsxBook } from "../src/index.ts";
import { SHEETS } from "../src/sheets/sheets.ts";
import type { Column, SheetSpec } from "../src/sheets/spec.ts";
import type { ZipPart } from "./fixture.ts";
import { county, rawParts, sheetXml, workbook, zip } from "./fixture.ts";

/** Bad files made by rule from good ones: every column with values of a wrong kind, every sheet with a broken frame. */

type Rows = readonly (readonly string[])[];

/** A county with one row in every sheet and only the columns that have to be there. */
const GOOD: Readonly<Record<string, Rows>> = {
  基本信息: [
    ["项目", "内容"],
    ["县代码", "530000"],
    ["县名称", "某某县"],
    ["方案年度", "2026"],
    ["坐标系", "WGS-84"],
  ],
  学校: [
    ["学校编号", "学校名称", "学校类型"],
    ["S1", "一小", "小学"],
    ["S2", "二小", "小学"],
  ],
  岗位: [
    ["岗位编号", "学校", "学段", "学科", "需要人数"],
    ["P1", "S1", "小学", "语文", "1"],
  ],
  人员: [
    ["人员编号", "姓名", "性别", "出生日期", "人事关系学校", "人员类别"],
    ["T1", "张三", "男", "1980-05-17", "S1", "专任教师"],
  ],
  分组: [
    ["分组编号", "类别", "名称"],
    ["G1", "片区", "第一片区"],
  ],
  任职经历: [
    ["人员编号", "职务", "开始日期"],
    ["T1", "副校长", "2019-09-01"],
  ],
  交流经历: [
    ["人员编号", "原学校", "交流学校", "交流形式", "开始日期", "结束日期"],
    ["T1", "S1", "S2", "支教", "2019-09-01", "2021-08-31"],
  ],
  状态: [
    ["人员编号", "状态"],
    ["T1", "借调"],
  ],
  考核: [
    ["人员编号", "年度"],
    ["T1", "2025"],
  ],
  质量监测: [
    ["人员编号", "监测名称", "名次", "参评人数"],
    ["T1", "2025春", "3", "48"],
  ],
};

function filesOf(sheets: Readonly<Record<string, Rows>>): readonly NamedFile[] {
  return Object.entries(sheets).map(([name, rows]) => ({ name: `${name}.csv`, bytes: Buffer.from(textOf(rows)) }));
}

function textOf(rows: Rows): string {
  return rows.map((row) => row.join(",")).join("\r\n");
}

/** Replaces the bytes of one file. */
function withFile(sheet: string, bytes: Uint8Array | string): readonly NamedFile[] {
  const name = `${sheet}.csv`;
  return filesOf(GOOD).map((file) => (file.name === name ? { name, bytes: Buffer.from(bytes) } : file));
}

test("the county that the corpus is made from is read without a remark", async () => {
  const read = await readCounty(filesOf(GOOD));
  expect(read.ok ? read.warnings : read.issues).toEqual([]);
});

const COLUMNS = SHEETS.filter(({ zh }) => zh !== "基本信息" && GOOD[zh] !== undefined).flatMap((spec) =>
  spec.columns.map((column) => ({ spec, column })),
);

/** Columns of completed years and of periods, where a fraction is left out and said. */
const COMPLETED = new Set(["weeklyLoad", "leadDeferralYearsUsed", "ruralYears", "weakYears", "remoteYears"]);

/** Values that a column cannot hold, by what it holds. */
function badValues({ codec, key }: Column): readonly string[] {
  const counted = ["三个", "-1", "99999999999"];
  if (codec.type === "integer") return COMPLETED.has(key) ? counted : [...counted, "1.5"];
  if (codec.type === "number") return ["三个", "1e12"];
  if (codec.type === "date") return ["昨天", "2024-13-01", "31/12/2024", "2019"];
  if (codec.choices !== undefined) return ["火星"];
  const bySheet: Readonly<Record<string, readonly string[]>> = {
    subjects: ["语文(大学)"],
    stageCertified: ["大学"],
    honours: ["神仙"],
    statuses: ["身体不好", "哺乳期(很快结束)"],
    studentsByStage: ["大学800", "小学许多"],
    idNumber: ["1.10101E+17", "11010119900307123X"],
    homeSchool: ["三小"],
    currentSchool: ["三小"],
    parent: ["三小"],
    school: ["三小"],
    leadSchool: ["三小"],
    "application.wishes": ["一小、三小"],
    person: ["T9", "1.10101E+17"],
    id: ["1.10101E+17"],
    currentPost: ["1.10101E+17"],
  };
  return bySheet[key] ?? [];
}

const wrongCells = COLUMNS.flatMap(({ spec, column }) =>
  badValues(column).map((value) => [`${spec.zh} ${column.zh}: ${value}`, spec, column, value] as const),
);

/** Puts a value into the first row of a sheet; returns the files and the address of the cell. */
function spoiled(spec: SheetSpec, column: Column, value: string) {
  const [header = [], first = [], ...rest] = GOOD[spec.zh] ?? [];
  const names = new Set([column.zh, ...(column.aliases ?? [])]);
  const found = header.findIndex((name) => names.has(name));
  const at = found < 0 ? header.length : found;
  const put = (row: readonly string[], text: string) => [...row.slice(0, at), text, ...row.slice(at + 1)];
  const rows = [
    put(header, found < 0 ? column.zh : (header[at] ?? "")),
    put(first, value),
    ...rest.map((row) => (found < 0 ? [...row, ""] : row)),
  ];
  return { files: filesOf({ ...GOOD, [spec.zh]: rows }), cell: `${String.fromCharCode(65 + at)}2` };
}

/** Returns the issues that do not name their file, or do not say in both languages what is wrong and what to do. */
function unhelpful(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ message, place, advice, expected }) => {
    const named = /\.(csv|xlsx)$/u.test(place?.file ?? "");
    const told = /\p{Script=Han}/u.test(message.zh) && /^[A-Z0-9"“]/u.test(message.en);
    return !named || !told || (advice?.zh ?? expected ?? "") === "";
  });
}

describe("a value of a wrong kind is refused in its cell", () => {
  test.each(wrongCells)("%s", async (_name, spec, column, value) => {
    const { files, cell } = spoiled(spec, column, value);
    const read = await readCounty(files);
    expect(read.ok).toBe(false);
    const errors = read.ok ? [] : read.issues.filter(({ severity }) => severity === "error");
    expect(errors.map(({ place }) => [place?.file, place?.line, place?.cell])).toContainEqual([
      `${spec.zh}.csv`,
      2,
      cell,
    ]);
    expect(unhelpful(errors)).toEqual([]);
    const leaks = column.sensitive === true && JSON.stringify(errors).includes(value);
    expect(leaks).toBe(false);
  });
});

const OUTSIDE = [
  ["人员", "spouse", "T9"],
  ["交流经历", "from", "三小"],
  ["交流经历", "to", "三小"],
] as const;

test.each(OUTSIDE)("%s %s that is in no sheet is read with a warning in its cell", async (sheet, key, value) => {
  const found = COLUMNS.find(({ spec, column }) => spec.zh === sheet && column.key === key);
  if (found === undefined) throw new Error("no such column");
  const { files, cell } = spoiled(found.spec, found.column, value);
  const read = await readCounty(files);
  const warnings = read.ok ? read.warnings : [];
  expect(warnings.map(({ code, place }) => [code, place?.file, place?.cell])).toEqual([
    ["outside-reference", `${sheet}.csv`, cell],
  ]);
  expect(unhelpful(warnings)).toEqual([]);
});

const FRAMES = Object.entries(GOOD).filter(([name]) => name !== "基本信息");
const required = COLUMNS.filter(({ column }) => column.required === true && column.madeOf === undefined);

describe("a sheet with a broken frame is refused by its name", () => {
  test.each(required.map(({ spec, column }) => [`${spec.zh} without ${column.zh}`, spec, column] as const))(
    "%s",
    async (_name, spec, column) => {
      const names = new Set([column.zh, ...(column.aliases ?? [])]);
      const [header = [], ...rest] = GOOD[spec.zh] ?? [];
      const renamed = header.map((name) => (names.has(name) ? "某列" : name));
      const read = await readCounty(filesOf({ ...GOOD, [spec.zh]: [renamed, ...rest] }));
      const errors = read.ok ? [] : read.issues.filter(({ severity }) => severity === "error");
      const codes = errors.filter(({ place }) => place?.file === `${spec.zh}.csv`).map(({ code }) => code);
      expect(codes.some((code) => code === "missing-column" || code === "header-not-found")).toBe(true);
      expect(unhelpful(errors)).toEqual([]);
    },
  );

  const frames: readonly (readonly [string, (text: string) => Uint8Array | string, readonly string[]])[] = [
    ["empty", () => "", ["file-empty", "missing-sheet", "header-not-found"]],
    ["with an open quote", (text) => `${text}\r\n"`, ["csv-malformed"]],
    ["with a field too many", (text) => `${text},,,,,,,,9`, ["too-many-fields"]],
    ["with a header twice", (text) => doubled(text), ["duplicate-header"]],
    [
      "with bytes of no encoding",
      (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xff])]),
      ["text-undecodable"],
    ],
    ["in UTF-16 without a mark", (text) => Buffer.from(text, "utf16le"), ["text-undecodable", "header-not-found"]],
    [
      "that is an image",
      () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
      ["text-undecodable", "header-not-found", "csv-malformed"],
    ],
    ["cut in the header", (text) => text.slice(0, 2), ["header-not-found"]],
    ["of another sheet", () => "甲,乙,丙\r\n1,2,3", ["header-not-found"]],
  ];

  test.each(
    FRAMES.flatMap(([name, rows]) =>
      frames.map(([kind, make, codes]) => [`${name} ${kind}`, name, make(textOf(rows)), codes] as const),
    ),
  )("%s", async (_name, sheet, bytes, codes) => {
    const read = await readCounty(withFile(sheet, bytes));
    const issues = read.ok ? read.warnings : read.issues;
    expect(issues.map(({ code }) => code).some((code) => codes.includes(code))).toBe(true);
    expect(unhelpful(issues.filter(({ place }) => place?.file === `${sheet}.csv`))).toEqual([]);
  });
});

function doubled(text: string): string {
  const [header = "", ...rows] = text.split("\r\n");
  return [`${header},${header.split(",")[0] ?? ""}`, ...rows.map((row) => `${row},`)].join("\r\n");
}

/** Parts of a workbook whose sheet is read. */
const parts = () => rawParts(sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>好</t></is></c></row>'));

const archives: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
  ...Array.from(
    { length: 24 },
    (_, k) =>
      [
        `a workbook cut after ${k + 1} of 25 parts`,
        async () => {
          const bytes = await workbook(county());
          return bytes.subarray(0, Math.floor((bytes.length * (k + 1)) / 25));
        },
      ] as const,
  ),
  ...["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"].map(
    (name) => [`a workbook without ${name}`, () => zip(parts().filter((part) => part.name !== name))] as const,
  ),
  ...["xl/workbook.xml", "xl/worksheets/sheet1.xml"].flatMap((name) =>
    (["", "<", "<x", "not xml", "<a><b></a>", "\u0000\u0001", "<worksheet><sheetData>"] as const).map(
      (text) => [`${name} that is ${JSON.stringify(text)}`, () => zip(replaced(name, text))] as const,
    ),
  ),
  ["a zip in a zip", () => zip([{ name: "a.xlsx", content: zip(parts()) }])],
  [
    "a second file behind the first",
    async () => Buffer.concat([zip(parts()).subarray(0, 300), await workbook(county())]),
  ],
  ["a PDF", () => Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj")],
  ["a JPEG", () => Buffer.from("ffd8ffe000104a46494600010100", "hex")],
  ["a JSON file", () => Buffer.from('{"format":"lungang-instance-1"}')],
  ["a shell script", () => Buffer.from("#!/bin/sh\necho")],
  ["a RAR archive", () => Buffer.from("526172211a0700cf90730000", "hex")],
  ["a gzip file", () => Buffer.from("1f8b0800000000000003", "hex")],
  ["only the end of a zip", () => zip(parts()).subarray(-22)],
];

function replaced(name: string, text: string): readonly ZipPart[] {
  return parts().map((part) => (part.name === name ? { ...part, content: Buffer.from(text) } : part));
}

describe("a file that is no whole workbook is refused with its name", () => {
  test.each(archives)("%s", async (_name, make) => {
    const before = process.memoryUsage().rss;
    const bytes = await make();
    const read = await readCounty([{ name: "县.xlsx", bytes }]);
    expect(read.ok).toBe(false);
    expect(unhelpful(read.ok ? [] : read.issues)).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 2 ** 20);
  });
});

test("cells that no spreadsheet writes are read as text or refused, and leave no trace", async () => {
  const cells = [
    '<c r="A1" t="x"><v>1</v></c>',
    '<c r="A1" t="s"><v>99</v></c>',
    '<c r="A1" t="b"><v>7</v></c>',
    '<c r="A1" s="999"><v>1</v></c>',
    '<c r="A1"><v>1e999</v></c>',
    '<c r="A1"><v>NaN</v></c>',
    '<c r="A1" t="d"><v>soon</v></c>',
    '<c r="A1" t="inlineStr"><is><t>__proto__</t></is></c>',
  ];
  const answers = await Promise.all(
    cells.map(async (cell) => (await readXlsxBook(zip(rawParts(sheetXml(`<row r="1">${cell}</row>`))))).ok),
  );
  expect(answers.every((ok) => typeof ok === "boolean")).toBe(true);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("the corpus holds more than three hundred files", () => {
  expect(wrongCells.length + required.length + FRAMES.length * 9 + archives.length).toBeGreaterThanOrEqual(300);
});
