import { date, id, personName, text, word } from "../values/basic-codecs.ts";
import { points } from "../values/exact-numbers.ts";
import { flag } from "../values/flags.ts";
import { integer } from "../values/numbers.ts";
import { personColumn, postId, titleColumn } from "./appointment-columns.ts";
import { ids } from "../values/list-codecs.ts";
import { fact } from "../values/fact.ts";
import { contractEndChoice, ownRightChoice } from "./appointment-words.ts";
import { UNITS } from "../values/units.ts";
import type { Column, SheetSpec } from "./spec.ts";

/** Most wishes of an application that have a column. */
export const MOST_WISHES = 30;
/** Columns of wishes that the template shows. */
export const TEMPLATE_WISHES = 6;

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 is 一, 21 is 二十一. */
function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`}${DIGITS[ones]}`;
}

/** Posts: how many people each takes, and what of them is empty on purpose. */
export const appointmentPostSheet: SheetSpec = {
  key: "posts",
  zh: "岗位",
  aliases: ["posts", "岗位表", "竞聘岗位", "岗位设置"],
  required: true,
  columns: [
    {
      key: "id",
      zh: "岗位编号",
      aliases: ["编号", "postid"],
      codec: id,
      required: true,
      madeOf: "school",
      note: "唯一；志愿按此编号填报；整列不填时按学校、学段、学科识别",
      examples: ["示例-P1", "示例-P2"],
      width: 16,
    },
    {
      key: "school",
      zh: "学校",
      aliases: ["学校名称", "单位"],
      codec: text,
      required: true,
      note: "名称",
      examples: ["某某镇中心小学", "某某中学"],
      width: 22,
    },
    { key: "township", zh: "乡镇", aliases: ["所属乡镇"], codec: text, note: "按乡镇统筹公布时必填", width: 12 },
    {
      key: "schoolTypes",
      zh: "学校类别",
      aliases: ["学校类型"],
      codec: ids({ zh: "学校类别", en: "types of schools" }),
      note: "轮次和聘任权限按类别划定时填写，如：中心校；山区中学",
      width: 14,
    },
    { key: "office", zh: "职务", codec: text, note: "管理岗位填写，如：校长、中层", width: 10 },
    {
      key: "kind",
      zh: "岗位类别",
      aliases: ["类别"],
      codec: word("postKind"),
      note: "不填为教学岗位",
      examples: ["教学岗位"],
      width: 12,
    },
    { key: "stage", zh: "学段", codec: text, note: "如：小学", examples: ["小学", "初中"] },
    { key: "subject", zh: "学科", aliases: ["任教学科"], codec: text, note: "如：语文", examples: ["语文", "数学"] },
    {
      key: "capacity",
      zh: "岗位数",
      aliases: ["人数", "设岗数", "核定岗位数"],
      codec: integer({ min: 0, max: 100_000 }, UNITS.posts),
      note: "共设几个岗位，含现有人员所占；不设岗填 0；按周课时设岗的不填",
      examples: [8, 6],
    },
    {
      key: "periods",
      zh: "周课时",
      aliases: ["周课时数", "周总课时"],
      codec: integer({ min: 0, max: 100_000 }, UNITS.periods),
      note: "按工作量设岗时填写：岗位数 = 周课时 ÷ 满工作量，向上取整",
    },
    {
      key: "fullLoad",
      zh: "满工作量",
      aliases: ["满工作量课时", "标准课时"],
      codec: integer({ min: 1, max: 1000 }, UNITS.periods),
      note: "一个岗位每周的课时数",
    },
    {
      key: "reserved",
      zh: "交流保留数",
      aliases: ["为交流人员保留"],
      codec: integer({ min: 0, max: 100_000 }, UNITS.posts),
      note: "为在外交流、期满返回者保留的空岗",
    },
    {
      key: "blocked",
      zh: "停招数",
      aliases: ["冻结数"],
      codec: integer({ min: 0, max: 100_000 }, UNITS.posts),
      note: "不得补人的空岗",
    },
    { key: "blockedBecause", zh: "停招原因", aliases: ["冻结原因"], codec: text, note: "填了停招数时写明", width: 20 },
    {
      key: "declared",
      zh: "学校申报公布数",
      aliases: ["申报公布数"],
      codec: integer({ min: 0, max: 100_000 }, UNITS.posts),
      note: "学校申报拿出竞聘的空岗；少于规定的列为未申报空岗",
    },
    { key: "offered", zh: "是否公布", aliases: ["公布"], codec: flag, note: "不填为是；否则无人可以报名" },
    { key: "notOfferedBecause", zh: "不公布原因", codec: text, note: "答复报名者用", width: 20 },
  ],
  freezeColumns: 1,
};

/** People who take part: what they hold, and what ranks them. */
export const appointmentPeopleSheet: SheetSpec = {
  key: "people",
  zh: "人员",
  aliases: ["people", "人员表", "人员名单", "参加人员"],
  required: true,
  columns: [
    {
      key: "id",
      zh: "人员编号",
      aliases: ["编号", "教师编号", "工号", "personid"],
      codec: id,
      required: true,
      madeOf: "name",
      note: "唯一；整列不填时按姓名识别",
      examples: ["示例-T001"],
      width: 13,
    },
    { key: "name", zh: "姓名", codec: personName, note: "公示时隐去名字", examples: ["张某某"], width: 11 },
    {
      key: "ownPost",
      zh: "原岗位编号",
      aliases: ["原岗位", "现岗位", "现聘岗位"],
      codec: postId,
      note: "现任岗位，编号或学校和学科；没有的留空",
      examples: ["示例-P1"],
      width: 16,
    },
    {
      key: "ownPostIs",
      zh: "原岗处理",
      aliases: ["原岗位处理"],
      codec: ownRightChoice,
      note: "与“参数”表不同时填写",
      width: 12,
    },
    { key: "points", zh: "积分", aliases: ["总分", "分数", "得分"], codec: points, note: "有计分项时不填" },
    { key: "priorityClass", zh: "优先类别", codec: text, note: "与“优先类别”表一致", width: 12 },
    titleColumn,
    {
      key: "contractEnd",
      zh: "聘期止",
      aliases: ["聘约止", "聘期截止"],
      codec: date({ endOfMonth: true }),
      note: "现岗位聘约的最后一天，政策规定聘期的岗位填写",
      width: 12,
    },
    {
      key: "atEnd",
      zh: "期满去向",
      codec: contractEndChoice,
      note: "聘约期满时填写：续聘留任，或交流离任",
      width: 10,
    },
    { key: "volunteers", zh: "自愿分流", codec: flag, note: "超岗时自愿离开" },
    {
      key: "isProtected",
      zh: "不分流",
      aliases: ["受保护"],
      codec: flag,
      sensitive: true,
      note: "超岗时不得分流者（孕期等），原因不填",
    },
    {
      key: "sex",
      zh: "性别",
      codec: fact(false),
      sensitive: true,
      isSpare: true,
      note: "没有人员编号时用来区分同名的人",
    },
    {
      key: "hiredOn",
      zh: "参加工作日期",
      aliases: ["参加工作时间", "工作时间"],
      codec: fact(false),
      sensitive: true,
      isSpare: true,
      note: "没有人员编号时用来区分同名的人",
      width: 13,
    },
  ],
  freezeColumns: 2,
};

/** Applications: one row a person, the best wish first. */
export const applicationSheet: SheetSpec = {
  key: "applications",
  zh: "报名志愿",
  aliases: ["applications", "志愿", "报名", "报名表", "志愿表"],
  required: true,
  columns: [
    personColumn,
    ...Array.from({ length: MOST_WISHES }, (_, at): Column => {
      const number = at + 1;
      return {
        key: `wish${number}`,
        zh: `第${inChinese(number)}志愿`,
        en: `Wish ${number}`,
        aliases: [`志愿${number}`, `第${number}志愿`, `志愿${inChinese(number)}`],
        codec: postId,
        note: at === 0 ? "岗位编号，或学校和学科，如：某某中学 初中数学；最愿去的在前" : "",
        examples: at === 0 ? ["示例-P2"] : [],
        width: 16,
      };
    }),
  ],
  freezeColumns: 1,
};
