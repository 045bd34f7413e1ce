import { describe, expect, test } from "vitest";
import { countyOf, office, post, school, teacher } from "../../test/small-county.ts";
import { violationText } from "../planner/rule-texts.ts";
import type { Finding } from "../subject/finding.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import { COUNTY } from "../subject/rule-subject.ts";
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
    const zh = (subject: RuleSubject) => names.subject(subject).zh;
    expect(zh({ kind: "person", person: "t1" })).toBe("张三");
    expect(zh({ kind: "school", school: "A" })).toBe("一小");
    expect(zh({ kind: "school", school: "A", limit: "minOut" })).toBe("一小 最少交流出");
    expect(zh({ kind: "school", school: "A", limit: "working", yearsLater: 2 })).toBe("一小（2年后） 在岗人数");
    expect(zh({ kind: "group", group: "pair", id: "P" })).toBe("P");
    expect(zh(COUNTY)).toBe("小县");
    expect(zh({ kind: "county", limit: "longTerm" })).toBe("小县 一学年以上");
    expect(zh({ kind: "post", post: "A-语文" })).toBe("一小·小学语文");
    expect(zh({ kind: "post", post: "A/teaching/primary/语文" })).toBe("一小·小学语文");
    expect(zh({ kind: "pair", a: "A", b: "B", id: "P" })).toBe("一小—二小（B）");
    expect(zh({ kind: "pair", a: "A", b: "B", id: "一二结对" })).toBe("一二结对");
    expect(zh({ kind: "stage", stage: "primary", limit: "variation" })).toBe("小学 差异系数");
    expect(zh({ kind: "route", from: "urban", to: "*", limit: "max" })).toBe("城区→各类 最多人次");
    expect(zh({ kind: "area", area: "rural" })).toBe("乡村");
    expect(masked.subject({ kind: "person", person: "t1" }).zh).toBe("张**");
  });

  test("leaves the id of whatever does not exist", () => {
    expect(names.subject({ kind: "person", person: "constructor" }).zh).toBe("constructor");
    expect(names.subject({ kind: "school", school: "x/y" }).zh).toBe("x/y");
    expect(names.subject({ kind: "post", post: "x/y" }).zh).toBe("x/y");
    expect(names.rule("nothing").zh).toBe("nothing");
  });

  test("takes words of entries, levels and classes from the policy", () => {
    const text = (zh: string) => ({ zh, en: zh });
    const policy = {
      rules: [{ id: "flow", text: text("流向"), params: { classes: [{ name: "hill", text: text("山区") }] } }],
      levels: [{ name: "near", text: text("就近") }],
    };
    const worded = namesOf(instance, { policy });
    expect(worded.rule("flow").zh).toBe("流向");
    expect(worded.subject({ kind: "level", level: "near" }).zh).toBe("就近");
    expect(worded.subject({ kind: "route", from: "hill", to: "plain" }).zh).toBe("山区→坝区");
  });

  test("puts names into the sentences of violations", () => {
    const sentence = (code: string, about: RuleSubject, values: Finding["values"] = {}) =>
      violationText({ rule: "r", about, finding: { code, values } }, names).zh;
    const person = { kind: "person", person: "t1" } as const;
    expect(sentence("plan.must-not-move", person)).toBe("“张三”按规定不得安排交流");
    expect(
      sentence("pairBalance.unequal", COUNTY, {
        a: { kind: "school", school: "A" },
        b: { kind: "school", school: "B" },
        there: 3,
        back: 1,
      }),
    ).toBe("一小派往二小（B）3人，二小（B）派往一小1人，不对等");
    expect(violationText({ rule: "r", about: person, finding: { code: "?", values: {} } }, masked).zh).toBe("张**");
  });
});
