import { describe, expect, it } from "vitest";
import { REPORT_IDS, buildReports } from "../src/index.ts";
import { instance, plan, policy, records } from "./county.ts";

/** Headers of every table as the source documents ask for them, written by hand: `~` marks what the public never sees. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  // YL-10: annexes 1 and 2; per person from, to, form, term, backbone, position.
  R1: [
    "学校 区域 ~符合交流条件人数 派出人数 其中骨干 其中校长副校长 接收人数 期满返回",
    "~人员编号 姓名 人员类别 学科 派出学校 接收学校 交流形式 开始日期 结束日期 职称 骨干 人事关系是否转移",
    // What the policy asks to be done beside the moves, by when.
    "事项 依据 时限 办理方式",
  ],
  // YL-06, YL-07, DM, BQ-06a, BQ-06b, HL-03: eligible, exempt by reason, exchanged, %, target, backbone %, per stage, school, zone.
  R2: [
    "规定 依据 对象 实际 要求 目标 是否达标 基数 规定比例 实际比例",
    "范围 名称 ~符合条件人数 ~其中不纳入 基数 交流人数 比例 其中骨干 骨干比例",
    "不纳入原因 依据 人数",
  ],
  // XR-07, BN-09: year, rank, directions, attached.
  R3: ["年度 职务 在任人数 城镇到乡村 乡村到城镇 城镇之间 乡村之间 方向不明 其中挂职"],
  // XR-12: year, total teachers, four directions.
  R4: ["年度 义务教育专任教师总数 城镇到乡村 乡村到城镇 城镇之间 乡村之间 方向不明 合计"],
  // XR-02, XR-03: schools by type and area; public and temporary staff; backbone.
  R5: ["学校类型 城区 镇区 乡村 边远艰苦地区 区域不明 合计", "范围 公办 临聘 合计", "称号 人数"],
  // XR-15: townships with support and with the last-place rule, sent, two-way, adjusted.
  R6: [
    "年度 开展乡镇内支教的乡镇 实行末位调岗的乡镇 派出支教教师 山区坝区双向流动人数 末位调岗人数",
    "年度 乡镇 派出支教教师 山区坝区双向流动人数 末位调岗人数",
  ],
  // XR-16: supporters received, trainees replaced.
  R7: ["学校 接纳支教人数（计入在岗，不计人事关系） 国培置换离岗人数"],
  // BN-06, BN-07, BN-09: forms over years, relation moved or not.
  R8: ["年度 交流形式 人次 人事关系转移 人事关系不转移"],
  // BN-08, DM-07: names, years, due and done.
  R9: ["~人员编号 姓名 招聘年度 学校 应在农村任教年数 已任教年数 应开始年度 情况"],
  // YL-29: every school and every teacher; in public those who stay are a number.
  R10: [
    "学校 留任人数 变动人数 合计",
    "~学校 ~人员编号 ~姓名 ~人员类别 ~学科 ~安排 ~来自 ~期限至",
    "学校 ~人员编号 姓名 人员类别 学科 安排 来自 期限至",
  ],
  // XC-16, YL-18, YL-19: students, classes, establishment, posts, staff, over and under, subject gap.
  R11: [
    "学校 学生数 班级数 编制数 岗位数 人事关系人数 在岗人数（前） 在岗人数（后） 超编（+）缺编（-） 学科缺口",
    "学校 学段 学科 需要 交流前 交流后 缺口",
  ],
  // BQ-16, BQ-17: the registration form with its signatures; the published quota of every school.
  R12: [
    "~人员编号 姓名 人员类别 学科 派出学校 接收学校 交流形式 开始日期 结束日期 ~性别 ~出生日期 ~学历 职称 荣誉称号 本人签字 派出学校意见 接收学校意见 学区长意见 教育局意见",
    "学校 派出指标（至少） 派出指标（至多） 派出人数 接收指标（至少） 接收指标（至多） 接收人数",
  ],
  // YY-11, XC-25: person, post, dates; the calendar of publicity.
  R13: ["~人员编号 姓名 人员类别 学科 派出学校 接收学校 交流形式 开始日期 结束日期 岗位", "日期 事项 是否工作日"],
  // XC-14, XC-15, GX-02: reason, until, occupies; internal.
  R14: ["~人员编号 ~姓名 ~学校 ~原因 ~依据 ~情形 ~有效期至 ~是否占编", "不纳入原因 依据 人数"],
  // XC-18 to XC-23, YY-12: intention statistics, step, training, pay.
  R15: [
    "学校 第一意向人数 全部意向人数 已安置人数",
    "安置环节 人数",
    "~人员编号 ~姓名 ~原学校 ~意向 ~安置环节 ~学校 ~培训 ~待遇",
  ],
  // YL-20, BQ-14, BQ-15, HL-23, SC-08: scores, grade, chain of signatures.
  R16: [
    "~人员编号 ~姓名 ~派出学校 ~接收学校 ~交流形式 ~期满日期 ~考核年度 ~得分 ~等次 ~目标 ~期满考核 ~接收学校评议 ~派出学校意见 ~县教育局审核 ~归档",
    "等次 人数",
  ],
  // YL-17, HL-05, GL-05: per school and year.
  R17: ["人事关系学校 年份 期满人数 ~返回 ~延长 ~留任"],
  // ZW-02, BN-05b, HL-19: A to B, B to A, by subject.
  R18: ["甲校 乙校 学科 甲校到乙校 乙校到甲校 差额 是否对等", "类型 人数 谁接替谁"],
  // YL-21 to YL-28 and others: per person, rule met, what is missing; for the bureau.
  R19: [
    "规定 依据 符合或享受人数",
    "~人员编号 ~姓名 ~学校 ~规定 ~依据 ~是否符合 ~所差 ~本次交流期满后符合 ~性质",
    "~规定 ~依据 ~性质 ~人数 ~符合 ~不符合 ~其中本次交流期满后符合 ~数据不足",
    "~人员编号 ~姓名 ~学校 ~规定 ~依据 ~是否符合 ~所差 ~本次交流期满后符合 ~性质",
    "~人员编号 ~姓名 ~学校 ~规定 ~依据 ~现岗位等级 ~高聘等级 ~是否跨层级 ~至",
    "~人员编号 ~姓名 ~学校 ~规定 ~依据 ~岗位 ~是否符合 ~应满年数 ~已满年数 ~是否超岗位数（临时）",
    "~人员编号 ~姓名 ~学校 ~规定 ~依据 ~倍数 ~每月（元） ~一次性（元） ~月数 ~合计（元）",
    "~人员编号 ~姓名 ~学校 ~规定 ~依据 ~住房学校 ~类别 ~顺序 ~是否安排",
    "~人员编号 ~姓名 ~学校 ~规定 ~依据 ~工资待遇 ~执行学校",
    "~人员编号 ~姓名 ~学校 ~规定 ~依据 ~加分",
    "~人员编号 ~姓名 ~学校 ~规定 ~依据 ~日期 ~至 ~后果 ~扣发比例 ~次年基础绩效上限",
  ],
  // HL-09, HL-19: the list of senior schools, the plan of senders.
  R20: [
    "~人员编号 姓名 人员类别 学科 派出学校 接收学校 交流形式 开始日期 结束日期 职称 骨干 人事关系是否转移",
    "派出学校 派出人数 上挂补充人数 超编（+）缺编（-） 报批",
  ],
  // YL-31 and model section 5: per stage, CV and MAD, before and after.
  R21: [
    "学段 指标 每百名学生（前） 每百名学生（后） 差异系数（前） 差异系数（后） 限值 是否达标 平均绝对差（前） 平均绝对差（后）",
    "指标 交流前 交流后",
  ],
  // SC-05, ZW-06, HL-23: counts of what is owed and brought.
  R22: ["~人员编号 ~姓名 ~接收学校 ~任务 ~依据 ~应完成 ~已完成", "任务 应完成人数 已完成人数"],
  // FL-01: what every list shows to whom.
  R23: ["~报表 ~名称 ~表 ~公开版本 ~隐去姓名 ~不公开的栏目 ~小数不公开的栏目"],
};

const headers = (id: string, audience: "internal" | "public") =>
  buildReports({ instance, policy, plan, audience, records, reports: [id] }).flatMap(({ tables }) =>
    tables.map(({ columns }) => columns.map(({ header }) => header.zh)),
  );

describe.each(REPORT_IDS)("%s", (id) => {
  const asked = (EXPECTED[id] ?? []).map((line) => line.split(" "));

  it("has inside exactly the columns that the source documents ask for", () => {
    expect(headers(id, "internal")).toEqual(asked.map((names) => names.map((name) => name.replace("~", ""))));
  });

  it("has outside exactly those that are no secret", () => {
    const open = asked.map((names) => names.filter((name) => !name.startsWith("~")));
    expect(headers(id, "public")).toEqual(open.filter((names) => names.length > 0));
  });

  it("has the same columns in English", () => {
    const tables = buildReports({ instance, policy, plan, audience: "internal", records, reports: [id] }).flatMap(
      (report) => report.tables,
    );
    for (const { columns } of tables)
      for (const { header } of columns) expect(header.en).not.toMatch(/\p{Script=Han}|^$/u);
  });
});
