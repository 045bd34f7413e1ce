import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { readXlsxBook } from "@lungang/tabular";
import type { Plan } from "@lungang/core/plan";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal, writeJson } from "./terminal.ts";
import { editRoster } from "./edited-roster.ts";
import type { Edit } from "./edited-roster.ts";
import { facts, many, post, school, teacher, writeBook } from "./tricky/workbook.ts";

/** People edit the workbook of a plan: what they changed is taken over, what follows is recomputed, what breaks is said. */

const terminal = openTerminal();
const { call, path } = terminal;
const POLICY = ["--policy", "detailed-measures", "--set", "quotaShare=1/4"] as const;
const INSTANCE = ["--instance", "county.xlsx"] as const;
const [ID, NAME, SUBJECT, FORM, END, TO, POST, KM] = [1, 2, 8, 10, 13, 15, 16, 17];

/** Twelve teachers of Chinese at a school with eight posts; two far schools that lack two each, and one without a post for Chinese. */
const sheets = {
  基本信息: facts(2024),
  学校: [
    school("A", "甲小"),
    school("B", "乙小", { 纬度: 34.2 }),
    school("C", "丙小", { 纬度: 34.1 }),
    school("D", "丁小", { 纬度: 34.3 }),
    school("E", "戊小", { 纬度: 34.4 }),
  ],
  岗位: [post("A", 8), post("B", 4), post("C", 4), post("D", 2), post("E", 1, "音乐"), post("E", 1, "美术")],
  人员: [
    ...many(12, (k) => teacher(`a${k}`, "A", k === 12 ? { 任教学科: "语文(主)、音乐(兼)、美术(兼)" } : {})),
    teacher("b1", "B", { 姓名: "同名" }),
    teacher("b2", "B", { 姓名: "同名", 出生日期: "1981-05-05" }),
    teacher("c1", "C", { 状态: "孕期" }),
    teacher("c2", "C"),
    teacher("d1", "D"),
    teacher("d2", "D"),
  ],
};

const edited = (folder: string, edit: Edit) => editRoster(terminal, { from: "plan", to: folder }, edit);

async function planAt(file: string): Promise<Plan> {
  return JSON.parse(await readFile(path(file), "utf8")) as Plan;
}

let plan: Plan;
/** Two people whom the plan sends to different schools. */
let [one, other] = ["", ""];

beforeAll(async () => {
  await writeBook(terminal, "county.xlsx", sheets);
  await call("plan", "county.xlsx", ...POLICY, "--out", "plan");
  plan = await planAt("plan/plan.json");
  one = plan.moves.find(({ to }) => to === "B")?.person ?? "";
  other = plan.moves.find(({ to }) => to === "C")?.person ?? "";
  if (one === "" || other === "") throw new Error("The plan sends nobody to B or nobody to C");
});

const withPlan = async (folder: string) => {
  await mkdir(path(folder), { recursive: true });
  await copyFile(path("plan/plan.json"), path(`${folder}/plan.json`));
};

describe("adopt", () => {
  it("takes over two schools that were swapped, and makes everything that plan makes", async () => {
    await withPlan("swap");
    const file = await edited("swap", (_rows, rowOf) => {
      [rowOf(one)[TO], rowOf(other)[TO]] = [rowOf(other)[TO] ?? null, rowOf(one)[TO] ?? null];
    });
    const { code, out } = await call("adopt", file, ...INSTANCE);
    expect(out).toContain("改动 2 人");
    expect(out).toContain(`师${one}：去向由乙小改为丙小`);
    expect(out).toContain("复核通过");
    expect(code).toBe(0);
    expect((await readdir(path("swap/采用"))).filter((name) => !name.startsWith("."))).toEqual(
      (await readdir(path("plan"))).filter((name) => !name.startsWith(".")),
    );
    const adopted = await planAt("swap/采用/plan.json");
    expect(adopted.moves.find(({ person }) => person === one)).toMatchObject({
      to: "C",
      post: "C-语文",
      distanceMetres: plan.moves.find(({ person }) => person === other)?.distanceMetres,
    });
    expect(adopted.basis).toEqual(plan.basis);
    expect(adopted.stays).toEqual(plan.stays);
    const again = await call("verify", "swap/采用/plan.json", ...INSTANCE);
    expect([again.code, again.out.includes("复核通过")]).toEqual([0, true]);
    // The workbook was not touched, and nothing of the new set is where the old one lies.
    expect((await readdir(path("swap"))).sort()).toEqual(["plan.json", "改.xlsx", "采用"].sort());
  });

  it("changes nothing in an unchanged workbook", async () => {
    await withPlan("same");
    const file = await edited("same", () => undefined);
    const { code, out } = await call("adopt", file, ...INSTANCE, "--json");
    expect(code).toBe(0);
    const adopted = JSON.parse(out) as Plan & { readonly changes: readonly object[] };
    expect(adopted.changes).toEqual([]);
    expect(adopted.moves).toEqual(plan.moves);
    expect(adopted.stays).toEqual(plan.stays);
    expect(adopted.measures).toEqual(plan.measures);
    expect(adopted.shortfalls).toEqual(plan.shortfalls);
  });

  it("needs a name and a school only: another person in place of one who was taken out", async () => {
    await withPlan("other");
    const stays = plan.stays.find(({ person, school }) => school === "A" && person !== "a12")?.person ?? "";
    const file = await edited("other", (rows, rowOf) => {
      const row = rowOf(one);
      for (let column = ID; column < row.length; column++) if (column !== TO) row[column] = null;
      row[NAME] = `师${stays}`;
      expect(rows.length).toBeGreaterThan(1);
    });
    const { code, out } = await call("adopt", file, ...INSTANCE);
    expect(out).toContain(`师${one}：不再交流至乙小`);
    expect(out).toContain(`师${stays}：增加交流至乙小（小学语文）`);
    expect(code).toBe(0);
  });

  it("finds the only post that was cleared, and lists posts where there are several", async () => {
    await withPlan("posts");
    const one = await edited("posts", (_rows, rowOf) => {
      for (const { person } of plan.moves) rowOf(person)[POST] = null;
    });
    expect((await call("adopt", one, ...INSTANCE, "--json")).code).toBe(0);
    const toE = (subject: string | null) =>
      edited("posts", (_rows, rowOf) => {
        const row = rowOf(plan.moves.some(({ person }) => person === "a12") ? "a12" : other);
        [row[ID], row[NAME], row[TO], row[POST], row[SUBJECT]] = ["a12", "师a12", "戊小", null, subject];
      });
    const { code, err } = await call("adopt", await toE(null), ...INSTANCE);
    expect(code).toBe(2);
    expect(err).toContain("“师a12”到“戊小”可任的岗位有 2 个");
    expect(err).toMatch(/应为：E-\S+（小学\S+）、E-\S+（小学\S+）/u);
    const named = await call("verify", await toE("音乐"), ...INSTANCE);
    expect([named.code, named.err.includes("可任的岗位")]).toEqual([0, false]);
  });

  it("refuses what breaks a rule, and says which, who and what is right", async () => {
    await withPlan("broken");
    const file = await edited("broken", (_rows, rowOf) => {
      rowOf(one)[END] = "2025-01-31";
      rowOf(other)[FORM] = "支教";
    });
    const { code, out } = await call("adopt", file, ...INSTANCE);
    expect(code).toBe(3);
    expect(out).toMatch(new RegExp(`“?师${one}”?.*交流期限应为2024年\\d+月至202\\d年\\d+月`, "u"));
    expect(out).toMatch(new RegExp(`师${other}.*(交流形式应为|形式)`, "u"));
    expect(await readdir(path("broken"))).not.toContain("采用");
  });

  it("never tells what is sensitive about who must not move", async () => {
    await withPlan("secret");
    const file = await edited("secret", (_rows, rowOf) => {
      const row = rowOf(one);
      [row[ID], row[NAME]] = ["c1", "师c1"];
    });
    const { code, out, err } = await call("adopt", file, ...INSTANCE);
    expect(code).toBe(3);
    expect(out).toContain("师c1”按规定不得安排交流（原因见内部版");
    expect(`${out}${err}`).not.toMatch(/孕|pregnan/u);
  });

  it("says that a typed distance is not used", async () => {
    await withPlan("distance");
    const file = await edited("distance", (_rows, rowOf) => {
      rowOf(one)[KM] = 1;
    });
    const { code, err } = await call("adopt", file, ...INSTANCE);
    expect(code).toBe(0);
    expect(err).toContain("的距离按居住地和学校重新计算");
  });

  it("refuses a workbook beside the plan of another set", async () => {
    await mkdir(path("mixed"));
    await writeJson(terminal, "mixed/plan.json", { ...plan, indicators: {} });
    const file = await edited("mixed", () => undefined);
    const { code, err } = await call("adopt", file, ...INSTANCE);
    expect(code).toBe(2);
    expect(err).toContain("不是同一套");
    expect((await call("adopt", file, ...INSTANCE, "--plan", "plan/plan.json")).code).toBe(0);
  });
});

describe("a workbook and a plan file", () => {
  it("are verified and reported alike, and a workbook far from its plan needs the policy", async () => {
    await withPlan("alike");
    const file = await edited("alike", () => undefined);
    for (const name of ["plan/plan.json", file]) {
      expect((await call("verify", name, ...INSTANCE)).code).toBe(0);
      expect((await call("report", name, ...INSTANCE, "--out", `${name}.报表.xlsx`)).code).toBe(0);
    }
    const [a, b] = await Promise.all(
      ["plan/plan.json", file].map((name) => call("report", name, ...INSTANCE, "--only", "R1,R4", "--json")),
    );
    expect(b?.out).toBe(a?.out);
    const alone = await edited("alone", () => undefined);
    expect((await call("verify", alone, ...INSTANCE)).code).toBe(2);
    const { code, err } = await call("verify", alone, ...INSTANCE, ...POLICY);
    expect([code, err]).toEqual([0, expect.stringContaining("名册旁没有编制它的 plan.json：参数取")]);
    // What has to be set again stands in the workbook, in the words of the policy.
    expect(err).toContain("“编制说明”表所列“设定的参数”");
    const book = await readXlsxBook(await readFile(path(alone)));
    const about = (book.ok ? book.value.sheets : []).find(({ name }) => name === "编制说明")?.rows ?? [];
    const set = about.filter(([item]) => String(item).startsWith("设定的参数："));
    expect(set).toHaveLength(POLICY.filter((option) => option === "--set").length);
  });
});

describe("the county", () => {
  it("need not be named where the plan was written, or where it lies beside", async () => {
    await call("plan", "county.xlsx", ...POLICY, "--out", "own");
    for (const name of ["own/plan.json", "own/轮岗方案.xlsx"]) {
      const { code, err } = await call("verify", name);
      expect([code, err.includes(`县域数据：${path("county.xlsx")}`)]).toEqual([0, true]);
    }
    expect((await call("report", "own/plan.json", "--out", "own/报表.xlsx")).code).toBe(0);
    // An edited copy under another name in the folder, and what is made of it in a folder below.
    const bytes = await readFile(path(await edited("elsewhere", (_rows, rowOf) => (rowOf(one)[KM] = 1))));
    await writeFile(path("own/改.xlsx"), bytes);
    expect((await call("adopt", "own/改.xlsx")).code).toBe(0);
    expect((await call("verify", "own/采用/plan.json")).code).toBe(0);
    // Without a record the county is known by its hash.
    await withPlan("sent");
    await copyFile(path("county.xlsx"), path("sent/某县.xlsx"));
    const sent = await call("verify", "sent/plan.json");
    expect([sent.code, sent.err.includes("sent/某县.xlsx")]).toEqual([0, true]);
  });

  it("is asked for where nothing says it", async () => {
    await withPlan("alone-again");
    await writeBook(terminal, "alone-again/other.xlsx", { ...sheets, 基本信息: facts(2025) });
    for (const verb of ["verify", "report", "adopt"]) {
      const file = verb === "adopt" ? await edited("alone-again", () => undefined) : "alone-again/plan.json";
      const { code, err } = await call(verb, file, ...(verb === "report" ? ["--out", "r.xlsx"] : []));
      expect([code, err.includes("没有给出县域数据"), err.includes("--instance 县域数据.xlsx")]).toEqual([
        2,
        true,
        true,
      ]);
    }
  });
});

it("says that edits beside a plan file that was named are not in it", async () => {
  await call("plan", "county.xlsx", ...POLICY, "--out", "both");
  expect((await call("verify", "both/plan.json")).err).not.toContain("有人改动过");
  await writeFile(path("both/轮岗方案.xlsx"), await readFile(path(await edited("elsewhere", () => undefined))));
  expect((await call("verify", "both/plan.json")).err).toContain("这份名册有人改动过");
  expect((await call("verify", "both/轮岗方案.xlsx")).err).not.toContain("有人改动过");
});
