import type { Instance } from "@lungang/core";
import { describe, expect, test } from "vitest";
import { readCounty, writeCheckResult } from "../src/index.ts";
import type { Sheets } from "./fixture.ts";
import { PEOPLE_HEADER, county, workbook } from "./fixture.ts";

type Row = Sheets[string][number];

const HEADER: Row = [...PEOPLE_HEADER, "参加工作日期"];
const row = (name: string, { sex = "男", born = "1980-05-17", school = "S1", since = "2003-09-01" } = {}): Row => [
  name,
  sex,
  born,
  school,
  "专任教师",
  "小学",
  "语文(主)",
  "2012-09-01",
  since,
];

/** A county whose sheet of people has no ids. */
function named(people: readonly Row[], more: Sheets = {}): Sheets {
  return { ...county(), 人员: [HEADER, ...people], ...more };
}

async function read(sheets: Sheets) {
  const result = await readCounty(await workbook(sheets));
  const issues = (result.ok ? result.warnings : result.issues).map(({ code, place }) => `${code} ${place?.cell ?? ""}`);
  return { issues, found: result.ok ? result.value : undefined, result };
}

const idsOf = (found: Instance | undefined) => found?.persons.map(({ id }) => id).sort();
const exchanges = (...who: readonly string[]): Sheets => ({
  交流经历: [
    ["姓名", "原学校", "交流学校", "交流形式", "开始日期", "结束日期"],
    ...who.map((name) => [name, "S1", "S2", "支教", "2014-09-01", "2015-08-31"]),
  ],
});

const PEOPLE = [
  row("张三"),
  row("李 四", { sex: "女", born: "1985-02-03" }),
  row("阿依古丽.买买提", { sex: "女" }),
  row("王伟", { since: "1999-08-01", born: "1978-01-01" }),
  row("王伟", { since: "2011-08-01", born: "1989-01-01", school: "S2" }),
  row("刘洋", { sex: "男", since: "" }),
  row("刘洋", { sex: "女", since: "" }),
];
const IDS = ["刘洋-女", "刘洋-男", "张三", "李四", "王伟-1999", "王伟-2011", "阿依古丽·买买提"].sort();

describe("people without ids", () => {
  test("are known by name, namesakes by year or sex as well, in any order of rows", async () => {
    const { issues, found, result } = await read(named(PEOPLE));
    expect(idsOf(found)).toEqual(IDS);
    // Letters address people by name: a space that only makes columns even is no part of it.
    expect(found?.persons.find(({ id }) => id === "李四")?.name).toBe("李四");
    expect(issues).toEqual(["ids-of-names A1"]);
    expect(result.ok && result.warnings[0]?.message.zh).toBe(
      "“人员”表没有人员编号，7 人按姓名识别；同名的 4 人在姓名后加参加工作年份或性别，如“刘洋-女”",
    );
    const turned = await read(named(PEOPLE.toReversed()));
    expect(idsOf(turned.found)).toEqual(IDS);
  });

  test("an empty column of ids is none", async () => {
    const { issues, found } = await read({
      ...county(),
      人员: [["人员编号", ...HEADER], ...PEOPLE.map((cells) => [null, ...cells])],
    });
    expect(idsOf(found)).toEqual(IDS);
    expect(issues).toEqual(["ids-of-names B1"]);
  });

  test("where one id is written the others are missing", async () => {
    const people = PEOPLE.map((cells, at) => [at === 2 ? "T3" : null, ...cells]);
    const { issues } = await read({ ...county(), 人员: [["人员编号", ...HEADER], ...people] });
    expect(issues).toEqual(["A2", "A3", "A5", "A6", "A7", "A8"].map((cell) => `missing-value ${cell}`));
  });

  test("no birth date stands in an id or in what is said", async () => {
    const { result } = await read(named([...PEOPLE, row("张三", { born: "1961-12-24" })]));
    expect(JSON.stringify(result)).not.toMatch(/1961|12-24/u);
  });

  test("who cannot be told apart is asked for an id, with the rows", async () => {
    const { issues, result } = await read(named([row("张三"), row("李四"), row("张三", { born: "1990-01-01" })]));
    expect(issues).toEqual(["names-alike A4", "ids-of-names A1"]);
    expect(!result.ok && result.issues[0]?.message.zh).toContain("第 2、4 行同名");
  });

  test("a row without a name is told", async () => {
    expect((await read(named([row("张三"), row("")]))).issues).toEqual(["missing-value A3", "ids-of-names A1"]);
  });

  test("a name that looks like the id of a namesake is no id of theirs", async () => {
    const { found } = await read(named([...PEOPLE, row("王伟-1999", { born: "1990-01-01" })]));
    const others = IDS.filter((id) => !id.startsWith("王伟"));
    expect(idsOf(found)).toEqual([...others, "王伟-1999", "王伟-男-1999", "王伟-男-2011"].sort());
  });

  test("histories name them, with spaces and dots as they are typed", async () => {
    const { issues, found } = await read(named(PEOPLE, exchanges("李四", "王伟-2011", "阿依古丽・买买提", "刘 洋-女")));
    expect(issues).toEqual(["ids-of-names A1"]);
    const been = found?.persons.filter((person) => person.exchanges.length > 0).map(({ id }) => id);
    expect(been?.sort()).toEqual(["刘洋-女", "李四", "王伟-2011", "阿依古丽·买买提"].sort());
  });

  test("a history of one of several namesakes is told with all of them", async () => {
    const { issues, result } = await read(named(PEOPLE, exchanges("张三", "王伟")));
    expect(issues).toEqual(["ambiguous-name A3", "ids-of-names A1"]);
    expect(!result.ok && result.issues[0]?.message.zh).toContain(
      "有多人同名（王伟-1999、王伟-2011），无法确定是哪一人",
    );
  });

  test("the result of the check has their ids in a column, and is read without ids made anew", async () => {
    const handed = await writeCheckResult(await workbook(named(PEOPLE)), []);
    const again = await readCounty(handed);
    expect(idsOf(again.ok ? again.value : undefined)).toEqual(IDS);
    expect(again.ok && again.warnings.filter(({ code }) => code === "ids-of-names")).toEqual([]);
  });

  test("a history of one who cannot be told apart is not called unknown, and unknown schools are told beside", async () => {
    const people = [row("张三"), row("张三", { born: "1990-01-01" }), row("李四", { school: "旧校" })];
    const { issues } = await read(named(people, exchanges("张三")));
    expect(issues.sort()).toEqual(["ambiguous-name A2", "ids-of-names A1", "names-alike A3", "unknown-reference D4"]);
  });

  test("spouses name each other", async () => {
    const header = [...HEADER, "配偶"];
    const people = [
      [...row("张三"), "李四"],
      [...row("李四", { sex: "女" }), "张三"],
    ];
    const { found } = await read({ ...county(), 人员: [header, ...people] });
    expect(found?.persons.map(({ id, spouse }) => [id, spouse]).sort()).toEqual([
      ["张三", "李四"],
      ["李四", "张三"],
    ]);
  });
});
