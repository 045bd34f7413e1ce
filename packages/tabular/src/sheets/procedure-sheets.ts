import { date, id, text, word } from "../values/basic-codecs.ts";
import { choice } from "../values/choice.ts";
import { flag } from "../values/flags.ts";
import { decimal } from "../values/numbers.ts";
import { listedPerson as person, nameColumn as name, numberColumn as number } from "./list-columns.ts";
import { sheetSet } from "./sheets.ts";
import { UNITS } from "../values/units.ts";
import type { Column, SheetSpec } from "./spec.ts";

const day = (key: string, zh: string, en: string): Column => ({
  key,
  zh,
  en,
  codec: date(),
  note: "日期",
  width: 12,
});

const points = (key: string, zh: string, en: string): Column => ({
  key,
  zh,
  en,
  codec: decimal({ min: 0, max: 100 }, UNITS.points),
  note: "0 至 100 分，可有小数",
  width: 9,
});

/** What is written for readers and not read back: the id beside it counts. */
const shown = (key: string, [zh, en]: readonly [zh: string, en: string], width: number): Column => ({
  key,
  zh,
  en,
  codec: text,
  note: "供查看，不读入",
  width,
});

/** What was done with the plan, in order. */
const progressSheet: SheetSpec = {
  key: "progress",
  zh: "程序进度",
  en: "Progress",
  aliases: ["progress", "进度"],
  required: true,
  columns: [
    number,
    {
      key: "event",
      zh: "事项",
      en: "Step",
      codec: choice({
        publish: ["公示", "publish", "开始公示"],
        withdraw: ["撤回", "withdraw"],
        finalise: ["定稿", "finalise", "final"],
      }),
      required: true,
      note: "从列表选择",
      width: 10,
    },
    { ...day("on", "日期", "Day"), required: true },
    day("until", "公示截止", "Public until"),
    { ...day("decidedOn", "办理日期", "Decided on"), note: "决定公示的日期，公示自其后第一个工作日起" },
    { key: "plan", zh: "方案校验码", en: "Digest of the plan", codec: id, note: "", width: 30 },
  ],
};

/** Lines of the plan as they were public last. */
const publishedSheet: SheetSpec = {
  key: "published",
  zh: "公示名单",
  en: "Public list",
  aliases: ["published"],
  required: true,
  columns: [
    number,
    {
      key: "line",
      zh: "类别",
      en: "Kind",
      codec: choice({ move: ["交流", "move"], back: ["返回", "return"], settles: ["留任", "stays for good"] }),
      required: true,
      note: "",
      width: 8,
    },
    person,
    name,
    shown("fromName", ["原学校", "School left"], 22),
    shown("toName", ["接收学校", "School entered"], 22),
    shown("postName", ["岗位", "Place"], 16),
    { key: "form", zh: "交流形式", en: "Form", codec: word("form"), note: "", width: 14 },
    day("start", "开始日期", "Start"),
    day("end", "结束日期", "End"),
    { key: "relationMoves", zh: "人事关系随迁", en: "With the relation", codec: flag, note: "", width: 10 },
    { key: "from", zh: "原学校编号", en: "From", codec: id, note: "", width: 12, hidden: true },
    { key: "to", zh: "接收学校编号", en: "To", codec: id, required: true, note: "", width: 12, hidden: true },
    { key: "post", zh: "岗位编号", en: "Post", codec: id, required: true, note: "", width: 16, hidden: true },
  ],
};

/** Objections and appeals, and how the review ended. */
const objectionSheet: SheetSpec = {
  key: "objections",
  zh: "异议和申诉",
  en: "Objections",
  aliases: ["objections", "异议", "异议登记", "申诉"],
  required: true,
  columns: [
    number,
    {
      key: "kind",
      zh: "类别",
      en: "Kind",
      codec: choice({ objection: ["异议", "objection"], appeal: ["申诉", "appeal"] }),
      required: true,
      note: "公示期内为异议，定稿后为申诉",
      width: 8,
    },
    person,
    name,
    { ...day("on", "提出日期", "Raised on"), required: true },
    { key: "by", zh: "提出人", en: "Raised by", codec: text, note: "", width: 12 },
    { key: "reason", zh: "事由", en: "Reason", codec: text, sensitive: true, note: "", width: 40 },
    {
      key: "decision",
      zh: "复核结果",
      en: "Decision",
      codec: choice({ upheld: ["成立", "upheld", "采纳"], dismissed: ["不成立", "dismissed", "驳回"] }),
      note: "从列表选择；未复核的留空",
      width: 10,
    },
    day("decidedOn", "复核日期", "Decided on"),
    { key: "note", zh: "复核意见", en: "Note", codec: text, sensitive: true, note: "", width: 40 },
  ],
};

/** Points that the assessors give at the end of a term. */
const assessmentSheet: SheetSpec = {
  key: "assessments",
  zh: "期末考核",
  en: "Assessments",
  aliases: ["assessments", "学期考核", "考核打分"],
  required: false,
  columns: [
    number,
    person,
    name,
    { key: "place", zh: "考核单位", en: "Assessed at", codec: text, note: "", width: 22 },
    {
      key: "assessor",
      zh: "评价主体",
      en: "Assessor",
      codec: choice({
        leaders: ["领导", "leaders", "学校领导"],
        students: ["学生", "students"],
        peers: ["同事", "peers", "教师", "同行"],
        parents: ["家长", "parents"],
      }),
      required: true,
      note: "从列表选择",
      width: 10,
    },
    points("ethics", "师德", "Ethics"),
    points("teaching", "教学", "Teaching"),
    points("attendance", "考勤", "Attendance"),
    day("on", "考核日期", "Assessed on"),
  ],
};

/** The sheets of a procedure that are read back. */
export const PROCEDURE_SHEETS = sheetSet([progressSheet, publishedSheet, objectionSheet, assessmentSheet]);
