import { condition } from "../appointment/condition-text.ts";
import { date, id, text } from "../values/basic-codecs.ts";
import { points, share } from "../values/exact-numbers.ts";
import { integer } from "../values/numbers.ts";
import { personColumn } from "./appointment-columns.ts";
import { itemKindChoice } from "./appointment-words.ts";
import { UNITS } from "../values/units.ts";
import type { SheetSpec } from "./spec.ts";

/** Items by which points are counted. */
export const itemSheet: SheetSpec = {
  key: "items",
  zh: "计分项",
  aliases: ["items", "积分项", "计分办法"],
  required: false,
  columns: [
    {
      key: "id",
      zh: "计分项",
      aliases: ["编号", "名称"],
      codec: id,
      required: true,
      note: "名称；材料按档计分时，同一项可写多行，先符合的一行算",
      examples: ["示例-教龄", "示例-获奖"],
      width: 16,
    },
    {
      key: "kind",
      zh: "计分方式",
      aliases: ["方式"],
      codec: itemKindChoice,
      required: true,
      note: "从列表选择",
      examples: ["按数量计分", "材料按档计分"],
      width: 18,
    },
    {
      key: "column",
      zh: "数据列",
      aliases: ["列名", "材料类型"],
      codec: text,
      note: "“人员”表的列名；材料写“材料”表的类型",
      examples: ["教龄", "获奖"],
      width: 14,
    },
    { key: "points", zh: "分值", codec: points, note: "每单位或每项的分值，扣分为负", examples: [1, 5] },
    { key: "weight", zh: "权重", codec: share, note: "成绩的权重，如 60%" },
    { key: "max", zh: "单项上限", aliases: ["上限"], codec: points, note: "可不填", examples: [30, 10] },
    {
      key: "when",
      zh: "条件",
      codec: condition,
      note: "如：性别=女；级别=省级 且 名次=一等；岗位.乡镇=配偶乡镇",
      examples: ["", "级别=省级"],
      width: 30,
    },
    { key: "best", zh: "最多计几项", codec: integer({ min: 1, max: 1000 }, UNITS.items), note: "材料只取最好的几项" },
    { key: "from", zh: "材料起始日期", aliases: ["起始日期"], codec: date(), note: "早于此日的材料不计" },
    { key: "to", zh: "材料截止日期", aliases: ["截止日期"], codec: date({ endOfMonth: true }), note: "" },
    { key: "source", zh: "依据", codec: text, note: "文件条款", width: 14 },
    { key: "text", zh: "说明", codec: text, note: "", width: 24 },
  ],
};

/** Records that count as points: awards, lessons, papers. */
export const evidenceSheet: SheetSpec = {
  key: "evidence",
  zh: "材料",
  aliases: ["evidence", "records", "业绩材料", "积分材料"],
  required: false,
  columns: [
    personColumn,
    {
      key: "type",
      zh: "类型",
      codec: text,
      required: true,
      note: "与“计分项”的数据列一致",
      examples: ["获奖"],
      width: 12,
    },
    { key: "date", zh: "日期", codec: date(), note: "", width: 12 },
    { key: "level", zh: "级别", codec: text, note: "如：省级", examples: ["省级"] },
    { key: "rank", zh: "名次", aliases: ["等次"], codec: text, note: "如：一等" },
    { key: "role", zh: "角色", codec: text, note: "如：主持" },
  ],
};
