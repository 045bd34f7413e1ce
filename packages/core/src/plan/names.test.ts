import { describe, expect, test } from "vitest";
import { countyOf, office, post, school, teacher } from "../../test/small-county.ts";
import { namesOf } from "./names.ts";

const instance = countyOf({
  schools: [
    school({ id: "A", name: "一小", pairs: ["P"] }),
    school({ id: "B", name: "二小", pairs: ["P"] }),
    school({ id: "C", name: "二小" }),
  ],
  posts: [post("A", 2), office("A", "principal")],
  persons: [
    teacher({ id: "t1", name: "张三", homeSchool: "A" }),
    teacher({ id: "t2", name: "李四", homeSchool: "A" }),
    teacher({ id: "t3", name: "李四", homeSchool: "B" }),
    teacher({ id: "t4", homeSchool: "B" }),
  ],
});
const names = namesOf(instance);
const masked = namesOf(instance, { public: true });

const violation = (subject: string, zh: string, en = zh) => ({ subject, message: { zh, en } });

describe("namesOf", () => {
  test("calls people and schools by name, with the id only where it takes one", () => {
    expect(["t1", "t2", "t3", "t4"].map(names.person)).toEqual(["张三", "李四（t2）", "李四（t3）", "t4"]);
    expect(["A", "B", "C", null].map(names.school)).toEqual(["一小", "二小（B）", "二小（C）", "-"]);
  });

  test("masks people in public, and those without a name show nothing", () => {
    expect(["t1", "t2", "t4", "stranger"].map(masked.person)).toEqual(["张**", "李**", "**", "**"]);
  });

  test("calls posts by stage and subject or office, whether listed or not", () => {
    expect(names.post("A-语文")).toEqual({ zh: "小学语文", en: "primary 语文" });
    expect(names.post("A-principal").zh).toBe("校长");
    expect(names.post("B/teaching/junior/音乐").zh).toBe("初中音乐");
    expect(names.post("B/management//vicePrincipal").zh).toBe("副校长");
    expect(names.post("???").zh).toBe("???");
  });

  test("calls what a rule is about, with its limit", () => {
    expect(["t1", "A", "P", "county", "A-语文", "A/teaching/primary/语文"].map((id) => names.subject(id).zh)).toEqual([
      "张三",
      "一小",
      "P",
      "小县",
      "一小·小学语文",
      "一小·小学语文",
    ]);
    expect(
      ["A/minOut", "county/long", "primary/cv", "urban-rural/max", "minShare", "x/y"].map((id) => names.subject(id).zh),
    ).toEqual(["一小 最少交流出", "小县 一学年以上", "小学 差异系数", "城区→乡村 最多人次", "最低比例", "x/y"]);
  });

  test("puts names into the sentences of violations", () => {
    expect(names.message(violation("t1", "人员“t1”不得交流", 'Person "t1" must not move'))).toEqual({
      zh: "人员“张三”不得交流",
      en: 'Person "张三" must not move',
    });
    expect(names.message(violation("A", "一小 (A)方案后实有人数为41人")).zh).toBe("一小方案后实有人数为41人");
    expect(names.message(violation("P", "一小 (A)派往二小 (B)3人")).zh).toBe("一小派往二小（B）3人");
    expect(names.message(violation("A/teaching/primary/语文", "岗位A/teaching/primary/语文至多13人")).zh).toBe(
      "岗位一小·小学语文至多13人",
    );
    expect(names.message(violation("A", "A：基数87人，A类")).zh).toBe("一小：基数87人，A类");
    expect(masked.message(violation("t1", "人员“t1”不得交流")).zh).toBe("人员“张**”不得交流");
  });

  test("leaves alone what only looks like an id", () => {
    expect(names.message(violation("A", "BA类A1校A-语文")).zh).toBe("BA类A1校A-语文");
    expect(names.message(violation("constructor", "人员“constructor”不存在")).zh).toBe("人员“constructor”不存在");
  });
});
