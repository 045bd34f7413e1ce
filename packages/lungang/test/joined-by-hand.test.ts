import type { PlanMove } from "@lungang/core/plan";
import { afterAll, describe, expect, it } from "vitest";
import { countyOf, form, policyOf, post, school, teacher } from "../../core/test/small-county.ts";
import type { AfterPlan } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { ends, opened, problems } from "./applications.ts";

/** A workbook that somebody wrote by hand, after the rotation plan of a county that has ids. */

const session = openSession();
afterAll(() => session.close());

const COUNTY = countyOf({
  schools: ["甲校", "乙校", "丙校"].map((name, at) => school({ id: `S${at}`, name, establishment: 9 })),
  posts: [post("S0", 2), post("S1", 1), post("S2", 2)],
  persons: [
    teacher({ id: "T1", name: "王一", homeSchool: "S0" }),
    teacher({ id: "T2", name: "李二", homeSchool: "S0", hiredOn: "1999-08-01" }),
    teacher({ id: "T3", name: "李二", homeSchool: "S2", hiredOn: "2011-08-01" }),
  ],
});

const MOVE: PlanMove = {
  person: "T1",
  from: "S0",
  to: "S1",
  post: "S1-语文",
  form: "transfer",
  start: "2024-09-01",
  end: null,
  relationMoves: true,
  distanceMetres: null,
};

const AFTER: AfterPlan = {
  planningCase: {
    instance: COUNTY,
    policy: policyOf({ forms: [form("transfer", { relationMoves: true })] }),
    locks: [],
  },
  plan: { moves: [MOVE], returns: [] },
};

/** Names and words, as a bureau types them; the two of one name say when they began. */
function book(people: readonly (readonly (string | number | null)[])[], wishes: Sheets[string]): Sheets {
  return {
    参数: [
      ["项目", "内容"],
      ["聘任规则", "延迟接受"],
      ["抽签种子", "1"],
    ],
    岗位: [
      ["学校", "学段", "学科", "岗位数"],
      ["甲校", "小学", "语文", 2],
      ["乙校", "小学", "语文", 1],
      ["丙校", "小学", "语文", 2],
    ],
    人员: [["姓名", "参加工作日期", "原岗位", "积分"], ...people],
    报名志愿: [["姓名", "第一志愿"], ...wishes],
  };
}

const PEOPLE = [
  ["王 一", null, "甲校 小学语文", 90],
  ["李二", "1999-08-01", "甲校小学语文", 80],
  ["李二", "2011-08-01", "丙校 小学语文", 70],
] as const;

describe("applications written by hand after a rotation plan", () => {
  it("are about the people and posts of the county: whom the plan moves has a post, what he left is open", async () => {
    const applications = await opened(book(PEOPLE, [["李二-2011", "甲校 小学语文"]]), { after: AFTER });
    expect(applications.market.placed.map(({ id, because }) => [id, because])).toEqual([["T1", "earlierRound"]]);
    const outcome = await session.appoint(applications);
    if (outcome.status !== "appointed") throw new Error(outcome.message.en);
    expect(ends(outcome.appointment)).toEqual({ T2: "S0-语文", T3: "S0-语文" });
    const ledgers = outcome.appointment.ledgers.map(({ name, workingAfter }) => [name, workingAfter]);
    expect(Object.fromEntries(ledgers)).toEqual({ 丙校: 0, 乙校: 1, 甲校: 2 });
  });

  it("name somebody whom the plan moves, and that is told", async () => {
    const told = await problems(book(PEOPLE, [["王一", "丙校 语文"]]), { after: AFTER });
    expect(told.filter((each) => each.startsWith("applies"))).toEqual(["applies-and-rotates 报名志愿!A2"]);
  });

  it("tell of everybody and every post that the county of the plan does not know", async () => {
    const unclear = [
      ["王一", null, "甲校 小学语文", 90],
      ["李二", null, "甲校小学语文", 80],
      ["赵五", null, null, 70],
    ];
    const sheets = book(unclear, [["赵五", "丁校小学语文"]]);
    const more = { ...sheets, 岗位: [...(sheets["岗位"] ?? []), ["丁校", "小学", "语文", 1]] };
    const told = await problems(more, { after: AFTER });
    expect(told.filter((each) => each.startsWith("not-in-county"))).toEqual([
      "not-in-county 人员!A3",
      "not-in-county 人员!A4",
      "not-in-county 岗位!A5",
    ]);
  });
});
