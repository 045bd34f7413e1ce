import { MASKED_IN_APPOINTMENT } from "../../policies/test/masked-values.ts";
import { dateText } from "@lungang/core/plan";
import { afterAll, describe, expect, it } from "vitest";
import {
  appointmentFiles,
  appointmentOutcomeSchema,
  readAppointmentList,
  verifyAppointmentList,
} from "../src/index.ts";
import type { AppointmentOutcome, Applications, ApplicationsPolicy, DecidedAppointment } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { changed, opened, problems } from "./applications.ts";

const session = openSession();
afterAll(() => session.close());

async function outcomeOf(applications: Applications): Promise<AppointmentOutcome & { readonly status: "appointed" }> {
  const outcome = appointmentOutcomeSchema.parse(JSON.parse(JSON.stringify(await session.appoint(applications))));
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  return outcome;
}

const appointed = async (sheets: Sheets, options?: ApplicationsPolicy) =>
  (await outcomeOf(await opened(sheets, options))).appointment;

const lineOf = ({ lines }: DecidedAppointment, id: string) => lines.find(({ person }) => person === id);

const policyRow = (policy: string): Sheets["参数"] => [
  ["项目", "内容"],
  ["政策", policy],
  ["聘期起始日", "2025-09-01"],
];

const WEIGHTS = { developmentWeight: "40%", problemsWeight: "20%", implementationWeight: "20%", resultsWeight: "20%" };
const STEPS = ["组织推荐", "资格审查", "民主测评", "确定考察对象", "组织考察", "遴选委员会审定"];
const CRITERIA = ["发展能力", "解决问题能力", "落实水平", "实际成效"];

/** Two who want to be principal: b has more points, a is better by the criteria; the old principal's contract has ended. */
const PRINCIPALS: Sheets = {
  参数: policyRow("xx-county-report"),
  岗位: [
    ["岗位编号", "学校", "乡镇", "岗位类别", "学科", "岗位数"],
    ["H1", "一小", "城关镇", "管理", null, 1],
    ["H2", "二小", "城关镇", "管理", null, 1],
    ["A", "一小", "城关镇", "教学", "语文", 2],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分", "聘期止", "期满去向", ...CRITERIA],
    ["old", "欧老", "H1", 50, "2025-08-31", "交流", 70, 70, 70, 70],
    ["runs", "任期", "H2", 50, "2026-08-31", null, null, null, null, null],
    ["a", "安一", "A", 60, null, null, 90, 60, 60, 60],
    ["b", "白二", "A", 90, null, null, 60, 80, 70, 70],
  ],
  报名志愿: [
    ["人员编号", "第一志愿"],
    ["a", "H1"],
    ["b", "H1"],
  ],
  程序记录: [
    ["步骤", "人员编号", "日期", "结论"],
    ["公布职位和条件", null, "2025-07-01", "通过"],
    ...["a", "b"].flatMap((person) => STEPS.map((step) => [step, person, null, "通过"])),
  ],
};

describe("principals", () => {
  it("are the best by the weighted criteria among those who passed every step, for three years", async () => {
    const decided = await appointed(PRINCIPALS, { settings: WEIGHTS });
    expect(lineOf(decided, "a")).toMatchObject({
      post: "H1",
      round: "校长选聘",
      contract: { from: "2025-09-01", to: "2028-08-31" },
    });
    // 36 + 36 against 24 + 44: by points b would come first.
    expect(decided.candidates.map(({ person, points, stoppedAt }) => [person, points, stoppedAt])).toEqual([
      ["a", "72", null],
      ["b", "68", null],
    ]);
    expect(decided.candidates[0]?.items.map(({ item, points }) => [item, points])).toEqual([
      ["发展能力", "36"],
      ["解决问题能力", "12"],
      ["落实水平", "12"],
      ["实际成效", "12"],
    ]);
  });

  it("keep a contract that runs, or one that was renewed, and leave one that ends with a move", async () => {
    const decided = await appointed(PRINCIPALS, { settings: WEIGHTS });
    expect(lineOf(decided, "runs")).toMatchObject({ post: "H2", contract: { from: null, to: "2026-08-31" } });
    expect(lineOf(decided, "old")).toMatchObject({ post: null });
    const person = (atEnd: string | null) =>
      changed(PRINCIPALS, { 人员: { 1: ["old", "欧老", "H1", 50, "2025-08-31", atEnd, 70, 70, 70, 70] } });
    const renewed = await appointed(person("续聘"), { settings: WEIGHTS });
    expect(lineOf(renewed, "old")).toMatchObject({ post: "H1", contract: { from: "2025-09-01", to: "2028-08-31" } });
    expect(lineOf(renewed, "a")).toMatchObject({ post: "A" });
    expect(await problems(person(null), { settings: WEIGHTS })).toEqual(["contract-undecided 人员!F2"]);
  });

  it.each([
    [12, "2025-09-01", "2026-08-31"],
    [18, "2025-09-01", "2027-02-28"],
    [60, "2025-09-01", "2030-08-31"],
    [12, "2024-02-29", "2025-02-28"],
    [6, "2025-08-31", "2026-02-28"],
  ])(
    "have contracts of %i months from %s to %s where the policy says so, and so has a list that is right",
    async (months, from, to) => {
      const sheets = changed(PRINCIPALS, {
        参数: { 2: ["聘期起始日", from] },
        人员: {
          1: ["old", "欧老", "H1", 50, "2023-08-31", "交流", 70, 70, 70, 70],
          2: ["runs", "任期", "H2", 50, "2031-08-31", null, null, null, null, null],
        },
      });
      const applications = await opened(sheets, { settings: { ...WEIGHTS, leaderTermMonths: String(months) } });
      const outcome = await outcomeOf(applications);
      expect(lineOf(outcome.appointment, "a")).toMatchObject({ post: "H1", contract: { from, to } });
      const list = await readBack(applications, outcome);
      const broken = (lines: typeof list.lines) => {
        const report = verifyAppointmentList(applications, { ...list, lines });
        return report.ok ? report.value.properties.flatMap(({ findings }) => findings.map(({ text }) => text.zh)) : [];
      };
      expect(broken(list.lines)).toEqual([]);
      const dayEarly = list.lines.map((line) => (line.person === "a" ? { ...line, contractTo: "2025-02-27" } : line));
      const said = `“安一（a）”的聘期止写的是“2025年2月27日”，按政策为“${dateText(to).zh}”`;
      expect(broken(dayEarly)).toEqual([said]);
    },
  );

  it("tell of a contract that ends within the year, and of days that a renewed one leaves open", async () => {
    const people = (old: readonly [string, string], runs: string) =>
      problems(
        changed(PRINCIPALS, {
          人员: {
            1: ["old", "欧老", "H1", 50, ...old, 70, 70, 70, 70],
            2: ["runs", "任期", "H2", 50, runs, null, null, null, null, null],
          },
        }),
        { settings: WEIGHTS },
      );
    // The last day of the school year, one day before it, and the day before the first.
    expect(await people(["2025-08-31", "续聘"], "2026-08-31")).toEqual([]);
    expect(await people(["2025-08-31", "续聘"], "2026-08-30")).toEqual(["contract-ends-within-year 人员!E3"]);
    expect(await people(["2025-08-31", "续聘"], "2025-09-01")).toEqual(["contract-ends-within-year 人员!E3"]);
    expect(await people(["2025-08-30", "续聘"], "2026-08-31")).toEqual(["contract-gap 人员!E2"]);
    expect(await people(["2025-07-15", "交流"], "2028-01-31")).toEqual([]);
    const early = changed(PRINCIPALS, {
      人员: { 2: ["runs", "任期", "H2", 50, "2026-01-31", null, null, null, null, null] },
    });
    expect(lineOf(await appointed(early, { settings: WEIGHTS }), "runs")).toMatchObject({
      post: "H2",
      contract: { from: null, to: "2026-01-31" },
    });
  });

  it("do not come from who failed a step or has none recorded, and the list of such a one is refused", async () => {
    const records = PRINCIPALS["程序记录"] ?? [];
    const failing = {
      ...PRINCIPALS,
      程序记录: [...records.slice(0, 3), ["资格审查", "a", null, "未通过"], ...records.slice(8)],
    };
    const applications = await opened(failing, { settings: WEIGHTS });
    const { appointment } = await outcomeOf(applications);
    expect(lineOf(appointment, "b")).toMatchObject({ post: "H1" });
    expect(appointment.candidates[0]).toMatchObject({
      person: "a",
      stoppedAt: { zh: "资格审查" },
      because: "failed",
      points: null,
    });
    const byHand = await readBack(applications, await outcomeOf(await opened(PRINCIPALS, { settings: WEIGHTS })));
    const report = verifyAppointmentList(applications, byHand);
    expect(report.ok && report.value.properties.filter(({ holds }) => !holds).map(({ name }) => name)).toContain(
      "onlyWished",
    );
    const open = { ...PRINCIPALS, 程序记录: records.slice(0, 8) };
    expect(await problems(open, { settings: WEIGHTS })).toEqual(["selection-open 报名志愿!A3"]);
    expect(lineOf(await appointed(open, { settings: WEIGHTS }), "b")).toMatchObject({ post: "A" });
  });

  it("say everything that is wrong with records and contracts, each at its cell", async () => {
    const wrong = changed(PRINCIPALS, {
      人员: { 2: ["runs", "任期", "H2", 50, "2026-08-31", "续聘", null, null, null, null] },
      程序记录: {
        2: ["组织推荐", "a", "2025-06-30", "通过"],
        3: ["资格审核", "a", null, "通过"],
        9: ["资格审查", null, null, "通过"],
        14: ["民主测评", "runs", null, "通过"],
        15: ["民主测评", "nobody", null, "通过"],
        16: ["公布职位和条件", null, null, "通过"],
      },
    });
    expect([...(await problems(wrong, { settings: WEIGHTS }))].sort()).toEqual(
      [
        "candidate-without-application 程序记录!B15",
        "contract-runs 人员!F3",
        "selection-open 报名志愿!A2",
        "selection-open 报名志愿!A3",
        "step-before-its-turn 程序记录!C3",
        "step-out-of-turn 程序记录!A11",
        "step-out-of-turn 程序记录!A12",
        "step-out-of-turn 程序记录!A13",
        "step-out-of-turn 程序记录!A14",
        "step-out-of-turn 程序记录!A5",
        "step-out-of-turn 程序记录!A6",
        "step-out-of-turn 程序记录!A7",
        "step-out-of-turn 程序记录!A8",
        "step-person 程序记录!B10",
        "step-recorded-twice 程序记录!A17",
        "step-unknown 程序记录!A4",
        "unknown-id 程序记录!B16",
      ].sort(),
    );
    const heavy = { ...WEIGHTS, resultsWeight: "30%" };
    expect(await problems(PRINCIPALS, { settings: heavy })).toEqual(["weights-not-whole 参数!B2"]);
  });
});

/** The internal workbook of an appointment as it is read back. */
async function readBack(applications: Applications, outcome: AppointmentOutcome & { readonly status: "appointed" }) {
  const files = await appointmentFiles(applications, outcome, { language: "zh" });
  const list = await readAppointmentList(files.find(({ name }) => name === "聘任结果.xlsx")?.content as Uint8Array);
  if (!list.ok) throw new Error(JSON.stringify(list.issues));
  return list.value;
}

/** A school with two Chinese posts of which three people hold one: who has the fewest points would leave. */
const SCHOOL: Sheets = {
  参数: policyRow("yiyuan-qinglongshan"),
  岗位: [
    ["岗位编号", "学校", "职务", "岗位类别", "学科", "岗位数"],
    ["P", "青龙山小学", "校长", "管理", null, 1],
    ["G", "青龙山小学", "中层", "管理", null, 1],
    ["Y", "青龙山小学", null, "教学", "语文", 2],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分", "教学和班级管理"],
    ["p", "彭一", "P", 90, 1],
    ["a", "安二", "Y", 80, 1],
    ["b", "白三", "Y", 70, 1],
    ["c", "陈四", "Y", 60, 1],
  ],
  报名志愿: [
    ["人员编号", "第一志愿"],
    ["p", "P"],
  ],
  程序记录: [
    ["步骤", "人员编号", "日期", "结论"],
    ["教代会通过方案和办法", null, "2025-08-20", "通过"],
    ["设岗并制定方案", null, "2025-08-23", "通过"],
  ],
};

describe("the procedure of a policy", () => {
  it("stands in the result: who appoints, by which day, and what holds of who has no post", async () => {
    const decided = await appointed(SCHOOL);
    expect(decided.lines.map(({ person, appointer }) => [person, appointer?.zh ?? null])).toEqual([
      ["a", "竞聘工作委员会聘任"],
      ["b", "竞聘工作委员会聘任"],
      ["c", null],
      ["p", "按干部管理权限聘任"],
    ]);
    expect(lineOf(decided, "c")?.conditions.map(({ source, text, met }) => [source, text.zh, met])).toEqual([
      ["YY-12", "校内跟岗学习，次年重新参加竞聘", null],
      ["YY-12", "不享受业绩补贴，出勤和工作量补贴按考核发放", null],
    ]);
    expect(decided.procedure.map(({ text, due, state, isLate }) => [text.zh, due, state, isLate])).toEqual([
      ["教代会通过方案和办法", null, "passed", false],
      ["设岗并制定方案", "08-22", "passed", true],
      ["校内竞聘", "08-24", "open", false],
      ["公布聘任名单", "08-25", "open", false],
    ]);
    expect(await problems(SCHOOL)).toEqual(["step-late 程序记录!C3", "policy-items-not-used 参数!B2"].sort());
  });

  it("keeps everybody from a post while a gate is shut, and calls the result a proposal while it is open", async () => {
    const gate = (rows: Sheets["程序记录"]) => problems({ ...SCHOOL, 程序记录: rows ?? [] });
    const header = ["步骤", "人员编号", "日期", "结论"];
    expect(await gate([header, ["教代会通过方案和办法", null, null, "未通过"]])).toContain(
      "gate-not-passed 程序记录!D2",
    );
    expect(await gate([header])).toContain("gate-not-recorded 参数!B2");
    expect(await gate([header, ["设岗并制定方案", null, null, "通过"]])).toContain("step-out-of-turn 程序记录!A2");
  });

  it("goes through a workbook and back; a list with another appointer or without a consequence is refused", async () => {
    const applications = await opened(SCHOOL);
    const list = await readBack(applications, await outcomeOf(applications));
    const broken = (lines: typeof list.lines) => {
      const report = verifyAppointmentList(applications, { ...list, lines });
      if (!report.ok) throw new Error(JSON.stringify(report.issues));
      return report.value.properties.flatMap(({ holds, findings }) =>
        holds ? [] : findings.map(({ text }) => text.zh),
      );
    };
    expect(broken(list.lines)).toEqual([]);
    const with_ = (id: string, more: object) =>
      list.lines.map((line) => (line.person === id ? { ...line, ...more } : line));
    expect(broken(with_("p", { appointer: "校长聘任" }))).toEqual([
      "“彭一（p）”的聘任权限写的是“校长聘任”，按政策为“按干部管理权限聘任”",
    ]);
    // A list by hand that has no such column at all is refused, and told which one.
    const withoutColumn = verifyAppointmentList(applications, { ...list, fields: new Set(["person", "post"]) });
    expect(
      withoutColumn.ok ? [] : withoutColumn.issues.map(({ code, expected, place }) => [code, expected, place?.sheet]),
    ).toEqual(
      [
        { zh: "聘任权限", en: "appointer" },
        { zh: "上岗与待遇", en: "conditions of work and pay" },
      ].map((column) => ["list-column-missing", column, "聘任名单"]),
    );
    expect(broken(with_("c", { conditions: "校内跟岗学习，次年重新参加竞聘" }))).toEqual([
      "“陈四（c）”没有写明“不享受业绩补贴，出勤和工作量补贴按考核发放”",
    ]);
  });

  it("counts points by the items of the policy where the workbook has none, and asks for what they hide", async () => {
    const people = [
      ["人员编号", "原岗位编号", "教学和班级管理", "工作表现", "民主测评", "周课时", "担任班主任", "骨干教师"],
      ["a", "Y", 1, 80, 80, 10, "否", "否"],
      ["b", "Y", 1, 80, 80, 10, "是", "否"],
      ["c", "Y", 1, 80, 80, 10, "否", "否"],
    ];
    const sheets = {
      ...SCHOOL,
      人员: people,
      报名志愿: [["人员编号", "第一志愿"]],
      材料: [
        ["人员编号", "类型", "级别", "角色"],
        ["c", "课题", "省级", "主持"],
        ["a", "课题", "省级", "参与"],
      ],
    };
    const settings = MASKED_IN_APPOINTMENT["yiyuan-qinglongshan"] ?? {};
    const decided = await appointed(sheets, { settings });
    expect(decided.sheets.map(({ person, total }) => [person, total])).toEqual([
      ["a", "74"],
      ["b", "79"],
      ["c", "82"],
    ]);
    expect(lineOf(decided, "a")?.post).toBeNull();
    // A column that is missing is said once and not of everybody.
    const short = changed(sheets, {
      人员: { 0: (people[0] ?? []).map((name) => (name === "周课时" ? "课时数" : name)) },
    });
    const told = await problems(short, { settings });
    expect(told.filter((one) => /missing/u.test(one))).toEqual(["missing-column 人员!A1"]);
    const asked = await problems(sheets);
    expect(asked.filter((one) => one.startsWith("parameter-required"))).toHaveLength(Object.keys(settings).length);
  });
});

describe("class teachers", () => {
  // Decided at once, so that a list has no rounds to be found wrong by first.
  const AT_ONCE: Sheets = {
    岗位: SCHOOL["岗位"] ?? [],
    人员: SCHOOL["人员"] ?? [],
    报名志愿: SCHOOL["报名志愿"] ?? [],
    参数: [
      ["项目", "内容"],
      ["聘任规则", "延迟接受"],
      ["超岗分流", "积分低者先分流"],
    ],
  };
  const roles = (...rows: readonly (readonly (string | null)[])[]): Sheets => ({
    ...AT_ONCE,
    班主任: [["班级", "学校", "班主任"], ...rows],
  });

  it("keep the post beside which they lead a class, and a list that takes it from them is refused", async () => {
    expect(lineOf(await appointed(AT_ONCE), "c")?.post).toBeNull();
    const applications = await opened(roles(["一（1）班", "青龙山小学", "c"], ["一（2）班", "青龙山小学", null]));
    const { appointment } = await outcomeOf(applications);
    expect(appointment.lines.map(({ person, post }) => [person, post])).toEqual([
      ["a", "Y"],
      ["b", null],
      ["c", "Y"],
      ["p", "P"],
    ]);
    const list = await readBack(applications, await outcomeOf(await opened(AT_ONCE)));
    const report = verifyAppointmentList(applications, list);
    expect(
      report.ok && report.value.properties.find(({ name }) => name === "classTeachersKept")?.findings,
    ).toMatchObject([{ people: ["c"], text: { zh: "班主任“c”没有任课岗位" } }]);
  });

  it("say what is wrong at its cell", async () => {
    const wrong = changed(
      roles(
        ["一（1）班", "青龙山小学", "c"],
        ["一（1）班", "青龙山小学", "c"],
        ["一（3）班", "青龙山小学", "p"],
        ["一（4）班", "别的小学", "a"],
        ["一（5）班", "青龙山小学", null],
      ),
      { 报名志愿: { 2: ["c", "G"] } },
    );
    const found = (await problems(wrong)).filter((one) => one.startsWith("class-"));
    expect([...found].sort()).toEqual([
      "class-teacher-applies 报名志愿!B2",
      "class-teacher-applies 报名志愿!B3",
      "class-teacher-wrong 班主任!C2",
      "class-teacher-wrong 班主任!C4",
      "class-teacher-wrong 班主任!C5",
      "class-twice 班主任!A3",
      "class-without-teacher 班主任!C6",
    ]);
  });
});

describe("the named school of XX County", () => {
  it("chooses so many county-wide, those of its posts that lack most; who goes without training may not work yet", async () => {
    const post = (id: string, school: string, types: string | null, subject: string, heads: number) => [
      id,
      school,
      types,
      "坝区",
      "初中",
      "教学",
      subject,
      heads,
    ];
    const applicants = Array.from({ length: 12 }, (_, at) => `t${String(at + 1).padStart(2, "0")}`);
    const sheets: Sheets = {
      参数: policyRow("xx-county-2021"),
      岗位: [
        ["岗位编号", "学校", "学校类别", "乡镇", "学段", "岗位类别", "学科", "岗位数"],
        post("X", "县一中", "面向全县选聘", "物理", 12),
        post("M", "山区中学", "山区中学", "物理", 1),
        post("N", "县一中", null, "音乐", 0),
      ],
      人员: [["人员编号", "原岗位编号", "积分"], ...applicants.map((id, at) => [id, null, 90 - at]), ["own", "N", 10]],
      报名志愿: [["人员编号", "第一志愿", "第二志愿"], ...applicants.map((id) => [id, "X", null]), ["own", "M", null]],
      学校距离: [["起点学校", "终点学校", "公里"]],
      程序记录: [
        ["步骤", "人员编号", "结论"],
        ["宣传动员", null, "通过"],
        ["核定编制和岗位", null, "通过"],
      ],
    };
    const decided = await appointed(sheets);
    expect(decided.lines.filter(({ post: got }) => got === "X").map(({ person }) => person)).toEqual(
      applicants.slice(0, 10),
    );
    expect(lineOf(decided, "own")).toMatchObject({
      post: "M",
      round: "坝区和指定中学落聘人员到山区初中",
      conditions: [
        { source: "XC-20", met: false },
        { source: "XC-23", met: null },
      ],
    });
    const trained = await appointed(changed(sheets, { 程序记录: { 3: ["落聘人员培训合格", "own", "通过"] } }));
    expect(lineOf(trained, "own")?.conditions[0]).toMatchObject({ met: true });
    const fewer = await appointed(sheets, { settings: { namedCount: 3 } });
    expect(fewer.lines.filter(({ post: got }) => got === "X")).toHaveLength(3);
  });
});
