import type { Plan } from "@lungang/core/plan";
import { readXlsxBook } from "@lungang/tabular";
import { openCounty } from "lungang/node";
import { readFile } from "node:fs/promises";
import { indexCounty, postName } from "@lungang/core";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";
import { writeBook } from "./tricky/workbook.ts";

/** `init --after`: the county of the next year, from the plan of this one. */

const terminal = openTerminal();
const { call, path } = terminal;
const county = smallCounty(5, 90);

beforeAll(async () => {
  await writeJson(terminal, "county.json", county);
  const made = await call(
    "plan",
    "county.json",
    "--policy",
    "detailed-measures",
    "--set",
    "quotaShare=20%",
    "--out",
    "p",
  );
  if (made.code !== 0) throw new Error(made.err);
});

describe("the county of the next year", () => {
  it("has everybody where the plan leaves them, and is checked and planned without another word", async () => {
    const { code, out } = await call("init", "next.xlsx", "--after", "p/plan.json", "--lang", "zh");
    expect([code, out]).toEqual([0, expect.stringContaining("lungang check next.xlsx")]);
    const { moves } = JSON.parse(await readFile(path("p/plan.json"), "utf8")) as Plan;
    expect(moves.length).toBeGreaterThan(0);
    const opened = await openCounty(path("next.xlsx"));
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    expect(opened.value.planYear).toBe(county.planYear + 1);
    // Whoever retires keeps the row.
    const [now, then] = [county, opened.value].map(({ persons }) => persons.filter(({ inPost }) => inPost).length);
    const left = (now ?? 0) - (then ?? 0);
    expect(opened.value.persons).toHaveLength(county.persons.length);
    expect(out).toContain(left === 0 ? "没有到龄退休的人员" : `到龄退休的 ${left} 人保留原行，“在岗”已改为“否”`);
    const people = new Map(opened.value.persons.map((person) => [person.id, person]));
    const homeOf = (id: string) => people.get(id)?.currentSchool ?? people.get(id)?.homeSchool;
    expect(moves.map(({ person }) => homeOf(person))).toEqual(moves.map(({ to }) => to));
    // Who is placed for the first time exchanges nothing.
    const exchanged = moves.filter(({ form }) => form !== "recruit");
    const last = exchanged.map(({ person }) => people.get(person)?.exchanges.at(-1));
    expect(last.map((one) => [one?.to, one?.start])).toEqual(exchanged.map(({ to, start }) => [to, start]));
    // Colleagues stand together: somebody will work in this list.
    const book = await readXlsxBook(await readFile(path("next.xlsx")));
    const [header = [], ...rows] = (book.ok ? book.value.sheets : []).find(({ name }) => name === "人员")?.rows ?? [];
    const at = ["人事关系学校", "现任教学校"].map((title) => header.indexOf(title));
    const schools = rows.map((cells) => cells[at[1] ?? -1] ?? cells[at[0] ?? -1]);
    expect(schools.filter((school, row) => school !== schools[row - 1])).toHaveLength(new Set(schools).size);
    // Whoever works in it knows the names of schools, and not their ids.
    const names = new Set(county.schools.map(({ name }) => name));
    expect(schools.filter((school) => !names.has(String(school)))).toEqual([]);
    // The workbook names policy and settings itself.
    const checked = await call("check", "next.xlsx", "--lang", "zh");
    expect([checked.code, checked.out.includes("《教师交流轮岗调配管理实施办法》")]).toEqual([0, true]);
    expect((await call("plan", "next.xlsx", "--out", "q")).code).toBe(0);
  });

  it("is refused beside options that say something else, each with what to do", async () => {
    const { code, err } = await call("init", "x.xlsx", "--after", "p/plan.json", "--appoint", "--lang", "zh");
    expect([code, err.includes("--appoint")]).toEqual([2, true]);
    const missing = await call("init", "x.xlsx", "--after", "none/plan.json", "--lang", "zh");
    expect(missing.code).toBe(2);
    await expect(readFile(path("x.xlsx"))).rejects.toThrow("ENOENT");
  });
});

/** Two teachers whom the plan leaves in peace, of the same subject at different schools. */
async function untouched() {
  const { moves, returns } = JSON.parse(await readFile(path("p/plan.json"), "utf8")) as Plan;
  const decided = new Set([...moves, ...returns].map(({ person }) => person));
  const { county: indexed } = indexCounty(county);
  const teachers = county.persons.flatMap(({ id, name = id, exchanges }, at) => {
    const cell = indexed.cells[indexed.cellOf[at] ?? -1];
    if (cell?.kind !== "teaching" || decided.has(id) || exchanges.length > 0) return [];
    const { id: school, name: schoolName } = indexed.schools[cell.school] as (typeof indexed.schools)[number];
    return [{ id, name, post: postName(cell), school, schoolName, subject: cell.subject }];
  });
  for (const goes of teachers) {
    const host = teachers.find(({ school, subject }) => school !== goes.school && subject === goes.subject);
    if (host !== undefined) return { goes, host };
  }
  throw new Error("the county has no two such teachers");
}

describe("the county of the year after a competition", () => {
  it("has who was appointed at the new post, and names who is not in it or has no post", async () => {
    const { goes, host } = await untouched();
    const person = (人员编号: string, 姓名: string, 原岗位编号: string | undefined, 积分: number) => {
      return { 人员编号, 姓名, 原岗位编号, 积分 };
    };
    await writeBook(terminal, "竞聘.xlsx", {
      参数: [{ 项目: "聘任规则", 内容: "延迟接受" }],
      岗位: [goes, host].map(({ post, schoolName }) => ({ 岗位编号: post, 学校: schoolName, 岗位数: 2 })),
      人员: [
        person(goes.id, goes.name, goes.post, 90),
        person(host.id, host.name, host.post, 80),
        person("N1", "新老师", undefined, 70),
        person("N2", "又一位", undefined, 10),
      ],
      报名志愿: [
        { 人员编号: goes.id, 第一志愿: host.post },
        { 人员编号: "N1", 第一志愿: goes.post },
        { 人员编号: "N2", 第一志愿: host.post },
      ],
    });
    expect((await call("appoint", "竞聘.xlsx", "--out", "聘任")).code).toBe(0);
    const alone = await call("init", "alone.xlsx", "--after", "p/plan.json");
    expect([alone.code, alone.out]).toEqual([0, expect.stringContaining("--appointed")]);
    const books: unknown[] = [];
    for (const [at, given] of ["聘任", "聘任/聘任结果.xlsx", "聘任/appointment.json"].entries()) {
      const { code, out, err } = await call("init", `next${at}.xlsx`, "--after", "p/plan.json", "--appointed", given);
      expect([code, out]).toEqual([0, expect.stringContaining("经竞聘变动岗位的 1 人已在新岗位")]);
      expect(err).toMatch(/县域数据中没有此人.*N1、N2|N1.*N2/su);
      const opened = await openCounty(path(`next${at}.xlsx`));
      if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
      books.push(opened.value);
      const { county: next } = indexCounty(opened.value);
      const where = next.personIndex.get(goes.id) ?? -1;
      const cell = next.cells[next.cellOf[where] ?? -1];
      expect([next.persons[where]?.homeSchool, cell?.subject]).toEqual([host.school, host.subject]);
      expect(next.persons[where]?.tenureStart).toBe(`${county.planYear}-09-01`);
    }
    expect(books[1]).toEqual(books[0]);
    expect(books[2]).toEqual(books[0]);
  });

  it("is refused where the plan moves somebody elsewhere or the county has no such post, at the cell", async () => {
    const { moves } = JSON.parse(await readFile(path("p/plan.json"), "utf8")) as Plan;
    const { host } = await untouched();
    const mover = moves.find(({ to }) => to !== host.school);
    const line = (人员编号: string, 岗位编号: string) => ({ 人员编号, 岗位编号, 学校: "某校", 结果: "调动" });
    await writeBook(terminal, "错.xlsx", {
      聘任名单: [line(mover?.person ?? "", host.post), line(host.id, "无此岗位")],
    });
    const { code, err } = await call("init", "x.xlsx", "--after", "p/plan.json", "--appointed", "错.xlsx");
    expect(code).toBe(2);
    expect(err).toMatch(/错\.xlsx[^\n]*A2[^\n]*既由交流轮岗方案安排/u);
    expect(err).toMatch(/错\.xlsx[^\n]*B3[^\n]*县域数据中没有这个岗位/u);
    const lone = await call("init", "x.xlsx", "--appointed", "错.xlsx");
    expect([lone.code, lone.err.includes("--after")]).toEqual([2, true]);
    await writeJson(terminal, "no.json", { moves: [] });
    const other = await call("init", "x.xlsx", "--after", "p/plan.json", "--appointed", "no.json");
    expect([other.code, other.err.includes("不是聘任结果")]).toEqual([2, true]);
    await expect(readFile(path("x.xlsx"))).rejects.toThrow("ENOENT");
  });
});
