import { readFile } from "node:fs/promises";
import type { Plan } from "@lungang/core/plan";
import { readXlsxBook } from "@lungang/tabular";
import { describe, expect, it } from "vitest";
import { openTerminal, writeJson } from "./terminal.ts";
import { facts, many, post, school, teacher, writeBook } from "./tricky/workbook.ts";
import type { Row } from "./tricky/workbook.ts";

/** A county says of itself what its policy is and what is decided; every command reads it, and what is given goes over it. */

const terminal = openTerminal();
const { call, path } = terminal;

const data = {
  基本信息: facts(2024),
  学校: [school("A", "甲小"), school("B", "乙小", { 纬度: 34.2 }), school("C", "丙小", { 纬度: 34.1 })],
  岗位: [post("A", 8), post("B", 4), post("C", 4)],
  人员: [...many(12, (k) => teacher(`a${k}`, "A")), teacher("b1", "B"), teacher("c1", "C")],
};
const settings = (rows: Readonly<Record<string, string>>): readonly Row[] =>
  Object.entries(rows).map(([name, value]) => ({ 参数: name, 取值: value }));
const POLICY = { 政策: "detailed-measures", quotaShare: "25%" };

const county = (name: string, rows: Readonly<Record<string, string>>, locks: readonly Row[] = []) =>
  writeBook(terminal, name, { ...data, 政策参数: settings(rows), ...(locks.length > 0 ? { 已定人员: locks } : {}) });

async function planned(...argv: readonly string[]): Promise<Plan> {
  const { code, out, err } = await call("plan", ...argv, "--json");
  if (code !== 0) throw new Error(err + out);
  return JSON.parse(out) as Plan;
}

describe("the policy of a county", () => {
  it("is that of every command, and goes into the plan", async () => {
    await county("own.xlsx", POLICY);
    const { basis } = await planned("own.xlsx");
    expect([basis.policy["id"], basis.settings]).toEqual(["detailed-measures", { quotaShare: "25%" }]);
    expect((await call("check", "own.xlsx")).out).toContain("至少 4 人");
    expect((await call("years", "own.xlsx", "--years", "1", "--method", "rolling")).code).toBe(0);
    expect((await call("export", "lp", "own.xlsx")).code).toBe(0);
  });

  it("gives way to what is given, and that is said", async () => {
    await county("own.xlsx", POLICY);
    const set = await call("check", "own.xlsx", "--set", "quotaShare=50%");
    expect(set.err).toContain("参数“quotaShare”按给出的“50%”办理，数据中为“25%”");
    expect(set.out).toContain("至少 7 人");
    const same = await call("check", "own.xlsx", "--set", "quotaShare=25%");
    expect(same.err).not.toContain("按给出的");
    const other = await call("check", "own.xlsx", "--policy", "national-2014");
    expect(other.err).toContain("政策参数 › B2：按给出的政策“national-2014”办理");
  });

  it("is asked for where nobody gives it, and told at its cell where it does not exist", async () => {
    await writeBook(terminal, "none.xlsx", data);
    const none = await call("check", "none.xlsx");
    expect([none.code, none.err.includes("没有给出政策")]).toEqual([2, true]);
    await county("typo.xlsx", { 政策: "detailed-mesures" });
    const { code, err } = await call("check", "typo.xlsx");
    expect(code).toBe(2);
    expect(err).toContain("typo.xlsx › 政策参数 › B2：没有名为“detailed-mesures”的政策，是否指 detailed-measures？");
  });

  it("takes words for codes, and tells a wrong value at its cell", async () => {
    const typed = {
      exemptions: "孕期、重大疾病",
      expertTitles: "一级教师",
      exchangeScope: "全县",
      teamAtLeastOne: "是",
    };
    await county("words.xlsx", { ...POLICY, ...typed, expertHonours: "无" });
    const { basis } = await planned("words.xlsx");
    expect(basis.settings).toEqual({
      quotaShare: "25%",
      exemptions: "pregnancy,seriousIllness",
      expertTitles: "level1",
      expertHonours: "",
      exchangeScope: "county",
      teamAtLeastOne: "是",
    });
    await county("wrong.xlsx", { ...POLICY, quotaShare: "很多", nonsense: "1" });
    const { code, err } = await call("check", "wrong.xlsx");
    expect(code).toBe(2);
    expect(err).toContain("wrong.xlsx › 政策参数 › B3：");
    expect(err).toContain("wrong.xlsx › 政策参数 › B4：");
  });
});

describe("decisions of a county", () => {
  const decided = [
    { 姓名: "师a1", 安排: "留任", 理由: "班子研究" },
    { 人员编号: "a2", 安排: "调往", 学校: "乙小", 理由: "班子研究" },
    { 人员编号: "a3", 安排: "不得调往", 学校: "C", 理由: "夫妻同校" },
  ];

  it("hold, with names or ids, and are in the plan", async () => {
    await county("locks.xlsx", POLICY, decided);
    const { moves, basis } = await planned("locks.xlsx");
    expect(moves.find(({ person }) => person === "a1")).toBeUndefined();
    expect(moves.find(({ person }) => person === "a2")?.to).toBe("B");
    expect(basis.locks).toEqual([
      { person: "a1", stay: true, reason: "班子研究" },
      { person: "a2", school: "B", reason: "班子研究" },
      { person: "a3", forbid: "C", reason: "夫妻同校" },
    ]);
    await writeJson(terminal, "other.json", [{ person: "a5", stay: true, reason: "x" }]);
    const over = await call("check", "locks.xlsx", "--lock", "other.json");
    expect(over.err).toContain("数据中“已定人员”表的 3 条不采用");
  });

  it("that contradict each other are refused with both and their cells", async () => {
    await county("clash.xlsx", POLICY, [...decided, { 人员编号: "a1", 安排: "调往", 学校: "丙小", 理由: "y" }]);
    const { code, err } = await call("plan", "clash.xlsx");
    expect(code).toBe(2);
    expect(err).toMatch(/clash\.xlsx › 已定人员 › [A-Z]+5：第 1 条和第 4 条“已定人员”互相矛盾/u);
  });

  it("that are not complete are told at their rows", async () => {
    await county("half.xlsx", POLICY, [
      ...decided,
      { 姓名: "师a9", 安排: "借调", 理由: "z" },
      { 姓名: "师a8", 安排: "调往", 理由: "z" },
    ]);
    const { code, err } = await call("check", "half.xlsx");
    expect(code).toBe(2);
    expect(err).toContain("同类问题共 2 处：第 5-6 行");
  });

  it("may be a plan file, its workbook, or the sheet of another workbook", async () => {
    await county("own.xlsx", POLICY);
    await call("plan", "own.xlsx", "--out", "first");
    const first = JSON.parse(await readFile(path("first/plan.json"), "utf8")) as Plan;
    for (const file of ["first/plan.json", "first/轮岗方案.xlsx"]) {
      const again = await planned("own.xlsx", "--lock", file, "--seed", "another");
      expect(again.moves.map(({ person, to }) => [person, to])).toEqual(
        first.moves.map(({ person, to }) => [person, to]),
      );
      expect(again.basis.locks).toHaveLength(first.moves.length);
    }
    await county("locks.xlsx", POLICY, decided);
    const locked = await planned("own.xlsx", "--lock", "locks.xlsx");
    expect(locked.basis.locks).toHaveLength(decided.length);
  });
});

describe("init with a policy", () => {
  it("asks every parameter in Chinese, and what is filled in counts", async () => {
    const { code, out } = await call("init", "t.xlsx", "--policy", "yulin-notice", "--set", "quotaShare=10%");
    expect([code, out.includes("--policy")]).toEqual([0, false]);
    const book = await readXlsxBook(await readFile(path("t.xlsx")));
    const sheets = book.ok ? book.value.sheets : [];
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["政策参数", "已定人员"]));
    const rows = sheets.find(({ name }) => name === "政策参数")?.rows ?? [];
    expect(rows[1]?.slice(0, 3)).toEqual(["政策", expect.stringMatching(/\p{Script=Han}/u), "yulin-notice"]);
    const list = rows.find(([name]) => name === "document74Exemptions");
    expect(String(list?.[4])).toMatch(/必填.*孕期、产假.*例如：孕期、哺乳期/u);
    expect(rows.find(([name]) => name === "quotaShare")?.[2]).toBe("10%");
    // The sheets are known, examples and empty cells say nothing, and the two open numbers are asked for.
    const { err } = await call("check", "t.xlsx");
    expect(err).not.toMatch(/未识别|示例|没有给出政策|quotaShare/u);
    expect(err).toContain("document74Exemptions");
  });
});
