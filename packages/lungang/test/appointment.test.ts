import { policyDocument } from "@lungang/policies";
import { readXlsxBook, writeWorkbook } from "@lungang/tabular";
import { afterAll, describe, expect, it } from "vitest";
import {
  appointmentFiles,
  appointmentOutcomeSchema,
  applicationsTemplate,
  openApplications,
  readAppointmentList,
  verifyAppointmentList,
} from "../src/index.ts";
import type { AppointmentOutcome, DecidedAppointment } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { SWAP_OR_ENVY, changed, opened, problems, workbookOf } from "./applications.ts";
import { county } from "./county.ts";

const session = openSession();
afterAll(() => session.close());

type Appointed = AppointmentOutcome & { readonly status: "appointed" };

/** Appoints and returns the outcome after a way through JSON, which has to change nothing. */
async function outcomeOf(sheets: Sheets): Promise<AppointmentOutcome> {
  const outcome = await session.appoint(await opened(sheets));
  const back: unknown = JSON.parse(JSON.stringify(outcome));
  expect(back).toStrictEqual(outcome);
  return appointmentOutcomeSchema.parse(back);
}

async function appointed(sheets: Sheets): Promise<DecidedAppointment> {
  const outcome = await outcomeOf(sheets);
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  return outcome.appointment;
}

const posts = ({ lines }: DecidedAppointment) => Object.fromEntries(lines.map(({ person, post }) => [person, post]));

const settings = (rule: string, ...more: readonly (readonly [string, string | number])[]) => ({
  2: ["聘任规则", rule],
  ...Object.fromEntries(more.map((row, at) => [3 + at, row])),
});

describe("an appointment from a workbook", () => {
  it("protects who stands before, and says what kept people from what they wished", async () => {
    const decided = await appointed(SWAP_OR_ENVY);
    expect(posts(decided)).toEqual({ P: "A", Q: "B", R: "C", U: null });
    expect(decided.counts).toMatchObject({ moved: 0, stayed: 3, unplaced: 1 });
    const line = decided.lines.find(({ person }) => person === "R");
    expect(line).toMatchObject({ name: "任三", points: "80", outcome: "stayed", wish: 2 });
    expect(line?.missed[0]?.text.zh).toContain("甲校 语文（A）");
    expect(line?.missed[0]?.text.zh).toContain("彭一（P）");
    expect(decided.strategy).toMatchObject({ isSafe: true, example: null });
    expect(decided.strategy.reference).toContain("Roth");
    expect(decided.properties.every(({ holds }) => holds)).toBe(true);
  });

  it("changes the posts of two who name each other, and tells everybody what came of the proposal", async () => {
    const named = {
      ...changed(SWAP_OR_ENVY, { 参数: settings("指名对调") }),
      报名志愿: [["人员编号", "第一志愿"]],
      对调申请: [
        ["人员编号", "对调对方", "所在学校同意"],
        ["Q", "彭一", "是"],
        ["P", "Q", "是"],
        ["R", "P", "否"],
      ],
    };
    const decided = await appointed(named);
    expect(posts(decided)).toEqual({ P: "B", Q: "A", R: "C", U: null });
    const reasons = Object.fromEntries(decided.lines.map(({ person, reason }) => [person, reason.zh]));
    expect(reasons["P"]).toBe("与秦二（Q）互相指名，岗位同类，两校同意，办理对调");
    expect(reasons["R"]).toBe("申请与彭一（P）对调未办理：双方没有互相指名");
    expect(decided.properties.map(({ name, holds }) => [name, holds])).toEqual([
      ["onlyNamedSwaps", true],
      ["agreedSwapsMade", true],
    ]);
    expect(
      await problems({
        ...named,
        对调申请: [...named.对调申请, ["P", "R", "是"], ["U", "U", "是"], ["R", "Q", "也许"]],
      }),
    ).toEqual(["unknown-word 对调申请!C7", "swap-with-self 对调申请!B6", "swap-twice 对调申请!A5"]);
    expect(await problems(changed(named, { 参数: settings("延迟接受") }))).toEqual([]);
  });

  it("puts both rules side by side, and under trading lists by name who is passed over", async () => {
    const trading = await appointed(changed(SWAP_OR_ENVY, { 参数: settings("首位交易循环") }));
    expect(posts(trading)).toEqual({ P: "B", Q: "A", R: "C", U: null });
    expect(trading.envy.map(({ people, posts: at }) => [people, at])).toEqual([[["R", "Q"], ["A"]]]);
    const acceptance = await appointed(SWAP_OR_ENVY);
    const moved = (decided: DecidedAppointment) =>
      decided.compared.map(({ rule, chosen, moved: count, passedOver }) => [rule, chosen, count, passedOver]);
    expect(moved(acceptance)).toEqual([
      ["acceptance", true, 0, 0],
      ["trading", false, 2, 1],
    ]);
    expect(moved(trading)).toEqual([
      ["trading", true, 2, 1],
      ["acceptance", false, 0, 0],
    ]);
  });

  it("says the lowest points that were admitted", async () => {
    const full = await appointed(
      changed(SWAP_OR_ENVY, {
        岗位: { 3: ["C", "丙校", "语文", 2, null, null, null] },
        人员: { 5: ["W", "王五", null, 55] },
        报名志愿: { 4: ["U", "C"], 5: ["W", "C"] },
      }),
    );
    expect(posts(full)).toMatchObject({ W: "C", U: null });
    expect(full.lines.find(({ person }) => person === "U")?.missed).toMatchObject([
      { post: "C", wish: 1, heads: 2, lowestPoints: "55" },
    ]);
  });

  it("tells of every empty head whether it is offered, and why not; heads that are not offered go to nobody", async () => {
    const decided = await appointed(SWAP_OR_ENVY);
    expect(decided.vacancies.find(({ post }) => post === "C")).toMatchObject({
      gap: 2,
      offered: 0,
      notOffered: [
        { reason: "reserved", heads: 1 },
        { reason: "blocked", heads: 1, text: { zh: "生源减少" } },
      ],
    });
    const wishing = changed(SWAP_OR_ENVY, { 报名志愿: { 4: ["U", "C"] } });
    expect(posts(await appointed(wishing))).toMatchObject({ U: null });
    const free = changed(wishing, { 岗位: { 3: ["C", "丙校", "语文", 3, 1, null, null] } });
    expect(posts(await appointed(free))).toMatchObject({ U: "C" });
    const half = changed(free, { 参数: settings("延迟接受", ["空岗公布比例", "50%"], ["公布数取整", "向下取整"]) });
    expect(posts(await appointed(half))).toMatchObject({ U: null });
  });

  it("counts points item by item, with evidence, ties by columns and points at some posts only", async () => {
    const decided = await appointed({
      参数: [
        ["项目", "内容"],
        ["聘任规则", "延迟接受"],
        ["同分比较项", "校龄"],
        ["积分上限", 30],
      ],
      岗位: [
        ["岗位编号", "学校", "乡镇", "学科", "岗位数"],
        ["A", "甲校", "城关镇", "语文", 1],
        ["B", "乙校", "河口镇", "语文", 1],
      ],
      人员: [
        ["人员编号", "姓名", "教龄", "校龄", "配偶乡镇"],
        ["T1", "张三", 12, 3, "无"],
        ["T2", "李四", 12, 6, "无"],
        ["T3", "王五", 5, 1, "河口镇"],
        ["T4", "赵六", null, null, null],
      ],
      报名志愿: [
        ["人员编号", "第一志愿", "第二志愿"],
        ["T1", "A", "B"],
        ["T2", "A", "B"],
        ["T3", "B", null],
      ],
      计分项: [
        ["计分项", "计分方式", "数据列", "分值", "条件"],
        ["教龄", "按数量计分", "教龄", 1, null],
        ["获奖", "材料按档计分", "获奖", 5, "级别=省级"],
        ["夫妻同镇", "只在某些岗位计分", null, 10, "岗位.乡镇=配偶乡镇"],
      ],
      材料: [
        ["人员编号", "类型", "级别"],
        ["T3", "获奖", "省级"],
        ["T4", "获奖", "省级"],
      ],
    });
    // T1 and T2 have 12 points each, T2 is longer at the school; T3 has 5 + 5, and 10 more at B.
    expect(posts(decided)).toEqual({ T1: null, T2: "A", T3: "B", T4: null });
    expect(decided.sheets.find(({ person }) => person === "T3")).toMatchObject({
      total: "10",
      items: [
        { item: "教龄", points: "5", post: null },
        { item: "获奖", points: "5", post: null },
        { item: "夫妻同镇", points: "10", post: "B" },
      ],
    });
    expect(decided.lines.find(({ person }) => person === "T1")?.missed).toMatchObject([
      { post: "A", lowestPoints: null },
      { post: "B", lowestPoints: "20" },
    ]);
  });

  it("says who is surplus before anybody competes: volunteers, then the last, never who is protected", async () => {
    const decided = await appointed({
      参数: [
        ["项目", "内容"],
        ["聘任规则", "延迟接受"],
        ["超岗分流", "积分低者先分流"],
      ],
      岗位: [
        ["岗位编号", "学校", "学科", "岗位数"],
        ["S", "甲校", "语文", 3],
        ["F", "乙校", "语文", 2],
      ],
      人员: [
        ["人员编号", "原岗位编号", "积分", "自愿分流", "不分流"],
        ["a", "S", 50, null, null],
        ["b", "S", 40, "是", null],
        ["c", "S", 30, null, null],
        ["d", "S", 20, null, "是"],
        ["e", "S", 10, null, null],
      ],
      报名志愿: [
        ["人员编号", "第一志愿", "第二志愿"],
        ["e", "S", "F"],
      ],
    });
    expect(decided.surplus).toEqual([
      {
        post: "S",
        excess: 2,
        leaving: [
          { person: "b", because: "volunteers" },
          { person: "e", because: "lastInOrder" },
        ],
      },
    ]);
    expect(posts(decided)).toEqual({ a: "S", b: null, c: "S", d: "S", e: "F" });
  });

  it("keeps couples together by the integer program, and names the rule behind every pair that is left", async () => {
    const sheets: Sheets = {
      参数: [
        ["项目", "内容"],
        ["聘任规则", "延迟接受"],
      ],
      岗位: [
        ["岗位编号", "学校", "乡镇", "学科", "岗位数"],
        ["A语", "甲校", "X", "语文", 1],
        ["A数", "甲校", "X", "数学", 1],
        ["B语", "乙校", "Y", "语文", 1],
        ["D数", "丁校", "Z", "数学", 1],
      ],
      人员: [
        ["人员编号", "原岗位编号", "积分"],
        ["M", "A数", 50],
        ["W", "A语", 60],
      ],
      报名志愿: [
        ["人员编号", "第一志愿"],
        ["M", "D数"],
        ["W", "B语"],
      ],
      夫妻: [
        ["编号", "人员一", "人员二", "方式", "范围"],
        ["C1", "W", "M", "不分开", "同乡镇"],
      ],
    };
    const decided = await appointed(sheets);
    expect(posts(decided)).toEqual({ M: "A数", W: "A语" });
    expect(decided.remaining.map(({ person, post, causes }) => [person, post, causes])).toEqual([
      ["M", "D数", ["C1"]],
      ["W", "B语", ["C1"]],
    ]);
    expect(decided.strategy.isSafe).toBe(false);
    const impossible = await outcomeOf({
      ...sheets,
      人数限制: [
        ["编号", "岗位", "至少", "至多"],
        ["L", "D数", 1, 1],
      ],
    });
    expect(impossible.status).toBe("infeasible");
    expect(await problems(changed(sheets, { 参数: { 1: ["聘任规则", "首位交易循环"] } }))).toContain(
      "hard-rules-other-rule 参数!B2",
    );
  });

  it.each([
    ["双向选择（学校先选）", { X: "T2", Y: "T1" }],
    ["双向选择（教师先选）", { X: "T1", Y: "T2" }],
  ])(
    "%s decides between two stable answers (T1: X, Y; T2: Y, X; the posts the other way round)",
    async (rule, answer) => {
      const decided = await appointed({
        参数: [
          ["项目", "内容"],
          ["聘任规则", rule],
        ],
        岗位: [
          ["岗位编号", "学校", "岗位数"],
          ["X", "甲校", 1],
          ["Y", "乙校", 1],
        ],
        人员: [
          ["人员编号", "姓名"],
          ["T1", "张三"],
          ["T2", "李四"],
        ],
        报名志愿: [
          ["人员编号", "第一志愿", "第二志愿"],
          ["T1", "X", "Y"],
          ["T2", "Y", "X"],
        ],
        学校排序: [
          ["岗位编号", "人员编号", "名次"],
          ["X", "T2", 1],
          ["X", "T1", 2],
          ["Y", "T1", 1],
          ["Y", "T2", 2],
        ],
      });
      expect(Object.fromEntries(decided.lines.map(({ person, post }) => [post, person]))).toEqual(answer);
      expect(decided.strategy.example === null).toBe(rule === "双向选择（教师先选）");
    },
  );

  it("does not depend on the order of the rows", async () => {
    const turned = Object.fromEntries(
      Object.entries(SWAP_OR_ENVY).map(([name, [header = [], ...rows]]) => [name, [header, ...rows.reverse()]]),
    );
    for (const rule of ["延迟接受", "首位交易循环"]) {
      const rows = {
        参数: [
          ["项目", "内容"],
          ["聘任规则", rule],
          ["名称", "x"],
        ],
      };
      expect(await appointed({ ...turned, ...rows })).toEqual(await appointed({ ...SWAP_OR_ENVY, ...rows }));
    }
  });
});

describe("a workbook with mistakes", () => {
  it("names the cell of each, all at once", async () => {
    const wrong = changed(SWAP_OR_ENVY, {
      参数: settings("延迟接受", ["空岗公布比例", "50%"], ["公布比例按", "乡镇"]),
      岗位: {
        1: ["A", "甲校", "语文", null, null, null, null],
        3: ["C", "丙校", "语文", 3, 9, 1, null],
        4: ["N", "丁校", "语文", 1, null, null, null],
      },
      人员: { 2: ["Q", "秦二", "B", null], 5: ["R", "任三", "C", 70] },
      报名志愿: { 3: ["P", "A"], 4: ["U", "Z"], 5: ["X", "A"], 6: ["V", "B"] },
      直接聘任: {
        0: ["人员编号", "岗位编号", "原因"],
        1: ["V", "N", "新招聘"],
        2: ["R", "N", "直接聘任"],
      },
      优先类别: { 0: ["优先类别", "先于"], 1: ["校内", "校外"], 2: ["校外", "校内"] },
    });
    expect([...(await problems(wrong))].sort()).toEqual(
      [
        "application-twice 报名志愿!A4",
        "capacity-missing 岗位!D2",
        "classes-in-a-circle 优先类别!B2",
        "gap-unexplained 岗位!G4",
        "person-in-two-lists 报名志愿!A7",
        "person-in-two-lists 直接聘任!A3",
        "person-twice 人员!A6",
        "placed-beyond-capacity 岗位!D5",
        "points-missing 人员!D3",
        "reserved-beyond-gap 岗位!E4",
        "township-missing 岗位!A2",
        "township-missing 岗位!A3",
        "township-missing 岗位!A4",
        "township-missing 岗位!A5",
        "unknown-id 报名志愿!A6",
        "unknown-id 报名志愿!B5",
      ].sort(),
    );
  });

  it("does not call unknown what stands in a row that could not be read", async () => {
    const nameless = changed(SWAP_OR_ENVY, { 岗位: { 1: [null, "甲校", "语文", 1, null, null, null] } });
    expect(await problems(nameless)).toEqual(["missing-value 岗位!A2"]);
  });

  it("names in a sentence the cell and not the place in a document", async () => {
    const twice = changed(SWAP_OR_ENVY, { 报名志愿: { 5: ["P", "B"] } });
    const read = await openApplications({ workbook: await workbookOf(twice) });
    expect(read.ok ? "" : read.issues[0]?.message.zh).toBe("申请人“P”重复，前一处在 “报名志愿”表 A2");
  });

  it("wants wishes for offered posts, one place for points, an order of volunteers and a seed where two are equal", async () => {
    const closed = changed(SWAP_OR_ENVY, {
      岗位: {
        0: ["岗位编号", "学校", "岗位数", "是否公布"],
        1: ["A", "甲校", 1, null],
        2: ["B", "乙校", 1, "否"],
        3: ["C", "丙校", 1, null],
      },
    });
    expect(await problems(closed)).toEqual(["wish-not-offered 报名志愿!B2"]);
    const both = {
      ...SWAP_OR_ENVY,
      计分项: [
        ["计分项", "计分方式", "数据列", "分值"],
        ["积分", "按数量计分", "积分", 1],
      ],
    };
    expect((await problems(both)).slice(0, 2)).toEqual([
      "points-given-and-counted 人员!D2",
      "points-given-and-counted 人员!D3",
    ]);
    expect(await problems(changed(SWAP_OR_ENVY, { 人员: { 3: ["R", "任三", "C", 10] } }))).toEqual([
      "draw-seed-missing 参数!undefined",
    ]);
    const volunteers = changed(SWAP_OR_ENVY, {
      参数: settings("延迟接受", ["超岗分流", "积分低者先分流"]),
      人员: {
        0: ["人员编号", "姓名", "原岗位编号", "积分", "自愿分流"],
        1: ["P", "彭一", "A", 100, "是"],
        4: ["U", "尤四", "A", 10, "是"],
      },
      报名志愿: { 4: ["U", "B"] },
    });
    expect(await problems(volunteers)).toContain("volunteer-order-missing 参数!undefined");
  });
});

describe("an appointment made by hand", () => {
  const list = (lines: readonly (readonly [string, string | null])[]) =>
    writeWorkbook([
      {
        name: "聘任名单",
        columns: [{ header: "人员编号" }, { header: "聘任岗位编号" }],
        rows: lines.filter(([, post]) => post !== null),
      },
      {
        name: "未聘人员",
        columns: [{ header: "人员编号" }, { header: "姓名" }],
        rows: lines.flatMap(([person, post]) => (post === null ? [[person]] : [])),
      },
    ]);

  async function verified(sheets: Sheets, lines: readonly (readonly [string, string | null])[]) {
    const read = await readAppointmentList(await list(lines));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return verifyAppointmentList(await opened(sheets), read.value);
  }

  const broken = async (rule: string, lines: readonly (readonly [string, string | null])[]) => {
    const report = await verified(changed(SWAP_OR_ENVY, { 参数: settings(rule) }), lines);
    return report.ok ? report.value.properties.filter(({ holds }) => !holds).map(({ name }) => name) : report.issues;
  };

  const SWAPPED = [
    ["P", "B"],
    ["Q", "A"],
    ["R", "C"],
    ["U", null],
  ] as const;

  it("is checked against every promise of the rule: heads, wishes, own posts, and what the rule is for", async () => {
    expect(await broken("首位交易循环", SWAPPED)).toEqual([]);
    expect(await broken("指名对调", SWAPPED)).toEqual(["onlyNamedSwaps"]);
    expect(await broken("延迟接受", SWAPPED)).toEqual(["noJustifiedEnvy"]);
    expect(
      await broken("延迟接受", [
        ["P", "A"],
        ["Q", "B"],
        ["R", "A"],
        ["U", "C"],
      ]),
    ).toEqual(["seatsKept", "onlyWished"]);
    expect(
      await broken("首位交易循环", [
        ["P", "A"],
        ["Q", "B"],
        ["R", "C"],
        ["U", null],
      ]),
    ).toEqual(["noImprovingTrade"]);
    expect(
      await broken("延迟接受", [
        ["P", "A"],
        ["Q", null],
        ["R", "C"],
        ["U", null],
      ]),
    ).toContain("ownPostKept");
  });

  it("names the cell of who is lost, stands twice or goes to a post that does not exist", async () => {
    const report = await verified(SWAP_OR_ENVY, [
      ["P", "A"],
      ["P", "B"],
      ["Q", "Z"],
      ["R", "C"],
    ]);
    expect(report.ok ? [] : report.issues.map(({ code, place }) => `${code} ${place?.sheet}!${place?.cell}`)).toEqual([
      "appointed-twice 聘任名单!A3",
      "unknown-id 聘任名单!B4",
      "person-lost 聘任名单!A1",
    ]);
  });
});

/** Position of the row below annex, title, unit and header. */
const FIRST_ROW = 4;

it("tells names that are masked already, each at its cell: notices could not say whom they are for", async () => {
  const people = SWAP_OR_ENVY["人员"]?.map(([id, name, ...rest]) => [id, name === "彭一" ? "彭**" : name, ...rest]);
  expect(await problems(changed(SWAP_OR_ENVY, { 人员: people as Sheets[string] }))).toEqual(["masked-name 人员!B2"]);
});

describe("the files of an appointment", () => {
  async function filesOf(sheets: Sheets, language: "zh" | "en" = "zh") {
    const applications = await opened(sheets);
    const outcome = (await session.appoint(applications)) as Appointed;
    const files = await appointmentFiles(applications, outcome, { language });
    const book = async (name: string) => {
      const content = files.find((file) => file.name === name)?.content as Uint8Array;
      const read = await readXlsxBook(content);
      if (!read.ok) throw new Error("not read");
      return { content, sheets: read.value.sheets };
    };
    return { applications, files, internal: await book("聘任结果.xlsx"), published: await book("聘任结果-公示.xlsx") };
  }

  it.each(["zh", "en"] as const)("are read back and found right (%s)", async (language) => {
    const { applications, internal } = await filesOf(
      changed(SWAP_OR_ENVY, { 参数: settings("首位交易循环") }),
      language,
    );
    const list = await readAppointmentList(internal.content);
    if (!list.ok) throw new Error(JSON.stringify(list.issues));
    const report = verifyAppointmentList(applications, list.value);
    expect(report.ok && report.value.ok).toBe(true);
  });

  it("hold a sheet for everything that people ask", async () => {
    const { internal } = await filesOf(changed(SWAP_OR_ENVY, { 参数: settings("首位交易循环") }));
    expect(internal.sheets.map(({ name }) => name)).toEqual([
      "目录",
      "聘任名单",
      "未聘人员",
      "空岗及原因",
      "规则比较",
      "被越过人员",
      "复核",
    ]);
    const envy = internal.sheets.find(({ name }) => name === "被越过人员");
    expect(envy?.rows[FIRST_ROW]?.slice(0, 5)).toEqual(["R", "任三", "甲校 语文（A）", "Q", "秦二"]);
    const gaps = internal.sheets.find(({ name }) => name === "空岗及原因");
    expect(gaps?.rows[FIRST_ROW]).toEqual(["C", "丙校", "语文", 2, 0, 0, "为交流在外人员保留 1；生源减少 1"]);
  });

  it("say below the list how many there are, and in public what the check came to and how to object", async () => {
    const settled = { 参数: settings("首位交易循环", ["编制单位", "某县教育局"]) };
    const { internal, published } = await filesOf(changed(SWAP_OR_ENVY, settled));
    const below = ({ sheets }: typeof internal) =>
      (sheets.find(({ name }) => name === "聘任名单")?.rows ?? [])
        .map(([first]) => String(first))
        .filter((text) => /^(?:合计|复核结论|对聘任结果)/u.test(text));
    const total = "合计：3人（其他岗位3人；留任1人，调动2人）";
    expect(below(internal)).toEqual([total]);
    // As many as the bureau sees one by one.
    const listed = internal.sheets.find(({ name }) => name === "复核")?.rows ?? [];
    const checkedItems = listed.filter((row) => row.includes("成立")).length;
    expect(checkedItems).toBeGreaterThan(1);
    expect(below(published)).toEqual([
      total,
      `复核结论：本名单已由另一套程序逐项核对，共核对${checkedItems}项，全部符合规定。`,
      "对聘任结果有异议的，请在公示期内以书面形式向某县教育局提出，并附有关材料；情况属实的，将予以纠正。",
    ]);
  });

  it("have a notice for everybody who has a post, and why for who has none or missed a wish; nobody else is named", async () => {
    const { files } = await filesOf(
      changed(SWAP_OR_ENVY, { 参数: settings("首位交易循环", ["编制单位", "某县教育局"]) }),
    );
    const html = String(files.find(({ name }) => name === "聘任通知.html")?.content);
    const pages = html.match(/<section>.*?<\/section>/gsu) ?? [];
    const names = ["彭一", "秦二", "任三", "尤四"];
    const whose = (page: string) => names.filter((name) => page.includes(name)).join();
    const isNotice = (page: string) => page.includes("<h1>聘任通知</h1>");
    expect(pages.filter(isNotice).map(whose).sort()).toEqual(["任三", "彭一", "秦二"]);
    for (const page of pages) expect(page).toContain("某县教育局（盖章）");
    for (const page of pages.filter(isNotice)) {
      expect(page).toMatch(/聘任您到|继续聘任您在/u);
      expect(page).not.toMatch(/积分|抽签|志愿|100|60|80/u);
    }
    const reasons = pages.filter((page) => !isNotice(page));
    expect(reasons.map(whose)).toContain("尤四");
    // The person knows the post by school and subject.
    expect(reasons.join()).not.toMatch(/（[A-Z]）/u);
    for (const page of reasons) {
      expect(whose(page)).toMatch(/^..$/u);
      expect(page).toContain("<h1>竞聘结果说明（本人）</h1>");
      expect(page).toMatch(/有异议的，请在公示期/u);
    }
  });

  it("show the public no id, no full name, no points, no reason and nobody without a post", async () => {
    const { published } = await filesOf(changed(SWAP_OR_ENVY, { 参数: settings("首位交易循环") }));
    expect(published.sheets.map(({ name }) => name)).toEqual(["目录", "聘任名单", "空岗及原因"]);
    const cells = published.sheets.flatMap(({ rows }) => rows.flat()).map(String);
    for (const secret of ["彭一", "秦二", "任三", "尤四", "P", "Q", "R", "U", "100", "60", "80"])
      expect(cells).not.toContain(secret);
    expect(cells).toContain("彭**");
  });
});

describe("what other rules would have given and how answers could be gamed", () => {
  // How many may go depends on who comes: honest answers are not safe, and an example says so.
  const examined = changed(SWAP_OR_ENVY, { 参数: settings("保证最低在岗的延迟接受") });
  it.each(["zh", "en"] as const)("stand in the internal edition alone (%s)", async (language) => {
    const applications = await opened(examined);
    const outcome = (await session.appoint(applications)) as Appointed;
    const { strategy, compared } = outcome.appointment;
    const told = [strategy.text[language], strategy.example?.[language], ...compared.map(({ name }) => name[language])];
    const files = await appointmentFiles(applications, outcome, { language });
    const textOf = async (name: string) => {
      const read = await readXlsxBook(files.find((file) => file.name === name)?.content as Uint8Array);
      return JSON.stringify(read.ok ? read.value.sheets.map((sheet) => [sheet.name, sheet.rows]) : []);
    };
    const [internal, published] = [await textOf("聘任结果.xlsx"), await textOf("聘任结果-公示.xlsx")];
    for (const text of told.filter((each) => each !== undefined)) {
      const cell = JSON.stringify(text).slice(1, -1);
      expect([cell, internal.includes(cell), published.includes(cell)]).toEqual([cell, true, false]);
    }
    expect(published).not.toMatch(/规则比较|如实填报|谎报|Rules compared|Honest answers|honest/u);
  });
});

describe("the template", () => {
  it("holds the posts of a county and who holds them, and is read back", async () => {
    const made = await applicationsTemplate("竞聘.xlsx", county);
    if (!made.ok) throw new Error("not made");
    const read = await openApplications({ workbook: made.value.content as Uint8Array, file: "竞聘.xlsx" });
    // Nobody has applied and no rule was chosen yet.
    expect(
      read.ok ? [] : [...new Set(read.issues.filter(({ severity }) => severity === "error").map(({ code }) => code))],
    ).toEqual(["rule-missing"]);
  });

  it("has the kinds of schools that the policy asks for as far as the data tell them, and asks for the others", async () => {
    const terrains = ["mountain", "plain"] as const;
    const schools = county.schools.map((school, at) => ({
      ...school,
      terrain: terrains[at % 2] ?? "plain",
      ...(at === 0 ? { level: "village" as const } : {}),
    }));
    const document = policyDocument("xx-county-2021");
    const policy = { name: "xx-county-2021", found: { document, placeOf: () => ({}) } };
    const postsOf = async (instance: typeof county | undefined, by: typeof policy | undefined) => {
      const made = await applicationsTemplate("竞聘.xlsx", instance, by);
      if (!made.ok) throw new Error("not made");
      const book = await readXlsxBook(made.value.content as Uint8Array);
      const sheets = book.ok ? book.value.sheets : [];
      const [header = [], note = [], ...rows] = sheets.find(({ name }) => name === "岗位")?.rows ?? [];
      const [school, kinds] = ["学校", "学校类别"].map((title) => header.indexOf(title));
      return {
        note: String(note[kinds ?? -1]),
        kinds: new Map(rows.map((row) => [row[school ?? -1], row[kinds ?? -1]])),
      };
    };
    const found = await postsOf({ ...county, schools }, policy);
    const junior = schools.filter(({ type }) => type === "junior" || type === "nineYear");
    expect(junior.length).toBeGreaterThan(0);
    for (const { name, terrain } of junior)
      expect(found.kinds.get(name)).toContain({ mountain: "山区中学", plain: "坝区中学" }[terrain]);
    expect(found.kinds.get(schools[0]?.name)).toContain("村小");
    // Which school chooses county-wide is for the county to say.
    expect(found.note).toMatch(/^本政策按学校类别安排聘任，.*：(?:\S+、)?面向全县选聘/u);
    expect(found.note).not.toContain("村小");
    expect((await postsOf(undefined, policy)).note).toContain("面向全县选聘、坝区中学、山区中学、村小、教学点");
    const without = await postsOf(county, undefined);
    expect([...new Set(without.kinds.values())].filter((kinds) => kinds !== null && kinds !== undefined)).toEqual([]);
    expect(without.note).not.toContain("本政策");
  });
});
