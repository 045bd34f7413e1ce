import { date, school, word } from "../values/basic-codecs.ts";
import { flag } from "../values/flags.ts";
import { integer } from "../values/numbers.ts";
import { evaluationSheet, examRankSheet } from "./assessment-sheets.ts";
import { person, shared } from "./person-column.ts";
import { UNITS } from "../values/units.ts";
import type { SheetSpec } from "./spec.ts";

const untilDate = date({ endOfMonth: true });

/** Periods in an office. */
const officeSheet: SheetSpec = {
  ...shared,
  key: "offices",
  zh: "任职经历",
  aliases: ["offices", "任职", "职务经历"],
  columns: [
    person,
    {
      key: "office",
      zh: "职务",
      codec: word("office"),
      required: true,
      note: "从列表选择",
      examples: ["副校长"],
      width: 12,
    },
    {
      key: "school",
      zh: "学校",
      aliases: ["任职学校", "学校编号", "学校名称"],
      codec: school,
      note: "编号或名称",
      examples: ["某某中学"],
      width: 24,
    },
    {
      key: "start",
      zh: "开始日期",
      aliases: ["任职日期", "开始时间", "起始日期"],
      codec: date(),
      required: true,
      note: "日期",
      examples: ["2019-09-01"],
      width: 12,
    },
    {
      key: "end",
      zh: "结束日期",
      aliases: ["免职日期", "结束时间", "截止日期"],
      codec: untilDate,
      note: "仍在任则不填",
      width: 12,
    },
  ],
};

/** Exchanges that have ended or run. */
const exchangeSheet: SheetSpec = {
  ...shared,
  key: "exchanges",
  zh: "交流经历",
  aliases: ["exchanges", "交流记录", "轮岗经历"],
  columns: [
    person,
    {
      key: "from",
      zh: "原学校",
      aliases: ["派出学校", "原单位", "原单位名称"],
      codec: school,
      required: true,
      note: "编号或名称",
      examples: ["某某中学"],
      width: 24,
    },
    {
      key: "to",
      zh: "交流学校",
      aliases: ["接收学校", "交流单位", "交流轮岗单位名称"],
      codec: school,
      required: true,
      note: "编号或名称",
      examples: ["某某镇中心小学"],
      width: 24,
    },
    {
      key: "form",
      zh: "交流形式",
      aliases: ["形式", "交流轮岗类型", "类型"],
      codec: word("form"),
      required: true,
      note: "从列表选择",
      examples: ["支教"],
      width: 14,
    },
    {
      key: "start",
      zh: "开始日期",
      aliases: ["开始时间", "开始年月", "起始日期"],
      codec: date(),
      required: true,
      note: "日期",
      examples: ["2020-09-01"],
      width: 12,
    },
    {
      key: "end",
      zh: "结束日期",
      aliases: ["结束时间", "结束年月", "截止日期"],
      codec: untilDate,
      required: true,
      note: "日期",
      examples: ["2022-08-31"],
      width: 12,
    },
    { key: "goalMet", zh: "目标完成", aliases: ["是否完成目标"], codec: flag, note: "是、否" },
    { key: "pass", zh: "考核合格", aliases: ["是否合格"], codec: flag, note: "是、否", examples: ["是"] },
    { key: "stay.applied", zh: "申请留任", codec: flag, note: "期满申请留在交流学校" },
    { key: "stay.approved", zh: "批准留任", codec: flag, note: "是、否" },
  ],
};

/** Statuses that can exempt a person. */
const statusSheet: SheetSpec = {
  ...shared,
  key: "statuses",
  zh: "状态",
  aliases: ["statuses", "特殊情形", "免交流情形"],
  columns: [
    person,
    {
      key: "code",
      zh: "状态",
      aliases: ["情形", "status"],
      codec: word("status"),
      required: true,
      sensitive: true,
      note: "从列表选择",
      examples: ["哺乳期"],
      width: 16,
    },
    { key: "from", zh: "开始日期", aliases: ["开始时间"], codec: date(), sensitive: true, note: "日期", width: 12 },
    {
      key: "to",
      zh: "结束日期",
      aliases: ["结束时间", "截止日期", "至"],
      codec: untilDate,
      sensitive: true,
      note: "日期",
      examples: ["2026-12-31"],
      width: 12,
    },
    { key: "approved", zh: "已批准", aliases: ["是否批准"], codec: flag, note: "不填为是", examples: ["是"] },
    {
      key: "certificateGrade",
      zh: "医院等级",
      codec: integer({ min: 1, max: 3 }, UNITS.grade),
      sensitive: true,
      note: "出具病情证明的医院等级，1 至 3",
    },
    { key: "occupiesHeadcount", zh: "占用编制", codec: flag, note: "不填按政策" },
  ],
};

/** Sheets with several records a person. */
export const recordSheets: readonly SheetSpec[] = [
  officeSheet,
  exchangeSheet,
  statusSheet,
  evaluationSheet,
  examRankSheet,
];
