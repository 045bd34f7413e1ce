import type { Issue } from "@lungang/core";
import { describe, expect, test } from "vitest";
import {
  appointmentListSheets,
  readAppointmentBook,
  readAppointmentList,
  writeAppointmentTemplate,
  writeWorkbook,
} from "../src/index.ts";
import type { AppointmentRows } from "../src/index.ts";
import type { Sheets } from "./fixture.ts";
import { workbook } from "./fixture.ts";

/** A workbook of applications without any problem. */
function book(): Sheets {
  return {
    参数: [
      ["项目", "内容"],
      ["名称", "某某县2026年教师岗位竞聘"],
      ["聘任规则", "延迟接受"],
      ["同分比较项", "校龄、出生日期（小者优先）"],
      ["抽签种子", "20260829"],
      ["空岗公布比例", 0.5],
    ],
    岗位: [
      ["岗位编号", "学校", "乡镇", "学科", "岗位数", "交流保留数"],
      ["A", "一小", "城关镇", "语文", 2, 1],
      ["B", "二小", "河口镇", "语文", 1, null],
    ],
    人员: [
      ["人员编号", "姓名", "原岗位", "教龄", "校龄", "出生日期", "荣誉"],
      ["T1", "张三", "A", 12, 6, "1980-05-17", "省级、县级"],
      ["T2", "李四", "B", 3.5, 2, "1992-11-03", null],
    ],
    报名志愿: [
      ["姓名", "第一志愿", "志愿2"],
      ["李四", "A", null],
    ],
    计分项: [
      ["计分项", "计分方式", "数据列", "分值", "单项上限", "条件"],
      ["教龄", "按数量计分", "教龄", 1, 20, null],
      ["荣誉", "符合条件", null, 2, null, "荣誉 含 省级、国家级"],
      ["获奖", "材料", "获奖", 5, 10, "级别=省级 且 名次=一等"],
      ["获奖", "材料", "获奖", 2, null, "级别=县级"],
      ["夫妻", "岗位加分", null, 6, null, "岗位.乡镇=配偶乡镇"],
    ],
    材料: [
      ["人员编号", "类型", "日期", "级别", "名次"],
      ["T2", "获奖", "2024-06-01", "省级", "一等"],
    ],
  };
}

async function readRows(sheets: Sheets): Promise<AppointmentRows> {
  const read = await readAppointmentBook(await workbook(sheets));
  if (!read.ok) throw new Error(JSON.stringify(read.issues, null, 1));
  return read.value.rows;
}

/** Code, sheet and cell of everything that is wrong. */
async function problems(sheets: Sheets, check?: (rows: AppointmentRows) => readonly Issue[]) {
  const read = await readAppointmentBook(await workbook(sheets), check === undefined ? {} : { check });
  const issues = read.ok ? read.warnings : read.issues;
  for (const issue of issues) expect(issue.advice?.zh).toBeDefined();
  return issues.map(({ code, place }) => [code, place?.sheet, place?.cell].join(" "));
}

/** Changes one row of a sheet. */
function change(
  sheets: Sheets,
  sheet: string,
  [row, column, value]: readonly [number, number, string | number | null],
) {
  const rows = sheets[sheet] ?? [];
  const cells = rows[row] ?? [];
  cells[column] = value;
  rows[row] = cells;
}

describe("readAppointmentBook", () => {
  test("reads settings, posts, people with their free columns, wishes, items and evidence", async () => {
    const sheets = book();
    (sheets["人员"] as (string | number | null)[][])[0]?.push("配偶乡镇");
    const rows = await readRows(sheets);
    expect(rows.settings).toEqual({
      title: "某某县2026年教师岗位竞聘",
      rule: "acceptance",
      ties: [
        { column: "校龄", order: "desc" },
        { column: "出生日期", order: "asc" },
      ],
      seed: "20260829",
      offerShare: "50%",
    });
    expect(rows.posts[0]).toEqual({
      id: "A",
      school: "一小",
      township: "城关镇",
      subject: "语文",
      capacity: 2,
      reserved: 1,
    });
    expect(rows.people).toEqual([
      {
        id: "T1",
        name: "张三",
        ownPost: "A",
        facts: { 教龄: 12, 荣誉: ["省级", "县级"], 校龄: 6, 出生日期: "1980-05-17" },
      },
      { id: "T2", name: "李四", ownPost: "B", facts: { 教龄: 3.5, 校龄: 2, 出生日期: "1992-11-03" } },
    ]);
    expect(rows.applications).toEqual([{ person: "T2", wishes: ["A"] }]);
    expect(rows.evidence).toEqual([
      { person: "T2", type: "获奖", date: "2024-06-01", facts: { 级别: "省级", 名次: "一等" } },
    ]);
    expect(rows.items.map(({ kind }) => kind)).toEqual(["per", "when", "records", "atPost"]);
    expect(rows.items[1]).toMatchObject({
      when: { column: "荣誉", op: "has", value: ["省级", "国家级"] },
      points: "2",
    });
    expect(rows.items[2]).toMatchObject({
      type: "获奖",
      max: "10",
      table: [
        {
          points: "5",
          when: {
            all: [
              { column: "级别", op: "eq", value: "省级" },
              { column: "名次", op: "eq", value: "一等" },
            ],
          },
        },
        { points: "2", when: { column: "级别", op: "eq", value: "县级" } },
      ],
    });
    expect(rows.items[3]).toMatchObject({ when: { postColumn: "乡镇", equals: "配偶乡镇" } });
  });

  test("rows in any order are the same rows, but for their order", async () => {
    const turned = book();
    for (const rows of [turned["岗位"], turned["人员"]]) rows?.splice(1, 2, ...rows.slice(1).reverse());
    (turned["人员"] as unknown[][])[0]?.push("配偶乡镇");
    const straight = book();
    (straight["人员"] as unknown[][])[0]?.push("配偶乡镇");
    const [one, other] = [await readRows(straight), await readRows(turned)];
    expect([...other.posts].reverse()).toEqual(one.posts);
    expect([...other.people].reverse()).toEqual(one.people);
  });

  test("says everything that is wrong at once, each at its cell", async () => {
    const sheets = book();
    change(sheets, "参数", [2, 1, "抓阄"]);
    change(sheets, "参数", [6, 0, "抽签种字"]);
    change(sheets, "参数", [6, 1, "7"]);
    change(sheets, "岗位", [1, 4, "两个"]);
    change(sheets, "岗位", [2, 0, null]);
    change(sheets, "报名志愿", [2, 0, "王五"]);
    change(sheets, "计分项", [2, 5, "教龄"]);
    change(sheets, "计分项", [1, 3, 0.123456]);
    change(sheets, "计分项", [4, 1, "按心情"]);
    const lines = await problems(sheets);
    expect(lines).toEqual([
      "unknown-word 参数 B3",
      "unknown-word 计分项 B5",
      "not-a-number 计分项 D2",
      "condition-unclear 计分项 F3",
      "missing-column 人员 A1",
      "missing-value 岗位 A3",
      "not-a-number 岗位 E2",
      "unknown-setting 参数 A7",
      "unknown-columns 人员 A1",
    ]);
  });

  test("puts further problems of the rows to their cells, paths in sentences too, and says nothing twice", async () => {
    const sheets = book();
    change(sheets, "计分项", [5, 1, "符合条件"]);
    change(sheets, "计分项", [5, 5, "教龄>1"]);
    change(sheets, "报名志愿", [2, 0, "李四"]);
    change(sheets, "报名志愿", [2, 2, "B"]);
    change(sheets, "岗位", [1, 4, "两个"]);
    const text = (path: string) => ({ zh: `前一处在 ${path}`, en: `first at ${path}` });
    const advice = { zh: "改", en: "correct" };
    const found: Issue[] = [
      {
        code: "application-twice",
        severity: "error",
        path: ["applications", 1, "person"],
        message: text("applications.0.person"),
        advice,
      },
      {
        code: "wish-not-offered",
        severity: "error",
        path: ["applications", 1, "wishes", 0],
        message: text("x"),
        advice,
      },
      { code: "capacity-missing", severity: "error", path: ["posts", 0, "capacity"], message: text("x"), advice },
      { code: "evidence-missing", severity: "error", path: ["people", 1, "facts", "教龄"], message: text("x"), advice },
      { code: "ties-missing", severity: "error", path: ["people", 1, "ties", 1], message: text("x"), advice },
      { code: "record-without-date", severity: "error", path: ["evidence", 0, "date"], message: text("x"), advice },
      { code: "draw-seed-missing", severity: "error", path: ["settings", "seed"], message: text("x"), advice },
      { code: "item-twice", severity: "error", path: ["items", 2, "table", 1, "points"], message: text("x"), advice },
    ];
    const read = await readAppointmentBook(await workbook(sheets), { check: () => found });
    expect(read.ok).toBe(false);
    const issues = read.ok ? [] : read.issues;
    expect(issues.map(({ code, place }) => `${code} ${place?.sheet} ${place?.cell}`)).toEqual([
      "not-a-number 岗位 E2",
      "application-twice 报名志愿 A3",
      "wish-not-offered 报名志愿 C3",
      "evidence-missing 人员 D3",
      "ties-missing 人员 F3",
      "record-without-date 材料 C2",
      "draw-seed-missing 参数 B5",
      "item-twice 计分项 D5",
    ]);
    expect(issues[1]?.message).toEqual({ zh: "前一处在 “报名志愿”表 A2", en: "first at 报名志愿 A2" });
  });

  test("does not repeat what may be about somebody's health, discipline or age", async () => {
    const sheets = book();
    sheets["人员"] = [
      ["人员编号", "姓名", "原岗位", "不分流", "校龄", "出生日期"],
      ["T1", "张三", "A", "肝炎", 6, "1980-05-17"],
    ];
    const read = await readAppointmentBook(await workbook(sheets));
    expect(JSON.stringify(read)).not.toContain("肝炎");
    expect(JSON.stringify(read.ok ? [] : read.issues)).not.toContain("1980");
  });

  test("names a sheet that is missing, and a copy that is not read", async () => {
    const { 岗位: _posts, ...rest } = book();
    expect(await problems(rest)).toContain("missing-sheet  ");
    expect(await problems({ ...rest, "岗位 - 副本": [["岗位编号"], ["A"]] })).toContain("copy-not-read 岗位 - 副本 ");
  });
});

describe("writeAppointmentTemplate", () => {
  test("is read back: examples are no data, and a policy that is known is named", async () => {
    const read = async (bytes: Uint8Array) => {
      const book = await readAppointmentBook(bytes);
      if (!book.ok) throw new Error(JSON.stringify(book.issues));
      return book.value.rows;
    };
    const rows = await read(await writeAppointmentTemplate());
    expect(Object.values(rows).flat()).toEqual([{}]);
    const named = await read(await writeAppointmentTemplate(undefined, { policy: "xx-county-2021" }));
    expect(named.settings).toEqual({ policy: "xx-county-2021" });
  });

  test("holds what is known already", async () => {
    const known = {
      title: "某某县竞聘",
      posts: [{ id: "A", school: "一小", kind: "teaching", capacity: 2, reserved: 1 }],
      people: [{ id: "T1", name: "张三", ownPost: "A" }],
      placed: [{ person: "T9", name: "王五", post: "A", because: "returning" }],
      titlePosts: [],
      distances: [{ from: "一小", to: "二小", km: 3.5 }],
    };
    const bytes = await writeAppointmentTemplate(known);
    const seen: AppointmentRows[] = [];
    await readAppointmentBook(bytes, { check: (rows) => (seen.push(rows), []) });
    expect(seen[0]).toMatchObject({
      settings: { title: known.title },
      posts: known.posts,
      people: known.people,
      placed: known.placed,
      distances: known.distances,
    });
  });
});

describe("appointmentListSheets", () => {
  const lines = [
    {
      person: "T1",
      name: "张三",
      from: "一小 语文",
      post: "B",
      school: "二小",
      subject: "语文",
      outcome: "调动",
      wish: "第 1 志愿",
      points: "87.5",
      reason: "-",
    },
    {
      person: "T2",
      name: "李四",
      from: "",
      post: null,
      school: "",
      subject: "",
      outcome: "未聘",
      wish: "",
      points: "60",
      reason: "",
    },
  ];

  test.each(["zh", "en"] as const)("is read back in %s, and again after an edit by hand", async (language) => {
    const bytes = await writeWorkbook(appointmentListSheets(lines, { public: false, language }));
    const read = await readAppointmentList(bytes);
    expect(read.ok && read.value.lines).toEqual([
      { person: "T1", post: "B" },
      { person: "T2", post: null },
    ]);
    const issue: Issue = {
      code: "unknown-id",
      severity: "error",
      path: ["lines", 0, "post"],
      message: { zh: "x", en: "x" },
    };
    expect(read.ok && read.value.locate(issue).place?.cell).toBe("E2");
  });

  test("the public edition has no id, no points, no reason and nobody without a post, and is not read back", async () => {
    const sheets = appointmentListSheets(lines, { public: true, language: "zh" });
    expect(sheets.map(({ name }) => name)).toEqual(["聘任名单"]);
    expect(JSON.stringify(sheets)).not.toMatch(/T1|T2|87\.5|李四/u);
    const read = await readAppointmentList(await writeWorkbook(sheets));
    expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(["missing-column"]);
  });
});
