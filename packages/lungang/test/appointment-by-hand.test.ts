import { describe, expect, it } from "vitest";
import type { Applications } from "../src/index.ts";
import { verifyAppointmentList } from "../src/index.ts";
import type { Sheets } from "./applications.ts";
import { listOf, opened, problems } from "./applications.ts";

/** What a list breaks: people, posts and the sentence of every place. */
function broken(applications: Applications, lines: Readonly<Record<string, string | null>>): readonly string[] {
  const report = verifyAppointmentList(applications, listOf(lines));
  if (!report.ok) throw new Error(JSON.stringify(report.issues));
  return report.value.properties.flatMap(({ name, findings }) =>
    findings.map(({ people, posts, text }) => `${name} [${[...people, ...posts].join(" ")}] ${text.zh}`),
  );
}

const PEOPLE: readonly (readonly [string, string, string, number])[] = [
  ["a", "安一", "A", 50],
  ["b", "包二", "B", 40],
  ["c", "曹三", "C", 30],
  ["d", "丁四", "D", 20],
];

const fourSchools = (rule: string, more: Sheets = {}): Sheets => ({
  参数: [
    ["项目", "内容"],
    ["聘任规则", rule],
    ["互换最多人数", 2],
  ],
  岗位: [["岗位编号", "学校", "学科", "岗位数"], ...["A", "B", "C", "D"].map((id) => [id, `${id}校`, "语文", 1])],
  人员: [["人员编号", "姓名", "原岗位编号", "积分"], ...PEOPLE],
  报名志愿: [
    ["人员编号", "第一志愿"],
    ["a", "B"],
    ["b", "C"],
    ["c", "A"],
  ],
  ...more,
});

describe("a list by hand is told by name", () => {
  it("where somebody moved in no circle within the limit", async () => {
    const applications = await opened(fourSchools("限定人数的互换"));
    expect(broken(applications, { a: "A", b: "B", c: "C", d: "D" })).toEqual([]);
    // Three in a ring are one too many.
    expect(broken(applications, { a: "B", b: "C", c: "A", d: "D" })).toEqual(
      [
        ["a", "安一", "B"],
        ["b", "包二", "C"],
        ["c", "曹三", "A"],
      ].map(
        ([id, name, post]) =>
          `onlyShortCircles [${id} ${post}] “${name}（${id}）”调到岗位“${post}校 语文（${post}）”，不属于 2 人以内的互换`,
      ),
    );
    const three = await opened({
      ...fourSchools("限定人数的互换"),
      参数: [
        ["项目", "内容"],
        ["聘任规则", "限定人数的互换"],
        ["互换最多人数", 3],
      ],
    });
    expect(broken(three, { a: "B", b: "C", c: "A", d: "D" })).toEqual([]);
  });

  it("where somebody goes to a place that stood empty, and only circles are made", async () => {
    const posts = { 岗位: [...(fourSchools("")["岗位"] ?? []), ["E", "E校", "语文", 1]] };
    const wishes = {
      报名志愿: [
        ["人员编号", "第一志愿"],
        ["d", "E"],
        ["c", "D"],
      ],
    };
    const list = { a: "A", b: "B", c: "D", d: "E" };
    const only = await opened({ ...fourSchools("限定人数的互换"), ...posts, ...wishes });
    expect(broken(only, list).map((line) => line.slice(0, 22))).toEqual([
      "onlyShortCircles [c D]",
      "onlyShortCircles [d E]",
    ]);
    const settings = [...(fourSchools("限定人数的互换")["参数"] ?? []), ["互换可接空岗", "是"]];
    const chains = await opened({ ...fourSchools(""), ...posts, ...wishes, 参数: settings });
    expect(broken(chains, list)).toEqual([]);
  });

  it("where a swap was not named", async () => {
    const applications = await opened({ ...fourSchools("指名对调"), 报名志愿: [["人员编号", "第一志愿"]] });
    expect(broken(applications, { a: "B", b: "A", c: "C", d: "D" })).toEqual([
      "onlyNamedSwaps [a] “安一（a）”的变动不是双方互相指名的对调",
      "onlyNamedSwaps [b] “包二（b）”的变动不是双方互相指名的对调",
    ]);
  });

  it("where a couple is torn apart, or a limit is not kept", async () => {
    const applications = await opened(
      fourSchools("延迟接受", {
        夫妻: [
          ["编号", "人员一", "人员二", "方式", "范围"],
          ["C1", "a", "d", "不分开", "同校"],
        ],
        人数限制: [
          ["编号", "岗位", "至少", "至多"],
          ["留人", "A、B", 2, null],
          ["上限", "C", null, 0],
        ],
      }),
    );
    expect(broken(applications, { a: "B", b: "C", c: "C", d: "D" })).toEqual([
      "seatsKept [b c C] 岗位“C校 语文（C）”最多 1 人，安排了 2 人",
      "hardRulesKept [a d B D] “C1”的两人被分开：安一（a）→B校 语文（B），丁四（d）→D校 语文（D）",
      "hardRulesKept [A B] “留人”现为 1 人，至少应有 2 人",
      "hardRulesKept [C] “上限”现为 2 人，至多 0 人",
    ]);
  });

  it("where another one leaves an overfull post than the order says", async () => {
    const applications = await opened({
      参数: [
        ["项目", "内容"],
        ["聘任规则", "延迟接受"],
        ["超岗分流", "积分低者先分流"],
      ],
      岗位: [
        ["岗位编号", "学校", "岗位数"],
        ["S", "甲校", 2],
        ["F", "乙校", 2],
      ],
      人员: [
        ["人员编号", "姓名", "原岗位编号", "积分", "自愿分流"],
        ["a", "安一", "S", 50, null],
        ["b", "包二", "S", 40, "是"],
        ["c", "曹三", "S", 30, null],
      ],
      报名志愿: [
        ["人员编号", "第一志愿"],
        ["b", "F"],
        ["a", "F"],
      ],
    });
    expect(broken(applications, { a: "F", b: "F", c: "S" })).toEqual([]);
    expect(broken(applications, { a: "F", b: "S", c: null }).filter((line) => line.startsWith("surplus"))).toEqual([
      "surplusKept [c b S] 应先由“包二（b）”而不是“曹三（c）”分流",
    ]);
    expect(broken(applications, { a: "F", b: "S", c: "S" }).filter((line) => line.startsWith("surplus"))).toEqual([
      "surplusKept [S] “甲校 教学（S）”应分流 1 人，实为 0 人",
    ]);
  });
});

it("a missing column of points is told once beside a sheet of nobody, and not that posts are overfull because nobody could be ranked", async () => {
  expect(
    await problems({
      参数: [
        ["项目", "内容"],
        ["聘任规则", "延迟接受"],
        ["超岗分流", "积分低者先分流"],
      ],
      岗位: [
        ["岗位编号", "学校", "岗位数"],
        ["S", "甲校", 1],
      ],
      人员: [
        ["人员编号", "原岗位编号"],
        ["a", "S"],
        ["b", "S"],
      ],
      报名志愿: [["人员编号", "第一志愿"]],
    }),
  ).toEqual(["points-missing 人员!A2", "points-missing 人员!A3", "no-applications 报名志愿!A2"]);
});
