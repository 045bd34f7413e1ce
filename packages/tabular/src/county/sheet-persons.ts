import { date, decimal, flag, group, id, idNumber, integer, school, text, word } from "../values/basic-codecs.ts";
import { groupList, schoolList, statuses, subjects, wordList } from "../values/list-codecs.ts";
import type { Column, SheetSpec } from "./spec.ts";

const untilDate = date({ endOfMonth: true });
const years = integer({ min: 0, max: 80 });

const identity: readonly Column[] = [
  {
    key: "id",
    zh: "人员编号",
    aliases: ["编号", "教师编号", "工号", "职工号", "教职工编号", "personid", "teacherid"],
    codec: id,
    required: true,
    note: "全县唯一，文本格式；不建议用身份证号",
    examples: ["示例-T001", "示例-T002"],
    width: 13,
  },
  { key: "name", zh: "姓名", aliases: ["教师姓名"], codec: text, note: "内部名册使用", examples: ["张三", "李四"], width: 11 },
  {
    key: "idNumber",
    zh: "身份证号",
    aliases: ["身份证号码", "身份证", "公民身份号码", "证件号码"],
    codec: idNumber,
    sensitive: true,
    note: "可不填；只用于核对性别和出生日期，不保存。文本格式",
    width: 20,
  },
  { key: "sex", zh: "性别", aliases: ["gender"], codec: word("sex"), required: true, note: "男、女", examples: ["男", "女"] },
  {
    key: "birthDate",
    zh: "出生日期",
    aliases: ["出生年月", "出生年月日", "生日", "birthday"],
    codec: date(),
    required: true,
    sensitive: true,
    note: "如 1980-05-17",
    examples: ["1980-05-17", "1992-11-03"],
    width: 12,
  },
  {
    key: "homeSchool",
    zh: "人事关系学校",
    aliases: ["所在学校", "原单位", "学校", "学校名称", "学校编号", "工作单位", "人事关系所在学校", "编制所在学校"],
    codec: school,
    note: "编号或名称；当年新教师可不填",
    examples: ["某某中学", "某某镇中心小学"],
    width: 24,
  },
  { key: "currentSchool", zh: "现任教学校", aliases: ["现工作学校", "现在学校"], codec: school, note: "与人事关系学校不同时填写", width: 18 },
  { key: "establishment", zh: "编制性质", aliases: ["编制", "编制类型"], codec: word("establishment"), note: "不填为在编", examples: ["在编", "在编"] },
  { key: "inPost", zh: "在岗", aliases: ["是否在岗"], codec: flag, note: "不填为是", examples: ["是", "是"] },
  {
    key: "personType",
    zh: "人员类别",
    aliases: ["类别", "岗位类别", "身份", "职务"],
    codec: word("personType"),
    required: true,
    note: "从列表选择",
    examples: ["专任教师", "副校长"],
    width: 12,
  },
  { key: "leadershipTeam", zh: "班子成员", aliases: ["领导班子成员"], codec: flag, note: "不填时正副校长为是" },
  { key: "retireCategory", zh: "退休类别", codec: word("retireCategory"), note: "男职工、女干部、女工人", width: 10 },
];

const teaching: readonly Column[] = [
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
    note: "主教学科注“(主)”，如 语文(主)、音乐(兼)",
    examples: ["语文(主)、音乐(兼)", "数学"],
    width: 22,
  },
  { key: "multiSubject", zh: "全科教师", aliases: ["多学科", "包班"], codec: flag, note: "能教多学科填“是”" },
  { key: "currentPost", zh: "现岗位编号", aliases: ["岗位编号", "现岗位"], codec: id, note: "可不填，按学校和主教学科确定" },
  {
    key: "professionalTitle",
    zh: "职称",
    aliases: ["专业技术职务", "title"],
    codec: word("title"),
    note: "从列表选择",
    examples: ["一级教师", "高级教师"],
    width: 13,
  },
  { key: "postGrade", zh: "岗位等级", codec: integer({ min: 1, max: 13 }), note: "1 至 13", examples: [9, 7] },
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
  { key: "weeklyLoad", zh: "周课时", aliases: ["周课时数", "周工作量"], codec: integer({ min: 0, max: 100 }), note: "节", examples: [14, 8] },
  { key: "nextTitleWanted", zh: "拟申报职称", codec: word("title"), note: "从列表选择", width: 13 },
];

const career: readonly Column[] = [
  { key: "hiredOn", zh: "参加工作日期", aliases: ["参加工作时间", "工作时间"], codec: date(), note: "日期", examples: ["2002-08-01", "2015-09-01"], width: 13 },
  { key: "recruitYear", zh: "招聘年份", aliases: ["招聘年度", "入职年份"], codec: integer({ min: 1950, max: 2100 }), note: "当年新教师必填" },
  { key: "probationUntil", zh: "试用期至", aliases: ["试用期截止"], codec: untilDate, note: "日期", width: 12 },
  { key: "serviceUntil", zh: "服务期至", aliases: ["服务期截止", "最低服务期至"], codec: untilDate, note: "日期", width: 12 },
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
  { key: "classCycleUntil", zh: "班级周期至", aliases: ["循环教学至", "毕业班至"], codec: untilDate, note: "所带班级不宜换教师的截止日期", width: 12 },
  { key: "schoolsWorked", zh: "任教学校数", aliases: ["工作过的学校数"], codec: integer({ min: 0, max: 100 }), note: "所" },
  { key: "ruralYears", zh: "乡村任教年数", aliases: ["农村任教年限", "农村教龄"], codec: years, note: "年" },
  { key: "weakYears", zh: "薄弱校任教年数", aliases: ["薄弱学校任教年限"], codec: years, note: "年" },
  { key: "remoteYears", zh: "边远任教年数", aliases: ["边远地区任教年限"], codec: years, note: "年" },
];

const circumstances: readonly Column[] = [
  {
    key: "statuses",
    zh: "状态",
    aliases: ["特殊情形", "不纳入交流情形", "免交流情形", "status"],
    codec: statuses,
    sensitive: true,
    note: "如 哺乳期(至2026-03-01)；也可填在“状态”表",
    examples: ["", ""],
    width: 22,
  },
  { key: "residence.latitude", zh: "居住地纬度", aliases: ["纬度", "latitude", "lat"], codec: decimal({ min: -90, max: 90 }), sensitive: true, note: "度；坐标系与学校相同", width: 11 },
  { key: "residence.longitude", zh: "居住地经度", aliases: ["经度", "longitude", "lon", "lng"], codec: decimal({ min: -180, max: 180 }), sensitive: true, note: "度", width: 11 },
  { key: "residenceTownship", zh: "居住乡镇", aliases: ["居住地乡镇"], codec: group, note: "没有经纬度时填写" },
  { key: "spouse", zh: "配偶人员编号", aliases: ["配偶编号", "配偶"], codec: id, note: "配偶也在本县任教时填写" },
  { key: "childrenSchooling", zh: "子女就学", aliases: ["子女就读"], codec: flag, note: "是、否" },
  { key: "housingNeed", zh: "住房需求", aliases: ["需要周转房"], codec: flag, note: "是、否" },
  { key: "named", zh: "指定交流", aliases: ["指名交流", "点名交流"], codec: flag, note: "主管部门指定必须交流的填“是”" },
];

const application: readonly Column[] = [
  { key: "application.volunteer", zh: "自愿报名", aliases: ["是否自愿", "volunteer"], codec: flag, note: "是、否", examples: ["是", ""] },
  { key: "application.homeConsent", zh: "学校同意", aliases: ["所在学校同意"], codec: flag, note: "是、否", examples: ["是", ""] },
  {
    key: "application.wishes",
    zh: "志愿学校",
    aliases: ["意向学校", "志愿", "wishes"],
    codec: schoolList,
    note: "按先后次序，用“、”隔开",
    examples: ["某某镇中心小学", ""],
    width: 20,
  },
  { key: "application.consentRegions", zh: "同意去的区域", aliases: ["意向区域", "意向乡镇"], codec: groupList, note: "乡镇或片区，不填为不限", width: 14 },
];

/** People of the county. */
export const personSheet: SheetSpec = {
  key: "persons",
  zh: "人员",
  aliases: ["persons", "person", "people", "teachers", "staff", "教师", "人员信息", "教师信息", "人员表", "教师名册", "教职工"],
  required: true,
  columns: [...identity, ...teaching, ...career, ...circumstances, ...application],
  freezeColumns: 2,
};
