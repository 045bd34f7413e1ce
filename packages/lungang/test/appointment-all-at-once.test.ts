import { expect, it } from "vitest";
import type { Sheets } from "./applications.ts";
import { SWAP_OR_ENVY, problems } from "./applications.ts";

/** One word that cannot be read, and beside it something wrong of every other kind. */
const WRONG: Sheets = {
  参数: [
    ["项目", "内容"],
    ["聘任规则", "延迟接受"],
  ],
  岗位: [
    ["岗位编号", "学校", "学科", "岗位数", "是否公布", "岗位类别"],
    ["A", "甲校", "语文", 1, null, null],
    ["B", "乙校", "语文", 1, null, null],
    ["C", "丙校", "数学", 2, "否", null],
    ["D", "丁校", "数学", null, null, null],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分", "优先类别"],
    ["p", "彭", "A", 1, "一类"],
    ["q", "秦", "B", 2, "二类"],
    ["r", "任", null, null, "三类"],
    ["s", "宋", "Z", 3, "四类"],
  ],
  报名志愿: [
    ["人员编号", "第一志愿", "第二志愿", "第三志愿"],
    ["p", "B", "C", "B"],
    ["p", "B", null, null],
    ["q", "A", "X", null],
    ["r", "A", null, null],
    ["t", "A", null, null],
  ],
  优先类别: [
    ["优先类别", "先于"],
    ["一类", "二类"],
    ["二类", "三类"],
    ["三类", "一类"],
    ["五类", "六类"],
  ],
  直接聘任: [
    ["人员编号", "岗位编号", "原因"],
    ["q", "A", "直接聘任"],
    ["v", "A", "没有这个词"],
  ],
  人数限制: [
    ["编号", "岗位", "至少", "至多"],
    ["L", "A", 3, 1],
    ["L", "Y", null, null],
  ],
};

it("a word that cannot be read hides nothing else: circles, unknown ids and limits are told with it", async () => {
  expect([...(await problems(WRONG))].sort()).toEqual(
    [
      "unknown-word 直接聘任!C3",
      "capacity-missing 岗位!D5",
      "person-in-two-lists 直接聘任!A2",
      "classes-in-a-circle 优先类别!B2",
      "unknown-id 优先类别!B5",
      "unknown-id 人员!C5",
      "unknown-id 人员!E5",
      "points-missing 人员!D4",
      "application-twice 报名志愿!A3",
      "wish-twice 报名志愿!D2",
      "wish-not-offered 报名志愿!C2",
      "unknown-id 报名志愿!C4",
      "unknown-id 报名志愿!A6",
      "limit-twice 人数限制!A3",
      "limit-crossed 人数限制!A2",
      "unknown-id 人数限制!B3",
      "post-overfull 岗位!D2",
    ].sort(),
  );
});

it("what refers to a row that was left out is not called unknown, and the rest still is", async () => {
  const { 岗位: posts = [], ...rest } = WRONG;
  const without = [...posts.slice(0, 2), ["B", "乙校", "语文", 1, null, "没有这个词"], ...posts.slice(3)];
  const found = await problems({ ...rest, 岗位: without });
  expect(found).toContain("unknown-word 岗位!F3");
  expect(found).toContain("unknown-id 报名志愿!C4");
  expect(found).not.toContain("unknown-id 报名志愿!B2");
});

it("says that nobody applied where the sheet is empty and nothing else moves anybody", async () => {
  const { 报名志愿: applications, ...rest } = SWAP_OR_ENVY;
  const header = applications?.slice(0, 1) ?? [];
  expect(await problems({ ...rest, 报名志愿: header })).toEqual(["no-applications 报名志愿!A2"]);
  expect(await problems(SWAP_OR_ENVY)).toEqual([]);
});

it("refuses a workbook without anybody", async () => {
  const { 报名志愿: applications = [], 人员: people = [], ...rest } = SWAP_OR_ENVY;
  const empty = { 报名志愿: applications.slice(0, 1), 人员: people.slice(0, 1) };
  expect(await problems({ ...rest, ...empty })).toEqual(["nobody-takes-part 人员!B2", "no-applications 报名志愿!A2"]);
});
