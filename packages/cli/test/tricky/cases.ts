import type { Sheets } from "./workbook.ts";
import { facts, many, post, school, teacher } from "./workbook.ts";

/** The workbooks of docs/cases.md, each with the numbers of its case. */

/** Case 5: 43 people at a school of 40, six of whom cannot be unplaced; east has three too many, west three too few. */
export const exemptHeads: Sheets = {
  基本信息: facts(2021),
  学校: [
    school("A", "中心小学", { 编制数: 40 }),
    school("B", "东小", { 编制数: 40 }),
    school("C", "西小", { 编制数: 40 }),
  ],
  岗位: [post("A", 40), post("B", 40), post("C", 40)],
  人员: [
    ...many(37, (k) => teacher(`a${k}`, "A")),
    teacher("产假", "A", { 性别: "女", 状态: "产假(至2021-12-31)" }),
    teacher("临退", "A", { 出生日期: "1962-03-01" }),
    teacher("返城", "A", { 状态: "交流期满返回" }),
    teacher("长病", "A", { 状态: "长期病假" }),
    teacher("残疾", "A", { 状态: "持证残疾" }),
    teacher("借调", "A", { 状态: "借调" }),
    ...many(43, (k) => teacher(`b${k}`, "B")),
    ...many(37, (k) => teacher(`c${k}`, "C")),
  ],
};

/** Case 6: five each way are wanted; B has only four, because one is pregnant. */
export const equalSwap: Sheets = {
  基本信息: facts(2024),
  学校: [
    school("A", "县城小学", { 区域类型: "城区", 结对: "城乡一对" }),
    school("B", "山村小学", { 区域类型: "乡村", 结对: "城乡一对" }),
  ],
  岗位: [post("A", 5), post("B", 5)],
  人员: [
    ...many(5, (k) => teacher(`a${k}`, "A")),
    ...many(4, (k) => teacher(`b${k}`, "B")),
    teacher("b5", "B", { 性别: "女" }),
  ],
  状态: [{ 人员编号: "b5", 状态: "孕期", 开始日期: "2023-11-01", 结束日期: "2024-08-31" }],
};

/** Case 8: 30 of 30 on the ledger of H, three of them away until 2027; A has six too many, C three too few. */
export function awayUntil(planYear: number): Sheets {
  const recent = { 到现校日期: `${planYear - 2}-09-01` };
  return {
    基本信息: facts(planYear),
    学校: [
      school("A", "甲小", { 编制数: 30 }),
      school("C", "丙小", { 编制数: 20 }),
      school("H", "家乡小学", { 编制数: 30 }),
    ],
    岗位: [post("A", 15), post("C", 13), post("H", 30)],
    人员: [
      ...many(18, (k) => teacher(`a${k}`, "A")),
      ...many(10, (k) => teacher(`c${k}`, "C", recent)),
      ...many(27, (k) => teacher(`h${k}`, "H", recent)),
      ...many(3, (k) => teacher(`away${k}`, "H", { 现任教学校: "A" })),
    ],
    交流经历: many(3, (k) => ({
      人员编号: `away${k}`,
      原学校: "H",
      交流学校: "A",
      交流形式: "支教",
      开始日期: "2024-09-01",
      结束日期: "2027-08-31",
    })),
  };
}

/** Case 9: eight years as vice head and four as head of the same school; the other head is there for nine years. */
export const officeYears: Sheets = {
  基本信息: facts(2024),
  学校: [school("A", "甲小"), school("B", "乙小")],
  岗位: ["A", "B"].map((id) => ({ 岗位编号: `${id}-校长`, 学校: id, 岗位类别: "管理岗位", 职务: "校长", 需要人数: 1 })),
  人员: ["A", "B"].map((id) =>
    teacher(`校长${id}`, id, { 人员类别: "校长", 出生日期: "1975-05-05", 荣誉称号: "县级骨干教师" }),
  ),
  任职经历: [
    { 人员编号: "校长A", 职务: "副校长", 学校: "A", 开始日期: "2012-09-01", 结束日期: "2020-08-31" },
    { 人员编号: "校长A", 职务: "校长", 学校: "A", 开始日期: "2020-09-01" },
    { 人员编号: "校长B", 职务: "校长", 学校: "B", 开始日期: "2015-09-01" },
  ],
};

/** One degree of latitude is about 111.2 km in a straight line and 144.6 km with the road factor of 1.3. */
const north = (roadKm: number) => 34 + roadKm / 144.55;

/** Case 10: an ordinary and a backbone teacher live at 34° north; a school in 6 km needs one, a weak one in 30 km two. */
export const nearAndWeak: Sheets = {
  基本信息: facts(2024),
  学校: [
    school("A", "原校", { 区域类型: "城区", 纬度: north(45) }),
    school("N", "近校", { 区域类型: "城区", 办学水平: "一般", 纬度: north(6) }),
    school("W", "薄弱校", { 区域类型: "乡村", 办学水平: "薄弱学校", 纬度: north(30) }),
    school("F", "隔壁校", { 区域类型: "城区", 办学水平: "一般", 纬度: north(50) }),
  ],
  岗位: [post("A", 2), post("N", 1), post("W", 2), post("F", 1)],
  // One who is too old to be due stays, so that the school keeps its subject.
  人员: [
    teacher("普通", "A"),
    teacher("骨干", "A", { 荣誉称号: "县级骨干教师" }),
    teacher("留校", "A", { 出生日期: "1966-05-05" }),
  ],
};

/** Case 11: 100 are due, 30 are away already, 11 are exempt and two apply of their own accord. */
export const flowAndStock: Sheets = {
  基本信息: facts(2024),
  学校: [school("A", "甲小"), school("B", "乙小")],
  岗位: [post("A", 113), post("B", 60)],
  人员: [
    ...many(100, (k) => teacher(`t${k}`, "A")),
    ...many(11, (k) => teacher(`x${k}`, "A", { 性别: "女", 状态: "产假(至2024-12-31)" })),
    ...many(2, (k) =>
      teacher(`v${k}`, "A", { 到现校日期: "2022-09-01", 自愿报名: "是", 学校同意: "是", 志愿学校: "乙小" }),
    ),
    ...many(30, (k) => teacher(`out${k}`, "A", { 现任教学校: "B" })),
  ],
  交流经历: many(30, (k) => ({
    人员编号: `out${k}`,
    原学校: "A",
    交流学校: "B",
    交流形式: "支教",
    开始日期: "2023-09-01",
    结束日期: "2026-08-31",
  })),
};

/** Case 13: last twice running at the centre school and pregnant; two years at the school. */
export function forcedButExempt(planYear: number): Sheets {
  return {
    基本信息: facts(planYear),
    学校: [
      school("A", "中心校", { 学校层级: "乡镇中心校" }),
      school("B", "周圩小学", { 学校层级: "教学点", 区域类型: "边远" }),
    ],
    岗位: [post("A", 2), post("B", 1)],
    // A colleague stays, so that the school keeps its subject.
    人员: [
      teacher("末位", "A", { 性别: "女", 出生日期: "1990-05-05", 到现校日期: "2022-09-01" }),
      teacher("同事", "A", { 到现校日期: `${planYear - 1}-09-01` }),
    ],
    状态: [{ 人员编号: "末位", 状态: "孕期", 开始日期: "2024-03-01", 结束日期: "2025-02-28" }],
    质量监测: [
      { 人员编号: "末位", 监测名称: "2023", 名次: 30, 参评人数: 30 },
      { 人员编号: "末位", 监测名称: "2024", 名次: 31, 参评人数: 31 },
    ],
  };
}

/** Case 14: backbone teachers and pupils of each school. */
export function backboneBySchool(amounts: readonly number[], students: readonly number[]): Sheets {
  return {
    基本信息: facts(2024),
    学校: students.map((pupils, at) => school(`S${at + 1}`, `第${at + 1}小学`, { 学生数: pupils })),
    岗位: amounts.map((_amount, at) => post(`S${at + 1}`, Math.max(...amounts))),
    人员: amounts.flatMap((amount, at) =>
      many(amount, (k) => teacher(`s${at + 1}-${k}`, `S${at + 1}`, { 荣誉称号: "县级骨干教师" })),
    ),
  };
}

/** A hub with a music teacher of 6 periods of 16, and three teaching points that need 4, 5 and 6 periods of music. */
export const hubAndPoints: Sheets = {
  基本信息: facts(2024),
  学校: [
    school("H", "中心校", { 学校层级: "乡镇中心校" }),
    ...["P", "Q", "R"].map((id, at) => school(id, `${id}教学点`, { 学校层级: "教学点", 纬度: 34.1 + at / 20 })),
  ],
  岗位: [
    post("H", 1),
    ...Object.entries({ H: 16, P: 4, Q: 5, R: 6 }).map(([id, periods]) => ({
      ...post(id, 0, "音乐"),
      需要人数: undefined,
      周课时总数: periods,
      满工作量: 16,
    })),
  ],
  人员: [
    teacher("m", "H", { 任教学科: "音乐(主)", 周课时: 6 }),
    teacher("full", "H", { 任教学科: "音乐(主)", 周课时: 16 }),
    teacher("c", "H", { 周课时: 2 }),
  ],
};

/** Case 11, big school district: 20 teachers of a zone, of whom 60% take part in some form and 6% for a school year. */
export const schoolDistrict: Sheets = {
  基本信息: facts(2024),
  学校: ["A", "B"].map((id) => school(id, `${id}小`, { 片区: "大学区" })),
  岗位: ["A", "B"].map((id) => post(id, 10)),
  人员: ["A", "B"].flatMap((id) => many(10, (k) => teacher(`${id.toLowerCase()}${k}`, id))),
};
