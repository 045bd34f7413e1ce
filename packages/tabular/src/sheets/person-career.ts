import { date, id, word } from "../values/basic-codecs.ts";
import { flag } from "../values/flags.ts";
import { completed, integer, postGrade } from "../values/numbers.ts";
import { subjects, wordList } from "../values/list-codecs.ts";
import { UNITS } from "../values/units.ts";
import type { Column } from "./spec.ts";

const untilDate = date({ endOfMonth: true });
const years = completed({ min: 0, max: 80 }, UNITS.years);

/** What a person can teach, and titles. */
export const teaching: readonly Column[] = [
  {
    key: "stageCertified",
    zh: "教师资格学段",
    aliases: ["资格学段", "学段", "任教学段", "教师资格"],
    codec: wordList("stage"),
    note: "可填多个，用“、”隔开",
    examples: ["小学、初中", "小学"],
    width: 14,
  },
  {
    key: "subjects",
    zh: "任教学科",
    aliases: ["学科", "所教学科", "subject"],
    codec: subjects,
    note: "主教学科注“(主)”，如 语文(主)、音乐(兼)；不注的取写在前面的",
    examples: ["语文(主)、音乐(兼)", "数学"],
    width: 22,
  },
  { key: "multiSubject", zh: "全科教师", aliases: ["多学科", "包班"], codec: flag, note: "能教多学科填“是”" },
  {
    key: "currentPost",
    zh: "现岗位编号",
    aliases: ["岗位编号", "现岗位"],
    codec: id,
    note: "可不填，按学校和主教学科确定",
  },
  {
    key: "professionalTitle",
    zh: "职称",
    aliases: ["专业技术职务", "专业技术职称", "现任职称", "title"],
    codec: word("title"),
    note: "从列表选择",
    examples: ["一级教师", "高级教师"],
    width: 13,
  },
  {
    key: "titleSince",
    zh: "任现职称日期",
    aliases: ["任现职称时间", "职称取得时间", "任职资格时间"],
    codec: date(),
    note: "现任职称的起始日期",
  },
  { key: "postGrade", zh: "岗位等级", codec: postGrade, note: "1 至 13", examples: [9, 7] },
  {
    key: "honours",
    zh: "荣誉称号",
    aliases: ["荣誉", "骨干称号", "骨干教师"],
    codec: wordList("honour"),
    note: "可填多个，如 县级骨干教师、教学能手",
    examples: ["县级骨干教师", ""],
    width: 22,
  },
  { key: "education", zh: "学历达标", aliases: ["学历"], codec: word("education"), note: "未达标、达标、高于标准" },
  {
    key: "weeklyLoad",
    zh: "周课时",
    aliases: ["周课时数", "周工作量"],
    codec: completed({ min: 0, max: 100 }, UNITS.periods),
    note: "节",
    examples: [14, 8],
  },
  { key: "nextTitleWanted", zh: "拟申报职称", codec: word("title"), note: "从列表选择", width: 13 },
];

/** Dates and years of a career. */
export const career: readonly Column[] = [
  {
    key: "hiredOn",
    zh: "参加工作日期",
    aliases: ["参加工作时间", "工作时间"],
    codec: date(),
    note: "日期",
    examples: ["2002-08-01", "2015-09-01"],
    width: 13,
  },
  {
    key: "recruitYear",
    zh: "招聘年份",
    aliases: ["招聘年度", "入职年份"],
    codec: integer({ min: 1950, max: 2100 }, UNITS.calendarYear),
    note: "当年新教师必填",
  },
  { key: "probationUntil", zh: "试用期至", aliases: ["试用期截止"], codec: untilDate, note: "日期", width: 12 },
  {
    key: "serviceUntil",
    zh: "服务期至",
    aliases: ["服务期截止", "最低服务期至"],
    codec: untilDate,
    note: "日期",
    width: 12,
  },
  {
    key: "tenureStart",
    zh: "到现校日期",
    aliases: ["到校时间", "到现校时间", "来校时间", "到本校时间", "现校任教起始"],
    codec: date(),
    note: "在人事关系学校连续任教的第一天",
    examples: ["2012-09-01", "2018-09-01"],
    width: 12,
  },
  { key: "featuredCourseLead", zh: "特色课程带头人", aliases: ["特色课程负责人"], codec: flag, note: "是、否" },
  { key: "leadDeferralYearsUsed", zh: "已延缓年数", codec: years, note: "因特色课程已延缓交流的年数" },
  {
    key: "classCycleUntil",
    zh: "班级周期至",
    aliases: ["循环教学至", "毕业班至"],
    codec: untilDate,
    note: "所带班级不宜换教师的截止日期",
    width: 12,
  },
  {
    key: "schoolsWorked",
    zh: "任教学校数",
    aliases: ["工作过的学校数"],
    codec: integer({ min: 0, max: 100 }, UNITS.schools),
    note: "所",
  },
  { key: "ruralYears", zh: "乡村任教年数", aliases: ["农村任教年限", "农村教龄"], codec: years, note: "年" },
  { key: "weakYears", zh: "薄弱校任教年数", aliases: ["薄弱学校任教年限"], codec: years, note: "年" },
  { key: "remoteYears", zh: "边远任教年数", aliases: ["边远地区任教年限"], codec: years, note: "年" },
];
