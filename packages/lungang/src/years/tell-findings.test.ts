import type { PlannedYear, YearsFinding } from "@lungang/years";
import { expect, test } from "vitest";
import { countyOf, policyOf, post, school, teacher } from "../../../core/test/small-county.ts";
import { tellFindings } from "./tell-findings.ts";

/** What differs from year to year, as it is read. */

const instance = countyOf({
  schools: [school({ id: "A", name: "甲校" }), school({ id: "B", name: "乙校" })],
  posts: [post("A", 1), post("B", 1)],
  persons: [teacher({ id: "p", name: "张三", homeSchool: "A" }), teacher({ id: "q", name: "李四", homeSchool: "B" })],
});

const PERSON = { kind: "person", person: "p" } as const;

const ROWS: readonly (readonly [Partial<YearsFinding> & Pick<YearsFinding, "code">, string, string])[] = [
  [
    { code: "school-differs", expected: "B", found: "A" },
    "2027 年 张三 年初任教学校与上年方案不一致：应为“乙校”，现为“甲校”",
    '2027 张三: works elsewhere at the start than the plan before says: "乙校" by the plans, "甲校" by the data',
  ],
  [
    { code: "relation-differs", expected: "B", found: "A" },
    "2027 年 张三 年初人事关系学校与上年方案不一致：应为“乙校”，现为“甲校”",
    '2027 张三: belongs to another school at the start than the plan before says: "乙校" by the plans, "甲校" by the data',
  ],
  [
    { code: "post-differs", expected: "B-语文", found: "B/teaching/primary/音乐" },
    "2027 年 张三 年初岗位与上年方案不一致：应为“乙校·小学语文”，现为“乙校·小学音乐”",
    '2027 张三: fills another post at the start than the plan before says: "乙校·primary 语文" by the plans, "乙校·primary 音乐" by the data',
  ],
  [
    { code: "office-differs", expected: "principal", found: "teacher" },
    "2027 年 张三 年初职务与上年方案不一致：应为“校长”，现为“专任教师”",
    '2027 张三: is in another office at the start than the plan before says: "principal" by the plans, "teacher" by the data',
  ],
  [
    { code: "subject-differs", expected: "语文" },
    "2027 年 张三 年初任教学科与上年不一致：应为“语文”，现为“无”",
    '2027 张三: has another main subject at the start than before: "语文" by the plans, "none" by the data',
  ],
  [
    { code: "person-missing" },
    "2027 年 张三 上年在册，本年数据中没有（1）",
    "2027 张三: is not in the county of the year, and was in the one before (1)",
  ],
  [
    { code: "post-heads-differ", about: { kind: "post", post: "A-语文" }, amount: 2 },
    "2027 年 甲校·小学语文 方案所列岗位人数与各年去向推算的人数不符（2）",
    "2027 甲校·primary 语文: the heads of the post that the plan states are not those that the lines of all years give (2)",
  ],
  [
    { code: "post-filled-twice", about: { kind: "post", post: "A-语文" }, amount: 1, came: ["q"], back: ["p"] },
    "2027 年 甲校·小学语文 重复占岗：有人期满返回已有人到任的岗位，人数多于所需，也多于无人交流时的人数（多 1 人；到任：李四；期满返回：张三）",
    "2027 甲校·primary 语文: filled twice: somebody comes back to a post that others have come to, and more are there than it needs, and than if nobody had moved (1 too many; came: 李四; came back: 张三)",
  ],
];

test.each(ROWS)("$code", (given, zh, en) => {
  const finding: YearsFinding = { year: 2027, about: PERSON, amount: 1, strength: "hard", ...given };
  const first = { instance, policy: policyOf({}) } as unknown as PlannedYear;
  expect(tellFindings([finding], [first]).map(({ message }) => message)).toEqual([{ zh, en }]);
});
