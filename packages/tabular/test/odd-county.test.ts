import type { Instance, Issue } from "@lungang/core";
import { describe, expect, test } from "vitest";
import type { NamedFile } from "../src/index.ts";
import { readCounty } from "../src/index.ts";
import { PEOPLE_HEADER, workbook } from "./fixture.ts";

/** Rows of cells by the name of their sheet; four people at two schools, all sound. */
type Rows = Record<string, (string | number | Date)[][]>;

function sound(): Rows {
  return {
    基本信息: [
      ["项目", "内容"],
      ["县代码", "530000"],
      ["县名称", "某某县"],
      ["方案年度", 2024],
      ["坐标系", "WGS-84"],
    ],
    学校: [
      ["学校编号", "学校名称", "学校类型", "所属乡镇", "办学联合体"],
      ["S1", "一小", "小学", "城关镇", "第一联合体"],
      ["S2", "二小", "小学", "河口镇", "第一联合体"],
    ],
    岗位: [
      ["学校", "学段", "学科", "需要人数"],
      ["S1", "小学", "语文", 3],
      ["S2", "小学", "数学", 2],
    ],
    人员: [
      ["人员编号", ...PEOPLE_HEADER],
      ["T1", "张三", "男", "1980-05-17", "S1", "专任教师", "小学", "语文", "2012-09-01"],
      ["T2", "李四", "女", "1992-11-03", "S1", "专任教师", "小学", "语文", "2018-09-01"],
      ["T3", "王五", "女", "1988-01-20", "S1", "专任教师", "小学", "语文", "2016-09-01"],
      ["T4", "赵六", "男", "1979-03-08", "S2", "专任教师", "小学", "数学", "2010-09-01"],
    ],
  };
}

type Change = (rows: Rows) => unknown;
/** What is expected: issues as `code place`, errors with `!`; and, where given, a value that was read. */
interface Odd {
  readonly name: string;
  readonly change: Change;
  readonly said: readonly string[];
  readonly value?: readonly [of: (instance: Instance) => unknown, expected: unknown];
}

const odd = (name: string, change: Change, said: readonly string[], value?: Odd["value"]): Odd => {
  return value === undefined ? { name, change, said } : { name, change, said, value };
};
/** Adds a column to the sheet of people. */
const column =
  (header: string, ...cells: (string | number | Date)[]): Change =>
  (rows) =>
    (rows["人员"] ?? []).forEach((row, index) => row.push(index === 0 ? header : (cells[index - 1] ?? cells[0] ?? "")));
const cell =
  (sheet: string, row: number, at: number, value: string | number | Date): Change =>
  (rows) =>
    (((rows[sheet] as Rows[string])[row] as Rows[string][number])[at] = value);
const header = (at: number, value: string) => cell("人员", 0, at, value);
const sheet =
  (name: string, ...content: (string | number)[][]): Change =>
  (rows) =>
    (rows[name] = content);
const persons = (of: (person: Instance["persons"][number]) => unknown) => (instance: Instance) =>
  [...instance.persons].sort((a, b) => (a.id < b.id ? -1 : 1)).map(of);

const DATES: readonly Odd[] = [
  ["2012-09-01", "2012-09-01"],
  ["2012/9/1", "2012-09-01"],
  ["2012.9.1", "2012-09-01"],
  ["20120901", "2012-09-01"],
  ["2012年9月1日", "2012-09-01"],
  ["二〇一二年九月", "!not-a-date"],
  ["2012-09-01 00:00:00", "2012-09-01"],
  ["2012-09-01 08:30", "2012-09-01 time-dropped"],
  ["2012-08-31 23:59:17", "2012-09-01 time-next-day"],
  ["2012-08-31 16:00", "2012-09-01 time-next-day"],
  ["2012-08-31T16:00:00.000Z", "2012-09-01 time-next-day"],
  ["2012-08-31 15:54:17", "2012-09-01 time-next-day"],
  ["2012/8/31 下午 11:59:17", "2012-09-01 time-next-day"],
  ["2012-09-01 25:00", "2012-09-01 time-dropped"],
  ["2012.9", "2012-09-01 month-only"],
  ["2012.10", "2012-10-01 month-only"],
  ["2012.1", "!ambiguous-date"],
  ["2012", "!not-a-date"],
  ["2012-13-01", "!not-a-date"],
  ["2012-02-30", "!not-a-date"],
  ["9/1/2012", "!not-a-date"],
  ["九月", "!not-a-date"],
  ["2042-09-01", "!implausible-date"],
  ["0202-09-01", "!dates-out-of-order"],
  ["1970-09-01", "!dates-out-of-order"],
  ["1985-09-01", "implausible-date"],
].map(([given = "", expected = ""]) => {
  const [date, notice] = expected.split(" ");
  const isDate = /^\d/.test(expected);
  const codes = isDate ? (notice === undefined ? [] : [notice]) : [expected];
  return odd(
    `a start of ${given}`,
    cell("人员", 1, 8, given),
    codes.map((code) => `${code} 人员 I2`),
    isDate ? [(instance) => instance.persons.find(({ id }) => id === "T1")?.tenureStart, date] : undefined,
  );
});

const COLUMNS: readonly Odd[] = [
  odd("a column that nobody knows", column("政治面貌", "群众"), ["unknown-columns 人员 A1"]),
  odd("a column left out on purpose", column("※政治面貌", "群众"), []),
  odd("degrees", column("学历", "本科", "大专", "本科", "研究生"), ["column-left-out 人员 J1"]),
  odd("degrees, one of them a word of ours", column("学历", "本科", "大专", "达标", "研究生"), [
    "column-left-out 人员 J1",
  ]),
  odd("one slip in a column of degrees", column("学历", "达标", "大专", "达标", "未达标"), ["!unknown-word 人员 J3"]),
  odd("the words themselves in the column that is called so", column("学历达标", "本科", "大专", "本科", "本科"), [
    "!unknown-word 人员 J1",
  ]),
  odd("everybody at work", column("状态", "在职"), []),
  odd("some ordinary words", column("状态", "在岗", "正常", "", "在编"), []),
  odd("an unknown state among ordinary ones", column("状态", "在职", "在职", "身体不好", "在职"), [
    "!unknown-word 人员 J4",
  ]),
  odd("states that nobody knows", column("状态", "甲", "乙", "丙", "丁"), ["!unknown-word 人员 J1"]),
  odd("a state under another name", column("免交流情形", "甲", "乙", "丙", "丁"), ["!unknown-word 人员 J1"]),
  odd(
    "money of the establishment",
    column("编制", "全额拨款"),
    [],
    [persons((person) => person.establishment), Array(4).fill("established")],
  ),
  odd(
    "in post in words",
    column("在岗", "在岗", "在岗", "在职", "离岗"),
    [],
    [persons((person) => person.inPost), [true, true, true, false]],
  ),
  odd(
    "periods with a unit",
    column("周课时", "14节", "12", "12.5", "14 课时"),
    ["fraction-dropped 人员 J4", "number-as-text 人员 J3", "unit-dropped 人员 J2"],
    [persons((person) => person.weeklyLoad), [14, 12, 12, 14]],
  ),
  odd("years with a unit", column("乡村任教年数", "5年", "3周年"), ["unit-dropped 人员 J2"]),
  odd("months in a column of years", column("乡村任教年数", "36个月", "3月", 1, 1), [
    "!wrong-unit 人员 J2",
    "!wrong-unit 人员 J3",
  ]),
  odd("years in a column of periods", column("周课时", "3年", 1, 1, 1), ["!wrong-unit 人员 J2"]),
  odd("people in a column of years", column("薄弱校任教年数", "6人", 1, 1, 1), ["!wrong-unit 人员 J2"]),
  odd("classes at a school in a column of schools", column("任教学校数", "2个班", 1, 1, 1), ["!wrong-unit 人员 J2"]),
  odd("a word that is no unit", column("乡村任教年数", "6多", 1, 1, 1), ["!not-a-number 人员 J2"]),
  odd("half years", column("乡村任教年数", 3.5, 2, 1, 0), ["fraction-dropped 人员 J2"]),
  odd("schools with a unit", column("任教学校数", "2所"), ["unit-dropped 人员 J2"]),
  odd(
    "grades in words",
    column("岗位等级", "专技七级", "十级", "专业技术十二级", "9级"),
    [],
    [persons((person) => person.postGrade), [7, 10, 12, 9]],
  ),
  odd("a grade that is none", column("岗位等级", "专技十四级", 7, 7, 7), ["!not-a-number 人员 J2"]),
  odd("numbers that are hidden", column("身份证号", "(略)", "5301**********0012", "略", "保密"), [
    "id-number-hidden 人员 J2",
  ]),
  odd("a second stage", column("学段", "小学"), ["column-left-out 人员 J1"]),
  odd("a second certificate", column("教师资格", "小学教师资格"), ["column-left-out 人员 J1"]),
  odd("the same header twice", column("姓名", "甲"), ["!duplicate-header 人员 J1"]),
  odd("two columns of degrees", (rows) => [column("学历", "达标")(rows), column("学历(在职)", "达标")(rows)], [
    "column-left-out 人员 K1",
  ]),
  odd("two degrees", (rows) => [column("学历（全日制）", "大专")(rows), column("学历（在职）", "本科")(rows)], [
    "column-left-out 人员 J1",
    "column-left-out 人员 K1",
  ]),
  odd(
    "a spouse by name",
    column("配偶", "李四", "张三", "", ""),
    [],
    [persons((person) => person.spouse), ["T2", "T1", undefined, undefined]],
  ),
  odd("a spouse elsewhere", column("配偶", "某人", "", "", ""), ["outside-reference 人员 J2"]),
  odd("a header in two lines", header(3, "出生\n日期"), []),
  odd("a header in three lines", header(3, "出\n生\n日期"), []),
  odd("a header with its explanation below", header(3, "出生日期\n（年-月-日）"), []),
  odd("a header with spaces", header(1, "姓　名"), []),
  odd("a header of full width", header(0, "人员编号＊"), []),
  odd("a required header that is missing", header(3, "某日"), ["!missing-column 人员 A1", "unknown-columns 人员 A1"]),
  odd(
    "a header in two rows",
    (rows) => {
      const [names = [], ...data] = rows["人员"] ?? [];
      const upper = names.map((name, at) => (at === 6 ? "任教情况" : at === 7 ? "" : name));
      rows["人员"] = [upper, names.map((name, at) => (at === 6 || at === 7 ? name : "")), ...data];
    },
    [],
  ),
  odd(
    "a header in two rows that belong together",
    (rows) => {
      const [names = [], ...data] = rows["人员"] ?? [];
      const more = [...names, "居住地", ""];
      rows["人员"] = [more, [...names.map(() => ""), "纬度", "经度"], ...data.map((row) => [...row, 38.2, 109.7])];
    },
    [],
    [persons((person) => person.residence?.latitude), [38.2, 38.2, 38.2, 38.2]],
  ),
  odd("a title above", (rows) => rows["人员"]?.unshift(["某某县教师名册"]), []),
  odd("a title and the date above", (rows) => rows["人员"]?.unshift(["某某县教师名册"], ["2024年5月"]), []),
];

const ROWS: readonly Odd[] = [
  odd("a line of signatures", (rows) => rows["人员"]?.push(["制表人：王某", "", "审核人：李某"]), [
    "footer-rows-skipped 人员 A6",
  ]),
  odd("a date of making", (rows) => rows["人员"]?.push(["填表日期：2024年5月1日"]), ["footer-rows-skipped 人员 A6"]),
  odd("a seal", (rows) => rows["人员"]?.push(["单位（盖章）："]), ["footer-rows-skipped 人员 A6"]),
  odd("a head who signs", (rows) => rows["人员"]?.push(["", "负责人(签字):"]), ["footer-rows-skipped 人员 A6"]),
  odd("a sum", (rows) => rows["人员"]?.push(["合计", "4"]), ["total-rows-skipped 人员 A6"]),
  odd("a sum in one cell", (rows) => rows["人员"]?.push(["合计：4人"]), ["total-rows-skipped 人员 A6"]),
  odd("a sum of the page", (rows) => rows["人员"]?.push(["本页小计", "4"]), ["total-rows-skipped 人员 A6"]),
  odd("a count in words", (rows) => rows["人员"]?.push(["共4人"]), ["total-rows-skipped 人员 A6"]),
  odd("a note", (rows) => rows["人员"]?.push(["※ 本表由学校填写"]), []),
  odd("a remark", (rows) => rows["人员"]?.push(["备注：无"]), []),
  odd("empty rows at the end", (rows) => rows["人员"]?.push([], ["", " "]), []),
  odd("empty rows between", (rows) => rows["人员"]?.splice(2, 0, []), []),
  odd("the example of the template", (rows) => rows["人员"]?.push(["示例-T001", "张三"]), []),
  odd("a row pasted twice", (rows) => rows["人员"]?.push([...(rows["人员"][1] ?? [])]), ["!duplicate-id 人员 A6"]),
  odd("a row pasted with a new id", (rows) => rows["人员"]?.push(["T9", ...(rows["人员"][1] ?? []).slice(1)]), [
    "!same-person-twice 人员 A6",
  ]),
  odd("a post pasted twice", (rows) => rows["岗位"]?.push([...(rows["岗位"][1] ?? [])]), ["post-twice 岗位 A4"]),
  odd("a school pasted with a new id", (rows) => rows["学校"]?.push(["S3", "一小", "小学", "城关镇", "第一联合体"]), [
    "similar-name 学校 B4",
  ]),
  odd("a telephone number of heads", cell("岗位", 1, 3, 13_812_345_678), ["!out-of-range 岗位 D2"]),
  odd("a million heads", cell("岗位", 1, 3, 1_000_000), ["!implausible-number 岗位 D2"]),
];

const NAMES: readonly Odd[] = [
  odd(
    "a subject with a space",
    cell("人员", 1, 7, "语 文"),
    [],
    [persons((person) => person.subjects[0]?.subject), ["语文", "语文", "语文", "数学"]],
  ),
  odd("a subject with a space of full width", cell("人员", 1, 7, "语　文"), []),
  odd(
    "two subjects with a space between them",
    cell("人员", 1, 7, "语文 数学(兼)"),
    [],
    [
      persons((person) => person.subjects.map(({ subject }) => subject).join("/")),
      ["数学/语文", "语文", "语文", "数学"],
    ],
  ),
  odd(
    "a subject with its stage",
    cell("人员", 1, 7, "小学语文"),
    [],
    [persons((person) => person.subjects[0]?.stages), [["primary"], undefined, undefined, undefined]],
  ),
  odd("a post with the stage in its subject", cell("岗位", 1, 2, "小学语文"), ["stage-in-subject 岗位 C2"]),
  odd(
    "a course by two of its former names",
    (rows) => [cell("岗位", 2, 2, "道法")(rows), cell("人员", 4, 7, "小学思品(主)")(rows)],
    ["subject-renamed 岗位 C3", "subject-renamed 人员 H5"],
    [persons((person) => person.subjects[0]?.subject), ["语文", "语文", "语文", "道德与法治"]],
  ),
  odd("a subject that no post asks for", cell("人员", 4, 7, "美术"), [
    "subject-not-asked 人员 H5",
    "subject-not-held 岗位 C3",
  ]),
  odd("a subject that is one only with its stage", cell("人员", 4, 7, "小学教育"), [
    "subject-not-asked 人员 H5",
    "subject-not-held 岗位 C3",
  ]),
  odd(
    "two subjects without a main one",
    cell("人员", 1, 7, "语文、音乐"),
    ["main-subject-inferred 人员 H2", "subject-not-asked 人员 H2"],
    [persons((person) => person.subjects.find((skill) => skill.main)?.subject), ["语文", "语文", "语文", "数学"]],
  ),
  odd(
    "two subjects of which the school asks for both",
    (rows) => [
      rows["岗位"]?.push(["S1", "小学", "数学", 1]),
      cell("人员", 1, 7, "数学、语文")(rows),
      cell("人员", 2, 7, "语文、数学")(rows),
    ],
    ["main-subject-first 人员 H2", "main-subject-first 人员 H3"],
    [persons((person) => person.subjects.find((skill) => skill.main)?.subject), ["数学", "语文", "语文", "数学"]],
  ),
  odd(
    "two subjects of which the first is marked as second",
    (rows) => [rows["岗位"]?.push(["S1", "小学", "数学", 1]), cell("人员", 1, 7, "数学(兼)、语文")(rows)],
    [],
    [persons((person) => person.subjects.find((skill) => skill.main)?.subject), ["语文", "语文", "语文", "数学"]],
  ),
  odd("the main subject behind", cell("人员", 1, 7, "音乐、语文"), [
    "main-subject-inferred 人员 H2",
    "subject-not-asked 人员 H2",
  ]),
  odd("an alliance with a space", cell("学校", 2, 4, "第一 联合体"), []),
  odd("an alliance with a space of full width", cell("学校", 2, 4, "第一　联合体"), []),
  odd("an alliance with a digit", cell("学校", 2, 4, "第1联合体"), ["group-of-one 学校 E2", "group-of-one 学校 E3"]),
  odd("an alliance with a remark", cell("学校", 2, 4, "第一联合体（筹）"), [
    "group-of-one 学校 E2",
    "group-of-one 学校 E3",
  ]),
  odd(
    "two alliances with a space between",
    (rows) => [cell("学校", 1, 4, "第一联合体 第二联合体")(rows), cell("学校", 2, 4, "第一联合体、第二联合体")(rows)],
    [],
    [(instance) => instance.schools.map((school) => school.alliances.length), [2, 2]],
  ),
  odd("a township with a space", cell("学校", 2, 3, "河口 镇"), []),
  odd("a school by name", cell("人员", 1, 4, "一小"), []),
  odd("a school by name with a space", cell("人员", 1, 4, "一 小"), []),
  odd("a school that is none", cell("人员", 1, 4, "三小"), ["!unknown-reference 人员 E2"]),
  odd("an id of full width", cell("人员", 1, 4, "Ｓ１"), ["width-normalised 人员 E2"]),
];

const EXCHANGE = ["人员编号", "原学校", "交流学校", "交流形式", "开始日期", "结束日期"];
const STATUS = ["人员编号", "状态", "开始日期", "结束日期"];
const SHEETS_CASES: readonly Odd[] = [
  odd(
    "a running exchange",
    sheet("交流经历", EXCHANGE, ["T1", "S1", "S2", "支教", "2023-09-01", "2026-08-31"]),
    ["away-by-record 交流经历 A2"],
    [persons((person) => person.currentSchool), ["S2", undefined, undefined, undefined]],
  ),
  odd(
    "a running exchange by name",
    sheet("交流经历", EXCHANGE, ["张三", "一小", "二小", "支教", "2023-09-01", "2026-08-31"]),
    ["away-by-record 交流经历 A2"],
  ),
  odd(
    "an exchange that has ended",
    sheet("交流经历", EXCHANGE, ["T1", "S1", "S2", "支教", "2020-09-01", "2023-08-31"]),
    [],
  ),
  odd(
    "an exchange outside the county",
    sheet("交流经历", EXCHANGE, ["T1", "S1", "外县某校", "支教", "2023-09-01", "2026-08-31"]),
    ["away-outside-county 交流经历 A2", "outside-reference 交流经历 C2"],
    [persons((person) => person.inPost), [false, true, true, true]],
  ),
  odd(
    "two exchanges at once",
    sheet(
      "交流经历",
      EXCHANGE,
      ["T1", "S1", "S2", "支教", "2023-09-01", "2026-08-31"],
      ["T1", "S1", "S2", "支教", "2024-02-01", "2025-08-31"],
    ),
    ["!exchanges-overlap 交流经历 A3"],
  ),
  odd(
    "an exchange row pasted twice",
    sheet(
      "交流经历",
      EXCHANGE,
      ["T1", "S1", "S2", "支教", "2023-09-01", "2026-08-31"],
      ["T1", "S1", "S2", "支教", "2023-09-01", "2026-08-31"],
    ),
    ["!record-twice 交流经历 A3"],
  ),
  odd("an exchange of nobody", sheet("交流经历", EXCHANGE, ["T9", "S1", "S2", "支教", "2020-09-01", "2023-08-31"]), [
    "!unknown-reference 交流经历 A2",
  ]),
  odd("a status from after to", sheet("状态", STATUS, ["T1", "哺乳期", "2025-05-01", "2024-05-01"]), [
    "!dates-out-of-order 状态 D2",
  ]),
  odd("a status to the year 202", sheet("状态", STATUS, ["T1", "孕期", "2024-05-01", "0202-05-01"]), [
    "!dates-out-of-order 状态 D2",
  ]),
  odd("a status to 2042", sheet("状态", STATUS, ["T1", "哺乳期", "2024-05-01", "2042-05-01"]), [
    "implausible-date 状态 D2",
  ]),
  odd("a copy of a sheet that is missing", sheet("状态 - 副本", STATUS, ["T1", "孕期", "", "2025-05-01"]), [
    "!copy-not-read 状态 - 副本",
  ]),
  odd("a second download", sheet("交流经历(1)", EXCHANGE, ["T1", "S1", "S2", "支教", "2023-09-01", "2026-08-31"]), [
    "!copy-not-read 交流经历(1)",
  ]),
  odd("a copy with a date", sheet("状态20240501", STATUS, ["T1", "孕期", "", "2025-05-01"]), [
    "!copy-not-read 状态20240501",
  ]),
  odd(
    "a copy beside the sheet",
    (rows) => [sheet("状态", STATUS, ["T1", "孕期", "", "2025-05-01"])(rows), sheet("状态(2)", STATUS)(rows)],
    ["copy-not-read 状态(2)"],
  ),
  odd("a sheet of something else", sheet("食堂", ["菜单"]), ["unknown-sheet 食堂"]),
  odd("a sheet of instructions", sheet("填表说明", ["请填写"]), []),
  odd(
    "roads in metres",
    sheet("里程", ["人员编号", "学校", "里程（米）"], ["T1", "S2", 12_000]),
    [],
    [(instance) => instance.travel.matrix?.metres, [[12_000]]],
  ),
  odd(
    "roads in kilometres",
    sheet("里程", ["人员编号", "学校", "里程（公里）"], ["T1", "S2", 12.4]),
    [],
    [(instance) => instance.travel.matrix?.metres, [[12_400]]],
  ),
  odd("roads without a unit", sheet("里程", ["人员编号", "学校", "远近"], ["T1", "S2", 12]), [
    "!missing-column 里程 A1",
    "unknown-columns 里程 A1",
  ]),
  odd("a road twice", sheet("里程", ["人员编号", "学校", "里程（米）"], ["T1", "S2", 12_000], ["T1", "S2", 13_000]), [
    "!pair-twice 里程 B3",
  ]),
  odd(
    "the same road twice",
    sheet("里程", ["人员编号", "学校", "里程（米）"], ["T1", "S2", 12_000], ["T1", "S2", 12_000]),
    [],
  ),
];

function summary(issues: readonly Issue[]): readonly string[] {
  return issues
    .map(({ code, severity, place = {} }) => {
      const where = [place.sheet ?? place.file?.replace(/\.csv$/u, ""), place.cell].filter(
        (part) => part !== undefined,
      );
      return `${severity === "error" ? "!" : ""}${code} ${where.join(" ")}`;
    })
    .sort();
}

function csvFiles(rows: Rows): readonly NamedFile[] {
  return Object.entries(rows).map(([name, lines]) => ({
    name: `${name}.csv`,
    bytes: Buffer.from(lines.map((line) => line.map((value) => `"${String(value)}"`).join(",")).join("\r\n")),
  }));
}

/** Things that only one of the two kinds of files has. */
const ONLY_CSV: ReadonlySet<string> = new Set(["a start of 2012.1"]);
const ONLY_XLSX: ReadonlySet<string> = new Set(["a copy beside the sheet"]);
const SAME_IN_CSV = (code: string) => !code.startsWith("number-as-text");

const KINDS = [
  ["dates", DATES],
  ["columns", COLUMNS],
  ["rows", ROWS],
  ["names", NAMES],
  ["sheets", SHEETS_CASES],
] as const;

/** Where only what is said matters. */
const NOTHING = [() => undefined, undefined] as const;

describe.each(KINDS)("odd %s", (_title, cases) => {
  test.each(cases.filter(({ name }) => !ONLY_CSV.has(name)))(
    "in a workbook: $name",
    async ({ change, said, value }) => {
      const rows = sound();
      change(rows);
      const read = await readCounty(await workbook(rows as never), { file: "县.xlsx" });
      expect(summary(read.ok ? read.warnings : read.issues)).toEqual([...said].sort());
      const [of, expected] = value ?? NOTHING;
      expect(read.ok ? of(read.value) : undefined).toEqual(expected);
    },
  );

  test.each(cases.filter(({ name }) => !ONLY_XLSX.has(name)))(
    "in CSV files: $name",
    async ({ change, said, value }) => {
      const rows = sound();
      change(rows);
      const read = await readCounty(csvFiles(rows));
      const issues = read.ok ? read.warnings : read.issues;
      expect(summary(issues)).toEqual([...said].filter(SAME_IN_CSV).sort());
      expect(issues.filter(({ advice }) => advice === undefined)).toEqual([]);
      const [of, expected] = value ?? NOTHING;
      expect(read.ok ? of(read.value) : undefined).toEqual(expected);
    },
  );
});

test("the county that odd ones are made from is read without a remark", async () => {
  const read = await readCounty(await workbook(sound() as never));
  expect(read.ok && read.warnings).toEqual([]);
});
