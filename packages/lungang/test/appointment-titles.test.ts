import { postsOfCounty } from "@lungang/appointment/posts";
import type { PlanMove } from "@lungang/core/plan";
import { afterAll, describe, expect, it } from "vitest";
import { countyOf, form, policyOf, post, school, teacher } from "../../core/test/small-county.ts";
import type { AfterPlan, Applications, DecidedAppointment } from "../src/index.ts";
import { applicationsTemplate, openApplications, verifyAppointmentList } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { changed, ends, listOf, opened, problems } from "./applications.ts";

const session = openSession();
afterAll(() => session.close());

async function decidedBy(applications: Applications): Promise<DecidedAppointment> {
  const outcome = await session.appoint(applications);
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  return outcome.appointment;
}

function broken(applications: Applications, lines: Readonly<Record<string, string | null>>): readonly string[] {
  const report = verifyAppointmentList(applications, listOf(lines));
  if (!report.ok) throw new Error(JSON.stringify(report.issues));
  return report.value.properties.flatMap(({ name, findings }) => findings.map(({ text }) => `${name} ${text.zh}`));
}

/** 甲校 has four posts, one of them empty, and a quarter of them for senior titles, which H holds. */
const SENIOR: Sheets = {
  参数: [
    ["项目", "内容"],
    ["聘任规则", "延迟接受"],
  ],
  岗位: [
    ["岗位编号", "学校", "学科", "岗位类别", "岗位数", "周课时", "满工作量"],
    ["A", "甲校", "语文", null, 2, null, null],
    // 31 periods of 16 are two posts.
    ["B", "甲校", "数学", null, null, 31, 16],
    ["W", "甲校", null, "工勤岗位", 3, null, null],
    ["C", "乙校", "语文", null, 3, null, null],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分", "职称"],
    ["H", "何一", "A", 10, "高级教师"],
    ["I", "易二", "B", 20, "一级"],
    ["J", "江三", "B", 30, "二级"],
    ["P", "彭四", "C", 100, "正高"],
    ["Q", "秦五", "C", 60, "无"],
  ],
  报名志愿: [
    ["人员编号", "第一志愿"],
    ["P", "A"],
    ["Q", "A"],
  ],
  职称岗位: [
    ["学校", "职称等级", "结构比例", "岗位数"],
    ["甲校", "高级", "1/4", null],
    [null, "中级", null, 2],
  ],
};

describe("posts of titles in a workbook", () => {
  it("keep who has the level elsewhere from a school where it is full, and the next one comes", async () => {
    const applications = await opened(SENIOR);
    const decided = await decidedBy(applications);
    expect(ends(decided)).toEqual({ H: "A", I: "B", J: "B", P: "C", Q: "A" });
    expect(decided.titlePosts).toEqual([
      { school: "乙校", level: "中级", posts: 2, before: 0, after: 0, vacant: 2, over: 0 },
      { school: "甲校", level: "中级", posts: 2, before: 1, after: 1, vacant: 1, over: 0 },
      { school: "甲校", level: "高级", posts: 1, before: 1, after: 1, vacant: 0, over: 0 },
    ]);
    // P is not called passed over: the level stands between, by name.
    expect(decided.envy).toEqual([]);
    expect(decided.remaining.map(({ person, post: at, causes }) => [person, at, ...causes])).toEqual([
      ["P", "A", "甲校“高级”岗位已满"],
    ]);
    expect(decided.lines.find(({ person }) => person === "P")?.missed[0]?.text.zh).toContain("“甲校”的“高级”岗位已满");
    expect(decided.strategy).toMatchObject({ isSafe: false });
    expect(decided.strategy.example?.zh).toContain("“1”");
    expect(decided.properties.find(({ name }) => name === "titlesKept")).toMatchObject({ holds: true });
    // What is promised of wishes says that it leaves P out, and so does the sentence about everybody.
    expect(decided.properties.find(({ name }) => name === "noJustifiedEnvy")?.text.zh).toBe(
      "没有高分者被低分者越过（因职称岗位已满不能聘任的除外）",
    );
    expect(decided.properties.find(({ name }) => name === "seatsKept")?.text.zh).toBe("各岗位均不超员");
    expect((await session.appoint(applications)).message.zh).toContain(
      "没有人被排在后面的人越过；1 人因职称岗位、人数限制等规定不能到更愿去的岗位，已逐一列名；",
    );
  });

  it("are held against a list by hand", async () => {
    const applications = await opened(SENIOR);
    expect(broken(applications, { H: "A", I: "B", J: "B", P: "A", Q: "C" })).toEqual([
      "titlesKept “甲校”的“高级”岗位 1 个，安排后有 2 人，其中新到：彭四（P）",
    ]);
    expect(broken(applications, { H: "A", I: "B", J: "B", P: "C", Q: "A" })).toEqual([]);
  });

  it("have every problem of their rows at its cell, all at once", async () => {
    const wrong = changed(SENIOR, {
      岗位: {
        1: ["A", "甲校", "语文", null, 2, 30, 16],
        2: ["B", "甲校", "数学", null, 3, 31, 16],
        3: ["W", "甲校", null, null, null, 10, null],
      },
      人员: { 1: ["H", "何一", "A", 10, "老教师"], 2: ["I", "易二", "B", 20, null] },
      职称岗位: {
        1: ["甲校", "高级", "1/4", 3],
        2: ["丁校", "中级", null, 2],
        3: ["甲校", "高级", "70%", null],
        4: ["甲校", "初级", "50%", null],
        5: [null, "中级", null, null],
      },
    });
    expect(
      await problems({
        ...wrong,
        直接聘任: [
          ["人员编号", "岗位编号", "原因"],
          ["D", "C", "直接聘任"],
        ],
      }),
    ).toEqual([
      "periods-unclear 岗位!E3",
      "periods-unclear 岗位!G4",
      "title-posts-unclear 职称岗位!D2",
      "title-posts-unclear 职称岗位!C6",
      "title-shares-beyond-whole 职称岗位!C5",
      "unknown-word 人员!E2",
      "title-missing 直接聘任!A2",
      "capacity-missing 岗位!E4",
      "unknown-id 职称岗位!A3",
      "title-posts-twice 职称岗位!B4",
      "title-missing 人员!E3",
    ]);
  });

  it("go with limits: the level is kept, and whom it stops is not called passed over", async () => {
    const limited = (most: number): Sheets => ({
      ...SENIOR,
      人数限制: [
        ["编号", "岗位", "至多"],
        ["L", "A", most],
      ],
    });
    const applications = await opened(limited(2));
    const decided = await decidedBy(applications);
    expect(ends(decided)).toEqual({ H: "A", I: "B", J: "B", P: "C", Q: "A" });
    expect(broken(applications, { H: "A", I: "B", J: "B", P: "A", Q: "C" })).toEqual([
      "titlesKept “甲校”的“高级”岗位 1 个，安排后有 2 人，其中新到：彭四（P）",
    ]);
    // One head at A: nobody comes, and only Q is passed over by the limit, as the level stops P anyway.
    const one = await decidedBy(await opened(limited(1)));
    expect(ends(one)).toEqual({ H: "A", I: "B", J: "B", P: "C", Q: "C" });
    expect(one.remaining.map(({ person, post: at, causes }) => [person, at, ...causes])).toEqual([
      ["Q", "A", "L"],
      ["P", "A", "甲校“高级”岗位已满"],
    ]);
  });
});

describe("establishment in a workbook", () => {
  const SIZES: Sheets = {
    ...SENIOR,
    参数: [
      ...(SENIOR["参数"] ?? []),
      ["小学生师比", "19"],
      ["初中生师比", "13.5"],
      ["小规模学校学生数上限", 200],
      ["小规模学校班师比", "1.7"],
      ["小规模学校核编办法", "取大者"],
      ["全县编制总量", 60],
      ["县级编制预留", 5],
    ],
    学校规模: [
      ["学校", "学生数", "班级数"],
      ["甲校", "小学800", null],
      ["乙校", "小学19", 1],
    ],
  };

  it("is divided by pupils and, for a small school, classes; the county holds the rest; posts beyond it are named", async () => {
    const applications = await opened(SIZES);
    const decided = await decidedBy(applications);
    // 800 / 19 is 42.1; 19 pupils are one head, one class 1.7: the larger, rounded up.
    expect(decided.establishment).toEqual({
      countyTotal: 60,
      held: 15,
      isScarce: false,
      schools: [
        { school: "乙校", byStandard: 2, smallSchoolHundredths: 70, heads: 2, posts: 3 },
        { school: "甲校", byStandard: 43, smallSchoolHundredths: 0, heads: 43, posts: 7 },
      ],
    });
  });

  it("is short where the county has fewer heads, and divided in proportion", async () => {
    const { establishment } = await decidedBy(await opened(changed(SIZES, { 参数: { 7: ["全县编制总量", 27] } })));
    expect([establishment?.isScarce, establishment?.schools.map(({ heads }) => heads)]).toEqual([true, [1, 21]]);
  });

  it("asks for what is missing, each at its cell", async () => {
    const { 参数: _settings, ...rest } = SIZES;
    const wrong = {
      ...rest,
      参数: [...(SENIOR["参数"] ?? []), ["小规模学校学生数上限", 200]],
      学校规模: [
        ["学校", "学生数", "班级数"],
        ["丁校", "小学800", null],
      ],
    };
    expect((await problems(wrong)).filter((line) => !line.startsWith("title"))).toEqual([
      "unknown-id 学校规模!A2",
      ...["countyTotal", "smallPerClass", "smallMethod"].map(() => "establishment-setting-missing 参数!undefined"),
    ]);
    const again = {
      ...SIZES,
      参数: [
        ...(SENIOR["参数"] ?? []),
        ["全县编制总量", 60],
        ["小规模学校学生数上限", 200],
        ["小规模学校班师比", "1.7"],
        ["小规模学校核编办法", "取平均"],
      ],
      学校规模: [
        ["学校", "学生数", "班级数"],
        ["甲校", "小学80", null],
        ["甲校", "初中800", 20],
      ],
    };
    expect(await problems(again)).toEqual([
      "unit-twice 学校规模!A3",
      "ratio-missing 参数!undefined",
      "classes-missing 学校规模!C2",
      "ratio-missing 参数!undefined",
    ]);
  });
});

/** S has two posts, of which one is empty, and one senior post; its holder b competes. V has two of them. */
const COUNTY = countyOf({
  schools: [
    school({ id: "S", name: "甲校", establishment: 2, seniorPosts: 1 }),
    school({ id: "V", name: "乙校", establishment: 3, seniorPosts: 3 }),
  ],
  posts: [post("S", 2), post("V", 3)],
  persons: [
    teacher({ id: "a", homeSchool: "V", professionalTitle: "senior" }),
    teacher({ id: "b", homeSchool: "S", professionalTitle: "senior" }),
    teacher({ id: "c", homeSchool: "V", professionalTitle: "senior" }),
  ],
});
const POLICY = policyOf({ forms: [form("rotation"), form("transfer", { relationMoves: true })] });

const move = (person: string, [from, to]: readonly [string, string], relationMoves: boolean): PlanMove => ({
  person,
  from,
  to,
  post: `${to}-语文`,
  form: relationMoves ? "transfer" : "rotation",
  start: "2024-09-01",
  end: relationMoves ? null : "2025-08-31",
  relationMoves,
  distanceMetres: null,
});

const after = (moves: readonly PlanMove[]): AfterPlan => ({
  planningCase: { instance: COUNTY, policy: POLICY, locks: [] },
  plan: { moves: [...moves], returns: [] },
});

describe("posts of titles after a rotation plan", () => {
  /** What `init --appoint --instance` says of the county, with who applies for S. */
  function sheets(applicants: readonly string[]): Sheets {
    const { posts, people, titlePosts } = postsOfCounty(COUNTY);
    return {
      参数: [
        ["项目", "内容"],
        ["聘任规则", "延迟接受"],
      ],
      岗位: [["岗位编号", "学校", "岗位数"], ...posts.map(({ id, school: at, capacity }) => [id, at, capacity])],
      人员: [
        ["人员编号", "原岗位编号", "积分", "职称"],
        ...people.map(({ id, ownPost, title }, at) => [id, ownPost, 100 - at, title]),
      ],
      报名志愿: [["人员编号", "第一志愿"], ...applicants.map((id) => [id, "S-语文"])],
      职称岗位: [
        ["学校", "职称等级", "岗位数", "已占用"],
        ...titlePosts.map(({ school: at, level, posts: number, taken }) => [
          at,
          { senior: "高级", middle: "中级" }[level],
          number,
          taken,
        ]),
      ],
    };
  }

  it("goes with the relation: who is away for a term keeps it at home, who left for good gives it free", async () => {
    const away = await opened(sheets(["c"]), { after: after([move("b", ["S", "V"], false)]) });
    const kept = await decidedBy(away);
    expect(ends(kept)).toEqual({ a: "V-语文", c: "V-语文" });
    expect(kept.titlePosts.find(({ school: at }) => at === "甲校")).toMatchObject({ posts: 1, before: 1, after: 1 });
    const gone = await decidedBy(await opened(sheets(["c"]), { after: after([move("b", ["S", "V"], true)]) }));
    expect(ends(gone)).toEqual({ a: "V-语文", c: "S-语文" });
    expect(gone.properties.slice(-2).map(({ name, holds }) => [name, holds])).toEqual([
      ["ledgersHold", true],
      ["titleLedgersHold", true],
    ]);
  });

  it("finds a list by hand that breaks them, counted person by person from county, plan and list", async () => {
    const applications = await opened(sheets(["c"]), { after: after([move("b", ["S", "V"], false)]) });
    expect(broken(applications, { a: "V-语文", c: "S-语文" })).toEqual(
      expect.arrayContaining(["titleLedgersHold “甲校”有“高级”职称 2 人，职称岗位最多容纳 1 人"]),
    );
  });

  it("stand in the template of a county, which reads as the county is", async () => {
    const template = await applicationsTemplate("posts.xlsx", COUNTY);
    if (!template.ok) throw new Error(JSON.stringify(template.issues));
    const read = await openApplications({ workbook: template.value.content as Uint8Array });
    // The template leaves the rule to the authority, and nobody has applied yet; everything else is right.
    expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(["rule-missing", "no-applications"]);
  });
});
