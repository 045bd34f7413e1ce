import { describe, expect, test } from "vitest";
import { readAppointmentBook } from "../src/index.ts";
import type { Sheets } from "./fixture.ts";
import { workbook } from "./fixture.ts";

/** A workbook of applications as somebody writes it by hand: posts and people have no ids. */
function book(): Sheets {
  return {
    参数: [
      ["项目", "内容"],
      ["聘任规则", "延迟接受"],
      ["抽签种子", "20260829"],
    ],
    岗位: [
      ["学校", "学段", "学科", "职务", "岗位类别", "岗位数"],
      ["一小", "小学", "语文", null, null, "2个"],
      ["二小", "小学", "语文", null, null, 3],
      ["二小", "小学", "数学", null, null, 1],
      ["二小", null, null, "校长", "管理岗位", 1],
    ],
    人员: [
      ["姓名", "性别", "参加工作时间", "原岗位", "积分"],
      ["张　三", "男", "2003.9", "一小小学语文", "88.5分"],
      ["阿依古丽·买买提", "女", "2010年9月", "二小-小学-语文", 70],
      ["王伟", "男", "1999-08-01", "二小 语文", 61],
      ["王伟", "男", "2011-08-01", "二小/小学/数学", 62],
    ],
    报名志愿: [
      ["姓名", "第一志愿", "第二志愿"],
      ["张三", "二小 小学语文", "二小 数学"],
      ["阿依古丽•买买提", "一小 小学语文", null],
      ["王伟-1999", "二小校长", null],
    ],
    直接聘任: [
      ["姓名", "岗位", "原因"],
      ["赵 六", "二小 校长", "直接聘任"],
    ],
    最低在岗: [
      ["编号", "岗位", "最低人数"],
      ["二小", "二小 小学语文、二小小学数学", "2人"],
    ],
  };
}

async function read(sheets: Sheets) {
  const result = await readAppointmentBook(await workbook(sheets));
  const issues = result.ok ? result.warnings : result.issues;
  return {
    rows: result.ok ? result.value.rows : undefined,
    said: issues.map(({ code, place }) => [code, place?.sheet, place?.cell].join(" ")),
    issues,
  };
}

/** The sheets with the rows of one in another order. */
function turned(sheets: Sheets, name: string): Sheets {
  const [header = [], ...rows] = sheets[name] ?? [];
  return { ...sheets, [name]: [header, ...rows.toReversed()] };
}

const NAMED = ["ids-of-names 人员 A1", "ids-of-posts 岗位 A1"];

describe("a workbook of applications without ids", () => {
  test("is read by names of people and by school, stage and subject of posts", async () => {
    const { rows, said } = await read(book());
    expect(rows?.posts.map(({ id, capacity }) => [id, capacity])).toEqual([
      ["一小 小学语文", 2],
      ["二小 小学语文", 3],
      ["二小 小学数学", 1],
      ["二小 校长", 1],
    ]);
    expect(rows?.people.map(({ id, name, ownPost, points }) => [id, name, ownPost, points])).toEqual([
      ["张三", "张三", "一小 小学语文", "88.5"],
      ["阿依古丽·买买提", "阿依古丽·买买提", "二小 小学语文", "70"],
      ["王伟-1999", "王伟", "二小 小学语文", "61"],
      ["王伟-2011", "王伟", "二小 小学数学", "62"],
    ]);
    expect(rows?.applications).toEqual([
      { person: "张三", wishes: ["二小 小学语文", "二小 小学数学"] },
      { person: "阿依古丽·买买提", wishes: ["一小 小学语文"] },
      { person: "王伟-1999", wishes: ["二小 校长"] },
    ]);
    expect(rows?.placed.map(({ person, name, post }) => [person, name, post])).toEqual([["赵六", "赵六", "二小 校长"]]);
    expect(rows?.floors.map(({ posts, heads }) => [posts, heads])).toEqual([[["二小 小学语文", "二小 小学数学"], 2]]);
    expect(said.filter((code) => !code.startsWith("unit-dropped"))).toEqual(NAMED);
  });

  test("has the same ids in any order of rows", async () => {
    const idsOf = async (sheets: Sheets) => {
      const { rows } = await read(sheets);
      return [rows?.people, rows?.posts].map((list) => list?.map(({ id }) => id).sort());
    };
    const ids = await idsOf(book());
    expect(await idsOf(turned(turned(book(), "人员"), "岗位"))).toEqual(ids);
  });

  test("is read alike where the columns of ids stand there empty", async () => {
    const sheets = book();
    const withEmpty = (name: string, header: string) =>
      (sheets[name] ?? []).map((cells, row) => [row === 0 ? header : null, ...cells]);
    const read1 = await read({
      ...sheets,
      岗位: withEmpty("岗位", "岗位编号"),
      人员: withEmpty("人员", "人员编号"),
      直接聘任: withEmpty("直接聘任", "人员编号"),
    });
    expect(read1.rows).toEqual((await read(sheets)).rows);
  });

  test("posts with ids may be named by school and subject as well", async () => {
    const sheets = book();
    const 岗位 = (sheets["岗位"] ?? []).map((cells, row) => [row === 0 ? "岗位编号" : `P${row}`, ...cells]);
    const { rows } = await read({ ...sheets, 岗位 });
    expect(rows?.people.map(({ ownPost }) => ownPost)).toEqual(["P1", "P2", "P2", "P3"]);
    expect(rows?.applications[0]?.wishes).toEqual(["P2", "P3"]);
  });

  test("says what cannot be told apart, all at once, each at its cell", async () => {
    const sheets = book();
    sheets["岗位"]?.push(["一小", "小学", "语文", null, null, 1], ["一小", "初中", "语文", null, null, 1]);
    sheets["人员"]?.push(["王伟", "男", "2011-09-01", "一小 语文", 60]);
    sheets["报名志愿"]?.push(["王伟", "一小 初中语文", null]);
    sheets["直接聘任"]?.push([null, "二小 小学数学", "直接聘任"]);
    const { said, issues } = await read(sheets);
    expect(said.filter((code) => !code.startsWith("unit-dropped"))).toEqual([
      "names-alike 人员 A5",
      "posts-alike 岗位 A6",
      "ambiguous-name 人员 D2",
      "ambiguous-name 人员 D6",
      "ambiguous-name 报名志愿 A5",
      "ambiguous-name 报名志愿 B3",
      "missing-value 直接聘任 A3",
      ...NAMED,
    ]);
    expect(issues.every(({ advice }) => advice?.zh !== undefined)).toBe(true);
    expect(issues[1]?.message.zh).toBe("第 2、6 行的学校、学段、学科（职务）都相同，又没有岗位编号");
  });
});
