import type { DecidedAppointment } from "../src/index.ts";
import { afterAll, describe, expect, it } from "vitest";
import { verifyAppointmentList } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { ROUND_HEADER, listOf, opened } from "./applications.ts";

const session = openSession();
afterAll(() => session.close());

/** Titles lead the rule round in a circle in the second round; who has to leave 丁校 finds no post there. */
const CIRCLE: Sheets = {
  参数: [
    ["项目", "内容"],
    ["聘任规则", "延迟接受"],
  ],
  岗位: [
    ["岗位编号", "学校", "学段", "学科", "岗位数"],
    ...["S1", "S2", "T1", "T2", "Z1", "V1", "U1", "U2"].map((id) => [id, `${id.charAt(0)}校`, "小学", "语文", 1]),
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分", "职称", "原岗处理"],
    ["p0", "甲", "Z1", 10, "高级教师", null],
    ["p1", "乙", "S1", 50, "高级教师", null],
    ["p2", "丙", "S2", 30, "一级", null],
    ["p3", "丁", "T1", 20, "高级教师", null],
    ["p4", "戊", "V1", 40, "高级教师", "须离开"],
    ["q", "己", "U1", 5, "一级", null],
  ],
  报名志愿: [
    ["人员编号", "第一志愿", "第二志愿"],
    ["p0", "T1", null],
    ["p1", "Z1", null],
    ["p2", "Z1", null],
    ["p3", "S1", "T2"],
    ["p4", "T1", "Z1"],
    ["q", "U2", null],
  ],
  职称岗位: [
    ["学校", "职称等级", "岗位数"],
    ["S校", "高级", 1],
    ["T校", "高级", 1],
  ],
  轮次: [
    ["轮次", "次序", "岗位范围", "岗位"],
    ["先行竞聘", 1, "全县", "U1、U2"],
    ["全县竞聘", 2, "全县", null],
  ],
};

const NOTHING: Pick<DecidedAppointment, "lines" | "rounds"> = { lines: [], rounds: [] };

describe("rounds in which titles lead round in a circle", () => {
  it("are decided by the program, and the list is right by the checkers", async () => {
    const applications = await opened(CIRCLE);
    const outcome = await session.appoint(applications);
    const { lines, rounds } = outcome.status === "appointed" ? outcome.appointment : NOTHING;
    expect(Object.fromEntries(lines.map(({ person, post }) => [person, post]))).toEqual({
      p0: "Z1",
      p1: "S1",
      p2: "S2",
      p3: "T2",
      p4: null,
      q: "U2",
    });
    const list = listOf(Object.fromEntries(lines.map(({ person, post }) => [person, post])));
    const steps = rounds.flatMap(({ round, steps: changed }) =>
      changed.map(({ person, post }) => ({ round, person, post })),
    );
    const report = verifyAppointmentList(applications, { ...list, steps });
    expect(report.ok ? report.value.properties.filter(({ holds }) => !holds) : report.issues).toEqual([]);
  });

  it("ask for the distances that somebody needs whom the program left without a post", async () => {
    const nearest: Sheets = {
      ...CIRCLE,
      轮次: [
        ROUND_HEADER,
        ["全县竞聘", 1, "全县", null, null, null, null],
        ["就近安排", 2, "全县", "未聘人员", null, "就近安排", null],
      ],
    };
    const outcome = await session.appoint(await opened(nearest));
    expect(outcome.issues.map(({ code }) => code)).toContain("round-distance-missing");
    expect(outcome.issues.find(({ code }) => code === "round-distance-missing")?.message.zh).toContain("V校—S校");
  });
});
