import { id, personName, text } from "../values/basic-codecs.ts";
import { flag } from "../values/flags.ts";
import { ids } from "../values/list-codecs.ts";
import { countOf, integer } from "../values/numbers.ts";
import { personColumn, postColumn, postIds, titleColumn } from "./appointment-columns.ts";
import { coupleChoice, nearChoice, placedChoice } from "./appointment-words.ts";
import { UNITS } from "../values/units.ts";
import type { SheetSpec } from "./spec.ts";

/** Rankings of posts, where a school ranks people itself. */
export const rankingSheet: SheetSpec = {
  key: "rankings",
  zh: "学校排序",
  aliases: ["rankings", "岗位排序", "学校排名"],
  required: false,
  columns: [
    postColumn,
    personColumn,
    {
      key: "place",
      zh: "名次",
      aliases: ["排名", "排序"],
      codec: integer({ min: 1, max: 100_000 }, UNITS.place),
      required: true,
      note: "1 为最先；同名次为并列；没有列入的不予录用",
      examples: [1],
    },
  ],
};

/** Priority classes and what each comes before. */
export const classSheet: SheetSpec = {
  key: "classes",
  zh: "优先类别",
  aliases: ["classes", "优先类", "优先次序"],
  required: false,
  columns: [
    {
      key: "id",
      zh: "优先类别",
      aliases: ["类别", "编号"],
      codec: id,
      required: true,
      note: "名称",
      examples: ["示例-校内人员"],
      width: 16,
    },
    {
      key: "before",
      zh: "先于",
      codec: ids({ zh: "优先类别", en: "classes of priority" }),
      note: "排在哪些类别之前；不属任何类别的在最后",
      width: 24,
    },
  ],
};

/** People who have a post before anybody competes. */
export const placedSheet: SheetSpec = {
  key: "placed",
  zh: "直接聘任",
  aliases: ["placed", "直接安排", "直聘名单"],
  required: false,
  columns: [
    {
      ...personColumn,
      aliases: ["编号", "教师编号", "工号", "personid"],
      codec: id,
      madeOf: "name",
      note: "不在“人员”表中的编号；没有这一列时按姓名识别",
    },
    { key: "name", zh: "姓名", codec: personName, note: "", width: 11 },
    postColumn,
    {
      key: "because",
      zh: "原因",
      codec: placedChoice,
      required: true,
      note: "从列表选择",
      examples: ["直接聘任"],
      width: 14,
    },
    { key: "occupies", zh: "占岗", aliases: ["是否占岗"], codec: flag, note: "不填为是" },
    titleColumn,
  ],
};

/** Heads that must stay at some posts together. */
export const floorSheet: SheetSpec = {
  key: "floors",
  zh: "最低在岗",
  aliases: ["floors", "最低在岗人数"],
  required: false,
  columns: [
    { key: "id", zh: "编号", codec: id, required: true, note: "名称", examples: ["示例-某某小学"], width: 16 },
    {
      key: "posts",
      zh: "岗位",
      codec: postIds,
      required: true,
      note: "一个或多个岗位编号",
      width: 30,
    },
    {
      key: "heads",
      zh: "最低人数",
      codec: countOf(UNITS.people),
      required: true,
      note: "合计至少在岗几人",
      examples: [30],
    },
  ],
};

/** Who names whom to change posts with. */
export const swapSheet: SheetSpec = {
  key: "swaps",
  zh: "对调申请",
  aliases: ["swaps", "对调", "指名对调", "对调报名"],
  required: false,
  columns: [
    { ...personColumn, note: "双方都要各填一行，互相指名" },
    {
      ...personColumn,
      key: "partner",
      zh: "对调对方",
      aliases: ["对方", "对方编号", "对调人员"],
      note: "愿与其对调者的人员编号",
      examples: ["示例-T002"],
    },
    {
      key: "schoolAgrees",
      zh: "所在学校同意",
      aliases: ["学校同意", "学校意见"],
      codec: flag,
      required: true,
      note: "是或否；两校都同意才能办理",
      examples: ["是"],
      width: 14,
    },
  ],
};

/** Two people whose moves depend on each other. */
export const coupleSheet: SheetSpec = {
  key: "couples",
  zh: "夫妻",
  aliases: ["couples", "夫妻组"],
  required: false,
  columns: [
    { key: "id", zh: "编号", codec: id, required: true, note: "唯一", examples: ["示例-C1"] },
    { ...personColumn, key: "first", zh: "人员一", aliases: ["人员编号一"] },
    { ...personColumn, key: "second", zh: "人员二", aliases: ["人员编号二"], examples: ["示例-T002"] },
    {
      key: "mode",
      zh: "方式",
      codec: coupleChoice,
      required: true,
      note: "从列表选择",
      examples: ["不分开"],
      width: 12,
    },
    { key: "near", zh: "范围", codec: nearChoice, required: true, note: "不分开的范围", examples: ["同乡镇"] },
    { key: "source", zh: "依据", codec: text, note: "文件条款", width: 14 },
  ],
};

/** People at some posts together, at least or at most. */
export const limitSheet: SheetSpec = {
  key: "limits",
  zh: "人数限制",
  aliases: ["limits", "区域限制"],
  required: false,
  columns: [
    { key: "id", zh: "编号", codec: id, required: true, note: "唯一", examples: ["示例-L1"] },
    {
      key: "posts",
      zh: "岗位",
      codec: postIds,
      required: true,
      note: "一个或多个岗位编号",
      width: 30,
    },
    { key: "atLeast", zh: "至少", codec: countOf(UNITS.people), note: "" },
    { key: "atMost", zh: "至多", codec: countOf(UNITS.people), note: "" },
    { key: "source", zh: "依据", codec: text, note: "文件条款", width: 14 },
  ],
};
