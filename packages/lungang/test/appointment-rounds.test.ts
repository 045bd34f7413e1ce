import { readXlsxBook } from "@lungang/tabular";
import { afterAll, describe, expect, it } from "vitest";
import {
  appointmentFiles,
  appointmentOutcomeSchema,
  findPolicy,
  readAppointmentList,
  verifyAppointmentList,
} from "../src/index.ts";
import type { Applications, ApplicationsPolicy, DecidedAppointment } from "../src/index.ts";
import { appointmentSheets } from "../src/appointment/appointment-sheets.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { ROUND_HEADER, STAGED, changed, opened, problems } from "./applications.ts";

const session = openSession();
afterAll(() => session.close());

async function decidedBy(applications: Applications): Promise<DecidedAppointment> {
  const outcome = appointmentOutcomeSchema.parse(JSON.parse(JSON.stringify(await session.appoint(applications))));
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  return outcome.appointment;
}

const appointed = async (sheets: Sheets, options?: ApplicationsPolicy) => decidedBy(await opened(sheets, options));

/** Where everybody ends, and by which round. */
const ends = ({ lines }: DecidedAppointment) =>
  Object.fromEntries(lines.map(({ person, post, round }) => [person, [post, round]]));

/** XC-18, XC-19: U was not kept, wishes a full post of the township; Y is 8 km away in the township, Z 3 km in the county. */
const WATERFALL: Sheets = {
  参数: STAGED["参数"] ?? [],
  岗位: [
    ["岗位编号", "学校", "乡镇", "学段", "学科", "岗位数"],
    ["M", "母校", "坝区", "小学", "语文", 0],
    ["X", "邻校", "坝区", "小学", "语文", 0],
    ["Y", "远校", "坝区", "小学", "语文", 1],
    ["Z", "外校", "山区", "小学", "语文", 1],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分", "原岗处理"],
    ["U", "尤一", "M", 5, "须离开"],
  ],
  报名志愿: [
    ["人员编号", "第一志愿"],
    ["U", "X"],
  ],
  轮次: [
    ROUND_HEADER,
    ["本人意向", 1, "本乡镇", "未聘人员", null, null, null],
    ["本乡镇就近安排", 2, "本乡镇", "未聘人员", null, "就近安排", null],
    ["全县就近安排", 3, "全县", "未聘人员", null, "就近安排", null],
  ],
  学校距离: [
    ["起点学校", "终点学校", "公里"],
    ["邻校", "母校", 1],
    ["母校", "远校", 8],
    ["母校", "外校", 3],
  ],
};

describe("rounds from a workbook", () => {
  it("fix each round before the next: the own township first, though somebody outside has more points", async () => {
    const decided = await appointed(STAGED);
    expect(ends(decided)).toEqual({ L: ["F", "本乡镇竞聘"], M: ["B", "跨乡镇竞聘"] });
    expect(decided.rounds.map(({ round, taking, steps }) => [round, taking, steps.length])).toEqual([
      ["本乡镇竞聘", 2, 1],
      ["跨乡镇竞聘", 1, 0],
    ]);
    // What the rounds cost is said by name, and that it can pay to wait.
    expect(decided.envy.map(({ people }) => people)).toEqual([["M", "L"]]);
    expect(decided.strategy.isSafe).toBe(false);
    const { 轮次: _rounds, ...once } = STAGED;
    expect(ends(await appointed(once))).toEqual({ L: ["A", null], M: ["F", null] });
    const shuffled = changed(STAGED, { 轮次: { 1: STAGED["轮次"]?.[2] ?? [], 2: STAGED["轮次"]?.[1] ?? [] } });
    expect(await appointed(shuffled)).toEqual(decided);
  });

  it("let who is surplus come before a volunteer with more points (TW-05)", async () => {
    const decided = await appointed(
      changed(STAGED, {
        人员: {
          0: ["人员编号", "姓名", "原岗位编号", "积分", "优先类别", "原岗处理"],
          1: ["L", "李一", "A", 10, "超编", "须离开"],
        },
        优先类别: { 0: ["优先类别", "先于"], 1: ["超编", null] },
        轮次: {
          1: ["超编人员", 1, "全县", null, "超编", null, null],
          2: ["自愿人员", 2, "全县", null, null, null, null],
        },
      }),
    );
    expect(ends(decided)).toEqual({ L: ["F", "超编人员"], M: ["B", "自愿人员"] });
  });

  it("place the unplaced by the wish, near in the township, then in the county, and say the step", async () => {
    const decided = await appointed(WATERFALL);
    expect(ends(decided)).toEqual({ U: ["Y", "本乡镇就近安排"] });
    const row = (id: string, capacity: number) => [
      id,
      { X: "邻校", Y: "远校" }[id] ?? "",
      "坝区",
      "小学",
      "语文",
      capacity,
    ];
    const full = changed(WATERFALL, { 岗位: { 3: row("Y", 0) } });
    expect(ends(await appointed(full))).toEqual({ U: ["Z", "全县就近安排"] });
    expect(ends(await appointed(changed(WATERFALL, { 岗位: { 2: row("X", 1) } })))).toEqual({ U: ["X", "本人意向"] });
    const none = await appointed(changed(full, { 岗位: { 4: ["Z", "外校", "山区", "小学", "语文", 0] } }));
    expect(none.lines).toMatchObject([{ post: null, round: "全县就近安排", outcome: "unplaced" }]);
  });

  it("run again from the round of a decision that was withdrawn, and list who ends elsewhere", async () => {
    const decided = await appointed({
      ...STAGED,
      撤回决定: [
        ["轮次", "人员编号", "原因"],
        ["本乡镇竞聘", "李一", "异议成立"],
      ],
    });
    expect(ends(decided)).toEqual({ L: ["A", "跨乡镇竞聘"], M: ["F", "跨乡镇竞聘"] });
    expect(decided.withdrawn).toEqual([
      { person: "L", before: "F", after: "A", rounds: ["本乡镇竞聘", null] },
      { person: "M", before: "B", after: "F", rounds: [null, "跨乡镇竞聘"] },
    ]);
  });

  it("have an alternative with the fewest changes, and name whom it passes over", async () => {
    const withdrawn = {
      ...STAGED,
      撤回决定: [
        ["轮次", "人员编号"],
        ["本乡镇竞聘", "李一"],
      ],
    };
    const outcome = await session.appoint(await opened(withdrawn), { fewestChanges: true });
    if (outcome.status !== "appointed") throw new Error(outcome.message.en);
    // The rounds decide; M gets F there. With the fewest changes L goes back alone, and F stays free before the eyes of M.
    expect(ends(outcome.appointment)).toEqual({ L: ["A", "跨乡镇竞聘"], M: ["F", "跨乡镇竞聘"] });
    expect(outcome.appointment.fewestChanges).toEqual({
      changes: [{ person: "L", before: "F", after: "A" }],
      changesByRounds: 2,
      isProven: true,
      envy: [
        {
          people: ["M"],
          posts: ["F"],
          text: {
            zh: "“马二（M）”更愿去岗位“丙校 语文（F）”，该岗位尚有空额",
            en: '"马二（M）" prefers post "丙校 语文（F）", which has a place left',
          },
        },
      ],
    });
    const sheets = appointmentSheets(await opened(withdrawn), outcome.appointment, { public: false, language: "zh" });
    const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows;
    expect(rowsOf("最少变动")).toEqual([["L", "李一", "丙校 语文（F）", "甲校 语文（A）"]]);
    expect(rowsOf("最少变动之越过")?.map(([person, name, post]) => [person, name, post])).toEqual([
      ["M", "马二", "丙校 语文（F）"],
    ]);
    const none = await session.appoint(await opened(STAGED), { fewestChanges: true });
    expect([none.status, none.issues.map(({ code }) => code)]).toEqual(["invalid", ["nothing-withdrawn"]]);
  });

  it("say everything that is wrong with rounds, each at its cell", async () => {
    expect(
      await problems({
        ...changed(WATERFALL, {
          岗位: { 3: ["Y", "远校", null, "小学", "语文", 1] },
          轮次: {
            1: ["本人意向", 1, "本乡镇", null, "超编", null, null],
            4: ["全县就近安排", 3, "全县", null, null, "就近安排", null],
          },
          学校距离: { 3: ["母校", "远校", 9], 4: ["母校", "没有的学校", 1] },
        }),
        夫妻: [
          ["编号", "人员一", "人员二", "方式", "范围"],
          ["C", "U", "U", "不分开", "同校"],
        ],
        撤回决定: [
          ["轮次", "人员编号"],
          ["没有的轮次", "U"],
        ],
      }),
    ).toEqual(
      expect.arrayContaining([
        "round-order-twice 轮次!B5",
        "class-of-round-unknown 轮次!E2",
        "township-missing 岗位!C4",
        "round-twice 轮次!A5",
        "withdrawn-unknown 撤回决定!A2",
        "hard-rules-with-rounds 夫妻!A2",
      ]),
    );
    expect(
      await problems(changed(WATERFALL, { 学校距离: { 3: ["母校", "远校", 9], 4: ["母校", "没有的学校", 1] } })),
    ).toEqual(["distance-of-unknown-school 学校距离!B5", "distance-twice 学校距离!C4"]);
  });
});

describe("the list of rounds", () => {
  it("is written with the round of everybody, read back, and verified round by round", async () => {
    const applications = await opened(STAGED);
    const outcome = await session.appoint(applications);
    if (outcome.status !== "appointed") throw new Error(outcome.message.en);
    const [json, workbook, published] = await appointmentFiles(applications, outcome, { language: "zh" });
    const bytes = workbook?.content as Uint8Array;
    const names = async (content: unknown) => {
      const book = await readXlsxBook(content as Uint8Array);
      return book.ok ? book.value.sheets.map(({ name }) => name) : [];
    };
    expect(await names(bytes)).toEqual(expect.arrayContaining(["聘任名单", "各轮变动", "轮次结果"]));
    expect(await names(published?.content)).not.toContain("各轮变动");
    expect(String(json?.content)).toContain("本乡镇竞聘");
    const list = await readAppointmentList(bytes);
    if (!list.ok) throw new Error(JSON.stringify(list.issues));
    const verify = (change: Partial<typeof list.value>, of = applications) => {
      const report = verifyAppointmentList(of, { ...list.value, ...change });
      if (!report.ok) return report.issues.map(({ code }) => code);
      return report.value.properties.filter(({ holds }) => !holds).map(({ text }) => text.zh);
    };
    expect(verify({})).toEqual([]);
    const lines = [
      { person: "L", post: "A" },
      { person: "M", post: "F" },
    ];
    expect(verify({ lines })).toEqual(["list-differs-from-steps", "list-differs-from-steps"]);
    expect(verify({ lines, steps: [{ round: "跨乡镇竞聘", person: "M", post: "F" }] })).toEqual([
      "“本乡镇竞聘”：没有有人愿去的岗位空置",
    ]);
    expect(verify({ steps: undefined })).toEqual(["rounds-not-listed"]);
    const { 轮次: _rounds, ...once } = STAGED;
    expect(verify({}, await opened(once))).toEqual(["steps-without-rounds"]);
  });
});

describe("the scheme of a policy", () => {
  const POLICY = `
format: lungang-policy-1
extends: national-2014
id: ours
version: "1"
name: 本县
description: 本县
calendar:
  publicityDays: 7
appointment:
  source: 第三条
  text: 先本乡镇后跨乡镇
  rule: acceptance
  ownPost: keeps
  ties:
    - { column: 校龄, order: desc }
  offered: { share: 50%, round: up }
  rounds:
    - { id: township, source: 第四条, text: { zh: 本乡镇竞聘, en: own township }, reach: ownTownship }
    - { id: between, source: 第五条, text: { zh: 跨乡镇竞聘, en: between townships }, reach: betweenTownships }
`;
  const policy = () => {
    const found = findPolicy({ text: POLICY, file: "ours.yaml" });
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    return found.value;
  };
  const plain: Sheets = {
    ...Object.fromEntries(Object.entries(STAGED).filter(([name]) => name !== "轮次")),
    参数: [["项目", "内容"]],
    人员: [
      ["人员编号", "姓名", "原岗位编号", "积分", "校龄"],
      ["L", "李一", "A", 10, 3],
      ["M", "马二", "B", 90, 4],
    ],
  };

  it("gives rule, ties, offered posts, rounds and days of publicity where the workbook says nothing", async () => {
    const decided = await appointed(plain, { policy: policy() });
    expect(ends(decided)).toEqual({ L: ["F", "本乡镇竞聘"], M: ["B", "跨乡镇竞聘"] });
    expect(decided.publicityDays).toBe(7);
    expect(await problems(plain)).toEqual(["rule-missing 参数!undefined", "unknown-columns 人员!A1"]);
  });

  it("must not be contradicted: each setting at its cell, rounds at their row", async () => {
    const settings: Sheets[string] = [
      ["项目", "内容"],
      ["聘任规则", "首位交易循环"],
      ["空岗公布比例", "1/2"],
      ["原岗位", "参加竞聘"],
      ["同分比较项", "校龄"],
    ];
    expect(await problems({ ...plain, 参数: settings }, { policy: policy() })).toEqual([
      "differs-from-policy 参数!B2",
      "differs-from-policy 参数!B4",
    ]);
    const staged = { ...STAGED, 人员: plain["人员"] ?? [] };
    expect(await problems(staged, { policy: policy() })).toEqual([]);
    const swapped = changed(staged, {
      轮次: {
        1: ["跨乡镇竞聘", 1, "跨乡镇", null, null, null, null],
        2: ["本乡镇竞聘", 2, "本乡镇", null, null, null, null],
      },
    });
    expect(await problems(swapped, { policy: policy() })).toEqual(["differs-from-policy 轮次!A2"]);
  });

  it("is found by its name in the workbook; a policy that cannot be found is said at that cell", async () => {
    const named = (name: string): Sheets => ({
      ...plain,
      参数: [
        ["项目", "内容"],
        ["政策", name],
        ["聘任规则", "延迟接受"],
      ],
    });
    const columns = "unknown-columns 人员!A1";
    expect(await problems(named("national-2014"))).toEqual([columns]);
    expect(await problems(named("no-such-policy"))).toEqual(["unknown-policy 参数!B2", columns]);
  });
});

describe("plans of the source documents that name their rounds", () => {
  const named = (policy: string, sheets: Sheets): Sheets => ({
    ...sheets,
    参数: [
      ["项目", "内容"],
      ["政策", policy],
    ],
  });
  const POSTS = ["岗位编号", "学校", "乡镇", "学段", "岗位类别", "学科", "岗位数"];

  it("yiyuan-qinglongshan: mid-level, teaching, support; present teachers first, the lowest points leave", async () => {
    const school = (id: string, kind: string, subject: string | null, heads: number) => [
      id,
      "青龙山小学",
      null,
      "小学",
      kind,
      subject,
      heads,
    ];
    const decided = await appointed(
      named("yiyuan-qinglongshan", {
        岗位: [
          POSTS,
          school("G", "管理岗位", null, 1),
          school("Y", "教学岗位", "语文", 1),
          school("S", "教学岗位", "数学", 1),
          school("J", "教辅岗位", null, 1),
        ],
        人员: [
          ["人员编号", "原岗位编号", "积分", "教学和班级管理"],
          ["a", "Y", 90, 1],
          ["b", "Y", 60, 1],
          ["c", "S", 80, 1],
          ["d", "Y", 50, 1],
        ],
        报名志愿: [
          ["人员编号", "第一志愿", "第二志愿"],
          ["a", "G", null],
          ["c", "G", null],
          ["b", "G", "J"],
          ["d", "Y", "J"],
        ],
      }),
    );
    // Y has three people for one head: b and d leave it. The mid-level post goes to the best of all, and what he frees goes on.
    expect(decided.surplus.map(({ leaving }) => leaving.map(({ person }) => person))).toEqual([["d", "b"]]);
    expect(ends(decided)).toEqual({
      a: ["G", "中层管理岗位竞聘"],
      b: ["J", "教辅后勤岗位竞聘"],
      c: ["S", "教学岗位竞聘"],
      d: [null, "教辅后勤岗位竞聘"],
    });
    expect(decided.publicityDays).toBe(5);
  });

  it("xx-county-2021: own school, conversion, wish, near in the township, primary schools of the county", async () => {
    const post = (id: string, [school, township, stage]: readonly string[], kind: string, heads: number) => [
      id,
      school ?? "",
      township ?? "",
      stage ?? "",
      kind,
      kind === "教学岗位" ? "语文" : null,
      heads,
    ];
    const middle = ["坝区中学", "坝区", "初中"];
    const sheets = named("xx-county-2021", {
      岗位: [
        POSTS,
        post("L", middle, "管理岗位", 1),
        post("M", middle, "教学岗位", 1),
        post("H", middle, "教辅岗位", 1),
        post("X", ["坝区一小", "坝区", "小学"], "教学岗位", 0),
        post("Y", ["坝区二小", "坝区", "小学"], "教学岗位", 1),
        post("Z", ["山区小学", "山区", "小学"], "教学岗位", 1),
        post("W", ["山区中学", "山区", "初中"], "教学岗位", 1),
      ],
      人员: [
        ["人员编号", "原岗位编号", "积分"],
        ["p1", "M", 90],
        ["p2", "M", 80],
        ["p3", "M", 70],
        ["p4", "M", 60],
        ["p5", "M", 50],
        ["p6", "M", 40],
      ],
      报名志愿: [
        ["人员编号", "第一志愿", "第二志愿"],
        ["p1", "L", null],
        ["p4", "H", null],
        ["p5", "X", null],
      ],
      学校距离: [
        ["起点学校", "终点学校", "公里"],
        ["坝区中学", "坝区一小", 1],
        ["坝区中学", "坝区二小", 8],
        ["坝区中学", "山区小学", 3],
      ],
    });
    const decided = await appointed(sheets);
    expect(ends(decided)).toEqual({
      p1: ["L", "领导班子聘任"],
      p2: ["M", "学科教师聘任"],
      p3: ["Y", "落聘人员本乡镇就近安置"],
      p4: ["H", "教辅后勤及其他岗位聘任"],
      p5: ["Z", "落聘人员全县安置"],
      p6: [null, "落聘人员全县安置"],
    });
    // Only distances that somebody needs are asked for.
    const { 学校距离: _distances, ...without } = sheets;
    expect(await problems(without)).toEqual([
      "round-distance-missing 参数!B2",
      "round-distance-missing 参数!B2",
      "gate-not-recorded 参数!B2",
      // The policy names kinds of schools that no post of this workbook belongs to.
      "label-of-round-unknown 参数!B2",
      "label-of-round-unknown 参数!B2",
      "label-of-round-unknown 参数!B2",
    ]);
  });

  it("xx-county-report: principals first, then teachers, the best by score", async () => {
    const steps = ["组织推荐", "资格审查", "民主测评", "确定考察对象", "组织考察", "遴选委员会审定"];
    const decided = await appointed(
      named("xx-county-report", {
        岗位: [
          POSTS,
          ["G", "一小", "城关镇", "小学", "管理岗位", null, 1],
          ["A", "一小", "城关镇", "小学", "教学岗位", "语文", 1],
          ["B", "二小", "河口镇", "小学", "教学岗位", "语文", 1],
        ],
        人员: [
          ["人员编号", "原岗位编号", "积分", "发展能力", "解决问题能力", "落实水平", "实际成效"],
          ["a", "A", 90, 80, 80, 80, 80],
          ["b", "B", 95, 70, 70, 70, 70],
          ["n", null, 10, null, null, null, null],
        ],
        报名志愿: [
          ["人员编号", "第一志愿", "第二志愿"],
          ["a", "G", null],
          ["b", "G", "A"],
          ["n", "A", "B"],
        ],
        程序记录: [
          ["步骤", "人员编号", "结论"],
          ["公布职位和条件", null, "通过"],
          ...["a", "b"].flatMap((person) => steps.map((step) => [step, person, "通过"])),
        ],
      }),
      {
        settings: {
          developmentWeight: "40%",
          problemsWeight: "20%",
          implementationWeight: "20%",
          resultsWeight: "20%",
        },
      },
    );
    // The best by the criteria, who has fewer points than the other.
    expect(ends(decided)).toEqual({ a: ["G", "校长选聘"], b: ["A", "教师竞聘"], n: ["B", "教师竞聘"] });
  });
});
